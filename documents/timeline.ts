import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { jsonText } from '../database/text.ts';
import type { DocumentStanding, StatusReason } from '../formats/document/documentStatus.ts';
import type { FormatId, OrderOperation } from '../formats/document/order.ts';
import type { XmlFault } from '../formats/xml/fault.ts';
import type { ResponseCode } from '../formats/document/orderResponse.ts';
import type { DeliveryKind } from '../partners/messageAddress.ts';
import type { DeliveryFault } from '../platform/deliveryFault.ts';
import type { ErrorType } from '../platform/errors.ts';
import type { LineDecision } from '../shop/decision.ts';
import type { CustomerFoundBy } from '../shop/customers.ts';
import type { AgreedPrice, MatchedBy, Reason } from '../shop/evaluation.ts';
import type { Identity } from '../shop/identity.ts';
import type { ShopFault } from '../shop/port.ts';
import type { PunchOutOperation, PunchOutProtocol } from '../sessions/operations.ts';
import type { BookPart } from './books.ts';
import type { CatalogueFacts } from './catalogueEvents.ts';
import type { DecisionKind } from './decision.entity.ts';
import type { MessageKind } from './orderMessage.entity.ts';
import { TimelineEntry } from './timeline.entity.ts';

/**
 * Why a document is refused: rules that it breaks, what it asks for (each reason has a row of its own), or bytes that cannot be read;
 * line and column count from 1.
 */
export type RefusalCause =
  | { readonly rules: readonly string[] }
  | { readonly fault: XmlFault; readonly line: number; readonly column: number }
  | 'reasons';

/** When the buyer is told: at an instant, when the order reaches a status, or never. */
export type MessagePlan = { readonly sent: 'at'; readonly at: string } | { readonly sent: 'onStatus' | 'never' };

/** A fact that needs no values. */
type Nothing = Record<string, never>;

/**
 * Everything that a timeline can tell, and the values of each sentence. Each code has its sentence in documents/sentences.en.ts and
 * documents/sentences.sv.ts. Instants are ISO 8601 texts, durations milliseconds, sizes bytes, amounts decimal strings.
 */
