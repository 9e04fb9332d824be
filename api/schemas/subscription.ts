import { z } from 'zod';
import { languages } from '../../documents/words.ts';
import { customerEvents, noticeEvents } from '../../notices/events.ts';
import { channels, noticeKinds, noticeStates, type Notice, type NoticeAttempt } from '../../notices/notice.entity.ts';
import { digests, recipients, type SubscriptionSecret } from '../../notices/subscription.entity.ts';
import type { SubscriptionInfo, SubscriptionSettings } from '../../notices/subscriptions.ts';
import { present, type Shown } from '../present.ts';
import { byId, instant, listOf, pageQuery, uuid } from './common.ts';

const event = z.enum(noticeEvents).meta({ id: 'NoticeEvent', description: 'Code of what may be told' });

const settings = {
  address: z.string().min(3).max(500).meta({
    description: 'A mail address, or the https (or http) URL of a webhook',
    example: 'orders@example.com',
  }),
  language: z.enum(languages).default('en'),
  events: z.array(event).min(1).max(noticeEvents.length),
  partnerId: uuid.optional().meta({ description: 'Only what is about this partner' }),
  customerId: uuid.optional().meta({ description: 'Only what is about orders of this customer; a customer needs it' }),
  digest: z.enum(digests).default('atOnce').meta({
    description: 'When: at once, collected for `digestMinutes`, or daily at `digestAt`',
  }),
  digestMinutes: z.number().int().min(1).max(1_440).optional(),
  digestAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 16:00')
    .optional()
    .meta({ description: 'Time of day in the shop', example: '16:00' }),
  hourlyLimit: z.number().int().min(1).max(1_000).default(20).meta({
    description: 'Messages to the address within an hour; beyond, what happens is collected into the next one',
  }),
  active: z.boolean().default(true),
};

interface Checked {
  readonly digest: (typeof digests)[number];
  readonly digestMinutes?: number | undefined;
  readonly digestAt?: string | undefined;
}

/** A digest has its time, and only its own. */
function checkDigest({ digest, digestMinutes, digestAt }: Checked, context: z.RefinementCtx): void {
  const problem = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if ((digest === 'minutes') !== (digestMinutes !== undefined)) problem('digestMinutes', 'belongs to digest minutes');
  if ((digest === 'daily') !== (digestAt !== undefined)) problem('digestAt', 'belongs to digest daily');
}

interface Addressed {
  readonly recipient: (typeof recipients)[number];
  readonly address: string;
  readonly events: readonly (typeof noticeEvents)[number][];
  readonly customerId?: string | undefined;
}

/** What depends on who is told. @returns path and problem of each fault */
export function recipientFaults({ recipient, address, events, customerId }: Addressed): [string, string][] {
  const isWebhook = recipient === 'webhook';
  const isAddress = isWebhook ? z.url({ protocol: /^https?$/ }) : z.email().max(254);
  const others = recipient === 'customer' ? events.filter((code) => !customerEvents.includes(code)) : [];
  return [
    ...(isAddress.safeParse(address).success
      ? []
      : [['address', isWebhook ? 'must be an http or https URL' : 'must be one mail address'] as [string, string]]),
    ...(recipient === 'customer' && customerId === undefined
      ? [['customerId', 'a customer is told of its own orders only: name it'] as [string, string]]
      : []),
    ...(others.length > 0
      ? [['events', `customers may be told ${customerEvents.join(', ')}, not ${others.join(', ')}`] as [string, string]]
      : []),
  ];
}

export const subscriptionChange = z.strictObject(settings).superRefine(checkDigest).meta({ id: 'SubscriptionChange' });
export const newSubscription = z
  .strictObject({ recipient: z.enum(recipients), ...settings })
  .superRefine((given, context) => {
    checkDigest(given, context);
    for (const [path, message] of recipientFaults(given)) context.addIssue({ code: 'custom', path: [path], message });
  })
  .meta({ id: 'NewSubscription' });

export const subscription = z
  .strictObject({
    id: uuid,
    recipient: z.enum(recipients),
    ...settings,
    stoppedBecause: z.string().optional().meta({ description: 'We stopped it: what the receiver said' }),
    waiting: z.number().int().meta({ description: 'Events that wait to be told' }),
    mailServer: z.boolean().optional().meta({ description: 'Of mail; false: no SMTP_URL is configured, so it waits' }),
    createdAt: instant,
    createdBy: z.string(),
  })
  .meta({ id: 'Subscription' });

