import type { EntityManager } from '@mikro-orm/postgresql';
import { readCustomer } from '../../../../shop/customerRecords.ts';
import type { Candidate, Reason } from '../../../../shop/evaluation.ts';
import { linesAt, openLinesAfter, type OrderLineDetail } from '../../../../shop/orderQueries.ts';
import { isQuestion } from '../../../../shop/reason.ts';
import type { AdminVisit } from '../../visit.ts';
import type { Choice } from '../../lists/views.ts';
import type { OrderInHand } from '../order/inHand.ts';
import { reasonView, type ReasonView } from '../order/lines.ts';
import { ourPriceOf } from './ourPrice.ts';

/** Lines that the form shows at once; the others are decided alike, or after these. */
export const MOST_LINES = 20;

/** What was typed, and what of it cannot be used: by the name of the field, or of the whole form. */
export interface Typed {
  readonly form: URLSearchParams;
  readonly errors: ReadonlyMap<string, string>;
}

/** A choice of something that the order does not name clearly: an article, a customer, a delivery place. */
export interface PickView {
  readonly name: string;
  readonly value: string;
  readonly candidates: readonly Choice[];
  /** Remember the answer, and until when. */
  readonly remember: boolean;
  readonly until: string;
  readonly error: string;
}

export interface DecisionLineView {
  readonly position: number;
  readonly lineId: string;
  readonly name: string;
  readonly reasons: readonly ReasonView[];
  /** What was chosen; empty: nothing. */
  readonly action: string;
  readonly actions: readonly Choice[];
  readonly error: string;
  /** Where the article is a question. */
  readonly article: PickView | undefined;
  /** May the price be accepted for longer? */
  readonly mayKeepPrice: boolean;
  readonly fields: Readonly<
    Record<'quantity' | 'price' | 'from' | 'to' | 'substitute' | 'note' | 'priceUntil', FieldView>
  >;
}

export interface FieldView {
  readonly name: string;
  readonly value: string;
  readonly error: string;
}

export interface DecisionFormView {
  readonly seen: string;
  readonly takesChanges: boolean;
  readonly isHeld: boolean;
  readonly customer: PickView | undefined;
  readonly place: PickView | undefined;
  /** Our number of the order that it replaces, and what is chosen for it. */
  readonly replaced: { readonly number: string; readonly value: string; readonly error: string } | undefined;
  readonly lines: readonly DecisionLineView[];
  /** Further lines that wait. */
  readonly others: number;
  readonly rest: FieldView;
  readonly note: FieldView;
  /** In the order of the form; `field` is empty for one about the whole. */
  readonly errors: readonly { readonly field: string; readonly text: string }[];
}

/** The lines that a form decides about: those that wait, from the first, and those that the person has added. */
export async function linesToDecide(
  em: EntityManager,
  orderId: string,
  added: readonly number[],
): Promise<OrderLineDetail[]> {
  const open = await openLinesAfter(em, orderId, 0, MOST_LINES);
  const shown = new Set(open.map(({ position }) => position));
  const others = added.filter((position) => !shown.has(position)).slice(0, MOST_LINES);
  const further = others.length > 0 ? await linesAt(em, orderId, others) : [];
  return [...open, ...further].toSorted((a, b) => a.position - b.position);
}

/** Positions in an address or a form: `line=3&line=7`. */
export function positionsOf(query: URLSearchParams): number[] {
  return query
    .getAll('line')
    .filter((text) => /^[1-9]\d{0,5}$/.test(text))
    .slice(0, 2 * MOST_LINES)
    .map(Number);
}

/** The decision form of an order, with what was typed into it. */
export async function decisionForm(visit: AdminVisit, inHand: OrderInHand, typed?: Typed): Promise<DecisionFormView> {
  const { order, takesChanges } = inHand;
  const added = positionsOf(typed ? typed.form : visit.query);
  const lines = await linesToDecide(visit.em, order.id, added);
  const open = lines.filter((line) => line.responseStatus === null && line.reasons.some(isQuestion)).length;
  const reads = new Reading(typed);
  return {
    seen: order.updatedAt,
    takesChanges,
    isHeld: order.status === 'Waiting',
    customer: customerPick(inHand, reads),
    place: await placePick(visit, inHand, reads),
    replaced: replacedChoice(order.reasons, reads),
    lines: lines.map((line) => lineForm(visit, line, takesChanges, reads)),
    others: Math.max(0, order.openLines - open),
    rest: reads.field('rest'),
    note: reads.field('note'),
    errors: [...(typed?.errors ?? [])].map(([field, text]) => ({ field, text })),
  };
}

/** What stands in the fields. */
class Reading {
  readonly #typed: Typed | undefined;

