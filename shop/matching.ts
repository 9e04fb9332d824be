import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Decimal, isDecimal, plain } from '../formats/document/decimal.ts';
import type { OrderLine } from '../formats/document/order.ts';
import { agree } from './agree.ts';
import type { Candidate, MatchedBy, MatchedProduct, NamedItem, QuantityLimit, Reason } from './evaluation.ts';
import { normaliseGtin } from './identity.ts';
import { localText } from './localText.ts';
import type { LocalText, VatRate } from './product.entity.ts';
import { lineReason, shortened } from './reason.ts';
import { unitFactor, unitUnknown, type Units } from './units.ts';

/** What matching says about one line: the product if it is certain, its units, and the reasons to ask a person. */
export interface ProductMatch {
  readonly product?: MatchedProduct;
  readonly units?: Units;
  /** Ordered quantity in shop units; absent when the unit or the quantity makes no sense. */
  readonly shopQuantity?: string;
  /** VAT of the product by country. */
  readonly vat?: readonly VatRate[];
  readonly reasons: readonly Reason[];
}

/** The rungs of the ladder, from the surest. An alias is looked up only for a seller's id that is no article number. */
const RUNGS = ['sellersItemId', 'alias', 'buyersItemId', 'gtin'] as const satisfies readonly MatchedBy[];
const RUNG_WORDS: Readonly<Record<MatchedBy, string>> = {
  sellersItemId: "seller's article number",
  alias: 'alias',
  buyersItemId: "buyer's article number",
  gtin: 'GTIN',
  decision: 'decision',
};
const GTIN_SCHEMES = new Set(['', 'GTIN', 'EAN', 'EAN13', '0160']);
/** Places of order_line.shop_quantity. */
const QUANTITY_SCALE = 12;
const QUANTITY_LIMIT = new Decimal('1e15');

interface ProductHit {
  position: number;
  by: MatchedBy;
  id: string;
  article_number: string;
  name: LocalText;
  status: 'active' | 'withdrawn';
  unit: string;
  minimum: string | null;
  maximum: string | null;
  multiple: string | null;
  vat: VatRate[];
  units: Record<string, string> | null;
  replacement_id: string | null;
  replacement_number: string | null;
  replacement_name: LocalText | null;
}

/** Identifiers of one line that a product may be found by; null where the line has none. */
interface WantedProduct {
  sellers: string | null;
  buyers: string | null;
  gtin: string | null;
}

export interface MatchQuestion {
  /** Absent while the customer is not known: then buyers' ids say nothing. */
  readonly customerId: string | undefined;
  readonly lines: readonly OrderLine[];
}

/**
 * Finds the product of each line by the ladder seller's id, alias, buyer's id of this customer, GTIN. All identifiers that are known
 * must name the same product, otherwise a person is asked; nothing is guessed by name. One SQL statement for all lines.
 */
export async function matchLines(em: EntityManager, { customerId, lines }: MatchQuestion): Promise<ProductMatch[]> {
  const wanted = lines.map(wantedProduct);
  const { rows } = await sql<ProductHit>`
    with wanted as (
      select * from unnest(${wanted.map(({ sellers }) => sellers)}::text[], ${wanted.map(({ buyers }) => buyers)}::text[],
        ${wanted.map(({ gtin }) => gtin)}::text[]) with ordinality as line(sellers, buyers, gtin, position)
    ), hit as (
      select position, product.id, 'sellersItemId' as by from wanted join product on product.article_number = wanted.sellers
      union all
      select position, known.product_id, 'alias' from wanted
        join product_identifier known on known.kind = 'alias' and known.value = wanted.sellers
      union all
      select position, known.product_id, 'buyersItemId' from wanted
        join buyers_number known on known.customer_id = ${customerId ?? null}::uuid and known.value = wanted.buyers
      union all
      select position, known.product_id, 'gtin' from wanted
        join product_identifier known on known.kind = 'gtin' and known.value = wanted.gtin
    )
    select hit.position::int as position, hit.by, product.id, product.article_number, product.name, product.status, product.unit,
      product.minimum_quantity as minimum, product.maximum_quantity as maximum, product.multiple_quantity as multiple, product.vat,
      (select json_object_agg(unit, trim_scale(factor)::text) from product_unit where product_id = product.id) as units,
      replacement.id as replacement_id, replacement.article_number as replacement_number, replacement.name as replacement_name
    from hit join product on product.id = hit.id
    left join product replacement on product.status = 'withdrawn' and replacement.article_number = product.replaced_by
    order by hit.position, product.article_number`.execute(em.getKysely());
  const byLine = Map.groupBy(rows, ({ position }) => position - 1);
  return lines.map((line, index) => judgeLine(line, wanted[index], byLine.get(index) ?? []));
}

function wantedProduct({ item }: OrderLine): WantedProduct {
  const standard = item.standardId;
  const isGtin = standard && GTIN_SCHEMES.has((standard.scheme ?? '').trim().toUpperCase());
  return {
    sellers: item.sellersId?.trim() || null,
    buyers: item.buyersId?.trim() || null,
    gtin: (isGtin && normaliseGtin(standard.id)) || null,
  };
}

