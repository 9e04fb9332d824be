import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Message } from '../../accounts/message.ts';
import { askForPrices } from '../../transports/shop/live.ts';
import { shopper, type Visit } from './visit.ts';

/** What the shop behind us said of the prices that a page is about to show. */
export interface LivePrices {
  /** The shop has not told them all: what is shown is what is stored. */
  readonly messages: readonly Message[];
  /** The agreement with the shop is that nothing leaves at a price that it has not told. */
  readonly keepsBack: boolean;
}

const NOTHING: LivePrices = { messages: [], keepsBack: false };

/** Asks for price and stock of an article, where a shop behind us tells them. */
export async function askForArticle(visit: Visit, articleNumber: string): Promise<LivePrices> {
  return ask(visit, async (em) => {
    const { rows } = await sql<{ id: string }>`
      select id from product where article_number = ${articleNumber}`.execute(em.getKysely());
    return rows.map(({ id }) => id);
  });
}

/** The same for all lines of the cart. */
export async function askForCart(visit: Visit): Promise<LivePrices> {
  return ask(visit, async (em) => {
    const { rows } = await sql<{ id: string }>`
      select distinct product_id as id from session_cart_line
      where session_id = ${visit.session.row.id} and removed_at is null`.execute(em.getKysely());
    return rows.map(({ id }) => id);
  });
}

async function ask(visit: Visit, find: (em: EntityManager) => Promise<readonly string[]>): Promise<LivePrices> {
  const { deps, em, now, tongue } = visit;
  const { customerId, day, currency } = shopper(visit);
  const { faults, keepsBack } = await askForPrices(em, deps, { customerId, day, currency, now }, () => find(em));
  if (faults.size === 0) return NOTHING;
  const text = keepsBack ? tongue.t.livePricesHeld : tongue.t.livePricesStored;
  return { messages: [{ tone: 'warn', text }], keepsBack };
}
