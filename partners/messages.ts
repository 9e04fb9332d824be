import { z } from 'zod';

export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 16:00');

/** Statuses of an order that messages may follow. To accept or reject an order is answered by the order response. */
export const toldStatuses = ['Processing', 'Shipped', 'Completed', 'Cancelled'] as const;

/** When messages of a kind are sent; a customer's own takes the place of the agreement's as a whole. */
const moment = z.strictObject({
  /**
   * `atOnce`: as soon as the shop tells. `onStatus`: when the order reaches one of `statuses`. `schedule`: at `at` of a working day, all
   * that the shop has told till then. `never`: it is kept without a document.
   */
  when: z.enum(['atOnce', 'onStatus', 'schedule', 'never']),
  statuses: z.array(z.enum(toldStatuses)).max(toldStatuses.length).default([]),
  /** In the shop's time zone. */
  at: timeOfDay.default('16:00'),
});
export type Moment = z.output<typeof moment>;

/** Customer number: what holds for this customer in place of the agreement. */
const ofCustomer = z.strictObject({
  confirmations: moment.optional(),
  deliveries: moment.optional(),
  statusUpdates: moment.optional(),
});

/** Which messages follow an order, and when (docs/confirmations.md). Before an order is accepted, `answers` says what is sent. */
export const messageSettings = z.strictObject({
  /** Order confirmations: what becomes of each line, and when it comes. */
  confirmations: moment.prefault({ when: 'atOnce' }),
  /** Despatch advices: what has left. */
  deliveries: moment.prefault({ when: 'atOnce' }),
  /** Where an order stands. Only cXML has such a message (StatusUpdateRequest). */
  statusUpdates: moment.prefault({ when: 'never' }),
  customers: z.record(z.string().min(1).max(100), ofCustomer).default({}),
  /** Is an order that a person has to look at acknowledged by a receipt (AB)? Only Order 3 has one, and it accepts nothing. */
  receipt: z.boolean().default(false),
  /** May more be delivered of a line than was agreed upon? */
  moreThanAgreed: z.boolean().default(false),
  /** By when the buyer should have an answer, where the order does not say; absent: nothing is reminded of. */
  answerWithin: z
    .strictObject({
      /** Working hours from the receipt. */
      hours: z.number().int().min(1).max(1_000),
      /** When the shop works, on its working days. */
      from: timeOfDay.default('08:00'),
      to: timeOfDay.default('17:00'),
    })
    .refine(({ from, to }) => from < to, { path: ['to'], message: 'must be after from' })
    .optional(),
});
export type MessageSettings = z.output<typeof messageSettings>;

/** The kinds that follow an order at moments of the settings. */
export type TimedKind = 'confirmation' | 'delivery' | 'status';
const settingOf = { confirmation: 'confirmations', delivery: 'deliveries', status: 'statusUpdates' } as const;

/** When messages of a kind are sent. @param customer number; undefined: nobody of their own */
export function momentFor(settings: MessageSettings, kind: TimedKind, customer: string | undefined): Moment {
  const setting = settingOf[kind];
  const own = customer === undefined ? undefined : settings.customers[customer]?.[setting];
  return own ?? settings[setting];
}
