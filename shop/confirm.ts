import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Decimal, isDecimal } from '../formats/document/decimal.ts';
import type { ResponseCode } from '../formats/document/orderResponse.ts';
import { RoundtripError, type ErrorDetail } from '../platform/errors.ts';
import type { ConfirmedPart, Confirmation } from './confirmation.ts';
import { knownArticles, summarise } from './orderDecision.ts';
import type { OrderStatus } from './orderStatus.ts';

const BATCH = 500;
const MOST_DETAILS = 20;

/** Orders that were accepted and are not yet at their end. */
export const confirmable: readonly OrderStatus[] = ['Confirmed', 'Processing', 'Shipped', 'Tested'];

interface OrderedLine {
  position: number;
  line_id: string;
  ordered: string;
  delivered: string;
}

/**
 * Keeps what a confirmation says about the lines of an order, in the transaction of the caller, who has locked the order.
 * @returns what the buyer is answered now: 29 or 30
 * @throws Conflict for an order that was not accepted or is at its end; RequestInvalid with line, found and expected
 */
export async function confirmLines(
  em: EntityManager,
  order: { readonly id: string; readonly status: OrderStatus },
  { note, lines }: Confirmation,
): Promise<ResponseCode> {
  if (!confirmable.includes(order.status)) {
    const text =
      order.status === 'New'
        ? 'An order in status New takes no confirmations: accept it by a decision first.'
        : `An order in status ${order.status} takes no confirmations: there is nothing to confirm.`;
    throw new RoundtripError('Conflict', text);
  }
  await knownArticles(
    em,
    lines.flatMap(({ parts }) => parts),
  );
  const positions = new Set(lines.map(({ position }) => position));
  if (positions.size < lines.length) throw new RoundtripError('RequestInvalid', 'Each line is confirmed once.');
  for (let start = 0; start < lines.length; start += BATCH) {
    await confirmBatch(em, order.id, lines.slice(start, start + BATCH));
  }
  const code = await summarise(em, order.id);
  if (code === '27')
    throw new RoundtripError('RequestInvalid', 'A confirmation leaves something to deliver: cancel the order instead.');
  await sql`update orders set response_code = ${code}, response_note = ${note ?? null}, updated_at = now()
    where id = ${order.id}`.execute(em.getKysely());
  return code;
}

async function confirmBatch(em: EntityManager, orderId: string, lines: Confirmation['lines']): Promise<void> {
  const { rows } = await sql<OrderedLine>`
    select position, line_id, line ->> 'quantity' as ordered, trim_scale(delivered)::text as delivered from order_line
    where order_id = ${orderId} and position = any(${lines.map(({ position }) => position)}::int[])`.execute(
    em.getKysely(),
  );
  const ordered = new Map(rows.map((row) => [row.position, row]));
  const wrong = lines.flatMap(({ position, parts }) => problemOf(ordered.get(position), position, parts) ?? []);
  if (wrong.length > 0) throw unfit(wrong);
  const stored = lines.map(({ position, parts }) => {
    return { position, confirmed: parts, response_status: statusOf(parts) };
  });
  await sql`update order_line set confirmed = row.confirmed, response_status = row.response_status
    from jsonb_to_recordset(${JSON.stringify(stored)}::jsonb) as row(position int, confirmed jsonb, response_status text)
    where order_line.order_id = ${orderId} and order_line.position = row.position`.execute(em.getKysely());
}

function problemOf(
  line: OrderedLine | undefined,
  position: number,
  parts: readonly ConfirmedPart[],
): ErrorDetail | undefined {
  const element = line ? `line ${line.line_id} (position ${position})` : `position ${position}`;
  if (!line) return { element, found: String(position), expected: 'a line of the order' };
  const told = sumOf(parts);
  const isChanged = parts.some(({ status }) => status === 'changed');
  if (!isChanged && !(isDecimal(line.ordered) && told.eq(line.ordered.trim()))) {
    const expected = `parts that come to ${line.ordered}, or one that is changed`;
    return { element, found: told.toFixed(), expected };
  }
  const promised = sumOf(parts.filter(({ status }) => status !== 'rejected'));
  if (promised.gte(line.delivered)) return undefined;
  return { element, found: promised.toFixed(), expected: `at least ${line.delivered}, which was delivered` };
}

function sumOf(parts: readonly ConfirmedPart[]): Decimal {
  return parts.reduce((sum, { quantity }) => sum.add(quantity), new Decimal(0));
}

/** 29 only where the whole line comes as ordered, without another word about when. */
function statusOf(parts: readonly ConfirmedPart[]): ResponseCode {
  if (parts.every(({ status }) => status === 'rejected')) return '27';
  const [only, ...more] = parts;
  const isAsOrdered = more.length === 0 && only && partCode(only) === '29';
  return isAsOrdered ? '29' : '30';
}

/** The code of a part that stands alone: a promised date is an answer of its own. */
export function partCode({ status, promisedFrom, promisedTo }: ConfirmedPart): ResponseCode | 'backordered' {
  if (status === 'backordered') return status;
  if (status === 'rejected') return '27';
  return status === 'accepted' && (promisedFrom ?? promisedTo) === undefined ? '29' : '30';
}

function unfit(details: readonly ErrorDetail[]): RoundtripError {
  const [first] = details;
  const message = `The confirmation does not fit the order. ${first?.element}: ${first?.found}, expected ${first?.expected}.`;
  return new RoundtripError('RequestInvalid', message, { details: details.slice(0, MOST_DETAILS) });
}
