import type { EntityManager } from '@mikro-orm/postgresql';
import { addTimeline, timelineRow, type TimelineRow } from '../documents/timeline.ts';
import { shown } from '../formats/document/shown.ts';
import { lintForm, type LintFinding } from '../partners/lint/lint.ts';
import { RoundtripError } from '../platform/errors.ts';
import { isChangeable, shopOf, type LineProblem } from './cartView.ts';
import { checkCart, lintOptions, type CheckedCart } from './checkCart.ts';
import { addDocument, findCartMessage } from './documents.ts';
import type { SessionInHand } from './inHand.ts';
import { endedVisit, holdSession, type EndedVisit } from './lifeCycle.ts';
import { endOf } from './over.ts';
import { keepPromise } from './promise.ts';
import type { CartMessage } from './return/message.ts';
import { writeMessage } from './return/write.ts';
import { PunchOutSession, type MessageKind } from './session.entity.ts';
import { mayBecome, type SessionState } from './states.ts';

/** Problems and cuts that get a line of their own in the timeline. */
const MOST_ROWS = 20;
const LONGEST_VALUE = 200;

/** A message that is asked for. */
export interface MessageAsked {
  readonly sessionId: string;
  /** Key of the asking: asked twice, the message is written once. */
  readonly attempt: string;
  readonly kind: MessageKind;
  /** Who ended the visit, where it was not the buyer. */
  readonly by?: string;
}

export type MessageAnswer =
  /** Id of the stored message, and the state of the session. `ended`: of the first one. */
  | { readonly messageId: string; readonly state: SessionState; readonly ended?: EndedVisit }
  /** The cart was kept back: so many problems. */
  | { readonly problems: number }
  /** The session was over: nothing was written. */
  | { readonly over: SessionState };

/**
 * Writes what goes back to the purchasing system, stores it, and moves the session on.
 * @throws NotFound, AccessDenied for a cart of a session that only looks
 */
export async function writeCartMessage(em: EntityManager, asked: MessageAsked, now: Date): Promise<MessageAnswer> {
  return em.transactional(async (tx) => {
    const session = await holdSession(tx, asked.sessionId);
    const { row } = session;
    const written = await findCartMessage(tx, row.id, asked.attempt);
    if (written) return { messageId: written.id, state: row.state };
    const state = asked.kind === 'cancel' ? 'cancelled' : 'returned';
    if (endOf(row, now) || !mayBecome(row.state, state)) return { over: row.state };
    if (state === 'returned' && !isChangeable(session)) {
      throw new RoundtripError('AccessDenied', 'This visit only shows the cart; nothing goes back from it.');
    }
    const checked = await checkCart(tx, session, now, asked.kind);
    if (checked.problems > 0) return keepBack(tx, row.id, problemRows(checked, row.id, now));
    const { cart, mapped } = checked;
    const message = await writeMessage({ session, kind: asked.kind, cart, mapped, shop: await shopOf(tx) });
    if (!message && state === 'returned') throw noAddress();
    const refusals = [
      ...(message ? lintForm(message.form, lintOptions(session)) : []).filter(isRefusal),
      ...brokenRules(message),
    ];
    if (refusals.length > 0) {
      const rows = refusals.map((finding) => findingRow(finding, row.id, now));
      return keepBack(tx, row.id, rows);
    }
    const messageId = await store(tx, session, { asked, checked, message }, now);
    if (asked.kind === 'return') await keepPromise(tx, row.id, checked);
    await moveOn(tx, row, state, now);
    await addTimeline(tx, toldRows(session, { asked, checked, message }, now));
    const ended = endedVisit(row, state, now);
    return { messageId, state, ...(ended && { ended }) };
  });
}

function noAddress(): RoundtripError {
  return new RoundtripError('RequestInvalid', 'There is no address that the cart could go back to.');
}

/** Official rules that the message breaks, as refusals of the lint are told. */
function brokenRules(message: CartMessage | undefined): Refusal[] {
  return (message?.broken ?? []).map(({ id, path, found = '' }) => ({ id, field: path, found }));
}

function isRefusal({ effect }: Pick<LintFinding, 'effect'>): boolean {
  return effect === 'refuse';
}

async function keepBack(tx: EntityManager, sessionId: string, rows: readonly TimelineRow[]): Promise<MessageAnswer> {
  const told = timelineRow('session.keptBack', { problems: rows.length }, { sessionId, at: rows[0]!.at });
  await addTimeline(tx, [told, ...rows.slice(0, MOST_ROWS)]);
  return { problems: rows.length };
}