export const createdSubscription = subscription
  .extend({
    secret: z.string().optional().meta({ description: 'Of a webhook. Shown only here: nobody can read it again' }),
  })
  .meta({ id: 'CreatedSubscription' });

/** As the store takes it. */
export function toSettings({
  partnerId,
  customerId,
  digestMinutes,
  digestAt,
  ...given
}: z.output<typeof subscriptionChange>): Omit<SubscriptionSettings, 'recipient'> {
  return {
    ...given,
    partner: partnerId ?? null,
    customer: customerId ?? null,
    digestMinutes: digestMinutes ?? null,
    digestAt: digestAt ?? null,
  };
}

/** @param mailServer is one configured? */
export function showSubscription(
  { subscription: row, waiting }: SubscriptionInfo,
  mailServer: boolean,
): Shown<typeof subscription> {
  const { id, recipient, address, language, digest, hourlyLimit, active, createdBy } = row;
  return {
    ...{ id, recipient, address, language, digest, hourlyLimit, active, createdBy, waiting },
    events: row.events as (typeof noticeEvents)[number][],
    ...present({
      partnerId: row.partner,
      customerId: row.customer,
      digestMinutes: row.digestMinutes,
      digestAt: row.digestAt,
      stoppedBecause: row.stoppedBecause,
    }),
    ...(recipient !== 'webhook' && { mailServer }),
    createdAt: row.createdAt.toISOString(),
  };
}

export const bySecret = byId.extend({ secret: uuid });
export const webhookSecret = z
  .strictObject({ id: uuid, createdAt: instant, createdBy: z.string() })
  .meta({ id: 'WebhookSecret' });
export const createdSecret = z
  .strictObject({ id: uuid, secret: z.string().meta({ description: 'Shown only here' }) })
  .meta({ id: 'CreatedWebhookSecret' });

export function showSecret({ id, createdAt, createdBy }: SubscriptionSecret): Shown<typeof webhookSecret> {
  return { id, createdAt: createdAt.toISOString(), createdBy };
}

export const noticeQuery = pageQuery.extend({
  state: listOf(noticeStates).optional(),
  kind: listOf(noticeKinds).optional(),
  subscription: uuid.optional(),
  order: uuid.optional(),
});

export const notice = z
  .strictObject({
    id: uuid,
    kind: z.enum(noticeKinds),
    channel: z.enum(channels),
    recipient: z.string(),
    language: z.enum(languages),
    state: z.enum(noticeStates),
    events: z.number().int().meta({ description: 'How many events it tells of' }),
    subscriptionId: uuid.optional(),
    orderId: uuid.optional(),
    subject: z.string().optional(),
    messageId: z.string(),
    attempts: z.number().int(),
    lastError: z.string().optional(),
    nextAttemptAt: instant.optional(),
    createdAt: instant,
    finishedAt: instant.optional(),
  })
  .meta({ id: 'Notice', description: 'A message to a person or a system' });

export const noticeDetail = notice
  .extend({
    text: z.string().optional().meta({ description: 'Of a mail' }),
    html: z.string().optional().meta({ description: 'Of a mail' }),
    body: z.string().optional().meta({ description: 'Of a webhook: JSON' }),
    tries: z.array(
      z.strictObject({
        number: z.number().int(),
        startedAt: instant,
        milliseconds: z.number().int(),
        outcome: z.enum(['delivered', 'failed', 'refused']),
        error: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'NoticeDetail' });

export function showNotice(row: Notice): Shown<typeof notice> {
  const { id, kind, channel, recipient, language, state, events, messageId, attempts, content } = row;
  return {
    ...{ id, kind, channel, recipient, language, state, events, messageId, attempts },
    ...present({ subscriptionId: row.subscription, orderId: row.order, lastError: row.lastError }),
    ...(content && 'subject' in content && { subject: content.subject }),
    ...(row.nextAttemptAt && { nextAttemptAt: row.nextAttemptAt.toISOString() }),
    createdAt: row.createdAt.toISOString(),
    ...(row.finishedAt && { finishedAt: row.finishedAt.toISOString() }),
  };
}

export function showNoticeDetail(row: Notice, tries: readonly NoticeAttempt[]): Shown<typeof noticeDetail> {
  return {
    ...showNotice(row),
    ...row.content,
    tries: tries.map(({ number, startedAt, milliseconds, outcome, error }) => ({
      ...{ number, milliseconds, outcome },
      startedAt: startedAt.toISOString(),
      ...present({ error }),
    })),
  };
}
