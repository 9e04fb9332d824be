import type { EntityManager } from '@mikro-orm/postgresql';
import { toldByCatalogue } from '../documents/cataloguePrices.ts';
import type { InboundDocument } from '../documents/inbound.entity.ts';
import { findKeyOwner, messageKey, orderKey, type KeyOwner, type KeyToClaim } from '../documents/keys.ts';
import type { OrderHeader, OrderLine } from '../formats/document/order.ts';
import type { Agreement } from '../partners/agreement.ts';
import { cxmlNames } from '../partners/cxml.ts';
import { customerQuestion } from '../partners/matching.ts';
import { orderPolicy } from '../partners/orderPolicy.ts';
import type { AgreementInForce } from '../partners/partners.ts';
import { effectOf } from '../partners/verdict.ts';
import { afterWorkingDays } from '../sessions/days.ts';
import { cartLines, cartLinesInUse, quotedCart } from '../sessions/orderedCart.ts';
import { findCustomer, type CustomerFoundBy, type CustomerRef } from '../shop/customers.ts';
import { findDeliveryPlace } from '../shop/deliveryPlaces.ts';
import { ArticleQuantities } from '../shop/articleQuantities.ts';
import { evaluateLines, orderedItems, type EvaluationQuestion } from '../shop/evaluate.ts';
import { changedNumber } from '../shop/changedOrder.ts';
import type { EvaluatedLine, Reason } from '../shop/evaluation.ts';
import { CartQuantities } from '../shop/judgeCart.ts';
import { identitiesText, partyIdentities, type Identity } from '../shop/identity.ts';
import type { Memory } from '../shop/matchPolicy.ts';
import { repeatedNumber } from '../shop/lineNumbers.ts';
import type { LiveEffect } from '../shop/liveReason.ts';
import type { OrderBatchLine } from '../shop/orders.ts';
import { replacesLiveOrder } from '../shop/replacedOrder.ts';
import { businessDay, sellerMismatch, type ShopProfile } from '../shop/profile.ts';
import { shortened } from '../shop/reason.ts';
import { CartTally } from './cartTally.ts';
import { findingReason } from './findings.ts';
import { LineTally } from './lineTally.ts';
import type { OrderContent } from './readContent.ts';

/** What is known of a document before it is read. */
export interface DocumentInHand {
  readonly document: InboundDocument;
  readonly agreement: AgreementInForce;
  readonly shop: ShopProfile;
  /** The shop's business day at the start of the run: prices and waivers are those of this day. */
  readonly day: string;
  /** What becomes of prices that the shop behind us has not told; absent: it is not asked. */
  readonly live?: LiveEffect | undefined;
}

export interface ReadOrder extends DocumentInHand, OrderContent {
  readonly streamLines: (em: EntityManager) => AsyncIterable<readonly OrderLine[]>;
}

/** Who owns the keys of the order, when it is another document. */
export interface OtherOwners {
  readonly message: KeyOwner | undefined;
  readonly order: KeyOwner | undefined;
}

export interface Identification {
  readonly customer: CustomerRef | undefined;
  /** What the customer was found by; empty where it was not. */
  readonly by: readonly Identity[];
  readonly also: readonly CustomerFoundBy[];
  readonly deliveryAddressId: string | undefined;
  /** Name of a delivery place that a person named before. */
  readonly rememberedPlace: string | undefined;
  readonly reasons: readonly Reason[];
}

/** What of the order that a change is about stays as it is. */
export interface Standing {
  readonly orderId: string;
  readonly header: OrderHeader;
  /** Its lines that the change does not touch. */
  readonly lines: readonly OrderLine[];
}

/** Findings repeated as reasons on the order: what a person reads. */
const MOST_FINDINGS = 20;

/** One order during one round: what was read, and what was found out about it, asked of the database once. */
export class OrderInHand {
  readonly read: ReadOrder;
  readonly #standing: Standing | undefined;
  #owners: OtherOwners | undefined;
  #identification: Identification | undefined;
  #quantities: ArticleQuantities | undefined;
  #evaluated: readonly OrderBatchLine[] | undefined;
  #tally: LineTally | undefined;

  /**
   * @param identification what is known of the parties already
   * @param standing of a change: the order that it is about
   */
  constructor(read: ReadOrder, identification?: Identification, standing?: Standing) {
    this.read = read;
    this.#identification = identification;
    this.#standing = standing;
  }

  get header(): OrderHeader {
    return this.read.header;
  }

  get id(): string {
    return this.read.document.id;
  }

