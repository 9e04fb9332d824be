import type { EntityManager } from '@mikro-orm/postgresql';
import { Decimal, isDecimal } from '../formats/document/decimal.ts';
import type { OrderHeader, OrderLine, OrderOperation } from '../formats/document/order.ts';
import type { Agreement } from '../partners/agreement.ts';
import { effectOf } from '../partners/verdict.ts';
import { planChange, type ChangePlan } from '../shop/changePlan.ts';
import {
  changedNumber,
  deliveredLines,
  findChangedOrder,
  knownVersions,
  standingLines,
  type ChangedOrder,
  type DeliveredLine,
} from '../shop/changedOrder.ts';
import { changeVerdict, turnOf, type KnownVersions } from '../shop/changeRules.ts';
import type { Reason } from '../shop/evaluation.ts';
import { lineReason, shortened } from '../shop/reason.ts';
import { findingReason } from './findings.ts';
import { changedOrder, OrderInHand } from './orderInHand.ts';

/** A document that changes or takes back an order, and what becomes of it. */
export interface WeighedChange {
  readonly verdict: 'apply' | 'hold' | 'refuse' | 'wait';
  /** Why: questions for a person, or what it is refused for. */
  readonly reasons: readonly Reason[];
  /** Absent where the order has not come. */
  readonly target?: ChangedOrder;
  readonly plan?: ChangePlan;
  /** The added and changed lines alone, with product, price and reasons; absent where there are none. */
  readonly affected?: OrderInHand;
  readonly deliveryAddressId?: string | undefined;
}

/**
 * Says what becomes of a change as the order stands now. Only its added and changed lines are matched and priced.
 * @param isPatient while it may still wait for its order, or for the change before it
 */
export async function weighChange(em: EntityManager, order: OrderInHand, isPatient: boolean): Promise<WeighedChange> {
  const { header, read } = order;
  const operation = header.operation!;
  const { partner: partnerId, mode } = read.document;
  const target = await findChangedOrder(em, { partnerId, mode, header });
  if (!target) return isPatient ? wait() : hold(orderReason(header, 'CHANGED_ORDER_UNKNOWN', { operation }));
  const known = await knownVersions(em, target);
  const turn = turnOf({ ...header, operation }, known);
  if (turn === 'late') return { verdict: 'refuse', target, reasons: [superseded(header, known)] };
  const verdict = changeVerdict(target.status, operation, read.agreement.settings.changes);
  if (verdict === 'tooLate') {
    const reason = orderReason(header, 'CHANGE_TOO_LATE', { operation, status: target.status });
    return { verdict: 'refuse', target, reasons: [reason] };
  }
  if (verdict === 'notTaken') {
    return { verdict: 'refuse', target, reasons: [orderReason(header, 'CHANGE_NOT_TAKEN', { operation })] };
  }
  if (verdict === 'wait' || (turn === 'early' && isPatient)) return wait(target);
  const weighed = await weighLines(em, order, target);
  const asked = [
    ...(turn === 'early' ? [earlierMissing(header, known)] : []),
    ...(verdict === 'ask' ? changedOrder(header) : []),
  ];
  if (weighed.verdict === 'refuse' || asked.length === 0) return weighed;
  return { ...weighed, verdict: 'hold', reasons: [...asked, ...weighed.reasons] };
}

function wait(target?: ChangedOrder): WeighedChange {
  return { verdict: 'wait', reasons: [], ...(target && { target }) };
}

function hold(...reasons: readonly Reason[]): WeighedChange {
  return { verdict: 'hold', reasons };
}

/** What the rules, the lines and the delivery place say, whatever the agreement says of changes. */
async function weighLines(em: EntityManager, order: OrderInHand, target: ChangedOrder): Promise<WeighedChange> {
  const { header, read } = order;
  const reused = order.reusedFrom(await order.owners(em));
  const ofDocument = [...(reused ? order.reusedReasons(reused) : []), ...read.judged.questions.map(findingReason)];
  const delivered = await deliveredLines(em, target.id);
  if (header.operation === 'delete') {
    return judged({ target, reasons: [...ofDocument, ...delivered.map(deliveredAlready)] }, order);
  }
  const document = await allLines(em, order);
  const standing = await standingLines(em, target.id);
  const plan = planChange(header.operation!, standing, document);
  const { customer, deliveryAddressId, reasons } = await order.identification(em);
  const ofParties = reasons.filter(({ code }) => !target.customer || !code.startsWith('CUSTOMER_'));
  const known = {
    customer: target.customer ?? customer,
    by: [],
    also: [],
    deliveryAddressId,
    rememberedPlace: undefined,
  };
  const lines = [...plan.added, ...plan.changed].toSorted((a, b) => a.position - b.position);
  const touched = new Set([...plan.removed, ...lines.map(({ id }) => id)]);
  const untouched = standing.filter(({ id }) => !touched.has(id));
  const ofOrder = { orderId: target.id, header: target.header, lines: untouched };
  const affected = new OrderInHand(onlyLines(order, lines), { ...known, reasons: [] }, ofOrder);
  const left = delivered.filter((line) => isBelow(plan, line)).map(deliveredAlready);
  const tally = await affected.tally(em);
  const ofLines = [...plan.misfits.map(misfit), ...left, ...emptied(header, plan), ...tally.cartReasons];
  const all = [...ofDocument, ...ofParties, ...ofLines];
  return judged({ target, plan, deliveryAddressId, affected, reasons: all }, order, tally);
}

