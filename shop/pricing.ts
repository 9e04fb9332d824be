/**
 * The customer's price of the day. One rule chooses it:
 *
 * 1. Only lists and prices in the order's currency that are valid on the day count, and of a list only prices whose quantity break the
 *    ordered quantity reaches. A price in a unit that the product does not know does not count.
 * 2. A customer list goes before a group list, a group list before a base list.
 * 3. Among lists of the same kind the lowest priority number wins, then the list that became valid last, then the code in alphabetical
 *    order.
 * 4. In the list the largest quantity break wins (compared in shop units), then the price that became valid last, then the unit in
 *    alphabetical order.
 */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Decimal, plain } from '../formats/document/decimal.ts';
import type { PriceOfTheDay } from './evaluation.ts';

export interface PriceItem {
  readonly productId: string;
  /** Ordered quantity in shop units. */
  readonly shopQuantity: string;
}

export interface PriceQuestion {
  readonly customerId: string;
  /** Business day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly currency: string;
  readonly items: readonly PriceItem[];
}

interface PriceRow {
  position: number;
  kind: 'customer' | 'group' | 'base';
  code: string;
  amount: string;
  unit: string;
  base_quantity: string;
  quantity_break: string;
  valid_from: string | null;
  factor: string;
}

/** Decimals of the price of one shop unit. */
const PRICE_SCALE = 12;

/** The price of each item by the rule above; undefined where no list has one. One SQL statement for all items. */
export async function pricesOfTheDay(
  em: EntityManager,
  { customerId, day, currency, items }: PriceQuestion,
): Promise<(PriceOfTheDay | undefined)[]> {
  if (items.length === 0) return [];
  const { rows } = await sql<PriceRow>`
    with applicable as (
      select list.*, 1 as rank from price_list list where kind = 'customer' and customer_id = ${customerId}
      union all
      select list.*, 2 from price_list list join customer on customer.customer_group = list.customer_group
        where list.kind = 'group' and customer.id = ${customerId}
      union all
      select list.*, 3 from price_list list where kind = 'base'
    ), list as materialized (
      select * from applicable where currency = ${currency} and ${day}::date between valid_from and valid_to
    )
    select item.position::int as position, best.*
    from unnest(${items.map(({ productId }) => productId)}::uuid[], ${items.map(({ shopQuantity }) => shopQuantity)}::numeric[])
      with ordinality as item(product_id, quantity, position)
    cross join lateral (
      select list.kind, list.code, price.amount, price.unit, price.base_quantity, price.minimum_quantity as quantity_break,
        nullif(greatest(list.valid_from, price.valid_from), '-infinity')::text as valid_from,
        coalesce(product_unit.factor, 1) as factor
      from list
      join price on price.price_list_id = list.id and price.product_id = item.product_id
      join product on product.id = price.product_id
      left join product_unit on product_unit.product_id = price.product_id and product_unit.unit = price.unit
        and price.unit <> product.unit
      where ${day}::date between price.valid_from and price.valid_to
        and (price.unit = product.unit or product_unit.factor is not null)
        and price.minimum_quantity * coalesce(product_unit.factor, 1) <= item.quantity
      order by list.rank, list.priority, list.valid_from desc, list.code,
        price.minimum_quantity * coalesce(product_unit.factor, 1) desc, price.valid_from desc, price.unit
      limit 1
    ) best`.execute(em.getKysely());
  const found = new Map(rows.map((row) => [row.position, row]));
  return items.map((_, index) => {
    const row = found.get(index + 1);
    return row && priceOfTheDay(row, currency);
  });
}

function priceOfTheDay(row: PriceRow, currency: string): PriceOfTheDay {
  const perShopUnit = new Decimal(row.amount).div(row.base_quantity).div(row.factor);
  return {
    amount: plain(new Decimal(row.amount)),
    currency,
    unit: row.unit,
    baseQuantity: plain(new Decimal(row.base_quantity)),
    perShopUnit: plain(perShopUnit.toDecimalPlaces(PRICE_SCALE)),
    priceList: row.code,
    quantityBreak: plain(new Decimal(row.quantity_break)),
    chosenBy: row.kind,
    ...(row.valid_from !== null && { validFrom: row.valid_from }),
  };
}
