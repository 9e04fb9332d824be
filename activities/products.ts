import type { ActivityDeps } from './deps.ts';
import { OrderInHand } from './orderInHand.ts';
import type { Checked, Run } from './steps.ts';

const NOTHING: Checked = { questions: 0, refusals: 0 };

/** What is ordered, and for how much. Products and prices of a line are looked up together; each step reports its own half. */
export function createProductActivities({ orm, reader }: ActivityDeps) {
  return {
    /** Finds product, unit and quantity of every line. */
    async matchProducts(run: Run): Promise<Checked> {
      const em = orm.em.fork();
      const order = await reader.read(em, run);
      return order instanceof OrderInHand ? (await order.tally(em)).products : NOTHING;
    },

    /** Compares every price with the customer's price of the day. */
    async checkPrices(run: Run): Promise<Checked> {
      const em = orm.em.fork();
      const order = await reader.read(em, run);
      return order instanceof OrderInHand ? (await order.tally(em)).prices : NOTHING;
    },
  };
}
