import { z } from 'zod';
import { cartDifferences } from '../../shop/cartDifferences.ts';
import type { CartStatistics } from '../../statistics/cartStatistics.ts';
import type { PartnerStatistics } from '../../statistics/partnerStatistics.ts';
import { answerKinds, deliveryOutcomes, outcomes, sessionOutcomes } from '../../statistics/measures.ts';
import type { Shown } from '../present.ts';
import { plainDate, uuid } from './common.ts';
import { mode } from './partner.ts';

const count = z.int().min(0);

export const statisticsQuery = z.strictObject({
  from: plainDate.meta({ description: 'First business day' }),
  to: plainDate.meta({ description: 'Last business day, at most 366 days in all' }),
  partnerId: uuid.optional(),
  mode: mode.optional().meta({ description: 'Default: production' }),
});

const seconds = z.number().min(0).meta({ description: 'Seconds' });
const answerTimes = z
  .strictObject({ count, median: seconds.optional(), p90: seconds.optional(), p99: seconds.optional() })
  .meta({
    id: 'AnswerTimes',
    description:
      'From the receipt of the order until the receiver had the document; exact to within a class of times, absent where there is none',
  });

function counts<const C extends string>(categories: readonly C[]) {
  return z.strictObject(Object.fromEntries(categories.map((category) => [category, count])) as Record<C, typeof count>);
}

export const partnerStatistics = z
  .strictObject({
    partner: z.strictObject({ id: uuid, name: z.string() }),
    documents: counts(outcomes).meta({
      description:
        'Received, by outcome; `clean`: placed without a question to anybody, `decided`: placed after a decision',
    }),
    orders: count.meta({ description: 'Placed, waiting or refused' }),
    firstTimeRight: z.string().optional().meta({ description: 'Percent of `orders` that were clean', example: '97.4' }),
    sessions: counts(sessionOutcomes).meta({ description: '`answered`: a call without pages' }),
    cartsReturned: count,
    lines: z.strictObject({ compared: count, deviating: count, outside: count }).meta({
      description: 'With a price to compare; at another price than ours; beyond the tolerance of the agreement',
    }),
    deliveries: counts(deliveryOutcomes).meta({ description: 'Documents written for the partner' }),
    answers: z.strictObject(
      Object.fromEntries(answerKinds.map((kind) => [kind, answerTimes])) as Record<
        (typeof answerKinds)[number],
        typeof answerTimes
      >,
    ),
  })
  .meta({ id: 'PartnerStatistics', description: 'Each is counted in the hour in which it began' });

export const statistics = z
  .strictObject({ items: z.array(partnerStatistics) })
  .meta({ id: 'Statistics', description: 'Partners that anything went with, by name' });

export function showStatistics(partners: readonly PartnerStatistics[]): Shown<typeof statistics> {
  return { items: [...partners] };
}

const partnerCarts = z
  .strictObject({
    partner: z.strictObject({ id: uuid, name: z.string() }),
    returned: count.meta({ description: 'Of carts that went back several times, the last time counts' }),
    inFull: count.meta({ description: 'Orders have everything of them' }),
    inPart: count.meta({ description: 'Orders have something of them' }),
    expired: count.meta({ description: 'Nothing was ordered until the last day that they promised' }),
    open: count.meta({ description: 'Nothing was ordered yet' }),
    secondsToOrder: seconds.optional().meta({ description: 'From the return to the first order, on average' }),
    differences: counts(cartDifferences).meta({
      description:
        '`missing`: lines that nobody ordered of carts that were ordered in part; the others: lines of orders, as they came in',
    }),
  })
  .meta({ id: 'PartnerCartStatistics' });

export const cartStatistics = z
  .strictObject({ items: z.array(partnerCarts) })
  .meta({ id: 'CartStatistics', description: 'Partners that got a cart back, by name' });

export function showCartStatistics(partners: readonly CartStatistics[]): Shown<typeof cartStatistics> {
  return { items: [...partners] };
}
