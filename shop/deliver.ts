import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Decimal } from '../formats/document/decimal.ts';
import { RoundtripError, type ErrorDetail } from '../platform/errors.ts';
import type { Delivery, StoredDelivery } from './delivery.ts';
import { agreedQuantity, outstandingQuantity } from './lineQuantities.ts';
import type { OrderStatus } from './orderStatus.ts';

const MOST_DETAILS = 20;

/** Orders that goods may leave for. */
export const deliverable: readonly OrderStatus[] = ['Confirmed', 'Processing', 'Tested'];

interface AgreedLine {
  position: number;
  line_id: string;
  agreed: string;
  delivered: string;
  rest_cancelled: boolean;
}

/**
 * Counts a delivery into the lines of an order, in the transaction of the caller, who has locked the order.
 * @param moreThanAgreed may more be delivered than was agreed upon?
 * @returns the delivery with what is still to come of each line
 * @throws Conflict for an order that nothing may be delivered for; RequestInvalid with line, found and expected
 */
export async function deliverLines(
  em: EntityManager,
  order: { readonly id: string; readonly status: OrderStatus },
  delivery: Delivery,
  { moreThanAgreed }: { readonly moreThanAgreed: boolean },
): Promise<StoredDelivery> {
  if (!deliverable.includes(order.status)) {
    const text =
      order.status === 'New'
        ? 'An order in status New takes no deliveries: accept it by a decision first.'
        : `An order in status ${order.status} takes no deliveries.`;
    throw new RoundtripError('Conflict', text);
  }
  const positions = delivery.lines.map(({ position }) => position);
  const { rows } = await sql<AgreedLine>`
    select position, line_id, trim_scale(${agreedQuantity})::text as agreed, trim_scale(delivered)::text as delivered,
      rest_cancelled
    from order_line where order_id = ${order.id} and position = any(${positions}::int[])`.execute(em.getKysely());
  const agreed = new Map(rows.map((row) => [row.position, row]));
  const wrong = delivery.lines.flatMap((line) => problemOf(agreed.get(line.position), line, moreThanAgreed) ?? []);
  if (wrong.length > 0) throw invalid(wrong);
  return { ...delivery, ...(await count(em, order.id, delivery)) };
}

async function count(
  em: EntityManager,
  orderId: string,
  { lines, final }: Delivery,
): Promise<Pick<StoredDelivery, 'lines' | 'complete'>> {
  const delivered = lines.map(({ position, quantity, rest }) => ({ position, quantity, ends: rest === 'cancelled' }));
  await sql`update order_line set delivered = delivered + row.quantity, rest_cancelled = rest_cancelled or row.ends
    from jsonb_to_recordset(${JSON.stringify(delivered)}::jsonb) as row(position int, quantity numeric, ends boolean)
    where order_id = ${orderId} and order_line.position = row.position`.execute(em.getKysely());
  if (final) {
    await sql`update order_line set rest_cancelled = true where order_id = ${orderId}`.execute(em.getKysely());
  }
  const { rows } = await sql<{ position: number; outstanding: string }>`
    select position, trim_scale(${outstandingQuantity})::text as outstanding from order_line
    where order_id = ${orderId} and ${outstandingQuantity} > 0`.execute(em.getKysely());
  const left = new Map(rows.map(({ position, outstanding }) => [position, outstanding]));
  return {
    lines: lines.map((line) => ({ ...line, outstanding: left.get(line.position) ?? '0' })),
    complete: rows.length === 0,
  };
}

function problemOf(
  line: AgreedLine | undefined,
  { position, quantity }: Delivery['lines'][number],
  moreThanAgreed: boolean,
): ErrorDetail | undefined {
  if (!line) return { element: `position ${position}`, found: String(position), expected: 'a line of the order' };
  const element = `line ${line.line_id} (position ${position})`;
  if (new Decimal(line.agreed).isZero())
    return { element, found: quantity, expected: 'nothing: the line was rejected' };
  if (line.rest_cancelled) return { element, found: quantity, expected: 'nothing: the rest was cancelled' };
  if (moreThanAgreed) return undefined;
  const left = Decimal.max(new Decimal(line.agreed).sub(line.delivered), 0);
  if (left.gte(quantity)) return undefined;
  return { element, found: quantity, expected: `at most ${left.toFixed()} of ${line.agreed} agreed` };
}

function invalid(details: readonly ErrorDetail[]): RoundtripError {
  const [first] = details;
  const message = `The delivery does not fit the order. ${first?.element}: ${first?.found}, expected ${first?.expected}.`;
  return new RoundtripError('RequestInvalid', message, { details: details.slice(0, MOST_DETAILS) });
}
