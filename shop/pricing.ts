/**
 * The customer's price of the day. One rule chooses it:
 *
 * 0. Lists of a quotation or a contract count where that number is asked for, and then they alone.
 * 1. Only lists and prices in the order's currency that are valid on the day count, and of a list only prices whose quantity break the
 *    ordered quantity reaches. A price in a unit that the product does not know does not count.
 * 2. What the shop behind us told today of this customer goes before a customer list, that before a group list, that before a base list.
 * 3. Among lists of the same kind the lowest priority number wins, then the list that became valid last, then the code in alphabetical
 *    order.
 * 4. In the list the largest quantity break wins (compared in shop units), then the price that became valid last, then the unit in
 *    alphabetical order.
 */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
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
  /** Number of a quotation or a contract: of its lists; absent: of those that are of none. */
  readonly of?: { readonly quotation: string } | { readonly contract: string };
  /** What is meant to hold for longer than a day, as a catalogue: prices that a shop behind us has told at a moment do not count. */
  readonly lasting?: true;
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
  valid_to?: string | null;
  factor: string;
}

/** Decimals of the price of one shop unit. */
const PRICE_SCALE = 12;
/** Prices of this many days back are looked at when a price is explained. */
const DAYS_BACK = 400;
/** Prices of one article that are looked at then. */
const MOST_OTHERS = 50;

/** Lists of a customer, its group and everybody, with their rank. */
const applicable = (customerId: string): RawBuilder<unknown> => sql`
      select list.*, case when live then 0 else 1 end as rank from price_list list where kind = 'customer' and customer_id = ${customerId}
      union all
      select list.*, 2 from price_list list join customer on customer.customer_group = list.customer_group
        where list.kind = 'group' and customer.id = ${customerId}
      union all
      select list.*, 3 from price_list list where kind = 'base'`;

/** Condition on a list, that it is of the quotation or contract that is asked for. */
function isOf(of: PriceQuestion['of']): RawBuilder<unknown> {
  if (!of) return sql`quotation is null and contract is null`;
  return 'quotation' in of ? sql`quotation = ${of.quotation}` : sql`contract = ${of.contract}`;
}

/** The price of each item by the rule above; undefined where no list has one. One SQL statement for all items. */
export async function pricesOfTheDay(
  em: EntityManager,
  { customerId, day, currency, items, of, lasting }: PriceQuestion,
): Promise<(PriceOfTheDay | undefined)[]> {
  if (items.length === 0) return [];
  const { rows } = await sql<PriceRow>`
    with applicable as (${applicable(customerId)}
    ), list as materialized (
      select * from applicable where currency = ${currency} and ${day}::date between valid_from and valid_to and ${isOf(of)}
        and ${lasting ? sql`not live` : sql`true`}
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
    return row && priceOfTheDay(row, currency, of && ('quotation' in of ? 'quotation' : 'contract'));
  });
}

/**
 * Every price of each item that its customer may have meant: of all lists, for every quantity, and those of some time ago with their
 * last day (`validTo`). One SQL statement; asked only to explain a price that deviates.
 */
export async function otherPrices(
  em: EntityManager,
  { customerId, day, currency, items }: PriceQuestion,
): Promise<PriceOfTheDay[][]> {
  const { rows } = await sql<PriceRow>`
    with applicable as (${applicable(customerId)}
    ), list as materialized (
      select * from applicable where currency = ${currency} and ${isOf(undefined)} and valid_from <= ${day}::date and valid_to >= ${day}::date - ${DAYS_BACK}::int
    )
    select item.position::int as position, other.*
    from unnest(${items.map(({ productId }) => productId)}::uuid[]) with ordinality as item(product_id, position)
    cross join lateral (
      select list.kind, list.code, price.amount, price.unit, price.base_quantity, price.minimum_quantity as quantity_break,
        nullif(greatest(list.valid_from, price.valid_from), '-infinity')::text as valid_from,
        case when least(list.valid_to, price.valid_to) < ${day}::date then least(list.valid_to, price.valid_to)::text end as valid_to,
        coalesce(product_unit.factor, 1) as factor
      from list
      join price on price.price_list_id = list.id and price.product_id = item.product_id
      join product on product.id = price.product_id
      left join product_unit on product_unit.product_id = price.product_id and product_unit.unit = price.unit
        and price.unit <> product.unit
      where price.valid_from <= ${day}::date and price.valid_to >= ${day}::date - ${DAYS_BACK}::int
        and (price.unit = product.unit or product_unit.factor is not null)
      order by least(list.valid_to, price.valid_to) desc, list.rank, list.priority, list.code, price.minimum_quantity, price.unit
      limit ${MOST_OTHERS}
    ) other`.execute(em.getKysely());
  const found = Map.groupBy(rows, ({ position }) => position - 1);
  return items.map((_, index) => (found.get(index) ?? []).map((row) => priceOfTheDay(row, currency)));
}

function priceOfTheDay(row: PriceRow, currency: string, of?: 'quotation' | 'contract'): PriceOfTheDay {
  const perShopUnit = new Decimal(row.amount).div(row.base_quantity).div(row.factor);
  return {
    amount: plain(new Decimal(row.amount)),
    currency,
    unit: row.unit,
    baseQuantity: plain(new Decimal(row.base_quantity)),
    perShopUnit: plain(perShopUnit.toDecimalPlaces(PRICE_SCALE)),
    priceList: row.code,
    quantityBreak: plain(new Decimal(row.quantity_break)),
    chosenBy: of ?? row.kind,
    ...(row.valid_from !== null && { validFrom: row.valid_from }),
    ...(row.valid_to != null && { validTo: row.valid_to }),
  };
}