export interface TimelineFacts extends CatalogueFacts {
  'document.received': {
    readonly partner: string;
    readonly number?: string;
    readonly format?: FormatId;
    readonly size: number;
  };
  'document.repeated': { readonly partner: string; readonly reference: string };
  /** `message` as the sender is told; `because` where a reader may be told it in another language. */
  'document.refused': { readonly error: ErrorType; readonly message: string; readonly because?: RefusalCause };
  'document.refusedFor': { readonly reason: Reason };
  'document.read': { readonly lines: number; readonly warnings: number };
  'document.finding': { readonly rule: string; readonly line: number; readonly path: string; readonly text: string };
  /** Same message or same order, found by its key in the parse step. */
  'document.duplicate': { readonly key: 'message' | 'order'; readonly reference: string };
  'document.tested': Nothing;
  /** The document says how it stands with one that we sent; so does `status.received` in the timeline of that one. */
  'document.recorded': { readonly number: string; readonly standing: DocumentStanding };
  /** Nothing, or more than one thing, that we sent to the partner has the name. */
  'document.aboutUnknown': { readonly about: string; readonly standing: DocumentStanding; readonly found: number };
  /** A receiver says how it stands with what we sent. `reasons`: the first of them. */
  'status.received': {
    readonly format: FormatId;
    readonly standing: DocumentStanding;
    readonly text?: string;
    readonly reasons: readonly StatusReason[];
  };
  /** What could not be attributed or was not agreed is kept, to be run again. `told`: what the sender got. */
  'quarantine.kept': { readonly told: 'refusal' | 'receipt' };
  /** It was run again, as the document of this reference. */
  'quarantine.handled': { readonly reference: string };
  /** The document came in before, and was kept in quarantine under this reference. */
  'quarantine.released': { readonly reference: string };
  'quarantine.discarded': { readonly reason: string };
  /** That it was put aside was taken back. */
  'quarantine.restored': Nothing;
  /** `by`: identities; `also`: what else. */
  'customer.found': {
    readonly customer: string;
    readonly name: string;
    readonly by: readonly Identity[];
    readonly also?: readonly CustomerFoundBy[];
  };
  /** The delivery place is one that a person named before. */
  'place.remembered': { readonly name: string };
  /**
   * Price deviations of a partner that came more than once in a week: `count` articles, the first of them with lines and sum. About no
   * document.
   */
  'deviations.weekly': {
    readonly partnerId: string;
    readonly partner: string;
    /** Business days, both included. */
    readonly from: string;
    readonly to: string;
    readonly count: number;
    readonly articles: readonly {
      readonly articleNumber: string;
      readonly lines: number;
      readonly sum: string;
      readonly currency: string;
    }[];
  };
  /**
   * What came in on a day, and what has become of it since: `received` is the sum of the parts where the books balance. `undelivered`:
   * documents written that day that no receiver has. About no document.
   */
  'figures.daily': {
    /** Business day. */
    readonly day: string;
    readonly received: number;
    readonly parts: Readonly<Record<BookPart, number>>;
    readonly balanced: boolean;
    readonly sessions: number;
    readonly cartsReturned: number;
    readonly linesOutside: number;
    readonly undelivered: number;
  };
  /** The price of a line is one that a person has accepted until a day. */
  'price.agreed': { readonly line: string; readonly agreed: AgreedPrice };
  'lines.matched': { readonly counts: Partial<Record<MatchedBy, number>> };
  /** `day`: of our prices. `sums`: what the lines come to as they would be accepted and at our prices, where these differ. */
  'prices.checked': {
    readonly lines: number;
    readonly day: string;
    readonly sums?: { readonly asked: string; readonly ours: string; readonly currency: string };
  };
  /** The order waits: one row for the order, one `order.reason` for each of the first reasons. */
  'order.held': { readonly reasons: number; readonly deadline: string };
  'order.reason': { readonly reason: Reason };
  /** A line that the agreement rejects: nobody is asked. */
  'order.lineRejected': { readonly reason: Reason };
  /** A deviation that the agreement accepts as ordered, and wants to be told. */
  'order.deviationAccepted': { readonly reason: Reason };
  /** A line that the agreement accepts at our price. */
  'order.lineAtOurPrice': { readonly reason: Reason };
  'order.reminder': { readonly deadline: string };
  'order.deadlinePassed': { readonly deadline: string };
  'order.placed': { readonly number: string; readonly status: string };
  /** A change waits for its order, or for the change before it. */
  'change.putOff': { readonly order: string; readonly until: string };
  /** The order has a new version, `number` ours. */
  'change.applied': { readonly number: string; readonly version: number; readonly operation: OrderOperation };
  'change.refused': { readonly operation: OrderOperation };
  /** The buyer was answered with changes, and should say whether it agrees. */
  'buyer.asked': { readonly due: string };
  'buyer.overdue': { readonly due: string };
  'buyer.agreed': Nothing;
  /** Another order of the buyer, `by`, takes its place. Our numbers. */
  'order.replaced': { readonly by: string };
  'order.status': { readonly from: string; readonly to: string };
  /** The shop behind us has the order, under a number of its own. */
  'order.handedOver': { readonly shopNumber: string };
  /** It has been changed or cancelled since, and the shop has that, too. */
  'order.changeHandedOver': { readonly shopNumber: string };
  'order.handoverFailed': {
    readonly attempt: number;
    readonly fault: ShopFault;
    readonly nextAttemptAt: string;
    readonly isChange?: true;
  };
  /** The shop refuses the order, or the change of one that it has, or was tried for as long as is worth while. */
  'order.handoverEnded': { readonly fault: ShopFault; readonly isChange?: true };
  /** A decision that could not be carried out: the order goes on waiting. */
  'decision.refused': { readonly message: string };
  /** `place` and customer as the person named them. */
  'decision.made': {
    readonly kind: DecisionKind;
    readonly note?: string;
    readonly customer?: string;
    readonly place?: string;
    readonly remembered?: true;
  };
  /** `line` as the buyer numbers it; quantity in `unit`. */
  'decision.line': {
    readonly line: string;
    readonly unit: string;
    readonly currency: string;
    readonly decision: LineDecision;
  };
  /** The shop said what becomes of so many lines. */
  'order.confirmed': { readonly lines: number } & MessagePlan;
  /** Goods have left; `complete`: nothing of the order is to come any more. */
  'order.delivered': { readonly lines: number; readonly complete: boolean } & MessagePlan;
  /** A document that follows the order was written. */
  'message.written': { readonly kind: MessageKind; readonly number: string };
  'message.kept': { readonly kind: MessageKind; readonly number: string };
  /** A person wrote to the buyer by mail. */
  'reply.sent': { readonly to: string; readonly subject: string };
  /** What we wrote breaks rules: a bug of ours, so it is not sent. */
  'message.faulty': { readonly kind: MessageKind; readonly number: string; readonly rules: readonly string[] };
  /** The buyer should have had an answer by then. */
  'answer.overdue': { readonly due: string };
  /** Said of the document technically: AP follows the rules, RE does not. */
  'mlr.written': { readonly number: string; readonly code: 'AP' | 'RE' };
  'answer.written': { readonly number: string; readonly code: ResponseCode };
  /** The order's process has no answer, or the order wants none. */
  'answer.none': Nothing;
  /** The agreement names no address: the answer is kept for the partner to fetch. */
  'answer.kept': { readonly number: string };
  /** The partner has fetched it, for the first time. */
  'answer.fetched': { readonly number: string };
  /** `error` in English; `fault` where a reader may be told it in another language. */
  'delivery.failed': {
    readonly attempt: number;
    readonly error: string;
    readonly fault?: DeliveryFault;
    readonly nextAttemptAt: string;
  };
  /** `via`: absent for HTTP. */
  'delivery.delivered': { readonly attempt: number; readonly httpStatus?: number; readonly via?: DeliveryKind };
  'delivery.refused': { readonly attempt: number; readonly error: string; readonly fault?: DeliveryFault };
  'delivery.gaveUp': { readonly attempts: number; readonly error: string; readonly fault?: DeliveryFault };
  'delivery.retryAsked': Nothing;
  /** It waits: deliveries to the partner are paused, its address does not answer (`outage`) or has much to take (`queue`). */
  'delivery.held': { readonly because?: 'outage' | 'queue' };
  /** So many attempts in a row did not arrive at the address that the document goes to: what is to be sent there waits. */
  'delivery.outage': { readonly failures: number; readonly fault: DeliveryFault; readonly nextAttemptAt: string };
  /** The address has taken the document: what waits for it is sent. */
  'delivery.outageOver': Nothing;
  /** What was received, placed and answered does not add up: a bug of ours. */
  'books.unbalanced': { readonly problems: number };
  'delivery.cancelled': Nothing;
  /** `identified`: the purchasing system said who shops. */
  'session.opened': {
    readonly partner: string;
    readonly protocol: PunchOutProtocol;
    readonly operation: PunchOutOperation;
    readonly identified: boolean;
  };
  /** `said`: what the call named the customer by; absent: the agreement's default. */
  'session.customerChosen': { readonly customer: string; readonly name: string; readonly said?: string };
  'session.shopping': Nothing;
  /** An earlier cart that the purchasing system sent was rebuilt. */
  'session.filled': { readonly lines: number };
  /** An unsent cart of another session, by its code, was taken over. */
  'session.adopted': { readonly lines: number; readonly code: string };
  'session.adoptedBy': { readonly code: string };
  'session.saved': { readonly lines: number };
  'session.extended': { readonly until: string };
  /** `again`: a cart of this session went back before. */
  'session.returned': {
    readonly number: string;
    readonly lines: number;
    readonly total: string;
    readonly currency: string;
    readonly again: boolean;
  };
  /** Explicitly nothing. */
  'session.returnedEmpty': { readonly number: string };
  /** The cart was kept back; one `session.problem` for each of the first problems. */
  'session.keptBack': { readonly problems: number };
  'session.problem': { readonly rule: string; readonly line?: number; readonly found: string };
  /** What the purchasing system cannot hold was cut; both texts shortened. */
  'session.cut': { readonly field: string; readonly line?: number; readonly found: string; readonly sent: string };
  'session.cancelled': { readonly byBuyer: boolean };
  'session.expired': { readonly because: 'unopened' | 'idle' | 'life' };
  /** The time of a session that returned a cart is up. */
  'session.ended': Nothing;
  /** Of a call without pages: prices that the shop behind us has not told. The articles are left out, or the stored price counts. */
  'session.pricesUntold': { readonly articles: number; readonly leftOut: boolean };
  /** A call without pages was answered at once. */
  'session.answered': { readonly operation: PunchOutOperation; readonly fields: number };
  'session.resent': { readonly number: string };
}

