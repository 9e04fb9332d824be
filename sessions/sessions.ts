import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { storable } from '../database/text.ts';
import { addTimeline, timelineRow } from '../documents/timeline.ts';
import type { BrowserForm } from '../formats/document/browserForm.ts';
import type { AgreementInForce } from '../partners/partners.ts';
import { RoundtripError } from '../platform/errors.ts';
import { newReference } from '../platform/reference.ts';
import type { CustomerRef } from '../shop/customers.ts';
import { addDocument } from './documents.ts';
import { punchOutOf, takeInHand, type SessionInHand } from './inHand.ts';
import { endOf, sessionOver } from './over.ts';
import type { PunchOutOperation } from './operations.ts';
import type { ReturnSpec } from './returnSpec.ts';
import { PunchOutSession, type SessionEntry, type SessionLanguage } from './session.entity.ts';
import { sessionTimes, type SessionTimes } from './times.ts';
import { newToken, tokenHash } from '../platform/tokens.ts';

/** A start link whose page was not seen yet may be opened again so soon: browsers ask twice after a double click. */
const REOPEN = 10_000;
/** A session that was seen so recently is not written to for being seen again. */
const SEEN = 30_000;

/** A login that was let in. */
export interface NewSession {
  readonly partnerCode: string;
  readonly partnerName: string;
  readonly agreement: AgreementInForce;
  readonly operation: PunchOutOperation;
  readonly customer: CustomerRef;
  /** How the customer was chosen: what the call said, or the agreement's default where it said nothing. */
  readonly customerSaid?: string;
  /** Id of the customer's delivery address. */
  readonly deliveryAddressId?: string;
  readonly language: SessionLanguage;
  /** Who shops; absent: a shared user. */
  readonly user?: { readonly key: string; readonly name?: string; readonly mail?: string };
  readonly returnSpec: ReturnSpec;
  /** For the mapping; without secrets. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly entry?: SessionEntry;
  /** The call as it may be kept: secrets masked. */
  readonly call?: { readonly contentType: string; readonly text: string };
  /** Default: those of the agreement. */
  readonly times?: SessionTimes;
}

/**
 * Stores a session in state authenticated. The caller starts its workflow afterwards, and the sweeper does when that failed.
 * @returns the session, and the token for `/shop/start/<token>`: single use, kept nowhere else
 */
export async function createSession(
  em: EntityManager,
  given: NewSession,
  now: Date,
): Promise<{ readonly session: SessionInHand; readonly startToken: string }> {
  const startToken = newToken();
  const { start, life } = timesOf(given);
  const startTokenExpiresAt = new Date(now.getTime() + start);
  const session = inHand(given, {
    ...newRow(given, now),
    state: 'authenticated',
    startTokenHash: tokenHash(startToken)!,
    startTokenExpiresAt,
    expiresAt: startTokenExpiresAt,
    lifeEndsAt: new Date(now.getTime() + life),
    finishedAt: null,
  });
  await em.transactional((tx) => insertSession(tx, session, given));
  return { session, startToken };
}

/**
 * Answers a call at once (VALIDATE, BACKGROUND_SEARCH) and stores it: a session that is over, without start link and workflow.
 * @param answer writes the form, in the transaction that stores the session
 */
export async function answerAtOnce(
  em: EntityManager,
  given: NewSession,
  answer: (tx: EntityManager, session: SessionInHand) => Promise<BrowserForm>,
  now: Date,
): Promise<BrowserForm> {
  const over = { startTokenHash: null, startTokenExpiresAt: null, expiresAt: now, lifeEndsAt: now, finishedAt: now };
  const session = inHand(given, { ...newRow(given, now), ...over, state: 'returned' });
  const { id } = session.row;
  return em.transactional(async (tx) => {
    await insertSession(tx, session, given);
    const form = await answer(tx, session);
    const document = { contentType: 'text/html', text: JSON.stringify(form.fields), form };
    await addDocument(tx, { sessionId: id, kind: 'response', ...document }, now);
    const facts = { operation: given.operation, fields: form.fields.length };
    await addTimeline(tx, [timelineRow('session.answered', facts, { sessionId: id, at: now })]);
    return form;
  });
}

function timesOf({ times, agreement }: NewSession): SessionTimes {
  return times ?? sessionTimes(punchOutOf(agreement.settings));
}

function newRow(given: NewSession, now: Date) {
  const { agreement } = given;
  const { user, returnSpec, parameters, entry } = storable(wordsOfCall(given));
  const { idle, life } = timesOf(given);
  return {
    id: v7(),
    partner: agreement.partnerId,
    partnerCode: given.partnerCode,
    mode: agreement.mode,
    agreementVersion: agreement.version,
    protocol: given.returnSpec.protocol,
    operation: given.operation,
    customer: given.customer.id,
    deliveryAddress: given.deliveryAddressId ?? null,
    language: given.language,
    userKey: user?.key ?? null,
    userName: user?.name ?? null,
    userMail: user?.mail ?? null,
    cartCode: newReference(),
    returnSpec,
    parameters,
    entry: entry ?? null,
    startTokenUsedAt: null,
    sessionTokenHash: null,
    createdAt: now,
    lastSeenAt: null,
    idleMilliseconds: idle,
    lifeMilliseconds: life,
    returns: 0,
    returnedAt: null,
    cartChangedAt: null,
    savedAt: null,
    adoptedById: null,
    originalCart: null,
    lastLine: 0,
    workflowStartedAt: null,
  };
}

