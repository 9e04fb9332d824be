/**
 * Prices and stock that the shop behind us tells at the moment. They are stored as prices of a list of the customer's own that goes
 * before all others and holds for one day (`price_list.live`), so that search, cart, orders and explanations find them where they find
 * every price. What could not be told is noted with its reason in `live_answer`.
 */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { noteCall } from './connection.ts';
import { decimal, positive } from './input/common.ts';
import type { LiveFault } from './liveFault.ts';
import type { LiveEffect } from './liveReason.ts';
import { ShopError, type LiveArticle, type LivePrice, type ShopPort } from './port.ts';

/** A shop that can be asked. */
export interface LiveShop {
  readonly livePrices: NonNullable<ShopPort['livePrices']>;
  /** For so long an answer is not asked for again. */
  readonly cacheSeconds: number;
  /** What counts where it does not tell a price. */
  readonly policy: LiveEffect;
}

export interface LiveAsking {
  readonly customerId: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Business day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly productIds: readonly string[];
  readonly now: Date;
  /** Ask also for what failed a moment ago: an order does, a page does not. */
  readonly insist?: boolean;
  /** Milliseconds after which no further call is made; absent: each call is bounded, their sum is not. */
  readonly patience?: number;
}

export interface LiveOutcome {
  /** Articles that were asked for, and those of them that have no price from the shop. */
  readonly asked: number;
  readonly failed: number;
  /** It did not answer, or not in a way that can be read: it may, later. */
  readonly isSilent: boolean;
}

/** Articles of one call. */
const AT_ONCE = 100;
/** A shop that was silent is not asked again by pages for so long, so that it slows down one page and not every one. Milliseconds. */
const PAUSE_AFTER_FAULT = 10_000;
/** Days for which earlier answers explain an order's old price. */
const DAYS_KEPT = 30;
const LONGEST_FOUND = 60;

interface Asked {
  productId: string;
  articleNumber: string;
  unit: string;
  units: string[];
  customer: string;
}

/**
 * Asks for every article whose answer is older than the cache allows, and stores what comes. An answer that cannot be used changes
 * nothing: the price that was there stays, and the reason is noted. Never throws for what the shop does.
 */
export async function refreshLivePrices(em: EntityManager, shop: LiveShop, asking: LiveAsking): Promise<LiveOutcome> {
  const open = await openArticles(em, shop, asking);
  const end = performance.now() + (asking.patience ?? Infinity);
  let [failed, isSilent] = [0, false];
  for (let start = 0; start < open.length; start += AT_ONCE) {
    const batch = open.slice(start, start + AT_ONCE);
    // A shop that was silent once is not waited for batch by batch.
    const answers = isSilent || performance.now() > end ? batch.map(silent) : await ask(em, shop, batch, asking);
    isSilent ||= answers.some(({ fault }) => fault?.code === 'silent');
    failed += answers.filter(({ fault }) => fault !== undefined).length;
    await em.transactional((tx) => store(tx, answers, asking));
  }
  return { asked: open.length, failed, isSilent };
}

/** Faults of the last answers about these products, by product. */
export async function liveFaults(
  em: EntityManager,
  { customerId, currency, productIds }: Pick<LiveAsking, 'customerId' | 'currency' | 'productIds'>,
): Promise<ReadonlyMap<string, LiveFault>> {
  const { rows } = await sql<{ id: string; fault: LiveFault }>`
    select product_id as id, fault from live_answer where customer_id = ${customerId} and currency = ${currency}
      and product_id = any(${[...productIds]}::uuid[]) and fault is not null`.execute(em.getKysely());
  return new Map(rows.map(({ id, fault }) => [id, fault]));
}

async function openArticles(em: EntityManager, shop: LiveShop, asking: LiveAsking): Promise<Asked[]> {
  const { customerId, currency, day, productIds, now, insist = false } = asking;
  const fresh = new Date(now.getTime() - shop.cacheSeconds * 1000);
  const failedLately = insist ? now : new Date(now.getTime() - PAUSE_AFTER_FAULT);
  const { rows } = await sql<Asked>`
    select product.id as "productId", product.article_number as "articleNumber", product.unit, customer.number as customer,
      array(select unit from product_unit where product_id = product.id) as units
    from product join customer on customer.id = ${customerId}
    where product.id = any(${[...new Set(productIds)]}::uuid[]) and product.status = 'active' and not exists (
      select from live_answer answer where answer.customer_id = customer.id and answer.product_id = product.id
        and answer.currency = ${currency} and case when fault is not null then asked_at > ${failedLately}
          else asked_at > ${fresh} and exists (
            select from price join price_list list on list.id = price.price_list_id and list.live
            where list.customer_id = customer.id and list.currency = ${currency} and price.product_id = product.id
              and ${day}::date between price.valid_from and price.valid_to) end)
    order by product.id`.execute(em.getKysely());
  return rows;
}

/** An answer as it is stored: prices and stock, or a fault. */
interface Judged {
  readonly productId: string;
  readonly fault?: LiveFault;
  readonly stock?: string;
  readonly prices: readonly Required<{ [K in keyof LivePrice]: string }>[];
}

