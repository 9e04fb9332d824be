import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Decimal, isDecimal, plain } from '../formats/document/decimal.ts';
import type { OrderLine } from '../formats/document/order.ts';
import { agree } from './agree.ts';
import type { Candidate, MatchedBy, MatchedProduct, Reason } from './evaluation.ts';
import { normaliseGtin } from './identity.ts';
import { localText } from './localText.ts';
import type { LocalText } from './product.entity.ts';
import { lineReason as reason } from './reason.ts';
import { unitFactor, unitsText, type Units } from './units.ts';

/** What matching says about one line: the product if it is certain, its units, and the reasons to ask a person. */
export interface ProductMatch {
  readonly product?: MatchedProduct;
  readonly units?: Units;
  /** Ordered quantity in shop units; absent when the unit or the quantity makes no sense. */
  readonly shopQuantity?: string;
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
      product.minimum_quantity as minimum, product.maximum_quantity as maximum, product.multiple_quantity as multiple,
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
    reasons.push(reason(line, 'UNIT_UNKNOWN', 'Quantity/@unitCode', line.unit || 'no unit', unitsText(units)));
    return { product: matchedProduct(hit), units, reasons };
  }
  const { shopQuantity, problem } = judgeQuantity(line, hit, factor);
  if (problem) reasons.push(problem);
  return { product: matchedProduct(hit, factor), units, reasons, ...(shopQuantity && { shopQuantity }) };
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
  if (hits.length === 0)
    return reason(line, 'PRODUCT_UNKNOWN', 'Item', text, 'an article number, buyer’s id or GTIN of the shop');
  const candidates = [...Map.groupBy(hits, ({ id }) => id).values()].flatMap((same): Candidate[] => {
    const [first] = same;
    if (!first) return [];
    const by = [...new Set(same.map((hit) => RUNG_WORDS[hit.by]))].join(', ');
    return [{ id: first.id, number: first.article_number, name: localText(first.name), by }];
  });
  return { ...reason(line, 'PRODUCT_AMBIGUOUS', 'Item', text, 'identifiers of one product'), candidates };
}

function withdrawn(line: OrderLine, hit: ProductHit): Reason {
  const { replacement_id: id, replacement_number: number, replacement_name: name } = hit;
  const candidates = id && number && name ? [{ id, number, name: localText(name), by: 'replacement' }] : [];
  return {
    ...reason(
      line,
      'PRODUCT_WITHDRAWN',
      'Item',
      hit.article_number,
      number ? `its replacement ${number}` : 'an active product',
    ),
    ...(candidates.length > 0 && { candidates }),
  };
}

function judgeQuantity(line: OrderLine, hit: ProductHit, factor: Decimal): { shopQuantity?: string; problem?: Reason } {
  const ordered = isDecimal(line.quantity) ? new Decimal(line.quantity.trim()) : undefined;
  const refuse = (expected: string): Reason =>
    reason(line, 'QUANTITY_NOT_ALLOWED', 'Quantity', `${line.quantity} ${line.unit}`, expected);
  if (!ordered?.gt(0)) return { problem: refuse('more than 0') };
  const quantity = ordered.times(factor).toDecimalPlaces(QUANTITY_SCALE);
  if (quantity.gte(QUANTITY_LIMIT) || quantity.isZero())
    return { problem: refuse('a quantity with at most 15 digits') };
  const shopQuantity = plain(quantity);
  const unit = hit.unit;
  if (hit.minimum !== null && quantity.lt(hit.minimum)) {
    return { shopQuantity, problem: refuse(`at least ${plain(new Decimal(hit.minimum))} ${unit}`) };
  }
  if (hit.maximum !== null && quantity.gt(hit.maximum)) {
    return { shopQuantity, problem: refuse(`at most ${plain(new Decimal(hit.maximum))} ${unit}`) };
  }
  if (hit.multiple !== null && !quantity.mod(hit.multiple).isZero()) {
    return { shopQuantity, problem: refuse(`a multiple of ${plain(new Decimal(hit.multiple))} ${unit}`) };
  }
  return { shopQuantity };
}
