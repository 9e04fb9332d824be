/** Quantity rules of a product, told in the unit of a cart line. Pure. */
import { Decimal, plain } from '../formats/document/decimal.ts';

/** In shop units, as the product has them. */
export interface QuantityRules {
  readonly minimum?: string;
  readonly maximum?: string;
  readonly multiple?: string;
}

export interface QuantityProblem {
  readonly limit: keyof QuantityRules;
  /** The limit in the unit of the line, rounded to 8 decimals. */
  readonly of: string;
  /** The nearest quantity that is allowed, in the unit of the line; absent where that unit cannot express one. */
  readonly suggestion?: string;
}

/** Decimals of a quantity. */
const SCALE = 8;

/**
 * The first rule that a quantity breaks; undefined when it keeps them all.
 * @param quantity in the unit of the line
 * @param factor shop units in one of it
 */
export function judgeQuantity(rules: QuantityRules, quantity: Decimal, factor: Decimal): QuantityProblem | undefined {
  const limit = brokenRule(rules, quantity.times(factor));
  if (!limit) return undefined;
  const suggestion = nearestAllowed(rules, quantity.times(factor))?.div(factor);
  const isExpressible = suggestion !== undefined && suggestion.decimalPlaces() <= SCALE;
  return {
    limit,
    of: inUnit(rules[limit]!, factor),
    ...(isExpressible && { suggestion: plain(suggestion) }),
  };
}

/** A limit in the unit of a line. */
export function inUnit(limit: string, factor: Decimal): string {
  return plain(new Decimal(limit).div(factor).toDecimalPlaces(SCALE));
}

function brokenRule({ minimum, maximum, multiple }: QuantityRules, quantity: Decimal): keyof QuantityRules | undefined {
  if (minimum !== undefined && quantity.lt(minimum)) return 'minimum';
  if (maximum !== undefined && quantity.gt(maximum)) return 'maximum';
  if (multiple !== undefined && !quantity.mod(multiple).isZero()) return 'multiple';
  return undefined;
}

/** In shop units: the next allowed one above, or the highest of all; undefined when the rules allow none. */
function nearestAllowed(rules: QuantityRules, quantity: Decimal): Decimal | undefined {
  const { minimum = '0', maximum, multiple } = rules;
  const wanted = Decimal.max(quantity, minimum);
  const upwards = multiple === undefined ? wanted : wanted.div(multiple).ceil().times(multiple);
  if (maximum === undefined || upwards.lte(maximum)) return upwards;
  const highest =
    multiple === undefined ? new Decimal(maximum) : new Decimal(maximum).div(multiple).floor().times(multiple);
  return highest.gt(0) && highest.gte(minimum) ? highest : undefined;
}