export type TimelineCode = keyof TimelineFacts;
export type TimelineRowFacts = TimelineFacts[TimelineCode];

/** What a row is about. An entry about an order's document carries both ids, so that both timelines show it. */
export interface TimelineAbout {
  /** `roundtrip` (the default), `partner`, or who decided, for example `operator: Anna`. */
  readonly actor?: string;
  /** Default: now. */
  readonly at?: Date;
  readonly inboundDocumentId?: string;
  readonly outboundDocumentId?: string;
  readonly orderId?: string;
  readonly sessionId?: string;
}

export interface TimelineRow {
  readonly id: string;
  readonly at: Date;
  readonly code: TimelineCode;
  readonly facts: TimelineRowFacts;
  readonly actor: string;
  readonly inboundDocumentId: string | null;
  readonly outboundDocumentId: string | null;
  readonly orderId: string | null;
  readonly sessionId: string | null;
}

/** Makes a row; it is written by addTimeline in the transaction of the step that it tells about. */
export function timelineRow<C extends TimelineCode>(
  code: C,
  facts: TimelineFacts[C],
  about: TimelineAbout,
): TimelineRow {
  return {
    id: v7(),
    at: about.at ?? new Date(),
    code,
    facts,
    actor: about.actor ?? 'roundtrip',
    inboundDocumentId: about.inboundDocumentId ?? null,
    outboundDocumentId: about.outboundDocumentId ?? null,
    orderId: about.orderId ?? null,
    sessionId: about.sessionId ?? null,
  };
}

