/** What is said about a line whose product is not certain, or not sold any more. Pure. */
import { isDecimal, Decimal } from '../formats/document/decimal.ts';
import type { OrderLine } from '../formats/document/order.ts';
import type { Candidate, MatchedBy, NamedItem, Reason } from './evaluation.ts';
import { isGtinScheme } from './identity.ts';
import { localText } from './localText.ts';
import type { UnknownLine } from './matchPolicy.ts';
import type { ProductHit } from './productLadder.ts';
import { judgeLineAmount } from './lineAmount.ts';
import { lineReason, shortened } from './reason.ts';

const RUNG_WORDS: Readonly<Record<MatchedBy, string>> = {
  sellersItemId: "seller's article number",
  alias: 'alias',
  buyersItemId: "buyer's article number",
  gtin: 'GTIN',
  cart: 'line of a cart',
  manufacturersId: "manufacturer's number",
  remembered: 'remembered answer',
  decision: 'decision',
};

interface Unmatched {
  readonly freeText?: true;
  readonly reasons: readonly Reason[];
}

/** No product is known, or several are. Of an unknown one the agreement may say what to do. */
export function unmatched(line: OrderLine, hits: readonly ProductHit[], unknownLine: UnknownLine): Unmatched {
  const { sellersId, buyersId, standardId, manufacturersId, name } = line.item;
  const numbers = [
    sellersId?.trim() && `seller's id ${sellersId.trim()}`,
    buyersId?.trim() && `buyer's id ${buyersId.trim()}`,
    standardId && `standard id ${standardId.id}`,
    manufacturersId?.trim() && `manufacturer's id ${manufacturersId.trim()}`,
  ].filter(Boolean);
  const found = numbers.join(', ') || `no identifier${name ? `, name "${name}"` : ''}`;
  const what = { field: 'Item', found, facts: { item: namedItem(line) } };
  if (hits.length > 0) {
    const reason = lineReason(line, 'PRODUCT_AMBIGUOUS', { ...what, expected: 'identifiers of one product' });
    return { reasons: [{ ...reason, candidates: candidatesOf(hits) }] };
  }
  const expected = 'an article number, buyer’s id or GTIN of the shop';
  const reason = lineReason(line, 'PRODUCT_UNKNOWN', { ...what, expected });
  if (unknownLine === 'hold' || (unknownLine === 'asText' && !isPlainText(line))) return { reasons: [reason] };
  if (unknownLine !== 'asText') return { reasons: [{ ...reason, action: unknownLine }] };
  return { freeText: true, reasons: [{ ...reason, action: 'notify' }] };
}

/**
 * Can a line be delivered as it is written? It says what, how much, and for which price, its amount is quantity x price, and nothing is
 * added to it or taken off.
 */
function isPlainText(line: OrderLine): boolean {
  const { item, quantity, unit, price, allowanceCharges = [] } = line;
  const { amount = '', baseQuantity = '1', baseQuantityUnit = unit } = price ?? {};
  const isSaid = Boolean(item.name?.trim() || item.description?.trim());
  if (!isSaid || allowanceCharges.length > 0 || baseQuantityUnit !== unit) return false;
  if (![quantity, amount, baseQuantity].every(isDecimal)) return false;
  const [ordered, base] = [new Decimal(quantity.trim()), new Decimal(baseQuantity.trim())];
  if (!ordered.gt(0) || !base.gt(0)) return false;
  const exact = ordered.times(amount.trim()).div(base);
  return !judgeLineAmount(line, { currency: price?.currency ?? '', exact, rounding: new Decimal(0), action: 'hold' });
}

function candidatesOf(hits: readonly ProductHit[]): Candidate[] {
  return [...Map.groupBy(hits, ({ id }) => id).values()].flatMap((same): Candidate[] => {
    const [first] = same;
    if (!first) return [];
    const by = [...new Set(same.map((hit) => RUNG_WORDS[hit.by]))].join(', ');
    return [{ id: first.id, number: first.article_number, name: localText(first.name), by }];
  });
}

/** As the buyer names it, for a sentence. */
function namedItem({ item: { name, sellersId, buyersId, standardId, manufacturersId } }: OrderLine): NamedItem {
  const isGtin = standardId && isGtinScheme(standardId.scheme);
  const named = { name, sellersId, buyersId, [isGtin ? 'gtin' : 'standardId']: standardId?.id, manufacturersId };
  const present = Object.entries(named).flatMap(([key, value]) =>
    value?.trim() ? [[key, shortened(value.trim())]] : [],
  );
  return Object.fromEntries(present) as NamedItem;
}

/** A product that is not sold any more, with what took its place. */
export function withdrawn(line: OrderLine, hit: ProductHit): Reason {
  const { replacement_id: id, replacement_number: number, replacement_name: name } = hit;
  const candidates = id && number && name ? [{ id, number, name: localText(name), by: 'replacement' }] : [];
  const reason = lineReason(line, 'PRODUCT_WITHDRAWN', {
    field: 'Item',
    found: hit.article_number,
    expected: number ? `its replacement ${number}` : 'an active product',
    facts: {
      articleNumber: hit.article_number,
      ...(number && { replacement: name ? `${number} ${localText(name)}` : number }),
    },
  });
  return candidates.length > 0 ? { ...reason, candidates } : reason;
}