function judgeLine(line: OrderLine, wanted: WantedProduct | undefined, hits: readonly ProductHit[]): ProductMatch {
  const rungs: readonly MatchedBy[] = RUNGS.filter(
    (by) => by !== 'alias' || !hits.some((hit) => hit.by === 'sellersItemId'),
  );
  const counted = hits.filter((hit) => rungs.includes(hit.by));
  const { one } = agree(rungs.map((by) => new Set(counted.filter((hit) => hit.by === by).map(({ id }) => id))));
  const hit = rungs.flatMap((by) => counted.filter((candidate) => candidate.by === by && candidate.id === one))[0];
  if (!hit) return { reasons: [unmatched(line, wanted, counted)] };

  const units: Units = { shopUnit: hit.unit, factors: hit.units ?? {} };
  const reasons: Reason[] = [];
  if (hit.status === 'withdrawn') reasons.push(withdrawn(line, hit));
  const factor = unitFactor(units, line.unit);
  if (!factor) {
    const article = { articleNumber: hit.article_number, units };
    reasons.push(unitUnknown(line, 'Quantity/@unitCode', line.unit, article));
    return { product: matchedProduct(hit), units, reasons };
  }
  const { shopQuantity, problem } = judgeQuantity(line, hit, factor);
  if (problem) reasons.push(problem);
  return {
    product: matchedProduct(hit, factor),
    units,
    vat: hit.vat,
    reasons,
    ...(shopQuantity && { shopQuantity }),
  };
}

function matchedProduct(hit: ProductHit, factor?: Decimal): MatchedProduct {
  return {
    productId: hit.id,
    articleNumber: hit.article_number,
    name: localText(hit.name),
    by: hit.by,
    shopUnit: hit.unit,
    ...(factor && { unitFactor: plain(factor) }),
  };
}

function unmatched(line: OrderLine, wanted: WantedProduct | undefined, hits: readonly ProductHit[]): Reason {
  const found = [
    wanted?.sellers && `seller's id ${wanted.sellers}`,
    wanted?.buyers && `buyer's id ${wanted.buyers}`,
    line.item.standardId && `standard id ${line.item.standardId.id}`,
  ].filter(Boolean);
  const text = found.join(', ') || `no identifier${line.item.name ? `, name "${line.item.name}"` : ''}`;
  const what = { field: 'Item', found: text, facts: { item: namedItem(line) } };
  if (hits.length === 0) {
    const expected = 'an article number, buyer’s id or GTIN of the shop';
    return lineReason(line, 'PRODUCT_UNKNOWN', { ...what, expected });
  }
  const candidates = [...Map.groupBy(hits, ({ id }) => id).values()].flatMap((same): Candidate[] => {
    const [first] = same;
    if (!first) return [];
    const by = [...new Set(same.map((hit) => RUNG_WORDS[hit.by]))].join(', ');
    return [{ id: first.id, number: first.article_number, name: localText(first.name), by }];
  });
  return { ...lineReason(line, 'PRODUCT_AMBIGUOUS', { ...what, expected: 'identifiers of one product' }), candidates };
}

/** As the buyer names it, for a sentence. */
function namedItem({ item: { name, sellersId, buyersId, standardId } }: OrderLine): NamedItem {
  const isGtin = standardId && GTIN_SCHEMES.has((standardId.scheme ?? '').trim().toUpperCase());
  const named = { name, sellersId, buyersId, [isGtin ? 'gtin' : 'standardId']: standardId?.id };
  const present = Object.entries(named).flatMap(([key, value]) =>
    value?.trim() ? [[key, shortened(value.trim())]] : [],
  );
  return Object.fromEntries(present) as NamedItem;
}

function withdrawn(line: OrderLine, hit: ProductHit): Reason {
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

function judgeQuantity(line: OrderLine, hit: ProductHit, factor: Decimal): { shopQuantity?: string; problem?: Reason } {
  const ordered = isDecimal(line.quantity) ? new Decimal(line.quantity.trim()) : undefined;
  const refuse = (limit: QuantityLimit): Reason =>
    lineReason(line, 'QUANTITY_NOT_ALLOWED', {
      field: 'Quantity',
      found: `${line.quantity} ${line.unit}`,
      expected: limitText(limit),
      facts: { articleNumber: hit.article_number, limit },
    });
  if (!ordered?.gt(0)) return { problem: refuse({ kind: 'positive' }) };
  const quantity = ordered.times(factor).toDecimalPlaces(QUANTITY_SCALE);
  if (quantity.gte(QUANTITY_LIMIT) || quantity.isZero()) return { problem: refuse({ kind: 'digits' }) };
  const passed = passedLimit(quantity, hit);
  return { shopQuantity: plain(quantity), ...(passed && { problem: refuse(passed) }) };
}

function passedLimit(quantity: Decimal, { minimum, maximum, multiple, unit }: ProductHit): QuantityLimit | undefined {
  const limit = (kind: 'minimum' | 'maximum' | 'multiple', value: string): QuantityLimit => ({
    kind,
    of: `${plain(new Decimal(value))} ${unit}`,
  });
  if (minimum !== null && quantity.lt(minimum)) return limit('minimum', minimum);
  if (maximum !== null && quantity.gt(maximum)) return limit('maximum', maximum);
  if (multiple !== null && !quantity.mod(multiple).isZero()) return limit('multiple', multiple);
  return undefined;
}

const LIMIT_WORDS: Readonly<Record<QuantityLimit['kind'], string>> = {
  positive: 'more than 0',
  digits: 'a quantity with at most 15 digits',
  minimum: 'at least',
  maximum: 'at most',
  multiple: 'a multiple of',
};

function limitText({ kind, of }: QuantityLimit): string {
  return [LIMIT_WORDS[kind], of].filter(Boolean).join(' ');
}