/** Writes rows in one statement. */
export async function addTimeline(em: EntityManager, rows: readonly TimelineRow[]): Promise<void> {
  if (rows.length > 0) await insertTimeline(rows).execute(em.getKysely());
}

/** The statement of it, at least one row, for those who put it into a larger one to save a transaction. */
export function insertTimeline(rows: readonly TimelineRow[]) {
  const values = rows.map(
    (row) =>
      sql`(${row.id}::uuid, ${row.at}::timestamptz, ${row.code}, ${jsonText(row.facts)}::jsonb, ${row.actor},
        ${row.inboundDocumentId}::uuid, ${row.outboundDocumentId}::uuid, ${row.orderId}::uuid, ${row.sessionId}::uuid)`,
  );
  return sql`insert into timeline_entry (id, at, code, facts, actor, inbound_document_id, outbound_document_id, order_id, session_id)
    values ${sql.join(values)}`;
}

/** What a timeline is asked for: an order's includes that of the document it came in. */
export type TimelineSubject =
  | { readonly inboundDocumentId: string; readonly orderId?: string }
  | { readonly outboundDocumentId: string }
  | { readonly sessionId: string };

/** Entries of a document, an order or a session, oldest first. */
export async function readTimeline(em: EntityManager, subject: TimelineSubject): Promise<TimelineEntry[]> {
  const where =
    'inboundDocumentId' in subject
      ? {
          $or: [
            { inboundDocumentId: subject.inboundDocumentId },
            ...(subject.orderId === undefined ? [] : [{ orderId: subject.orderId }]),
          ],
        }
      : subject;
  return em.find(TimelineEntry, where, { orderBy: { id: 'asc' }, disableIdentityMap: true });
}

/** The facts of the latest entry of a kind about a document. */
export async function lastEntry<C extends TimelineCode>(
  em: EntityManager,
  code: C,
  about: { readonly inboundDocumentId: string } | { readonly outboundDocumentId: string },
): Promise<TimelineFacts[C] | undefined> {
  const options = { orderBy: { id: 'desc' }, disableIdentityMap: true } as const;
  const entry = await em.findOne(TimelineEntry, { ...about, code }, options);
  return entry?.facts as TimelineFacts[C] | undefined;
}
