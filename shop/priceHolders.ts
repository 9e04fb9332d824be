import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Decimal, plain } from '../formats/document/decimal.ts';
import type { PriceListKind } from './price.entity.ts';

export interface HolderQuestion {
  readonly productId: string;
  /** Business day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly currency: string;
  /** In shop units. */
  readonly shopQuantity: string;
  /** Only lists that may count for this customer. */
  readonly customerId?: string | undefined;
}

/** The price that a list has for a product, and whom the list is for. Lists of a quotation or a contract say of which. */
export interface HeldPrice {
  readonly list: string;
  readonly listName: string;
  readonly kind: PriceListKind;
  readonly customer?: { readonly number: string; readonly name: string };
  readonly group?: string;
  readonly quotation?: string;
  readonly contract?: string;
  readonly priority: number;
  readonly amount: string;
  readonly unit: string;
  readonly baseQuantity: string;
  readonly minimumQuantity: string;
  readonly perShopUnit: string;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** More lists than a person would look through. */
const MOST_LISTS = 200;

/**
 * The price of each list that has one on a day for a quantity, in the order in which lists count (shop/pricing.ts): of a customer, of a
 * group, of everybody; by priority; the later one; by code. For a customer the first without quotation and contract is the price of the day.
 */
export async function pricesByList(em: EntityManager, question: HolderQuestion): Promise<HeldPrice[]> {
  const { productId, day, currency, shopQuantity, customerId } = question;
  const ofCustomer = sql`(list.kind = 'base' or list.customer_id = ${customerId ?? null}::uuid
    or list.customer_group = (select customer_group from customer where id = ${customerId ?? null}::uuid))`;
  const { rows } = await sql<{ held: HeldPrice & { readonly factor: string } }>`
    select json_strip_nulls(json_build_object('list', list.code, 'listName', list.name, 'kind', list.kind,
      'customer', case when owner.id is not null then json_build_object('number', owner.number, 'name', owner.name) end,
      'group', list.customer_group, 'quotation', list.quotation, 'contract', list.contract, 'priority', list.priority,
      'amount', trim_scale(best.amount)::text, 'unit', best.unit, 'baseQuantity', trim_scale(best.base_quantity)::text,
      'minimumQuantity', trim_scale(best.minimum_quantity)::text, 'factor', best.factor::text,
      'validFrom', nullif(greatest(list.valid_from, best.valid_from), '-infinity')::text,
      'validTo', nullif(least(list.valid_to, best.valid_to), 'infinity')::text)) as held
    from price_list list left join customer owner on owner.id = list.customer_id
    cross join lateral (
      select price.*, coalesce(product_unit.factor, 1) as factor from price
      join product on product.id = price.product_id
      left join product_unit on product_unit.product_id = price.product_id and product_unit.unit = price.unit
        and price.unit <> product.unit
      where price.price_list_id = list.id and price.product_id = ${productId}
        and ${day}::date between price.valid_from and price.valid_to
        and (price.unit = product.unit or product_unit.factor is not null)
        and price.minimum_quantity * coalesce(product_unit.factor, 1) <= ${shopQuantity}::numeric
      order by price.minimum_quantity * coalesce(product_unit.factor, 1) desc, price.valid_from desc, price.unit
      limit 1
    ) best
    where list.currency = ${currency} and ${day}::date between list.valid_from and list.valid_to
      and (${customerId === undefined} or ${ofCustomer})
    order by case list.kind when 'customer' then 1 when 'group' then 2 else 3 end, list.priority, list.valid_from desc, list.code
    limit ${MOST_LISTS}`.execute(em.getKysely());
  return rows.map(({ held: { factor, ...held } }) => ({
    ...held,
    perShopUnit: plain(new Decimal(held.amount).div(held.baseQuantity).div(factor).toDecimalPlaces(12)),
  }));
}