/** What a stranger wrote. */
function wordsOfCall({ user, returnSpec, parameters, entry }: NewSession) {
  return { user, returnSpec, parameters, entry };
}

function inHand({ agreement, customer, partnerName }: NewSession, row: PunchOutSession): SessionInHand {
  const { settings } = agreement;
  return { row, agreement: settings, settings: punchOutOf(settings), customer, partnerName };
}

async function insertSession(tx: EntityManager, { row }: SessionInHand, given: NewSession): Promise<void> {
  await tx.insert(PunchOutSession, row);
  const { id: sessionId, protocol, operation, createdAt } = row;
  const { partnerName: partner, customer, customerSaid: said, call } = given;
  if (call) await addDocument(tx, { sessionId, kind: 'call', ...call }, createdAt);
  const about = { sessionId, at: createdAt };
  const opened = { partner, protocol, operation, identified: given.user !== undefined };
  const chosen = { customer: customer.number, name: customer.name, ...(said !== undefined && { said }) };
  await addTimeline(tx, [
    timelineRow('session.opened', opened, { ...about, actor: 'partner' }),
    timelineRow('session.customerChosen', chosen, about),
  ]);
}

/**
 * Exchanges a start token for a session token. A start token counts once; only while no page of the session was seen, and at most ten
 * seconds long, may it be opened again: the session token that was given first is void then.
 * @throws NotFound, StartTokenUsed, SessionExpired, SessionClosed
 */
export async function openSession(
  em: EntityManager,
  startToken: string,
  now: Date,
): Promise<{ readonly session: SessionInHand; readonly sessionToken: string }> {
  const startTokenHash = tokenHash(startToken);
  const sessionToken = newToken();
  if (!startTokenHash) throw unknownSession();
  const { rows } = await sql<{ id: string }>`
    update punch_out_session set session_token_hash = ${tokenHash(sessionToken)!}, start_token_used_at = coalesce(start_token_used_at, ${now}),
      last_seen_at = ${now}, expires_at = ${idleEnd(now)}
    where start_token_hash = ${startTokenHash} and state = 'authenticated' and expires_at > ${now} and start_token_expires_at > ${now}
      and coalesce(start_token_used_at, ${now}) > ${new Date(now.getTime() - REOPEN)}
    returning id`.execute(em.getKysely());
  const row = await em.findOne(PunchOutSession, { startTokenHash }, { disableIdentityMap: true });
  if (!row) throw unknownSession();
  if (rows.length === 0) throw closedStart(row, now);
  return { session: await takeInHand(em, row), sessionToken };
}

function closedStart(row: PunchOutSession, now: Date): RoundtripError {
  if (row.startTokenUsedAt) {
    return new RoundtripError(
      'StartTokenUsed',
      'This link was opened already: a link from the purchasing system is good for one visit.',
    );
  }
  return endOf(row, now) ?? sessionOver('expired');
}

/**
 * The session of an address, for a page: the idle limit starts anew, and the first page makes it a shopping one.
 * @throws NotFound for no session at all, SessionExpired, SessionClosed
 */
export async function findSession(em: EntityManager, sessionToken: string, now: Date): Promise<SessionInHand> {
  const sessionTokenHash = tokenHash(sessionToken);
  const row =
    sessionTokenHash && (await em.findOne(PunchOutSession, { sessionTokenHash }, { disableIdentityMap: true }));
  if (!row) throw unknownSession();
  const end = endOf(row, now);
  if (end) throw end;
  if (row.state === 'authenticated') await startShopping(em, row, now);
  else if (isToBeTouched(row, now)) await touch(em, row, now);
  return takeInHand(em, row);
}

function unknownSession(): RoundtripError {
  return new RoundtripError('NotFound', 'There is no such visit. Start again from the purchasing system.');
}

/** Idle limit from now on, within the life. */
function idleEnd(now: Date) {
  return sql`least(life_ends_at, ${now}::timestamptz + idle_milliseconds * interval '1 millisecond')`;
}

async function startShopping(em: EntityManager, row: PunchOutSession, now: Date): Promise<void> {
  await em.transactional(async (tx) => {
    const { numAffectedRows } =
      await sql`update punch_out_session set state = 'shopping', last_seen_at = ${now}, expires_at = ${idleEnd(now)}
      where id = ${row.id} and state = 'authenticated' and finished_at is null`.execute(tx.getKysely());
    if (numAffectedRows === 1n)
      await addTimeline(tx, [timelineRow('session.shopping', {}, { sessionId: row.id, at: now })]);
  });
  row.state = 'shopping';
}

function isToBeTouched({ lastSeenAt, idleMilliseconds }: PunchOutSession, now: Date): boolean {
  return now.getTime() - (lastSeenAt?.getTime() ?? 0) > Math.min(SEEN, idleMilliseconds / 20);
}

async function touch(em: EntityManager, row: PunchOutSession, now: Date): Promise<void> {
  const { rows } = await sql<{ expiresAt: Date }>`
    with unhurried as (select set_config('synchronous_commit', 'off', true))
    update punch_out_session set last_seen_at = ${now}, expires_at = ${idleEnd(now)} from unhurried
    where id = ${row.id} and finished_at is null returning expires_at as "expiresAt"`.execute(em.getKysely());
  if (rows[0]) row.expiresAt = new Date(rows[0].expiresAt);
}

/** Language of the pages and of the texts in the cart. */
export async function setLanguage(em: EntityManager, { row }: SessionInHand, language: SessionLanguage): Promise<void> {
  await em.nativeUpdate(PunchOutSession, { id: row.id }, { language });
  row.language = language;
}
