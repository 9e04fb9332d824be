import type { EntityManager } from '@mikro-orm/postgresql';
import { LRUCache } from 'lru-cache';
import { findInbound } from '../documents/inbound.ts';
import type { InboundDocument } from '../documents/inbound.entity.ts';
import type { OrderHeader } from '../formats/document/order.ts';
import { agreementFor } from '../partners/answers.ts';
import { findAgreement, type AgreementInForce } from '../partners/partners.ts';
import { RoundtripError } from '../platform/errors.ts';
import { livePolicy } from '../shop/connection.ts';
import { businessDay, shopProfile } from '../shop/profile.ts';
import { OrderInHand, type DocumentInHand } from './orderInHand.ts';
import type { UnreadContent } from './readContent.ts';
import { readCxmlOrder, streamCxmlLines } from './readCxml.ts';
import { readUblOrder, streamUblLines } from './readUbl.ts';
import type { Run } from './steps.ts';

/** Lines of all remembered orders together: some 50 MB. */
const REMEMBERED_LINES = 10_000;
const SHOP_FRESH = 5_000;

/** A document that is no readable order. */
export type UnreadableDocument = DocumentInHand & UnreadContent;

/** Reads stored orders in constant memory, and remembers short ones for the steps that follow in the same worker. */
export class OrderReader {
  readonly #clock: () => Date;
  readonly #orders = new LRUCache<string, OrderInHand | UnreadableDocument>({ maxSize: REMEMBERED_LINES });
  /** Versions never change. */
  readonly #agreements = new LRUCache<string, AgreementInForce>({ max: 500 });
  readonly #shop = new LRUCache<'shop', Pick<DocumentInHand, 'shop' | 'live'>>({ max: 1, ttl: SHOP_FRESH });

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  /** The order of a run; read again when this worker does not remember it. */
  async read(em: EntityManager, run: Run): Promise<OrderInHand | UnreadableDocument> {
    const key = keyOf(run);
    const known = this.#orders.get(key);
    if (known) return known;
    const inHand = await this.#take(em, run);
    const order = await readOrder(em, inHand);
    const size = order instanceof OrderInHand ? (order.read.lines?.length ?? 0) + 10 : 10;
    this.#orders.set(key, order, { size });
    return order;
  }

  /** What never changes about a document: remembered from its reading, or taken without reading it. */
  async inHand(em: EntityManager, run: Run): Promise<DocumentInHand> {
    const known = this.#orders.get(keyOf(run));
    if (known) return known instanceof OrderInHand ? known.read : known;
    return await this.#take(em, run);
  }

  forget(run: Run): void {
    this.#orders.delete(keyOf(run));
  }

  async #take(em: EntityManager, run: Run): Promise<DocumentInHand> {
    const document = await findInbound(em, run.inboundDocumentId);
    if (!document) throw new RoundtripError('NotFound', 'There is no such document.');
    const { shop, live } = await this.#shopNow(em);
    // The first round keeps to the version of the receipt; a person asks for another one after mending the set-up.
    const agreement = await this.#agreement(em, document, run.round === 1 ? document.agreementVersion : undefined);
    return { document, agreement, shop, live, day: businessDay(shop, this.#clock()) };
  }

  async #shopNow(em: EntityManager): Promise<Pick<DocumentInHand, 'shop' | 'live'>> {
    const known = this.#shop.get('shop');
    if (known) return known;
    const shop = await shopProfile(em);
    if (!shop) throw new RoundtripError('StoreUnavailable', 'The shop is not set up: it has no profile.');
    const now = { shop, live: await livePolicy(em) };
    this.#shop.set('shop', now);
    return now;
  }

  async #agreement(em: EntityManager, document: InboundDocument, version?: number): Promise<AgreementInForce> {
    const { partner, mode } = document;
    const known = version === undefined ? undefined : this.#agreements.get(`${partner}:${mode}:${version}`);
    if (known) return known;
    const agreement = await findAgreement(em, partner, mode, version);
    this.#agreements.set(`${partner}:${mode}:${agreement.version}`, agreement);
    return agreement;
  }
}

/** Reads a stored order by an agreement. */
export async function readOrder(em: EntityManager, inHand: DocumentInHand): Promise<OrderInHand | UnreadableDocument> {
  const isCxml = inHand.document.format === 'cxml-order-request';
  const content = isCxml ? await readCxmlOrder(em, inHand) : await readUblOrder(em, inHand);
  const answerable = content.header === undefined ? inHand : withAgreementFor(inHand, content.header);
  if ('error' in content) return { ...answerable, ...content };
  const streamLines = (em: EntityManager) => (isCxml ? streamCxmlLines(em, inHand) : streamUblLines(em, inHand));
  return new OrderInHand({ ...answerable, ...content, streamLines });
}

function withAgreementFor(inHand: DocumentInHand, header: OrderHeader): DocumentInHand {
  const { agreement } = inHand;
  return { ...inHand, agreement: { ...agreement, settings: agreementFor(agreement.settings, header) } };
}

function keyOf({ inboundDocumentId, round }: Run): string {
  return `${inboundDocumentId}:${round}`;
}