type Tally = Awaited<ReturnType<OrderInHand['tally']>>;

function judged(weighed: Omit<WeighedChange, 'verdict'>, { read }: OrderInHand, tally?: Tally): WeighedChange {
  const effects = weighed.reasons.map((reason) => effectOf(reason, read.agreement.settings));
  const refuses = effects.includes('refuseOrder') || (tally?.prices.refusals ?? 0) > 0;
  if (refuses) return { ...weighed, verdict: 'refuse' };
  const isOpen = effects.includes('question') || (tally !== undefined && !tally.isClean);
  return { ...weighed, verdict: isOpen ? 'hold' : 'apply' };
}

async function allLines(em: EntityManager, { read }: OrderInHand): Promise<readonly OrderLine[]> {
  if (read.lines !== undefined) return read.lines;
  const lines: OrderLine[] = [];
  for await (const batch of read.streamLines(em)) lines.push(...batch);
  return lines;
}

/** The document as if it had these lines alone: sums, charges and values of the whole order say nothing about them. */
function onlyLines({ read, header }: OrderInHand, lines: readonly OrderLine[]): OrderInHand['read'] {
  const { totals: _totals, taxAmount: _tax, ...rest } = header;
  const { settings } = read.agreement;
  const { minimumValue: _value, ...deviations } = settings.deviations;
  const { order: _bands, ...price } = settings.price;
  const ofLines: Agreement = { ...settings, deviations, price };
  const agreement = { ...read.agreement, settings: ofLines };
  return { ...read, header: { ...rest, allowanceCharges: [] }, agreement, lines, lineCount: lines.length };
}

type ChangeReasonCode = 'CHANGED_ORDER_UNKNOWN' | 'CHANGE_NOT_TAKEN' | 'CHANGE_TOO_LATE';

function orderReason<C extends ChangeReasonCode>(
  header: OrderHeader,
  code: C,
  facts: Extract<Reason, { code: C }>['facts'],
): Reason {
  const found = shortened(changedNumber(header));
  const field = fieldOf(header.operation!);
  return { code, field, found, expected: 'an order that may be changed', facts } as Extract<Reason, { code: C }>;
}

function fieldOf(operation: OrderOperation): string {
  return operation === 'update' ? 'OrderRequestHeader/@orderID' : 'OrderReference/ID';
}

function superseded(header: OrderHeader, { latest }: KnownVersions): Reason {
  return {
    code: 'CHANGE_SUPERSEDED',
    ...versionOf(header),
    expected: latest === undefined ? 'a later version' : `a version after ${latest}`,
    facts: latest === undefined ? {} : { latest },
  };
}

function earlierMissing(header: OrderHeader, { latest }: KnownVersions): Reason {
  const isCounted = header.operation === 'change';
  return {
    code: 'CHANGE_EARLIER_MISSING',
    ...versionOf(header),
    expected: isCounted ? String((latest ?? 0) + 1) : 'the version after the latest',
    facts: isCounted ? { expected: (latest ?? 0) + 1 } : {},
  };
}

function versionOf({ operation, sequenceNumber, previousMessageId, number }: OrderHeader) {
  const field = operation === 'change' ? 'SequenceNumberID' : 'OrderRequestHeader/@orderVersion';
  return { field, found: shortened(sequenceNumber ?? previousMessageId ?? number) };
}

function misfit(line: OrderLine): Reason {
  const isAdded = line.statusCode === '1';
  return lineReason(line, 'CHANGE_LINE_UNKNOWN', {
    field: 'LineItem/LineStatusCode',
    found: line.statusCode ?? '',
    expected: isAdded ? 'a line that the order does not have' : 'a line of the order',
    facts: { isAdded },
  });
}

/** Would less be left of a line than has been delivered? */
function isBelow({ removed, changed }: ChangePlan, { line, delivered }: DeliveredLine): boolean {
  if (removed.includes(line.id)) return true;
  const quantity = changed.find(({ id }) => id === line.id)?.quantity.trim();
  return quantity !== undefined && isDecimal(quantity) && new Decimal(quantity).lt(delivered);
}

/** What has left does not come back by a message: a person decides. */
function deliveredAlready({ line, delivered }: DeliveredLine): Reason {
  return lineReason(line, 'CHANGE_LINE_DELIVERED', {
    field: 'LineItem/Quantity',
    found: delivered,
    expected: 'a line of which nothing more than the new quantity was delivered',
    facts: { delivered, unit: line.unit },
  });
}

function emptied({ number }: OrderHeader, { leavesNothing }: ChangePlan): Reason[] {
  if (!leavesNothing) return [];
  const what = { field: 'OrderLine', found: shortened(number), expected: 'at least one line', facts: {} };
  return [{ code: 'CHANGE_LEAVES_NOTHING', ...what }];
}
