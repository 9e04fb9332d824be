import { Decimal, isDecimal, plain } from '../formats/document/decimal.ts';
import type { OrderLine } from '../formats/document/order.ts';
import type { Reason } from './evaluation.ts';
import { lineReason, shortened } from './reason.ts';

/**
 * Package codes that UN/ECE Recommendation 20 of 2009 (28A) writes without and Recommendation 21 (BIS 3) with an X in front, for the
 * same thing. PF is not among them: it is a pallet in the one and a pen in the other.
 */
const PACKAGES = ['BG', 'BO', 'BX', 'CA', 'CS', 'CT', 'PA', 'PK', 'RO', 'TU'];
const TWINS: ReadonlyMap<string, string> = new Map(
  PACKAGES.flatMap((code) => [
    [code, `X${code}`],
    [`X${code}`, code],
  ]),
);

/** The other code of a package (`PK` and `XPK`), which orders may use as well; undefined for what is none. */
export function packageTwin(unit: string): string | undefined {
  return TWINS.get(unit);
}

/** A product's units: the shop unit, and the others with the number of shop units in one of them. */
export interface Units {
  readonly shopUnit: string;
  /** Factors as decimal strings, by unit code. */
  readonly factors: Readonly<Record<string, string>>;
  /** The partner's own unit codes, and which of ours each is (`matching.units` of the agreement). */
  readonly theirs?: Readonly<Record<string, string>>;
}

/**
 * Shop units in one of `unit`; undefined when the product does not know it. One, each and piece (C62, EA, H87, NAR, PCE) are not taken
 * for each other: a product that is ordered by several of them says so with a factor of its own.
 */
export function unitFactor(units: Units, unit: string): Decimal | undefined {
  for (const code of [unit, TWINS.get(unit)]) {
    if (code === undefined) continue;
    if (code === units.shopUnit) return new Decimal(1);
    const factor = Object.hasOwn(units.factors, code) ? units.factors[code] : undefined;
    if (factor !== undefined) return new Decimal(factor);
  }
  return undefined;
}

/** The same for a unit as the buyer writes it: where the partner's table has the code, it says which unit of ours is meant. */
export function buyersUnitFactor(units: Units, unit: string): Decimal | undefined {
  const ours = units.theirs && Object.hasOwn(units.theirs, unit) ? units.theirs[unit] : undefined;
  return unitFactor(units, ours ?? unit);
}

/** How many shop units one ordered unit is; absent where neither the product nor the buyer says it. */
export interface OrderedUnit {
  readonly factor?: Decimal;
  /** What the buyer says one ordered unit is, where the product says otherwise: `10 C62`. */
  readonly contradiction?: string;
}

/**
 * The one place that turns an ordered unit into shop units. The product's own conversion decides. Where it has none, the buyer's word
 * does: `orderableUnitFactorRate` units of the price's base quantity are one ordered unit (cXML DTD, PriceBasisQuantity/@conversionFactor;
 * UBL, cbc:OrderableUnitFactorRate), if the product knows that unit. Where both speak and differ by more than the rounding of the rate,
 * somebody would get another quantity than was meant: that is a question.
 */
export function orderedUnit(units: Units, { unit, price }: Pick<OrderLine, 'unit' | 'price'>): OrderedUnit {
  const own = buyersUnitFactor(units, unit);
  const { orderableUnitFactorRate: rate, baseQuantityUnit } = price ?? {};
  const ofBase = baseQuantityUnit === undefined ? undefined : buyersUnitFactor(units, baseQuantityUnit);
  const isSaid = rate !== undefined && ofBase !== undefined && isDecimal(rate) && new Decimal(rate.trim()).gt(0);
  if (!isSaid) return own ? { factor: own } : {};
  const said = ofBase.times(rate.trim());
  if (!own) return { factor: said };
  const rounding = ofBase.times(new Decimal(10).pow(-(rate.trim().split('.')[1]?.length ?? 0))).div(2);
  const differs = said
    .minus(own)
    .abs()
    .gt(rate.includes('.') ? rounding : 0);
  return { factor: own, ...(differs && { contradiction: `${plain(said)} ${units.shopUnit}` }) };
}

/** The units for a person: `PCE, XBX (= 10 PCE)`. */
export function unitsText({ shopUnit, factors }: Units): string {
  const others = Object.entries(factors).map(
    ([unit, factor]) => `${unit} (= ${plain(new Decimal(factor))} ${shopUnit})`,
  );
  return [shopUnit, ...others].join(', ');
}

/** A line names a unit that the article does not have. */
export function unitUnknown(
  line: OrderLine,
  field: string,
  unit: string,
  { articleNumber, units }: { readonly articleNumber: string; readonly units: Units },
): Reason {
  const known = unitsText(units);
  const facts = { articleNumber, known, ...(unit && { unit: shortened(unit) }) };
  return lineReason(line, 'UNIT_UNKNOWN', { field, found: unit || 'no unit', expected: known, facts });
}

/** Buyer and shop count differently how much is in one ordered unit. */
export function unitContradiction(
  line: OrderLine,
  theirs: string,
  { articleNumber, ours }: { readonly articleNumber: string; readonly ours: string },
): Reason {
  const facts = { articleNumber, unit: shortened(line.unit), theirs, ours };
  return lineReason(line, 'UNIT_CONTRADICTION', {
    field: 'Price/OrderableUnitFactorRate',
    found: theirs,
    expected: ours,
    facts,
  });
}
