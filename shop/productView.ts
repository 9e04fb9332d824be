import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { inAssortment, type Shopper } from './assortment.ts';
import type { PriceOfTheDay } from './evaluation.ts';
import { localText } from './localText.ts';
import { pricesOfTheDay } from './pricing.ts';
import type { Classification, LocalText, VatRate } from './product.entity.ts';
import { listedRow, priced, type ListedProduct, type ListedRow } from './productList.ts';

/** A unit that the product may be ordered in. */
export interface OrderUnit {
  /** UN/ECE Recommendation 20. */
  readonly unit: string;
  /** Shop units in one of it, a decimal string; 1 for the shop unit itself. */
  readonly factor: string;
}

/** The price that holds from a quantity on, with the reason it was chosen for (`priceList`, `chosenBy`, `validFrom`). */
export interface PriceStep {
  /** In shop units; 0 where there is no break. */
  readonly from: string;
  readonly price: PriceOfTheDay;
}

/** Everything that a product's page shows. */
export interface ProductView extends ListedProduct {
  readonly description?: string;
  /** Addresses; the first is the main picture. */
  readonly pictures: readonly string[];
  /** The shop unit first. */
  readonly units: readonly OrderUnit[];
  readonly gtins: readonly string[];
  readonly classifications: readonly Classification[];
  readonly labels: readonly string[];
  readonly manufacturerNumber?: string;
  readonly contractNumber?: string;
  readonly materialGroup?: string;
  /** VAT by country. */
  readonly vat: readonly VatRate[];
  /** By quantity, smallest first; without a price in any list, none. */
  readonly prices: readonly PriceStep[];
  /** May it be bought under the agreement's assortment? A withdrawn product may not, whatever this says. */
  readonly allowed: boolean;
}

/** As it comes from the database: texts in every language, prices apart. */
export interface ViewRow extends ListedRow, Omit<ProductView, keyof ListedProduct | 'description' | 'prices'> {
  readonly description: LocalText;
  /** Every quantity from which on a list of the customer may have another price, in shop units. */
  readonly breaks: readonly string[];
}

/** Quantity breaks that are shown, of all lists together. */
const MOST_BREAKS = 100;

/**
 * A product as this shopper sees it, withdrawn and not allowed ones included; undefined when the shop has none such. Four SQL statements
 * at most.
 */
export async function productView(
  em: EntityManager,
  shopper: Shopper,
  by: { readonly articleNumber: string } | { readonly id: string },
): Promise<ProductView | undefined> {
  const row = await findRow(em, shopper, by);
  if (!row) return undefined;
  const { breaks, description, units, ...facts } = row;
  const [listed] = await priced(em, shopper, [facts]);
  const described = localText(description, shopper.language);
  return {
    ...listed!,
    units: [{ unit: row.unit, factor: '1' }, ...units],
    ...(described !== '' && { description: described }),
    prices: await priceSteps(em, shopper, row.id, breaks),
  };
}

async function findRow(
  em: EntityManager,
  shopper: Shopper,
  by: { readonly articleNumber: string } | { readonly id: string },
): Promise<ViewRow | undefined> {
  const allowed = (await inAssortment(em, shopper)) ?? sql<boolean>`true`;
  const condition = 'id' in by ? sql`product.id = ${by.id}` : sql`product.article_number = ${by.articleNumber}`;
  const { rows } = await sql<{ row: ViewRow }>`
    select ${viewRow(shopper, allowed)} as row from product where ${condition}`.execute(em.getKysely());
  return rows[0]?.row;
}

/** JSON of a row of `product` with everything that its page shows but prices. */
export function viewRow(shopper: Shopper, allowed: RawBuilder<boolean>): RawBuilder<ViewRow> {
  return sql<ViewRow>`(${listedRow(shopper)}::jsonb || json_strip_nulls(json_build_object('description', description, 'pictures', pictures,
      'units', array(select json_build_object('unit', unit, 'factor', trim_scale(factor)::text)
        from product_unit where product_id = product.id and unit <> product.unit order by factor, unit),
      'gtins', array(select value from product_identifier where product_id = product.id and kind = 'gtin' order by value),
      'classifications', classifications, 'labels', labels, 'manufacturerNumber', manufacturer_number,
      'contractNumber', contract_number, 'materialGroup', material_group, 'vat', vat, 'allowed', coalesce(${allowed}, false),
      'breaks', array(${breaksOf(shopper)})))::jsonb)`;
}

/** Every quantity from which on a list of the customer may have another price of a row of `product`, as text. */
export function breaksOf({ customerId, day, currency }: Shopper): RawBuilder<unknown> {
  return sql`
    select trim_scale(quantity)::text from (
      select distinct price.minimum_quantity * coalesce(product_unit.factor, 1) as quantity
      from price
      join price_list list on list.id = price.price_list_id and list.currency = ${currency}
        and list.quotation is null and list.contract is null and ${day}::date between list.valid_from and list.valid_to
        and (list.kind = 'base' or list.customer_id = ${customerId}::uuid or list.customer_group =
          (select customer_group from customer where id = ${customerId}::uuid))
      left join product_unit on product_unit.product_id = price.product_id and product_unit.unit = price.unit
        and price.unit <> product.unit
      where price.product_id = product.id and ${day}::date between price.valid_from and price.valid_to
      order by quantity limit ${MOST_BREAKS}
    ) break order by quantity`;
}

/** The rule of shop/pricing.ts at every break: a list that begins later may take over from one that went before. */
async function priceSteps(
  em: EntityManager,
  shopper: Shopper,
  productId: string,
  breaks: readonly string[],
): Promise<PriceStep[]> {
  const items = breaks.map((shopQuantity) => ({ productId, shopQuantity }));
  return stepsOf(breaks, await pricesOfTheDay(em, { ...shopper, items }));
}

/** The steps of a product from its price at every break; where nothing changes there is none. */
export function stepsOf(breaks: readonly string[], prices: readonly (PriceOfTheDay | undefined)[]): PriceStep[] {
  const steps: PriceStep[] = [];
  for (const [index, from] of breaks.entries()) {
    const price = prices[index];
    const before = steps.at(-1)?.price;
    if (price && (price.perShopUnit !== before?.perShopUnit || price.priceList !== before.priceList)) {
      steps.push({ from, price });
    }
  }
  return steps;
}
