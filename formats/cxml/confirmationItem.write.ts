import { Decimal, plain } from '../document/decimal.ts';
import type { ConfirmedLine } from '../document/orderResponse.ts';
import { xmlText, type XmlNode } from '../xml/writer.ts';
import { lastDay, writeComments } from './parts.write.ts';
import { alreadyDelivered, moreThanOrdered, replacedBy } from './words.ts';
import { unitOf, writeChangedPrice, writeConfirmedItem, type ItemWording } from './confirmedItem.write.ts';

/** The response lines about one line of the order. */
export type LineAnswer = readonly [ConfirmedLine, ...ConfirmedLine[]];

/**
 * What becomes of one line of the order (Fulfill.dtd: ConfirmationItem), told by one response line or by several: each that delivers or
 * postpones a part of it is a status of its own. The quantities sum up to what was ordered: what nobody promises is rejected. cXML cannot
 * say that more comes than was ordered: a comment does.
 */
export function writeConfirmationItem(lines: LineAnswer, wording: ItemWording): XmlNode {
  const [first] = lines;
  const asked = new Decimal(first.ordered.quantity);
  const parts = promisedParts(lines, asked, wording.language);
  const rest = parts.reduce((left, { quantity }) => left.minus(quantity), asked);
  const isRejected = rest.gt(0) || parts.length === 0;
  return {
    name: 'ConfirmationItem',
    attributes: { quantity: xmlText(first.ordered.quantity), lineNumber: xmlText(first.orderLineId) },
    children: [
      unitOf(first),
      ...parts.map((part) => writePart(part, wording)),
      ...(isRejected ? [writeRejected(lines, rest, wording)] : []),
    ],
  };
}

/** A part of what was ordered, and the response line that says what becomes of it. */
interface Part {
  readonly line: ConfirmedLine;
  readonly quantity: Decimal;
  /** That more comes. */
  readonly comment?: string;
}

/** What comes of a line, at once or later, in the order in which it was told; together never more than was ordered. */
function promisedParts(lines: LineAnswer, asked: Decimal, language: string): Part[] {
  const told = lines.reduce((sum, { quantity }) => sum.plus(quantity ?? 0), new Decimal(0));
  const untold = Decimal.max(asked.minus(told), 0);
  const parts: Part[] = [];
  let [left, coming] = [asked, new Decimal(0)];
  for (const line of lines.filter(({ status }) => status !== '27')) {
    const promised = new Decimal(line.quantity ?? untold);
    const quantity = Decimal.min(promised, left);
    coming = coming.plus(promised);
    left = left.minus(quantity);
    if (quantity.gt(0) || asked.isZero()) parts.push({ line, quantity });
  }
  const last = parts.at(-1);
  if (!last || coming.lte(asked)) return parts;
  return [...parts.slice(0, -1), { ...last, comment: moreThanOrdered(last.line, coming, language) }];
}

function writePart(part: Part, wording: ItemWording): XmlNode {
  const { line, quantity, comment } = part;
  const comments = [line.note, comment];
  const deliveryDate = lastDay(line.promisedDelivery);
  if (line.status === 'backordered') {
    return writeStatus(line, { type: 'backordered', quantity, deliveryDate, comments }, wording);
  }
  if (line.status === 'delivered') comments.push(alreadyDelivered(wording.language));
  return wording.complete
    ? writeComplete(part, { deliveryDate, comments }, wording)
    : writeDifference(part, { deliveryDate, comments }, wording);
}

interface Told {
  readonly deliveryDate: string | undefined;
  readonly comments: readonly (string | undefined)[];
}

/** All that is known of the part, whether or not it differs from the order; without a known price what differs, as `allDetail` lets it. */
function writeComplete({ line, quantity }: Part, told: Told, wording: ItemWording): XmlNode {
  const { item, substitute } = line;
  const content = writeConfirmedItem(line, substitute ?? item, quantity, wording);
  const comments = [...told.comments, content || !substitute ? undefined : replacedBy(substitute, wording.language)];
  return writeStatus(line, { ...told, type: 'allDetail', quantity, content, comments }, wording);
}

/** `detail` where something of the part is other than ordered and has a place in it, else `accept`. */
function writeDifference({ line, quantity }: Part, told: Told, wording: ItemWording): XmlNode {
  const { price, substitute, status } = line;
  const replacement = substitute && writeConfirmedItem(line, substitute, quantity, wording);
  const unpriced = substitute && !replacement ? replacedBy(substitute, wording.language) : undefined;
  const content = replacement ?? (price && writeChangedPrice(line, price, wording.currency));
  const isDetail = content !== undefined || (status === '30' && told.deliveryDate !== undefined);
  const comments = [...told.comments, unpriced];
  return writeStatus(line, { ...told, type: isDetail ? 'detail' : 'accept', quantity, content, comments }, wording);
}

/** What does not come, in one status: with the words of the lines that reject it, or of all where none does. */
function writeRejected(lines: LineAnswer, quantity: Decimal, wording: ItemWording): XmlNode {
  const rejecting = lines.filter(({ status }) => status === '27');
  const comments = new Set((rejecting.length > 0 ? rejecting : lines).map(({ note }) => note));
  return writeStatus(lines[0], { type: 'reject', quantity, comments: [...comments] }, wording);
}

interface Status extends Partial<Told> {
  /** Fulfill.dtd: ConfirmationStatus/@type; `unknown` and `requestToPay` are not written. */
  readonly type: 'accept' | 'detail' | 'allDetail' | 'backordered' | 'reject';
  readonly quantity: Decimal;
  /** ItemIn or UnitPrice. */
  readonly content?: XmlNode | undefined;
}

function writeStatus(
  line: ConfirmedLine,
  { type, quantity, deliveryDate, content, comments = [] }: Status,
  { language }: ItemWording,
): XmlNode {
  const parts = [unitOf(line), content, writeComments(comments.filter(Boolean).join(' '), language)];
  return {
    name: 'ConfirmationStatus',
    attributes: { quantity: plain(quantity), type, deliveryDate },
    children: parts.filter((part) => part !== undefined),
  };
}
