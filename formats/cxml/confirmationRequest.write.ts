import type { ConfirmedLine, OrderResponse } from '../document/orderResponse.ts';
import { xmlText, type XmlNode } from '../xml/writer.ts';
import { writeConfirmationItem, type ItemWording } from './confirmationItem.write.ts';
import { withOffset, writeDocumentReference, writeRequest, type CxmlRequestContext } from './envelope.write.ts';

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
  /** What code 30 says: the last word about the whole order (`except`), or about these lines, and more will follow (`detail`). */
  readonly changes: 'except' | 'detail';
  /** Domain of the classification of a replacement. */
  readonly classificationDomain: string;
}

/** By the answer's code; 30 is said as the agreement has it. */
const TYPES = { '27': 'reject', '29': 'accept' } as const;

/**
 * Writes the answer to an order (Fulfill.dtd: ConfirmationRequest), valid against the DTD version that it declares. `response.number` is the
 * confirmID of a first one. 27 and 29 are about the whole order and have no lines: `response.lines` is not touched. Throws for 30 without lines, and for
 * a line that is priced for another base quantity than the order: UnitPrice has no place for one. No secret is in it: documents are kept. Texts lose characters that XML cannot
 * carry.
 */
export async function writeConfirmationRequest(
  response: OrderConfirmation,
  context: ConfirmationContext,
): Promise<string> {
  const items = response.code === '30' ? await writeItems(response, context) : [];
  const confirmation: XmlNode = {
    name: 'ConfirmationRequest',
    children: [writeConfirmationHeader(response, context), writeOrderReference(response, context), ...items],
  };
  return writeRequest(context, confirmation, 'Fulfill');
}

function writeConfirmationHeader(response: OrderConfirmation, context: ConfirmationContext): XmlNode {
  const { code, number, note, seller } = response;
  const { replaces, language } = context;
  const { name, electronicMail } = seller.contact ?? {};
  const contactName = name ?? seller.name;
  const contact: XmlNode | undefined =
    contactName && electronicMail ? writeContact(contactName, electronicMail, language) : undefined;
  const parts = [
    replaces === undefined ? undefined : writeDocumentReference(replaces.payloadId),
    contact,
    note ? writeComments(note, language) : undefined,
  ];
  return {
    name: 'ConfirmationHeader',
    attributes: {
      confirmID: xmlText(replaces?.confirmId ?? number),
      operation: replaces === undefined ? 'new' : 'update',
      type: code === '30' ? context.changes : TYPES[code],
      noticeDate: withOffset(context.timestamp),
    },
    children: parts.filter((part) => part !== undefined),
  };
}

/** Whom the buyer may ask. A number of telephone is left out: cXML wants it in parts that only its owner can tell. */
function writeContact(name: string, mail: string, language: string): XmlNode {
  return {
    name: 'Contact',
    attributes: { role: 'customerService' },
    children: [
      { name: 'Name', attributes: { 'xml:lang': language }, text: xmlText(name) },
      { name: 'Email', text: xmlText(mail) },
    ],
  };
}

function writeOrderReference({ orderNumber }: OrderConfirmation, { orderPayloadId }: ConfirmationContext): XmlNode {
  return {
    name: 'OrderReference',
    attributes: { orderID: xmlText(orderNumber) },
    children: [writeDocumentReference(orderPayloadId)],
  };
}

function writeComments(text: string, language: string): XmlNode {
  return { name: 'Comments', attributes: { 'xml:lang': language }, text: xmlText(text) };
}

async function writeItems(response: OrderConfirmation, context: ConfirmationContext): Promise<XmlNode[]> {
  const { version, language, classificationDomain } = context;
  const wording: ItemWording = { version, language, classificationDomain, currency: response.currency };
  const items: XmlNode[] = [];
  for await (const line of response.lines) items.push(writeConfirmationItem(line, wording));
  if (items.length === 0) throw new Error('a confirmation with changes answers every line, but has none');
  return items;
}