async function ask(
  em: EntityManager,
  shop: LiveShop,
  batch: readonly Asked[],
  { currency, day, now }: LiveAsking,
): Promise<Judged[]> {
  const [first] = batch;
  if (!first) return [];
  const articleNumbers = batch.map(({ articleNumber }) => articleNumber);
  try {
    const articles = await shop.livePrices({ customer: first.customer, currency, day, articleNumbers });
    await noteCall(em, undefined, now);
    const told = new Map(articles.map((article) => [article.articleNumber, article]));
    return batch.map((one) => judged(one, told.get(one.articleNumber), currency));
  } catch (error) {
    if (!(error instanceof ShopError)) throw error;
    await noteCall(em, error.fault, now);
    return batch.map(silent);
  }
}

function silent({ productId }: Asked): Judged {
  return { productId, fault: { code: 'silent' }, prices: [] };
}

/** All of an article's answer is taken, or nothing of it. */
function judged(one: Asked, article: LiveArticle | undefined, currency: string): Judged {
  const { productId } = one;
  const failed = (fault: LiveFault): Judged => ({ productId, fault, prices: [] });
  if (!article || article.prices.length === 0) return failed({ code: 'unknown' });
  if (article.currency !== currency) return failed({ code: 'currency', found: cut(article.currency) });
  const prices = article.prices.map(({ amount, unit = one.unit, baseQuantity = '1', minimumQuantity = '0' }) => ({
    amount,
    unit,
    baseQuantity,
    minimumQuantity,
  }));
  for (const { amount, unit, baseQuantity, minimumQuantity } of prices) {
    if (unit !== one.unit && !one.units.includes(unit)) return failed({ code: 'unit', found: cut(unit) });
    if (!decimal.safeParse(amount).success) return failed({ code: 'price', found: cut(amount) });
    if (!positive.safeParse(baseQuantity).success) return failed({ code: 'price', found: cut(baseQuantity) });
    if (!decimal.safeParse(minimumQuantity).success) return failed({ code: 'price', found: cut(minimumQuantity) });
  }
  const { stock } = article;
  if (stock !== undefined && !decimal.safeParse(stock).success) return failed({ code: 'stock', found: cut(stock) });
  return { productId, prices, ...(stock !== undefined && { stock }) };
}

function cut(text: string): string {
  return text.slice(0, LONGEST_FOUND).toWellFormed().replaceAll('\0', '');
}

async function store(tx: EntityManager, answers: readonly Judged[], asking: LiveAsking): Promise<void> {
  const { customerId, currency, now } = asking;
  const told = answers.filter(({ fault }) => fault === undefined);
  if (told.length > 0) await storePrices(tx, told, asking);
  const rows = JSON.stringify(answers.map(({ productId, fault }) => ({ productId, fault })));
  await sql`
    insert into live_answer (customer_id, product_id, currency, asked_at, fault)
    select ${customerId}, "productId", ${currency}, ${now}, fault
    from jsonb_to_recordset(${rows}::jsonb) as row("productId" uuid, fault jsonb)
    on conflict (customer_id, product_id, currency) do update set (asked_at, fault) = (excluded.asked_at, excluded.fault)`.execute(
    tx.getKysely(),
  );
}

async function storePrices(tx: EntityManager, told: readonly Judged[], asking: LiveAsking): Promise<void> {
  const { day } = asking;
  const list = await liveList(tx, asking);
  const productIds = told.map(({ productId }) => productId);
  await sql`
    delete from price where price_list_id = ${list} and product_id = any(${productIds}::uuid[])
      and (valid_from = ${day}::date or valid_to < ${day}::date - ${DAYS_KEPT}::int)`.execute(tx.getKysely());
  const prices = told.flatMap(({ productId, prices: ladder }) => ladder.map((price) => ({ productId, ...price })));
  await sql`
    insert into price (price_list_id, product_id, unit, minimum_quantity, valid_from, valid_to, amount, base_quantity)
    select ${list}, "productId", unit, "minimumQuantity", ${day}, ${day}, amount, "baseQuantity"
    from jsonb_to_recordset(${JSON.stringify(prices)}::jsonb) as row("productId" uuid, unit text, amount numeric,
      "baseQuantity" numeric, "minimumQuantity" numeric)
    on conflict (price_list_id, product_id, unit, minimum_quantity, valid_from)
      do update set (amount, base_quantity) = (excluded.amount, excluded.base_quantity)`.execute(tx.getKysely());
  const stocks = JSON.stringify(told.filter(({ stock }) => stock !== undefined));
  await sql`
    with told as (select * from jsonb_to_recordset(${stocks}::jsonb) as row("productId" uuid, stock numeric)
    ), locked as (
      -- In the order of ids: answers for two customers at the same time wait for each other.
      select product.id, told.stock from product join told on told."productId" = product.id
      where product.stock is distinct from told.stock order by product.id for no key update of product
    )
    update product set stock = locked.stock from locked where product.id = locked.id`.execute(tx.getKysely());
}

/** The list that the customer's live prices in a currency stand in. Locked until the end: two answers do not mix. */
async function liveList(tx: EntityManager, { customerId, currency }: LiveAsking): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into price_list (id, code, name, kind, customer_id, currency, priority, valid_from, valid_to, live)
    select ${v7()}::uuid, 'live ' || ${currency} || ' ' || number, 'Live ' || name, 'customer', id, ${currency}, 0,
      '-infinity', 'infinity', true from customer where id = ${customerId}
    on conflict (customer_id, currency) where live do update set name = excluded.name returning id`.execute(
    tx.getKysely(),
  );
  return rows[0]!.id;
}
