import type { ConfirmedLine, OrderResponse } from '../document/orderResponse.ts';
import { xmlText, type XmlNode } from '../xml/writer.ts';
import { addedToOrder } from './words.ts';
import { writeConfirmationItem, type LineAnswer } from './confirmationItem.write.ts';
import type { ItemWording } from './confirmedItem.write.ts';
import { withOffset, writeDocumentReference, writeRequest, type CxmlRequestContext } from './envelope.write.ts';
import { writeComments, writeContact, writeOrderReference } from './parts.write.ts';

/** The neutral answer with what each line ordered: a confirmation repeats it. */
export interface OrderConfirmation extends OrderResponse {
  readonly lines: Iterable<ConfirmedLine> | AsyncIterable<ConfirmedLine>;
}

/** What a confirmation needs besides the answer: from the order's message and the agreement. */
export interface ConfirmationContext extends CxmlRequestContext {
  /** payloadID of the OrderRequest that is answered, of its latest version. */
  readonly orderPayloadId: string;
  /** The confirmation that this one takes the place of: payloadID of its latest version, and the confirmID that all have. */
  readonly replaces?: { readonly payloadId: string; readonly confirmId: string };
  /**
   * What code 30 says: the last word about the whole order (`except`); or about these lines, and more will follow, telling what differs
   * (`detail`) or all that is known (`allDetail`, for receivers that keep a snapshot).
   */
  readonly changes: 'except' | 'detail' | 'allDetail';
  /** Domain of the classification of an item. */
  readonly classificationDomain: string;
}

/**
 * Writes the answer to an order (Fulfill.dtd: ConfirmationRequest), valid against the DTD version that it declares. `response.number` is the
 * confirmID of a first one. 27 and 29 are about the whole order and have no lines: `response.lines` is not touched, but for 29 as
 * `allDetail`. An order of which every line is postponed is `backordered`. A line that the order does not have has no place but the comment. Throws
 * for 30 without lines, and for a line that is priced for another base quantity than the order: UnitPrice has no place for one. No secret is
 * in it: documents are kept. Texts lose characters that XML cannot carry.
 */
export async function writeConfirmationRequest(
  response: OrderConfirmation,
  context: ConfirmationContext,
): Promise<string> {
  const { code } = response;
  const hasLines = code === '30' || (code === '29' && context.changes === 'allDetail');
  const { answers, added } = hasLines ? await byOrderLine(response.lines) : NO_LINES;
  if (code === '30' && answers.length === 0)
    throw new Error('a confirmation with changes answers every line, but has none');
  const { version, language, classificationDomain, changes } = context;
  const { currency, note } = response;
  const wording: ItemWording = { version, language, classificationDomain, currency, complete: changes === 'allDetail' };
  const comment = [note, ...added.map((line) => addedToOrder(line, language))].filter(Boolean).join(' ');
  const items = answers.map((answer) => writeConfirmationItem(answer, wording));
  const header = { type: typeOf(response, context, items), comment };
  const children = [
    writeConfirmationHeader(response, header, context),
    writeOrderReference(response.orderNumber, context.orderPayloadId),
    ...items,
  ];
  return writeRequest(context, { name: 'ConfirmationRequest', children }, 'Fulfill');
}

interface Answers {
  /** In the order in which their lines were first told. */
  readonly answers: readonly LineAnswer[];
  readonly added: readonly ConfirmedLine[];
}
const NO_LINES: Answers = { answers: [], added: [] };

async function byOrderLine(lines: OrderConfirmation['lines']): Promise<Answers> {
  const answers = new Map<string, [ConfirmedLine, ...ConfirmedLine[]]>();
  const added: ConfirmedLine[] = [];
  for await (const line of lines) {
    const known = answers.get(line.orderLineId);
    if (line.status === 'added') added.push(line);
    else if (known) known.push(line);
    else answers.set(line.orderLineId, [line]);
  }
  return { answers: [...answers.values()], added };
}

/** ConfirmationHeader/@type; `replace` and `requestToPay` are not written. */
function typeOf({ code }: OrderConfirmation, { changes }: ConfirmationContext, items: readonly XmlNode[]): string {
  if (code === '27') return 'reject';
  if (items.length === 0) return 'accept';
  return changes === 'except' && items.every(isPostponed) ? 'backordered' : changes;
}

function isPostponed({ children = [] }: XmlNode): boolean {
  const statuses = children.filter(({ name }) => name === 'ConfirmationStatus');
  return statuses.every(({ attributes }) => attributes?.['type'] === 'backordered');
}

function writeConfirmationHeader(
  { number, seller }: OrderConfirmation,
  { type, comment }: { readonly type: string; readonly comment: string },
  { replaces, language, timestamp }: ConfirmationContext,
): XmlNode {
  const { name, electronicMail } = seller.contact ?? {};
  const helper = name ?? seller.name;
  const contact =
    helper && electronicMail ? { role: 'customerService', name: helper, mail: electronicMail } : undefined;
  const parts = [
    replaces === undefined ? undefined : writeDocumentReference(replaces.payloadId),
    contact && writeContact(contact, language),
    writeComments(comment, language),
  ];
  return {
    name: 'ConfirmationHeader',
    attributes: {
      confirmID: xmlText(replaces?.confirmId ?? number),
      operation: replaces === undefined ? 'new' : 'update',
      type,
      noticeDate: withOffset(timestamp),
    },
    children: parts.filter((part) => part !== undefined),
  };
}
