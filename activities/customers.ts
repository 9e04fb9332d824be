import { effectOf } from '../partners/verdict.ts';
import type { ActivityDeps } from './deps.ts';
import { OrderInHand } from './orderInHand.ts';
import type { Identified, Run } from './steps.ts';

/** Who orders, and where it is to go. */
export function createCustomerActivities({ orm, reader }: ActivityDeps) {
  return {
    /** Finds the customer by the buyer's identities and the delivery place by the address; checks that the order is meant for us. */
    async identifyCustomer(run: Run): Promise<Identified> {
      const em = orm.em.fork();
      const order = await reader.read(em, run);
      if (!(order instanceof OrderInHand)) return { questions: 0, refusals: 0 };
      const { customer, reasons } = await order.identification(em);
      const effects = reasons.map((reason) => effectOf(reason, order.read.agreement.settings));
      return {
        ...(customer ? { customer: customer.number } : {}),
        questions: effects.filter((effect) => effect === 'question').length,
        refusals: effects.filter((effect) => effect === 'refuseOrder').length,
      };
    },
  };
}
