import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { LRUCache } from 'lru-cache';
import { readChunks } from '../documents/chunks.ts';
import { keptFailure, unreadable, type KeptFailure } from '../documents/unreadable.ts';
import { findInbound } from '../documents/inbound.ts';
import type { InboundDocument } from '../documents/inbound.entity.ts';
import type { OrderHeader, OrderLine } from '../formats/document/order.ts';
import { OrderParser, type ParsedOrder } from '../formats/ubl/order.parse.ts';
import { newCheck } from '../formats/ubl/rules/transactions.ts';
import { XmlError } from '../formats/xml/error.ts';
import { findAgreement, type AgreementInForce } from '../partners/partners.ts';
import { judgeFindings } from '../partners/verdict.ts';
import { RoundtripError } from '../platform/errors.ts';
import { LineNumbers } from '../shop/lineNumbers.ts';
import { businessDay, shopProfile, type ShopProfile } from '../shop/profile.ts';
import { OrderInHand, type DocumentInHand } from './orderInHand.ts';
import type { Run } from './steps.ts';

/** Lines of an order that is kept in memory between the steps; a longer one is streamed by each step that needs its lines. */
const SHORT_ORDER = 500;
/** Lines of all remembered orders together: some 50 MB. */
const REMEMBERED_LINES = 10_000;
const BATCH = 500;
const SHOP_FRESH = 5_000;

/** A document that is no readable order; the header, if it was reached before the fault. */
export interface UnreadableDocument extends DocumentInHand, KeptFailure {
  readonly header: OrderHeader | undefined;
}

/** Reads stored orders in constant memory, and remembers short ones for the steps that follow in the same worker. */
export class OrderReader {
  readonly #clock: () => Date;
  readonly #orders = new LRUCache<string, OrderInHand | UnreadableDocument>({ maxSize: REMEMBERED_LINES });
  /** Versions never change. */
  readonly #agreements = new LRUCache<string, AgreementInForce>({ max: 500 });
  readonly #shop = new LRUCache<'shop', ShopProfile>({ max: 1, ttl: SHOP_FRESH });

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  /** The order of a run; read again when this worker does not remember it. */
  async read(em: EntityManager, run: Run): Promise<OrderInHand | UnreadableDocument> {
    const key = keyOf(run);
    const known = this.#orders.get(key);
    if (known) return known;
    const inHand = await this.#take(em, run);
    const order = await this.#parse(em, inHand);
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
    const shop = await this.#shopNow(em);
    // The first round keeps to the version of the receipt; a person asks for another one after mending the set-up.
    const agreement = await this.#agreement(em, document, run.round === 1 ? document.agreementVersion : undefined);
    return { document, agreement, shop, day: businessDay(shop, this.#clock()) };
  }

  async #shopNow(em: EntityManager): Promise<ShopProfile> {
    const known = this.#shop.get('shop');
    if (known) return known;
    const shop = await shopProfile(em);
    if (!shop) throw new RoundtripError('StoreUnavailable', 'The shop is not set up: it has no profile.');
    this.#shop.set('shop', shop);
    return shop;
  }

  async #agreement(em: EntityManager, document: InboundDocument, version?: number): Promise<AgreementInForce> {
    const { partner, mode } = document;
    const known = version === undefined ? undefined : this.#agreements.get(`${partner}:${mode}:${version}`);
    if (known) return known;
    const agreement = await findAgreement(em, partner, mode, version);
    this.#agreements.set(`${partner}:${mode}:${agreement.version}`, agreement);
    return agreement;
  }

  async #parse(em: EntityManager, inHand: DocumentInHand): Promise<OrderInHand | UnreadableDocument> {
    const { rules } = inHand.agreement.settings;
    // 28A and 3A share their rules.
    const check = newCheck('peppol-28a-order', { core: rules.core });
    let header: OrderHeader | undefined;
    let lines: OrderLine[] | undefined = [];
    const numbers = new LineNumbers();
    const parser = new OrderParser({
      ...parserOptions(inHand),
      hash: sha256(),
      consumers: [check],
      onHeader: (found) => {
        header = found;
      },
      onLine: (line) => {
        numbers.add(line);
        if (lines && lines.push(line) > SHORT_ORDER) lines = undefined;
      },
    });
    let parsed: ParsedOrder;
    try {
      for await (const chunk of readChunks(em, inHand.document.id)) parser.write(chunk);
      parsed = parser.finish();
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      const { language } = inHand.agreement.settings.answers;
      return { ...inHand, ...keptFailure(unreadable(error), language), header };
    }
    const { contentHash } = parsed;
    if (contentHash === undefined) throw new Error('the parser made no content hash');
    const judged = judgeFindings([...parsed.findings, ...check.result.findings], rules, inHand.day);
    const streamLines = (em: EntityManager) => this.#stream(em, inHand);
    const { repeated } = numbers;
    return new OrderInHand({ ...inHand, parsed, contentHash, judged, repeated, lines, streamLines });
  }

  /** The lines of an order that was read before, once more. */
  async *#stream(em: EntityManager, inHand: DocumentInHand): AsyncGenerator<readonly OrderLine[]> {
    let batch: OrderLine[] = [];
    const parser = new OrderParser({
      ...parserOptions(inHand),
      onLine: (line) => void batch.push(line),
    });
    for await (const chunk of readChunks(em, inHand.document.id)) {
      parser.write(chunk);
      while (batch.length >= BATCH) {
        yield batch.slice(0, BATCH);
        batch = batch.slice(BATCH);
      }
    }
    parser.finish();
    if (batch.length > 0) yield batch;
  }
}

function parserOptions({ document, agreement }: DocumentInHand) {
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(document.contentType)?.[1];
  const { lines: maxLines, bytes } = agreement.settings.limits;
  return { maxLines, limits: { bytes }, ...(charset === undefined ? {} : { charset }) };
}

function sha256() {
  const hash = createHash('sha256');
  return { update: (bytes: Uint8Array) => void hash.update(bytes), digest: () => hash.digest('hex') };
}

function keyOf({ inboundDocumentId, round }: Run): string {
  return `${inboundDocumentId}:${round}`;
}
