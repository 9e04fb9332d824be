import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Decimal } from '../formats/document/decimal.ts';
import type { Period } from '../formats/document/order.ts';
import type { ConfirmedLine, ResponseCode, ResponseItem } from '../formats/document/orderResponse.ts';
import { partCode } from './confirm.ts';
import type { ConfirmedPart } from './confirmation.ts';
import type { LineDecision } from './decision.ts';
import type { Reason, ReasonCode } from './evaluation.ts';
import { localText } from './localText.ts';
import { isAgreed } from './reason.ts';
import { orderLines, type OrderDetail, type OrderLineDetail } from './orderQueries.ts';
import type { LocalText } from './product.entity.ts';

/** How an answer is worded in the partner's language. */
export interface AnswerWords {
  /** What differs, with the line that it is about. */
  readonly sentence: (reason: Reason) => string;
  /** A person's word about a line. */
  readonly atLine: (line: string, note: string) => string;
  /** The note that stands at a line. */
  readonly lineNote: (reasons: readonly Reason[]) => string;
}

/** More than a note can hold. */
const MOST_SENTENCES = 100;

/**
 * The lines of an order response with code 30, streamed: each ordered line with its status, and quantity, price, delivery and
 * replacement where they differ. 27 and 29 carry no lines (BIS 28A).
 */
export async function* responseLines(
  em: EntityManager,
  orderId: string,
  words: AnswerWords,
): AsyncGenerator<ConfirmedLine> {
  for await (const batch of orderLines(em, orderId)) {
    const substitutes = await substituteItems(em, batch);
    for (const line of batch) {
      if (line.confirmed) yield* confirmedLines(line, line.confirmed, substitutes);
      else yield responseLine(line, substitutes, words);
    }
  }
}

/** Why an order is rejected: what the person wrote; where they wrote nothing, every reason that was found. */
export async function rejectionSentences(
  em: EntityManager,
  { id, reasons, responseNote }: Pick<OrderDetail, 'id' | 'reasons' | 'responseNote'>,
  words: AnswerWords,
): Promise<string[]> {
  const found = responseNote === null ? reasons.filter(isAgainst).map(words.sentence) : [responseNote];
  for await (const batch of orderLines(em, id)) {
    for (const { lineId, decision, reasons: ofLine } of batch) {
      if (decision?.note) found.push(words.atLine(lineId, decision.note));
      else if (responseNote === null) found.push(...ofLine.filter(isAgainst).map(words.sentence));
    }
    if (found.length >= MOST_SENTENCES) break;
  }
  return found;
}

/**
 * Charges and allowances that are accepted, in words: the lines of an answer have no place for them (cXML and all UBL responses). An
 * answer without lines accepts all of the order.
 */
export function acceptedCharges({ reasons }: Pick<OrderDetail, 'reasons'>, words: AnswerWords): string[] {
  return reasons.filter((reason) => reason.code === 'ALLOWANCE_CHARGE_PRESENT' && isAgreed(reason)).map(words.sentence);
}

/** What the agreement accepts silently is no reason to reject, nor is what was read. */
function isAgainst({ action, code }: Reason): boolean {
  return action !== 'accept' && code !== 'NOTE_PRESENT' && code !== 'ATTACHMENT_PRESENT';
}

function responseLine(
  detail: OrderLineDetail,
  substitutes: ReadonlyMap<string, ResponseItem>,
  words: AnswerWords,
): ConfirmedLine {
  const { line, decision } = detail;
  const status: ResponseCode = detail.responseStatus ?? '29';
  const substitute = decision?.substitute === undefined ? undefined : substitutes.get(decision.substitute);
  const note = noteAt(detail, status, words);
  const promised = decision && promisedPeriod(decision);
  return {
    id: String(detail.position),
    orderLineId: detail.lineId,
    status,
    ...(note && { note }),
    ...(decision?.quantity !== undefined && { quantity: decision.quantity }),
    ...(line.unit !== '' && { unit: line.unit }),
    ...(decision?.price !== undefined && { price: { ...line.price, amount: decision.price } }),
    ...(promised && { promisedDelivery: promised }),
    item: responseItem(detail),
    ordered: { quantity: line.quantity, unit: line.unit, ...(line.price && { price: line.price }) },
    ...(substitute && { substitute }),
  };
}