  /** The message key, where there is an envelope, and the order key. */
  get keys(): { readonly message: KeyToClaim | undefined; readonly order: KeyToClaim } {
    const { document, contentHash } = this.read;
    const common = {
      partnerId: document.partner,
      mode: document.mode,
      documentId: document.id,
      contentHash,
    };
    const { envelope } = document;
    const buyer = identitiesText(partyIdentities(this.header.buyer)) || (this.header.buyer.name ?? '');
    return {
      message: envelope
        ? {
            ...common,
            kind: 'message',
            key: messageKey({ sender: envelope.sender.id, instanceIdentifier: envelope.instanceIdentifier }),
          }
        : undefined,
      order: { ...common, kind: 'order', key: orderKey({ buyer, ...orderName(this.header) }) },
    };
  }

  /** What persons have answered about this partner before. */
  get memory(): Memory {
    const { document, day } = this.read;
    return { partnerId: document.partner, mode: document.mode, day };
  }

  async owners(em: EntityManager): Promise<OtherOwners> {
    const { message, order } = this.keys;
    this.#owners ??= {
      message: message && (await this.#otherOwner(em, message)),
      order: await this.#otherOwner(em, order),
    };
    return this.#owners;
  }

  async #otherOwner(em: EntityManager, key: KeyToClaim): Promise<KeyOwner | undefined> {
    const owner = await findKeyOwner(em, key);
    return owner?.documentId === this.id ? undefined : owner;
  }

  /** Customer, delivery place and seller, and what about them is a question. */
  async identification(em: EntityManager): Promise<Identification> {
    this.#identification ??= await this.#identify(em);
    return this.#identification;
  }

  async #identify(em: EntityManager): Promise<Identification> {
    const { agreement, shop } = this.read;
    const { seller, deliveryAddress: address, deliveryParty: party } = this.header;
    const { memory } = this;
    const match = await findCustomer(em, { ...customerQuestion(agreement.settings, this.header), memory });
    const customer = match.outcome === 'found' ? match.customer : undefined;
    const rungs = agreement.settings.matching.places;
    const place = customer && (await findDeliveryPlace(em, { customerId: customer.id, address, party, rungs, memory }));
    const reasons = [
      await replacesLiveOrder(em, { ...memory, header: this.header }),
      isNamedByAgreement(this.read) ? undefined : sellerMismatch(shop, seller),
      match.outcome === 'found' ? undefined : match.reason,
      place === undefined || place.outcome === 'found' ? undefined : place.reason,
    ];
    return {
      customer,
      by: match.outcome === 'found' ? match.by : [],
      also: match.outcome === 'found' ? match.also : [],
      deliveryAddressId: place?.outcome === 'found' ? place.addressId : undefined,
      rememberedPlace: place?.outcome === 'found' && place.remembered ? place.name : undefined,
      reasons: reasons.filter((reason) => reason !== undefined),
    };
  }

  /** Reasons about the order as a whole. */
  async orderReasons(em: EntityManager): Promise<readonly Reason[]> {
    const { questions } = this.read.judged;
    const findings = questions.slice(0, MOST_FINDINGS).map(findingReason);
    const reused = this.reusedFrom(await this.owners(em));
    const { reasons } = await this.identification(em);
    const { orderReasons } = await this.tally(em);
    return [...(reused ? this.reusedReasons(reused) : []), ...findings, ...reasons, ...orderReasons];
  }

  /** The owner of the same order number, when its content is another one. */
  reusedFrom({ order }: OtherOwners): KeyOwner | undefined {
    const isOther = order && order.state !== 'refused' && order.contentHash !== this.read.contentHash;
    return isOther ? order : undefined;
  }

  /** The same as a reason to ask. */
  reusedReasons(owner: KeyOwner): Reason[] {
    return [reusedNumber(this.header, owner)];
  }

  /** Lines with product, price of the day and reasons, in batches; those of a short order are worked out once. */
  async *evaluated(em: EntityManager): AsyncGenerator<readonly OrderBatchLine[]> {
    const { lines, streamLines } = this.read;
    const taken = new CartQuantities();
    if (lines === undefined) {
      for await (const batch of streamLines(em)) yield await this.#evaluate(em, batch, taken);
      return;
    }
    const evaluated = this.#evaluated ?? (await this.#evaluate(em, lines, taken));
    this.#evaluated = evaluated;
    yield evaluated;
  }

  async #evaluate(
    em: EntityManager,
    lines: readonly OrderLine[],
    taken: CartQuantities,
  ): Promise<readonly OrderBatchLine[]> {
    const { repeated, agreement } = this.read;
    const quantities = await this.#articleQuantities(em);
    const fromCarts = await cartLinesInUse(em, { ...this.#ofCarts, header: this.header, lines });
    const evaluated = await evaluateLines(em, { ...(await this.#question(em, lines)), fromCarts, quantities, taken });
    return lines.map((line, index) => {
      const one = evaluated[index];
      if (!one) throw new Error(`line ${line.position} was not evaluated`);
      const again = repeatedNumber(line, repeated);
      return decidedLine(line, { ...one, reasons: again ? [again, ...one.reasons] : one.reasons }, agreement.settings);
    });
  }

  /** Of a long order, whose lines are evaluated in batches, where quantity breaks count all of an article. */
  async #articleQuantities(em: EntityManager): Promise<ArticleQuantities | undefined> {
    const { lines, streamLines, agreement } = this.read;
    if (lines !== undefined || agreement.settings.price.breaks === 'line') return undefined;
    if (this.#quantities) return this.#quantities;
    const quantities = new ArticleQuantities();
    const { header } = this;
    for await (const batch of streamLines(em)) {
      const fromCarts = await cartLines(em, { ...this.#ofCarts, header, lines: batch });
      quantities.add(await orderedItems(em, { ...(await this.#question(em, batch)), fromCarts }));
    }
    this.#quantities = quantities;
    return quantities;
  }

  async #question(em: EntityManager, lines: readonly OrderLine[]): Promise<EvaluationQuestion> {
    const { customer } = await this.identification(em);
    const { agreement, shop, day, document, live } = this.read;
    const { settings } = agreement;
    const { noticeDays } = settings.deviations.wantedDate;
    const policy = orderPolicy(settings);
    const { partner: partnerId, mode } = document;
    return {
      customerId: customer?.id,
      days: {
        checking: day,
        receipt: businessDay(shop, document.receivedAt),
        earliest: afterWorkingDays(day, noticeDays, shop.workingDays),
      },
      header: this.header,
      vatCountry: shop.address.country ?? 'SE',
      policy,
      memory: this.memory,
      live,
      ...(policy.price.against.includes('catalogue') && { told: toldByCatalogue({ partnerId, mode }) }),
      lines,
    };
  }

  /** Whose order is held against which carts; a change belongs to the order that it is about. */
  get #ofCarts() {
    const { document } = this.read;
    return { partnerId: document.partner, mode: document.mode, orderId: this.#standing?.orderId ?? document.id };
  }

  /** Prices have changed since the lines were evaluated. */
  evaluateAnew(): void {
    this.#evaluated = undefined;
    this.#tally = undefined;
  }

  /** What the evaluation of all lines comes to. */
  async tally(em: EntityManager): Promise<LineTally> {
    if (this.#tally) return this.#tally;
    const { settings } = this.read.agreement;
    const tally = new LineTally(settings, this.header);
    const carts = new CartTally();
    for await (const batch of this.evaluated(em)) {
      tally.add(batch);
      carts.add(batch);
    }
    if (this.#standing) {
      const standing = await cartLines(em, { ...this.#ofCarts, ...this.#standing });
      for (const { sessionId, cartCode: code, line } of standing.values()) carts.addStanding({ sessionId, code, line });
    }
    const quoted = await quotedCart(em, { ...this.#ofCarts, header: this.header });
    if (quoted) carts.addCart(quoted);
    tally.cartReasons = await carts.reasons(em, orderPolicy(settings).cart, this.#ofCarts);
    this.#tally = tally;
    return tally;
  }
}

/** A line with what the agreement decides about it: rejected, or taken at our price where nothing else of it is a question. */
function decidedLine(line: OrderLine, evaluated: EvaluatedLine, settings: Agreement): OrderBatchLine {
  const effects = evaluated.reasons.map((reason) => effectOf(reason, settings));
  if (effects.includes('rejectLine')) return { line, evaluated, responseStatus: '27' };
  const isOpen = effects.includes('question') || effects.includes('refuseOrder');
  if (!evaluated.change || isOpen) return { line, evaluated };
  const decision = { position: line.position, action: 'change', ...evaluated.change } as const;
  return { line, evaluated, responseStatus: '30', decision };
}

/** The intake lets a cXML document in only when To names us as the agreement does. */
function isNamedByAgreement({ document, agreement }: DocumentInHand): boolean {
  return document.format === 'cxml-order-request' && cxmlNames(agreement.settings).to.length > 0;
}

/** A new order is one by its number; each document that changes it is one of its own. */
function orderName({ number, operation, messageId = '' }: OrderHeader): {
  readonly type: string;
  readonly number: string;
} {
  return operation === undefined ? { type: 'order', number } : { type: `order ${operation} ${messageId}`, number };
}

/** A document that changes or takes back an order, where a person decides about it. */
export function changedOrder(header: OrderHeader): Reason[] {
  const { operation } = header;
  if (operation === undefined) return [];
  const field = header.format === 'cxml-order-request' ? 'OrderRequestHeader/@type' : 'OrderReference/ID';
  const found = shortened(changedNumber(header));
  return [{ code: 'ORDER_CHANGE', field, found, expected: 'a new order', facts: { operation } }];
}

function reusedNumber({ number }: OrderHeader, { reference }: KeyOwner): Reason {
  return {
    code: 'ORDER_NUMBER_REUSED',
    field: 'ID',
    found: number,
    expected: `a number other than that of document ${reference}, which has other content`,
    facts: { reference },
  };
}