/** Rule ids of what is wrong with a line in the shop itself. */
const LINE_RULES: Readonly<Record<LineProblem['code'], string>> = {
  priceChanged: 'CART-PRICE-CHANGED',
  priceMissing: 'CART-PRICE-MISSING',
  withdrawn: 'CART-WITHDRAWN',
  unitGone: 'CART-UNIT-GONE',
  notAllowed: 'CART-NOT-ALLOWED',
  quantity: 'CART-QUANTITY',
};

function problemRows({ view, findings }: CheckedCart, sessionId: string, at: Date): TimelineRow[] {
  const ofLines = view.lines.flatMap(({ number, articleNumber, quantity, unit, problems }) =>
    problems.map(({ code }) => {
      const facts = { rule: LINE_RULES[code], line: number, found: `${articleNumber}, ${quantity} ${unit}` };
      return timelineRow('session.problem', facts, { sessionId, at });
    }),
  );
  const refusals = findings.filter(isRefusal);
  const empty = { rule: 'CART-EMPTY', found: '0' };
  return [
    ...(view.lines.length === 0 ? [timelineRow('session.problem', empty, { sessionId, at })] : []),
    ...ofLines,
    ...refusals.map((finding) => findingRow(finding, sessionId, at)),
  ];
}

type Refusal = Omit<Pick<CheckedCart['findings'][number], 'id' | 'field' | 'found' | 'number'>, 'id'> & {
  readonly id: string;
};

function findingRow({ id: rule, field, found, number: line }: Refusal, sessionId: string, at: Date): TimelineRow {
  const text = [field, found].filter((part) => part !== undefined).join(': ');
  const facts = { rule, found: shown(text, LONGEST_VALUE), ...(line !== undefined && { line }) };
  return timelineRow('session.problem', facts, { sessionId, at });
}

interface Written {
  readonly asked: MessageAsked;
  readonly checked: CheckedCart;
  /** Undefined where a visit ends and the protocol has no word for it. */
  readonly message: CartMessage | undefined;
}

function store(
  tx: EntityManager,
  { row }: SessionInHand,
  { asked, checked, message }: Written,
  now: Date,
): Promise<string> {
  const { header, lines } = checked.cart;
  const { contentType, text } = message?.document ?? {
    contentType: 'application/json',
    text: JSON.stringify(message?.form.fields ?? []),
  };
  return addDocument(
    tx,
    {
      ...{ sessionId: row.id, kind: 'cart', contentType, text },
      ...(message && { form: message.form }),
      message: {
        ...{ purpose: asked.kind, attempt: asked.attempt, number: header.number, lineCount: lines.length },
        ...{ total: header.total, currency: header.currency },
      },
    },
    now,
  );
}

async function moveOn(tx: EntityManager, row: PunchOutSession, state: SessionState, now: Date): Promise<void> {
  const change = state === 'returned' ? { returns: row.returns + 1, returnedAt: now } : { finishedAt: now };
  await tx.nativeUpdate(PunchOutSession, { id: row.id }, { state, ...change });
}

function toldRows({ row }: SessionInHand, { asked, checked, message }: Written, at: Date): TimelineRow[] {
  const about = { sessionId: row.id, at, actor: asked.by ?? 'partner' };
  const { number, total, currency } = checked.cart.header;
  if (asked.kind === 'cancel') return [timelineRow('session.cancelled', { byBuyer: asked.by === undefined }, about)];
  if (asked.kind === 'empty') return [timelineRow('session.returnedEmpty', { number }, about)];
  const lines = checked.cart.lines.length;
  return [
    timelineRow('session.returned', { number, lines, total, currency, again: row.returns > 0 }, about),
    ...cutRows(checked, message, row.id, at),
  ];
}

/** What was cut by us, and what the purchasing system will cut. */
function cutRows(
  { cart, findings }: CheckedCart,
  message: CartMessage | undefined,
  sessionId: string,
  at: Date,
): TimelineRow[] {
  const numberAt = (position: number | undefined) => cart.lines.find((line) => line.position === position)?.id;
  const ours = (message?.cuts ?? []).map(({ field, position, was, sent }) => ({ field, position, found: was, sent }));
  const theirs = findings.flatMap(({ effect, field, line: position, found, becomes }) =>
    effect === 'cut' && field !== undefined && !ours.some((cut) => cut.field === field && cut.position === position)
      ? [{ field, position, found: found ?? '', sent: becomes ?? '' }]
      : [],
  );
  return [...ours, ...theirs].slice(0, MOST_ROWS).map(({ field, position, found, sent }) => {
    const line = numberAt(position);
    const facts = { field, found: shown(found, LONGEST_VALUE), sent: shown(sent, LONGEST_VALUE) };
    return timelineRow(
      'session.cut',
      { ...facts, ...(line !== undefined && { line: Number(line) }) },
      { sessionId, at },
    );
  });
}
