import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { plain } from '../formats/document/decimal.ts';
import type { OrderLine } from '../formats/document/order.ts';
import type { MatchedProduct, Reason } from './evaluation.ts';
import { isGtinScheme, normaliseGtin } from './identity.ts';
import { localText } from './localText.ts';
import { usualMatching, type MatchPolicy, type Memory, type ProductRung } from './matchPolicy.ts';
import { judgeQuantity } from './orderedQuantity.ts';
import { climb, type ProductHit, type WantedProduct } from './productLadder.ts';
import type { VatRate } from './product.entity.ts';
import { itemKey } from './rememberedKey.ts';
import { orderedUnit, unitContradiction, unitUnknown, type Units } from './units.ts';
import { unmatched, withdrawn } from './unmatched.ts';

/** What matching says about one line: the product if it is certain, its units, and the reasons to ask a person. */
export interface ProductMatch {
  readonly product?: MatchedProduct;
  readonly units?: Units;
  /** Ordered quantity in shop units; absent when the unit or the quantity makes no sense. */
  readonly shopQuantity?: string;
  /** VAT of the product by country. */
  readonly vat?: readonly VatRate[];
  /** What was told last of the product's stock, in shop units. */
  readonly stock?: string;
  /** The agreement takes the line in the buyer's words, without a product. */
  readonly freeText?: true;
  readonly reasons: readonly Reason[];
}

export interface MatchQuestion {
  /** Absent while the customer is not known: then buyers' ids say nothing. */
  readonly customerId: string | undefined;
  readonly lines: readonly OrderLine[];
  /** Absent: that of an agreement that says nothing. */
  readonly policy?: MatchPolicy | undefined;
  /** Absent: nothing is remembered. */
  readonly memory?: Memory | undefined;
  /** Products of the cart lines that lines come from, by position in the document. */
  readonly fromCarts?: ReadonlyMap<number, string> | undefined;
}

/**
 * Finds the product of each line by the ladder of the agreement. What a person has answered before decides alone; otherwise all
 * identifiers that are known must name the same product, or a person is asked; nothing is guessed by name. Which rows the database
 * finds first does not matter. One SQL statement for all lines.
 */
export async function matchLines(em: EntityManager, question: MatchQuestion): Promise<ProductMatch[]> {
  const { lines, policy = usualMatching } = question;
  const wanted = lines.map((line) => wantedProduct(line, question));
  const rows = await findProducts(em, wanted, question);
  const byLine = Map.groupBy(rows, ({ position }) => position - 1);
  return lines.map((line, index) => judgeLine(line, wanted[index] ?? {}, { hits: byLine.get(index) ?? [], policy }));
}

async function findProducts(
  em: EntityManager,
  wanted: readonly WantedProduct[],
  { customerId, memory }: MatchQuestion,
): Promise<ProductHit[]> {
  const named = (by: keyof WantedProduct) => sql`${wanted.map((one) => one[by] ?? null)}`;
  const { rows } = await sql<ProductHit>`
    with wanted as (
      select * from unnest(${named('sellersItemId')}::text[], ${named('alias')}::text[], ${named('buyersItemId')}::text[],
        ${named('gtin')}::text[], ${named('cart')}::uuid[], ${named('manufacturersId')}::text[], ${named('remembered')}::char(64)[])
        with ordinality as line(sellers, alias, buyers, gtin, cart, manufacturers, remembered, position)
    ), hit as (
      select position, product.id, 'sellersItemId' as by from wanted join product on product.article_number = wanted.sellers
      union all
      select position, known.product_id, 'alias' from wanted
        join product_identifier known on known.kind = 'alias' and known.value = wanted.alias
      union all
      select position, known.product_id, 'buyersItemId' from wanted
        join buyers_number known on known.customer_id = ${customerId ?? null}::uuid and known.value = wanted.buyers
      union all
      select position, known.product_id, 'gtin' from wanted
        join product_identifier known on known.kind = 'gtin' and known.value = wanted.gtin
      union all
      select position, wanted.cart, 'cart' from wanted where wanted.cart is not null
      union all
      select position, product.id, 'manufacturersId' from wanted
        join product on (number_key(product.manufacturer_number) collate "C") = (number_key(wanted.manufacturers) collate "C")
          and product.manufacturer_number = wanted.manufacturers
      union all
      select position, known.product_id, 'remembered' from wanted
        join remembered_match known on known.partner_id = ${memory?.partnerId ?? null}::uuid and known.mode = ${memory?.mode ?? null}
          and known.kind = 'product' and known.key_hash = wanted.remembered
          and coalesce(known.until, 'infinity') >= ${memory?.day ?? null}::date
    )
    select hit.position::int as position, hit.by, product.id, product.article_number, product.name, product.status, product.unit,
      product.minimum_quantity as minimum, product.maximum_quantity as maximum, product.multiple_quantity as multiple, product.vat, product.stock,
      (select json_object_agg(unit, trim_scale(factor)::text order by unit) from product_unit where product_id = product.id) as units,
      replacement.id as replacement_id, replacement.article_number as replacement_number, replacement.name as replacement_name
    from hit join product on product.id = hit.id
    left join product replacement on product.status = 'withdrawn' and replacement.article_number = product.replaced_by
    order by hit.position, product.article_number`.execute(em.getKysely());
  return rows;
}

