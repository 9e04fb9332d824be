import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { agreementFor } from '../partners/answers.ts';
import { findAgreement } from '../partners/partners.ts';
import { maySendChanges } from '../partners/verdict.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { LineDecision, OrderDecision } from '../shop/decision.ts';
import type { OrderStatus } from '../shop/orderStatus.ts';
import { carryOutDecision, type DecisionInHand } from './carryOut.ts';
import { Decision } from './decision.entity.ts';
import { findDecision, storeDecision } from './decisions.ts';
import { lockOrder, type LockedOrder } from './lockedOrder.ts';
import { addTimeline, timelineRow, type TimelineFacts } from './timeline.ts';

export interface GivenDecision {
  readonly orderId: string;
  readonly decision: PersonsDecision;
  readonly actor: string;
  /** `updatedAt` of the order that the person looked at; a double click decides once, whatever came of the first. */
  readonly seen?: string | undefined;
}

export type PersonsDecision = OrderDecision | { readonly kind: 'runAgain' };

/** Lines of a decision that get an entry of their own in the timeline. */
const MOST_LINES = 20;

/**
 * Stores a person's decision about an order that waits or is in status New, once it is sure that it can be carried out; its workflow is
 * told afterwards. The same decision again is the same row again, so that a caller may repeat it.
 * @throws NotFound, RequestInvalid, Conflict when there is nothing to decide or another decision is on its way, Outdated when the order is
 * not as the person has seen it
 */
export async function decideOrder(em: EntityManager, given: GivenDecision): Promise<Decision> {
  return em.transactional(async (tx) => {
    const order = await lockOrder(tx, given.orderId);
    const latest = await latestDecision(tx, given.orderId);
    if (given.seen !== undefined && given.seen !== order.updatedAt) {
      if (latest?.actor === given.actor && saysTheSame(latest, given.decision)) return latest;
      throw new RoundtripError('Outdated', 'The order is not as it was when you decided.');
    }
    if (latest && isRepeat(latest, given.decision, order.status)) return latest;
    if (latest && !latest.appliedAt) {
      throw new RoundtripError(
        'Conflict',
        `Another decision, ${latest.kind} by ${latest.actor}, is being carried out.`,
      );
    }
    await checkDecision(tx, order, given);
    return store(tx, order, given);
  });
}

/** Decisions about an order, oldest first. */
export async function decisionsOf(em: EntityManager, orderId: string): Promise<Decision[]> {
  return em.find(Decision, { orderId }, { orderBy: { id: 'asc' }, disableIdentityMap: true });
}

async function latestDecision(em: EntityManager, orderId: string): Promise<Decision | null> {
  return em.findOne(Decision, { orderId }, { orderBy: { id: 'desc' }, disableIdentityMap: true });
}

/** To run again once more is a new wish once the first was fulfilled; any other decision, once carried out, leaves nothing to decide. */
function isRepeat(latest: Decision, decision: PersonsDecision, status: OrderStatus): boolean {
  const isDone = latest.appliedAt != null;
  if (isDone && (status === 'Waiting' || status === 'New')) return false;
  return saysTheSame(latest, decision);
}

function saysTheSame(latest: Decision, decision: PersonsDecision): boolean {
  const content = decision.kind === 'runAgain' ? null : decision;
  return latest.kind === decision.kind && canonical(latest.content ?? null) === canonical(content);
}

/** JSON with sorted names: the database keeps them in an order of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

async function checkDecision(
  em: EntityManager,
  order: LockedOrder,
  { orderId, decision, actor }: GivenDecision,
): Promise<void> {
  if (decision.kind === 'runAgain') {
    if (order.status === 'Waiting') return;
    throw new RoundtripError(
      'Conflict',
      `An order in status ${order.status} is not checked again; only a held one is.`,
    );
  }
  const { partnerId, mode } = order;
  const { settings } = await findAgreement(em, partnerId, mode, order.agreementVersion);
  if (decision.kind === 'acceptWithChanges' && !maySendChanges(agreementFor(settings, order.header))) {
    throw new RoundtripError('Conflict', "The partner's agreement takes no changes: accept as ordered, or reject.");
  }
  await rehearse(em, { orderId, partnerId, mode, settings, decision, actor });
}

class Rehearsed extends Error {}

/** Carries the decision out and undoes it: the rules that the workflow will follow say now whether it will work. */
async function rehearse(em: EntityManager, inHand: DecisionInHand): Promise<void> {
  try {
    await em.transactional(async (savepoint) => {
      await carryOutDecision(savepoint, inHand);
      throw new Rehearsed();
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
}

async function store(
  em: EntityManager,
  order: LockedOrder,
  { orderId, decision, actor }: GivenDecision,
): Promise<Decision> {
  const { status, inboundDocumentId } = order;
  const about = status === 'Waiting' ? 'hold' : 'order';
  const { id } = await storeDecision(em, { about, inboundDocumentId, orderId, decision, actor });
  const lines = decision.kind === 'runAgain' ? [] : decision.lines;
  const told = { actor, inboundDocumentId, orderId };
  const ofLines = await lineFacts(em, orderId, order, lines.slice(0, MOST_LINES));
  await addTimeline(em, [
    timelineRow('decision.made', madeFacts(decision), told),
    ...ofLines.map((line) => timelineRow('decision.line', line, told)),
  ]);
  return (await findDecision(em, id))!;
}

function madeFacts(decision: PersonsDecision): TimelineFacts['decision.made'] {
  if (decision.kind === 'runAgain') return { kind: decision.kind };
  const { kind, note, customer, deliveryAddress: place } = decision;
  const isRemembered = (decision.rememberCustomer ?? decision.rememberDeliveryAddress) !== undefined;
  return {
    kind,
    ...(note !== undefined && { note }),
    ...(customer !== undefined && { customer }),
    ...(place !== undefined && { place }),
    ...(isRemembered && { remembered: true }),
  };
}

/** The decisions about lines, with the buyer's numbers and units. */
async function lineFacts(
  em: EntityManager,
  orderId: string,
  { currency }: LockedOrder,
  decisions: readonly LineDecision[],
): Promise<TimelineFacts['decision.line'][]> {
  if (decisions.length === 0) return [];
  const positions = decisions.map(({ position }) => position);
  const { rows } = await sql<{ position: number; line: string; unit: string }>`
    select position, line_id as line, line->>'unit' as unit from order_line
    where order_id = ${orderId} and position = any(${positions}::int[]) order by position`.execute(em.getKysely());
  return rows.flatMap(({ position, line, unit }) => {
    const decision = decisions.find((one) => one.position === position);
    return decision === undefined ? [] : [{ line, unit, currency, decision }];
  });
}
