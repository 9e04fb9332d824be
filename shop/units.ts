import { Decimal, plain } from '../formats/document/decimal.ts';
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

/** A product's units: the shop unit, and the others with the number of shop units in one of them. */
export interface Units {
  readonly shopUnit: string;
  /** Factors as decimal strings, by unit code. */
  readonly factors: Readonly<Record<string, string>>;
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
