import type { ReceivedMessage } from '../receiver.messages.ts';

/** An order in the shop, as far as the verdict needs it. */
export interface StoredOrder {
  readonly externalNumber: string;
  readonly status: string;
  readonly lineCount: number;
  /** Rows in order_line. */
  readonly storedLines: number;
}

/** An order response of ours. */
export interface StoredResponse {
  readonly externalNumber: string;
  readonly messageId: string;
  readonly state: string;
}

export interface SentOrder {
  readonly number: string;
  readonly lines: number;
  /** Did the partner get a receipt? */
  readonly receipted: boolean;
  /** Has its process an answer? */
  readonly answered: boolean;
  /** Has the shop delivered all of it? */
  readonly delivered: boolean;
}

export interface Evidence {
  readonly sent: readonly SentOrder[];
  readonly orders: readonly StoredOrder[];
  readonly responses: readonly StoredResponse[];
  readonly messages: readonly ReceivedMessage[];
}

/** What is wrong, in sentences that begin with the order number. All empty: nothing was lost, doubled or changed. */
export interface Verdict {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly wrong: readonly string[];
}

/** Judges by order number what the partner sent against what the shop holds and what the partner's receiver took in. Pure. */
export function judge(evidence: Evidence): Verdict {
  const lost: string[] = [];
  const doubled: string[] = [];
  const wrong: string[] = [];
  const orders = Map.groupBy(evidence.orders, ({ externalNumber }) => externalNumber);
  const responses = Map.groupBy(evidence.responses, ({ externalNumber }) => externalNumber);
  const messages = Map.groupBy(evidence.messages, ({ order }) => order);
  for (const { number, lines, receipted, answered, delivered } of evidence.sent) {
    const found = orders.get(number) ?? [];
    const all = messages.get(number) ?? [];
    const arrived = all.filter(({ kind }) => kind === 'answer');
    const advices = all.filter(({ kind }) => kind === 'delivery');
    if (!receipted) lost.push(`${number}: the partner never got a receipt`);
    if (found.length === 0) lost.push(`${number}: no order in the shop`);
    if (answered && !arrived.some(({ accepted }) => accepted > 0)) {
      lost.push(`${number}: no order response was delivered`);
    }
    if (!answered && arrived.length > 0) wrong.push(`${number}: answered, though its process has no answer`);
    if (delivered && !advices.some(({ accepted }) => accepted > 0))
      lost.push(`${number}: no despatch advice was delivered`);
    if (!delivered && advices.length > 0) wrong.push(`${number}: a despatch advice, though nothing was delivered`);
    if (advices.length > 1) doubled.push(`${number}: despatch advices under ${advices.length} message ids`);
    if (found.length > 1) doubled.push(`${number}: ${found.length} orders in the shop`);
    if (arrived.length > 1) doubled.push(`${number}: order responses under ${arrived.length} message ids`);
    wrong.push(...found.flatMap((order) => orderFaults(order, lines, delivered ? 'Shipped' : 'New')));
    wrong.push(...(responses.get(number) ?? []).flatMap(responseFaults));
    wrong.push(...all.flatMap(messageFaults));
  }
  const sent = new Set(evidence.sent.map(({ number }) => number));
  for (const number of new Set([...orders.keys(), ...messages.keys()])) {
    if (!sent.has(number)) wrong.push(`${number}: nobody sent this order`);
  }
  return { lost, doubled, wrong };
}

function orderFaults(
  { externalNumber, status, lineCount, storedLines }: StoredOrder,
  lines: number,
  expected: string,
): string[] {
  const faults: string[] = [];
  if (status !== expected) faults.push(`${externalNumber}: in status ${status}, not ${expected}`);
  if (lineCount !== lines || storedLines !== lines) {
    faults.push(`${externalNumber}: ${lines} lines were sent, ${lineCount} counted, ${storedLines} stored`);
  }
  return faults;
}

function responseFaults({ externalNumber, messageId, state }: StoredResponse): string[] {
  return state === 'delivered' ? [] : [`${externalNumber}: response ${messageId} is in state ${state}, not delivered`];
}

function messageFaults({ order, messageId, kind, code, changed }: ReceivedMessage): string[] {
  const faults: string[] = [];
  if (kind === 'answer' && code !== '29') faults.push(`${order}: answered ${code}, not 29`);
  if (changed) faults.push(`${order}: message ${messageId} came with different bytes`);
  return faults;
}
