/** What an agreement would make of a stored document, found out without writing anything. */
import { createHash, type Hash } from 'node:crypto';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Rehearsed, RehearsedOutcome } from '../documents/dryRun.entity.ts';
import type { DocumentError } from '../documents/inbound.ts';
import type { ResponseCode } from '../formats/document/orderResponse.ts';
import { agreementFor } from '../partners/answers.ts';
import { isSender } from '../partners/senders.ts';
import { effectOf, maySendChanges, type Effect } from '../partners/verdict.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { Logger } from '../platform/logging.ts';
import type { Reason } from '../shop/evaluation.ts';
import { businessDay, type ShopProfile } from '../shop/profile.ts';
import { articlesAsked } from './articlesAsked.ts';
import { findingReason } from './findings.ts';
import { OrderInHand, type DocumentInHand } from './orderInHand.ts';
import { readOrder } from './orderReader.ts';
import { answersRefusals } from './settle.ts';

/** Reasons that are kept to be told. */
const MOST_REASONS = 20;

/**
 * Follows a document through the same checks as its workflow: door, reading, rules, customer, articles, prices. Whether it repeats another
 * one is not asked. Changes of orders are judged by the order as it is now, so they are only let in here.
 */
async function rehearse(em: EntityManager, inHand: DocumentInHand): Promise<Rehearsed> {
  const notTaken = doorError(inHand);
  if (notTaken) return new Rehearsal().end('notTaken', { error: notTaken });
  const order = await readOrder(em, inHand);
  if (!(order instanceof OrderInHand)) return new Rehearsal().end('refused', { error: order.error });
  return order.header.operation === undefined ? await ofOrder(em, order) : ofChange(order);
}

export interface RehearsalDeps {
  readonly orm: MikroORM;
  readonly log: Logger;
}

/** A document, by which agreement it is rehearsed, and what becomes of prices that another shop has not told. */
export type GivenDocument = Pick<DocumentInHand, 'document' | 'agreement' | 'live'>;

/**
 * What a shop that tells prices at the moment is to be asked before an order is rehearsed. Undefined for what is no order, or cannot be
 * judged, which its rehearsal says.
 */
export async function articlesUnwritten(
  orm: MikroORM,
  shop: ShopProfile,
  given: GivenDocument,
): Promise<Awaited<ReturnType<typeof articlesAsked>>> {
  const day = businessDay(shop, given.document.receivedAt);
  const find = async (tx: EntityManager) => {
    const order = await readOrder(tx, { ...given, shop, day });
    const isOrder = order instanceof OrderInHand && order.header.operation === undefined;
    return isOrder ? await articlesAsked(tx, order) : undefined;
  };
  try {
    return await orm.em.fork().transactional(find, { readOnly: true });
  } catch (error) {
    if (error instanceof RoundtripError && error.type === 'StoreUnavailable') throw error;
    return undefined;
  }
}

/**
 * Rehearses a document by the prices of the day of its receipt, in a transaction that cannot write: whatever a check does, nothing of it
 * stays. One that cannot be judged has the outcome `failed` and ends no run of many.
 */
export async function rehearseUnwritten(
  { orm, log }: RehearsalDeps,
  shop: ShopProfile,
  given: GivenDocument,
): Promise<Rehearsed> {
  const day = businessDay(shop, given.document.receivedAt);
  const ask = (tx: EntityManager) => rehearse(tx, { ...given, shop, day });
  try {
    return await orm.em.fork().transactional(ask, { readOnly: true });
  } catch (error) {
    if (error instanceof RoundtripError && error.type === 'StoreUnavailable') throw error;
    log.warn({ error, inboundDocumentId: given.document.id }, 'A document could not be rehearsed');
    return { outcome: 'failed', reasons: [], fingerprint: 'failed' };
  }
}

/** Why the agreement would not take the document at all. */
function doorError({ document, agreement }: DocumentInHand): DocumentError | undefined {
  const { formats } = agreement.settings;
  const { format, buyer, envelope } = document;
  if (format !== null && format !== undefined && !formats.some((one) => one === format)) {
    const details = [{ element: 'formats', found: format, expected: formats.join(' or ') }];
    return { type: 'DocumentUnsupported', message: 'This is no document in a format that is agreed.', details };
  }
  const carried = [...(envelope ? [envelope.sender] : []), ...buyer];
  if (format === 'cxml-order-request' || isSender(agreement.settings, carried)) return undefined;
  const found = carried.map(({ scheme = '', id }) => `${scheme}:${id}`).join(', ');
  const message = 'The document comes from a sender that is not agreed for this partner.';
  return { type: 'SenderMismatch', message, details: [{ element: 'senders', found }] };
}

function ofChange({ read }: OrderInHand): Rehearsed {
  const rehearsal = new Rehearsal();
  for (const finding of read.judged.refusals) rehearsal.add(findingReason(finding), 'refuseOrder');
  return rehearsal.end(read.judged.refusals.length > 0 ? 'refused' : 'change');
}

async function ofOrder(em: EntityManager, order: OrderInHand): Promise<Rehearsed> {
  const { judged, agreement } = order.read;
  const settings = agreementFor(agreement.settings, order.header);
  const rehearsal = new Rehearsal();
  for (const finding of judged.refusals) rehearsal.add(findingReason(finding), 'refuseOrder');
  if (judged.refusals.length > 0) return rehearsal.end('refused', codeOf(answersRefusals(settings) ? '27' : undefined));
  for (const reason of await order.orderReasons(em)) rehearsal.add(reason, effectOf(reason, settings));
  for await (const batch of order.evaluated(em)) {
    for (const { evaluated, responseStatus } of batch) {
      for (const reason of evaluated.reasons) {
        // About a line that is rejected anyway nobody is asked.
        const effect = effectOf(reason, settings);
        rehearsal.add(reason, responseStatus === '27' && effect === 'question' ? 'note' : effect);
      }
    }
  }
  const { customer } = await order.identification(em);
  const tally = await order.tally(em);
  if (rehearsal.has('refuseOrder') || tally.prices.refusals > 0) {
    return rehearsal.end('refused', codeOf(answersRefusals(settings) ? '27' : undefined));
  }
  if (!customer || rehearsal.has('question')) return rehearsal.end('held');
  const isChanged = tally.rejected + tally.changed > 0 && maySendChanges(settings);
  return rehearsal.end(
    'placed',
    codeOf(settings.answers.acceptance === 'whenClean' ? (isChanged ? '30' : '29') : undefined),
  );
}

function codeOf(responseCode: ResponseCode | undefined): Pick<Rehearsed, 'responseCode'> {
  return responseCode === undefined ? {} : { responseCode };
}

/** Gathers what counts of a document. */
class Rehearsal {
  readonly #reasons: Reason[] = [];
  readonly #effects = new Set<Effect>();
  readonly #hash: Hash = createHash('sha256');

  /** A note changes nothing for anybody. */
  add(reason: Reason, effect: Effect): void {
    if (effect === 'note') return;
    this.#effects.add(effect);
    this.#hash.update(`${reason.code} ${reason.line ?? ''} ${effect}\n`);
    if (this.#reasons.length < MOST_REASONS) this.#reasons.push(reason);
  }

  has(effect: Effect): boolean {
    return this.#effects.has(effect);
  }

  end(outcome: RehearsedOutcome, more: Pick<Rehearsed, 'responseCode' | 'error'> = {}): Rehearsed {
    this.#hash.update(`${outcome} ${more.responseCode ?? ''} ${more.error?.type ?? ''}`);
    return { outcome, ...more, reasons: this.#reasons, fingerprint: this.#hash.digest('hex').slice(0, 32) };
  }
}
