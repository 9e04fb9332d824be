import { Decimal, isDecimal } from '../../../../formats/document/decimal.ts';
import type { PriceComparison } from '../../../../shop/evaluation.ts';
import { acceptedWithin, type Bands, type PricePolicy } from '../../../../shop/orderPolicy.ts';

/** A price deviation as a bar: how far the agreement accepts on both sides of our price, and where the asked price stands. */
export interface DeviationBar {
  /** Places from 0 to 100: the accepted band, our price, and the asked one. */
  readonly from: number;
  readonly to: number;
  readonly ours: number;
  readonly asked: number;
  readonly isAccepted: boolean;
}

/** Percent on each side of our price that a bar shows at least. */
const LEAST_SIDE = 2;

/** The bar of a comparison; undefined where nothing is compared. @param quantity of the line in shop units */
export function deviationBar(
  comparison: PriceComparison | null,
  { line }: PricePolicy,
  quantity: string | null,
): DeviationBar | undefined {
  const percent = comparison?.deviationPercent;
  if (!comparison || percent === undefined) return undefined;
  const ours = new Decimal(comparison.ourPerShopUnit);
  const limit = (bands: Bands): number => acceptedPercent(bands, ours, quantity);
  const [below, above] = [limit(line.below), limit(line.above)];
  const deviation = Number(percent);
  const finite = [below, above].filter(Number.isFinite);
  const side = Math.max(LEAST_SIDE, Math.abs(deviation), ...finite) * 1.2;
  const place = (value: number): number => Math.round(50 + (Math.max(-side, Math.min(side, value)) / side) * 50);
  return {
    from: place(-below),
    to: place(above),
    ours: 50,
    asked: place(deviation),
    isAccepted: comparison.withinTolerance,
  };
}

/** How far in percent of our price; 0 where nothing deviating is accepted, infinite where everything is. */
function acceptedPercent(bands: Bands, ours: Decimal, quantity: string | null): number {
  if (bands.beyond === 'accept' || bands.beyond === 'notify') return Number.POSITIVE_INFINITY;
  if (!bands.bands.some(({ action }) => action === 'accept' || action === 'notify') || ours.isZero()) return 0;
  const { percent, perUnit, sum } = acceptedWithin(bands);
  const limits = [
    percent,
    perUnit && new Decimal(perUnit).div(ours).times(100).toFixed(),
    sum && quantity !== null && isDecimal(quantity) && !new Decimal(quantity).isZero()
      ? new Decimal(sum).div(ours.times(quantity)).times(100).toFixed()
      : undefined,
  ].filter((one) => one !== undefined);
  return limits.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...limits.map(Number));
}
