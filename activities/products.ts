import type { EntityManager } from '@mikro-orm/postgresql';
import { Context } from '@temporalio/activity';
import { RoundtripError } from '../platform/errors.ts';
import { refreshLivePrices } from '../shop/livePrices.ts';
import { openLiveShop } from '../transports/shop/open.ts';
import { articlesAsked } from './articlesAsked.ts';
import { weighChange } from './changeInHand.ts';
import type { ActivityDeps } from './deps.ts';
import { OrderInHand } from './orderInHand.ts';
import type { UnreadableDocument } from './orderReader.ts';
import type { Checked, Matched, PriceRun, Run } from './steps.ts';

const NOTHING: Checked = { questions: 0, refusals: 0 };
/** How often a shop that does not answer is asked for the prices of one order, before its policy says what counts. */
const ATTEMPTS = 3;

/** What is ordered, and for how much. Products and prices of a line are looked up together; each step reports its own half. */
export function createProductActivities({ orm, reader }: Pick<ActivityDeps, 'orm' | 'reader'>) {
  return {
    /** Finds product, unit and quantity of every line. */
    async matchProducts(run: Run): Promise<Matched> {
      const em = orm.em.fork();
      const order = await reader.read(em, run);
      if (!(order instanceof OrderInHand)) return NOTHING;
      const { products } = await order.tally(em);
      const isAsked = order.read.live !== undefined && (await order.identification(em)).customer !== undefined;
      return isAsked ? { ...products, asksShop: true } : products;
    },

    /** Compares every price with the customer's price of the day. */
    async checkPrices({ pricesTold, ...run }: PriceRun): Promise<Checked> {
      const em = orm.em.fork();
      const order = await reader.read(em, run);
      if (!(order instanceof OrderInHand)) return NOTHING;
      if (pricesTold) order.evaluateAnew();
      return (await order.tally(em)).prices;
    },
  };
}

/** The shop behind us, asked about an order: it talks to the world. */
export function createShopPriceActivities(deps: Pick<ActivityDeps, 'orm' | 'reader' | 'keyRing' | 'http' | 'clock'>) {
  const { orm, reader, clock } = deps;
  return {
    /**
     * Stores price and stock of every article of the order, or of the lines that a change adds or changes, as the shop tells them now. One
     * that stays silent is asked three times; then it goes on without, and the evaluation says what becomes of it.
     */
    async askShopForPrices(run: Run): Promise<void> {
      const em = orm.em.fork();
      const order = await pricedOf(em, await reader.read(em, run));
      const live = await openLiveShop(em, deps);
      const articles = order && live && (await articlesAsked(em, order));
      if (!articles) return;
      const asking = { ...articles, now: clock(), insist: true };
      const { isSilent } = await refreshLivePrices(em.fork(), live, asking);
      if (isSilent && Context.current().info.attempt < ATTEMPTS)
        throw new RoundtripError('PartnerUnavailable', 'The shop did not tell its prices.');
    },
  };
}

/** What of a document is priced: of a change, only the lines that it adds or changes. */
async function pricedOf(em: EntityManager, read: OrderInHand | UnreadableDocument): Promise<OrderInHand | undefined> {
  if (!(read instanceof OrderInHand)) return undefined;
  return read.header.operation === undefined ? read : (await weighChange(em, read, false)).affected;
}