/** One response line for each part of a line that was confirmed in parts; the first has the number of the line. */
function confirmedLines(
  detail: OrderLineDetail,
  parts: readonly ConfirmedPart[],
  substitutes: ReadonlyMap<string, ResponseItem>,
): ConfirmedLine[] {
  const { line, lineId, position } = detail;
  const isWhole = parts.length === 1;
  return parts.map((part, index) => {
    const code = partCode(part);
    const substitute = part.substitute === undefined ? undefined : substitutes.get(part.substitute);
    const promised = promisedPeriod(part);
    return {
      id: index === 0 ? String(position) : `${position}.${index + 1}`,
      orderLineId: lineId,
      // A part that comes as ordered is still not the line that was ordered.
      status: code === '29' && !isWhole ? '30' : code,
      ...(part.note !== undefined && { note: part.note }),
      quantity: part.quantity,
      ...(line.unit !== '' && { unit: line.unit }),
      ...(part.price !== undefined && { price: { ...line.price, amount: part.price } }),
      ...(promised && { promisedDelivery: promised }),
      item: responseItem(detail),
      ordered: { quantity: line.quantity, unit: line.unit, ...(line.price && { price: line.price }) },
      ...(substitute && { substitute }),
    };
  });
}

function promisedPeriod({
  promisedFrom,
  promisedTo,
}: Pick<ConfirmedPart, 'promisedFrom' | 'promisedTo'>): Period | undefined {
  if (promisedFrom === undefined && promisedTo === undefined) return undefined;
  return {
    ...(promisedFrom !== undefined && { startDate: promisedFrom }),
    ...(promisedTo !== undefined && { endDate: promisedTo }),
  };
}

/**
 * The person's word; else for a rejected line every reason, for a changed one those of what was changed. A number that several lines have
 * does not say which one is answered: the note does.
 */
function noteAt({ decision, reasons }: OrderLineDetail, status: ResponseCode, words: AnswerWords): string | undefined {
  const isWorded = Boolean(decision?.note);
  const told = reasons.filter((reason) => {
    if (reason.code === 'LINE_NUMBER_REPEATED') return true;
    return !isWorded && (status === '27' || (decision && isReasonOf(reason, decision)));
  });
  const isSilent = told.length === 0 && (isWorded || status !== '27');
  const notes = [decision?.note, isSilent ? undefined : words.lineNote(told)].filter(Boolean);
  return notes.length > 0 ? notes.join(' ') : undefined;
}

/** What a decision changes for a reason. */
const changedFor: Partial<Record<ReasonCode, 'price' | 'quantity' | 'substitute'>> = {
  PRICE_DEVIATION: 'price',
  PRICE_MISSING: 'price',
  PRICE_ZERO: 'price',
  PRICE_UNUSABLE: 'price',
  CURRENCY_UNKNOWN: 'price',
  QUANTITY_NOT_ALLOWED: 'quantity',
  PRODUCT_UNKNOWN: 'substitute',
  PRODUCT_WITHDRAWN: 'substitute',
};

/** Does the reason say why the decision changes what it changes? Another price than ours has another reason. */
function isReasonOf(reason: Reason, decision: LineDecision): boolean {
  const changed = changedFor[reason.code];
  if (changed === undefined || decision[changed] === undefined) return false;
  return reason.code !== 'PRICE_DEVIATION' || new Decimal(decision[changed]).eq(reason.facts.ours);
}

/** The item in the buyer's words, with our article number where we know it. */
export function responseItem({ line, match }: OrderLineDetail): ResponseItem {
  const name = line.item.name ?? match?.name;
  const sellersId = match?.articleNumber ?? line.item.sellersId;
  const { buyersId, standardId } = line.item;
  return {
    ...(name !== undefined && { name }),
    ...(buyersId !== undefined && { buyersId }),
    ...(sellersId !== undefined && { sellersId }),
    ...(standardId && { standardId }),
  };
}

async function substituteItems(
  em: EntityManager,
  batch: readonly OrderLineDetail[],
): Promise<ReadonlyMap<string, ResponseItem>> {
  const numbers = batch
    .flatMap(({ decision, confirmed }) => [
      decision?.substitute,
      ...(confirmed ?? []).map(({ substitute }) => substitute),
    ])
    .filter((number) => number !== undefined);
  if (numbers.length === 0) return new Map();
  const { rows } = await sql<{ number: string; name: LocalText }>`
    select article_number as number, name from product where article_number = any(${numbers}::text[])`.execute(
    em.getKysely(),
  );
  return new Map(rows.map(({ number, name }) => [number, { name: localText(name), sellersId: number }]));
}
