import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { instant } from '../database/text.ts';
import { shopProfile } from '../shop/profile.ts';
import { noticeDue } from './due.ts';
import { eventLetter, testLetter, webhookBody, type Addressee } from './eventLetter.ts';
import { writeLetter } from './letter.ts';
import { messageIdOf } from './messageId.ts';
import { Notice, type NoticeContent } from './notice.entity.ts';
import { orderLetter } from './orderLetters.ts';
import { Subscription } from './subscription.entity.ts';
import { toldEvents } from './told.ts';

/** Events that one message shows; it counts the others. */
const MOST_EVENTS = 100;
const HOUR = 3_600_000;

export interface Collecting {
  /** Is there a mail server? Without one, what would be told by mail waits. */
  readonly mail: boolean;
  readonly now: Date;
}

/** Makes messages of the events that are due, one for each subscription. @returns how many were made */
export async function collectNotices(em: EntityManager, collecting: Collecting): Promise<number> {
  const waiting = await waitingSubscriptions(em, collecting);
  const { now } = collecting;
  const shop = waiting.length > 0 ? await shopOf(em) : undefined;
  let made = 0;
  for (const { id, since } of waiting) {
    await em.fork().transactional(async (tx) => {
      const subscription = await lockSubscription(tx, id);
      if (!subscription || !shop || noticeDue(subscription, new Date(since), shop.timeZone) > now) return;
      if ((await sentWithin(tx, subscription, new Date(now.getTime() - HOUR))) >= subscription.hourlyLimit) return;
      made += (await collect(tx, subscription, shop, now)) ? 1 : 0;
    });
  }
  return made;
}

/** A message that only shows that messages arrive. @returns its id */
export async function testNotice(em: EntityManager, subscription: Subscription, now: Date): Promise<string> {
  const shop = await shopOf(em);
  const notice = noticeFor(subscription, { kind: 'test', events: 0, now });
  const content =
    notice.channel === 'webhook'
      ? { body: webhookBody(notice, [], 0) }
      : writeLetter(testLetter(addressee(subscription, shop)), subscription.language);
  await em.insert(Notice, { ...notice, content });
  return notice.id;
}

/** Writes the letters that were planned when something happened to an order. @returns how many */
export async function writePlanned(em: EntityManager): Promise<number> {
  const planned = await em.find(
    Notice,
    { state: 'planned', startedAt: null },
    { orderBy: { createdAt: 'asc' }, limit: 100, disableIdentityMap: true },
  );
  const shop = planned.length > 0 ? await shopOf(em) : undefined;
  const failed: unknown[] = [];
  for (const notice of planned) {
    // One that cannot be written is a bug, which keeps no other letter.
    await writeLetterOf(em, notice, shop!).catch((error: unknown) => failed.push(error));
  }
  if (failed.length > 0) throw failed[0];
  return planned.length;
}

async function writeLetterOf(em: EntityManager, notice: Notice, shop: Addressee['shop']): Promise<void> {
  const to: Addressee = { language: notice.language, isCustomer: true, shop };
  const content = writeLetter(await orderLetter(em, notice, to), notice.language);
  await em.nativeUpdate(Notice, { id: notice.id, state: 'planned' }, { content, state: 'ready' });
}

async function collect(tx: EntityManager, subscription: Subscription, shop: Addressee['shop'], now: Date) {
  const draft = noticeFor(subscription, { kind: 'events', events: 0, now });
  await tx.insert(Notice, draft);
  // A system is told everything, some of it in the next message; a person reads the first and how many more there are.
  const most = draft.channel === 'webhook' ? MOST_EVENTS : null;
  const { numAffectedRows } = await sql`update notice_event set notice_id = ${draft.id}
    where subscription_id = ${subscription.id} and entry_id in (
      select entry_id from notice_event where subscription_id = ${subscription.id} and notice_id is null
      order by entry_id limit ${most}::int)`.execute(tx.getKysely());
  const events = Number(numAffectedRows ?? 0);
  // Another worker was faster.
  if (events === 0) await tx.nativeDelete(Notice, { id: draft.id });
  else {
    const told = await toldEvents(tx, draft.id, MOST_EVENTS);
    const content: NoticeContent =
      draft.channel === 'webhook'
        ? { body: webhookBody(draft, told, events) }
        : writeLetter(eventLetter(told, events, addressee(subscription, shop)), subscription.language);
    await tx.nativeUpdate(Notice, { id: draft.id }, { content, events });
  }
  return events > 0;
}

function noticeFor(
  { id: subscription, recipient, address, language }: Subscription,
  { kind, events, now }: { readonly kind: 'events' | 'test'; readonly events: number; readonly now: Date },
) {
  const id = v7();
  return {
    id,
    subscription,
    kind,
    channel: recipient === 'webhook' ? ('webhook' as const) : ('mail' as const),
    recipient: address,
    language,
    order: null,
    events,
    content: null,
    messageId: messageIdOf(id),
    state: 'ready' as const,
    attempts: 0,
    createdAt: now,
  };
}

function addressee({ language, recipient }: Subscription, shop: Addressee['shop']): Addressee {
  return { language, isCustomer: recipient === 'customer', shop };
}

/** A shop without a profile may be notified, too. */
async function shopOf(em: EntityManager): Promise<Addressee['shop']> {
  return (await shopProfile(em)) ?? { name: 'Roundtrip', timeZone: 'UTC' };
}

/** Subscriptions with something to tell, and since when it waits. */
async function waitingSubscriptions(em: EntityManager, { mail }: Collecting) {
  const { rows } = await sql<{ id: string; since: string }>`
    select id, ${instant('first')} as since from (
      select subscription.id, min(event.at) as first
      from notice_event event join subscription on subscription.id = event.subscription_id
      where event.notice_id is null and subscription.active and (${mail} or subscription.recipient = 'webhook')
      group by subscription.id) waiting
    order by first`.execute(em.getKysely());
  return rows;
}

/** Undefined while another worker has it. */
async function lockSubscription(tx: EntityManager, id: string): Promise<Subscription | undefined> {
  const { rows } = await sql`select from subscription where id = ${id} and active for update skip locked`.execute(
    tx.getKysely(),
  );
  if (rows.length === 0) return undefined;
  return (await tx.findOne(Subscription, { id }, { disableIdentityMap: true })) ?? undefined;
}

/** The limit is the recipient's, by however many subscriptions. */
async function sentWithin(tx: EntityManager, { address }: Subscription, since: Date): Promise<number> {
  return tx.count(Notice, { recipient: address, kind: 'events', createdAt: { $gt: since } });
}