/** What the rungs of the agreement look for; a rung without a value, or that the agreement does not have, is absent. */
function wantedProduct(
  { item, position }: OrderLine,
  { customerId, policy = usualMatching, memory, fromCarts }: MatchQuestion,
): WantedProduct {
  const { standardId } = item;
  const gtin = standardId && isGtinScheme(standardId.scheme) ? standardId.id : '';
  const said: Readonly<Record<ProductRung, string | undefined>> = {
    sellersItemId: item.sellersId?.trim(),
    alias: item.sellersId?.trim(),
    buyersItemId: item.buyersId?.trim(),
    gtin: normaliseGtin(gtin),
    cart: fromCarts?.get(position),
    manufacturersId: item.manufacturersId?.trim(),
  };
  const rungs = policy.products.flatMap((rung) => (said[rung] ? [[rung, said[rung]]] : []));
  const remembered = memory && itemKey(item, customerId)?.hash;
  return { ...Object.fromEntries(rungs), ...(remembered !== undefined && { remembered }) };
}

function judgeLine(
  line: OrderLine,
  wanted: WantedProduct,
  { hits, policy }: { readonly hits: readonly ProductHit[]; readonly policy: MatchPolicy },
): ProductMatch {
  const { found, known } = climb(wanted, hits, policy.products);
  if (!found) return unmatched(line, known, policy.unknownLine);
  const { hit, others } = found;

  const units: Units = { shopUnit: hit.unit, factors: hit.units ?? {}, theirs: policy.units };
  const reasons: Reason[] = [];
  if (hit.status === 'withdrawn') reasons.push(withdrawn(line, hit));
  const matched = { productId: hit.id, articleNumber: hit.article_number, name: localText(hit.name), by: hit.by };
  const product = { ...matched, ...(others.length > 0 && { others }), shopUnit: hit.unit };
  const { factor, contradiction } = orderedUnit(units, line);
  if (!factor) {
    reasons.push(unitUnknown(line, 'Quantity/@unitCode', line.unit, { articleNumber: hit.article_number, units }));
    return { product, units, reasons };
  }
  if (contradiction !== undefined) {
    const ours = `${plain(factor)} ${hit.unit}`;
    reasons.push(unitContradiction(line, contradiction, { articleNumber: hit.article_number, ours }));
  }
  const { shopQuantity, problem } = judgeQuantity(line, hit, factor);
  if (problem) reasons.push(problem);
  return {
    product: { ...product, unitFactor: plain(factor) },
    units,
    vat: hit.vat,
    ...(hit.stock !== null && { stock: hit.stock }),
    reasons,
    ...(shopQuantity && { shopQuantity }),
  };
}
