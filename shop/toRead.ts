/** What of an order only a person can read: words of the buyer and attachments. Pure. */
import type { OrderHeader, OrderLine } from '../formats/document/order.ts';
import type { Reason } from './evaluation.ts';
import type { OrderPolicy } from './orderPolicy.ts';
import { lineReason, shortened } from './reason.ts';

/** Attachments that a sentence names. */
const MOST_NAMES = 5;
const NOBODY_NEEDS_TO = 'nothing that a person must read';

/** A note and attachments of the order as a whole. */
export function orderToRead(
  { note, documents }: Pick<OrderHeader, 'note' | 'documents'>,
  policy: Pick<OrderPolicy, 'note' | 'attachment'>,
): Reason[] {
  const reasons: Reason[] = [];
  if (note?.trim() && policy.note !== 'accept') {
    const found = shortened(note.trim());
    const what = { field: 'Note', found, expected: NOBODY_NEEDS_TO, facts: { note: found } };
    reasons.push({ code: 'NOTE_PRESENT', ...what, action: policy.note });
  }
  const attached = documents.filter(({ embedded, uri }) => embedded !== undefined || uri !== undefined);
  if (attached.length > 0 && policy.attachment !== 'accept') {
    const names = attached.slice(0, MOST_NAMES).map(({ id, embedded }) => shortened(embedded?.filename ?? id));
    const facts = { names, count: attached.length };
    const what = { field: 'AdditionalDocumentReference', found: names.join(', '), expected: NOBODY_NEEDS_TO, facts };
    reasons.push({ code: 'ATTACHMENT_PRESENT', ...what, action: policy.attachment });
  }
  return reasons;
}

/** A note at a line. */
export function lineToRead(line: OrderLine, policy: Pick<OrderPolicy, 'note'>): Reason | undefined {
  const note = line.note?.trim();
  if (!note || policy.note === 'accept') return undefined;
  const what = { field: 'Note', found: note, expected: NOBODY_NEEDS_TO, facts: { note: shortened(note) } };
  return { ...lineReason(line, 'NOTE_PRESENT', what), action: policy.note };
}