  constructor(typed: Typed | undefined) {
    this.#typed = typed;
  }

  text(name: string): string {
    return this.#typed?.form.get(name) ?? '';
  }

  error(name: string): string {
    return this.#typed?.errors.get(name) ?? '';
  }

  field(name: string): FieldView {
    return { name, value: this.text(name), error: this.error(name) };
  }

  pick(name: string, candidates: readonly Choice[]): PickView {
    const remember = this.text(`remember-${name}`) === '1';
    return { ...this.field(name), candidates, remember, until: this.text(`until-${name}`) };
  }
}

function choicesOf(candidates: readonly Candidate[] = []): Choice[] {
  return candidates.map(({ number, name }) => ({ value: number, text: [number, name].filter(Boolean).join(' ') }));
}

function customerPick({ order: { reasons, customer } }: OrderInHand, reads: Reading): PickView | undefined {
  const reason = reasons.find(({ code }) => code === 'CUSTOMER_UNKNOWN' || code === 'CUSTOMER_AMBIGUOUS');
  return reason || !customer ? reads.pick('customer', choicesOf(reason?.candidates)) : undefined;
}

/** Candidates of a place are its ids; where the order has none, all places of the customer. */
async function placePick({ em }: AdminVisit, { order }: OrderInHand, reads: Reading): Promise<PickView | undefined> {
  const reason = order.reasons.find(
    ({ code }) => code === 'DELIVERY_PLACE_UNKNOWN' || code === 'DELIVERY_PLACE_AMBIGUOUS',
  );
  if (!reason || !isQuestion(reason)) return undefined;
  const { candidates = [] } = reason;
  const named = candidates.map(({ id, number, name }) => ({
    value: id,
    text: [number, name].filter(Boolean).join(' '),
  }));
  if (named.length > 0 || !order.customer) return reads.pick('place', named);
  const customer = await readCustomer(em, order.customer.number);
  const all = customer?.deliveryAddresses ?? [];
  return reads.pick(
    'place',
    all.map(({ id, addressId, name, streetName, cityName }) => ({
      value: id,
      text: [addressId, name, streetName, cityName].filter(Boolean).join(', '),
    })),
  );
}

function replacedChoice(reasons: readonly Reason[], reads: Reading): DecisionFormView['replaced'] {
  const reason = reasons.find(({ code }) => code === 'ORDER_REPLACES');
  if (reason?.code !== 'ORDER_REPLACES') return undefined;
  return { number: reason.facts.number, value: reads.text('replaced'), error: reads.error('replaced') };
}

/** A line whose article is a question, or that has none. */
export function needsArticle({ match, freeText, reasons }: OrderLineDetail): boolean {
  const codes = ['PRODUCT_UNKNOWN', 'PRODUCT_AMBIGUOUS', 'PRODUCT_WITHDRAWN'];
  return (!match && !freeText) || reasons.some(({ code }) => codes.includes(code));
}

function lineForm(visit: AdminVisit, line: OrderLineDetail, takesChanges: boolean, reads: Reading): DecisionLineView {
  const { position, lineId, line: asked, reasons } = line;
  const { t, w } = visit.tongue;
  const ours = takesChanges ? ourPriceOf(line) : undefined;
  const currency = line.priceOfTheDay?.currency ?? asked.price?.currency ?? '';
  const product = reasons.find(({ code }) => code.startsWith('PRODUCT_'));
  const actions: [string, string, boolean][] = [
    ['accept', t.orderActionAccept, true],
    ['ours', t.orderActionOurs({ price: ours ? w.money(ours, currency) : '' }), ours !== undefined],
    ['change', t.orderActionChange, takesChanges],
    ['text', t.orderActionText, !line.match],
    ['reject', t.orderActionReject, takesChanges],
  ];
  const at = (name: string): FieldView => reads.field(`${name}-${position}`);
  return {
    ...{ position, lineId },
    name: asked.item.name ?? asked.item.description ?? '',
    reasons: reasons.filter(isQuestion).map((reason) => reasonView(visit, reason)),
    action: reads.text(`action-${position}`),
    actions: actions.filter(([, , isThere]) => isThere).map(([value, text]) => ({ value, text })),
    error: reads.error(`action-${position}`),
    article: needsArticle(line) ? reads.pick(`article-${position}`, choicesOf(product?.candidates)) : undefined,
    mayKeepPrice: reasons.some(({ code }) => code === 'PRICE_DEVIATION'),
    fields: {
      quantity: at('quantity'),
      price: at('price'),
      from: at('from'),
      to: at('to'),
      substitute: at('substitute'),
      note: at('note'),
      priceUntil: at('priceUntil'),
    },
  };
}
