import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { OpenShop } from './open.ts';

/** What a shop that answers says of its money. */
export interface TriedShop {
  /** ISO 4217; absent: the answer does not say. */
  readonly currency?: string;
  /** False where its prices cannot be used, since ours are in others. */
  readonly isOurs: boolean;
}

/**
 * Asks the shop once, as it would be asked: for the price of an article of ours, for an order that is not there, or for its first articles.
 * Nothing of its answer is stored.
 * @param day business day, `YYYY-MM-DD`
 * @throws ShopError
 */
export async function tryShop(em: EntityManager, { settings, port }: OpenShop, day: string): Promise<TriedShop> {
  const { livePrices } = port;
  if (settings.live !== 'off' && livePrices) {
    const { customer, article, currency } = await sample(em);
    const [told] = await livePrices({ customer, currency, day, articleNumbers: [article] });
    return told ? { currency: told.currency, isOurs: told.currency === currency } : { isOurs: true };
  }
  if (settings.orders === 'pushed') await port.findOrder(v7(), new Date());
  else await port.readPage('products', undefined);
  const currency = await port.readCurrency?.();
  return currency === undefined ? { isOurs: true } : { currency, isOurs: await isAmongOurs(em, currency) };
}

/** A customer, an article and the currency of a price of it. Where there are none yet, what no shop has: it answers all the same. */
async function sample(em: EntityManager): Promise<{ customer: string; article: string; currency: string }> {
  const { rows } = await sql<{ customer: string; article: string; currency: string }>`
    select customer.number as customer, product.article_number as article, list.currency
    from price_list list join price on price.price_list_id = list.id
      join product on product.id = price.product_id and product.status = 'active'
      join customer on customer.id = coalesce(list.customer_id, customer.id) and customer.active
    where not list.live limit 1`.execute(em.getKysely());
  return rows[0] ?? { customer: 'TEST', article: 'TEST', currency: 'SEK' };
}

/** Of lists that were not read from such a shop. */
async function isAmongOurs(em: EntityManager, currency: string): Promise<boolean> {
  const { rows } = await sql<{ currency: string }>`
    select distinct currency from price_list where not live and code not like 'woocommerce-%'`.execute(em.getKysely());
  return rows.length === 0 || rows.some((row) => row.currency === currency);
}
