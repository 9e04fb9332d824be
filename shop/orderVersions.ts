import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { instant } from '../database/text.ts';
import type { OrderHeader, OrderLine, OrderOperation } from '../formats/document/order.ts';
import type { ResponseCode } from '../formats/document/orderResponse.ts';
import { RoundtripError } from '../platform/errors.ts';
import { changedHeader, compareLines, differences, type FieldChange, type LineComparison } from './changePlan.ts';
import { countedFrom, lockChangedOrder, type ChangedOrder } from './changedOrder.ts';
import { changeVerdict, sequenceOf } from './changeRules.ts';
import { summarise } from './orderDecision.ts';
import { orderKeys } from './orderKeys.ts';
import { changeStatus } from './orders.ts';
import type { OrderStatus } from './orderStatus.ts';
import type { VersionKind, VersionState } from './orderVersion.entity.ts';

/** A change of an order as its document has it. */
export interface NewVersion {
  /** The document with the change; also the id of its draft. */
  readonly inboundDocumentId: string;
  readonly header: OrderHeader;
  /** Buyer's numbers of the lines that go. */
  readonly removed: readonly string[];
  readonly state: Exclude<VersionState, 'applied'>;
}

/** Adds a version to an order, in the transaction of the caller, who has locked it. Once more for the same document replaces the first. */
export async function addVersion(em: EntityManager, order: ChangedOrder, version: NewVersion): Promise<void> {
  await keepFirst(em, order);
  const { inboundDocumentId, header, removed, state } = version;
  await sql`
    insert into order_version (order_id, number, kind, inbound_document_id, sequence, message_id, state, removed, header, actor, made_at)
    select ${order.id}, max(number) + 1, ${header.operation!}, ${inboundDocumentId}, ${sequenceOf(header.sequenceNumber) ?? null}::int,
      ${header.messageId ?? null}, ${state}, ${JSON.stringify(removed)}::jsonb, ${JSON.stringify(header)}::jsonb, 'roundtrip', now()
    from order_version where order_id = ${order.id}
    on conflict (inbound_document_id) do update set (state, removed, header) = (excluded.state, excluded.removed, excluded.header)`.execute(
    em.getKysely(),
  );
}

/** The order as it was placed: its version 1, which is written down before the first change. */
async function keepFirst(em: EntityManager, { id, inboundDocumentId, header }: ChangedOrder): Promise<void> {
  const { rows } = await sql<{ number: number }>`
    insert into order_version (order_id, number, kind, inbound_document_id, sequence, message_id, state, removed, header, actor, made_at)
    select id, 1, 'order', ${inboundDocumentId}, ${countedFrom(header)}::int, ${header.messageId ?? null}, 'applied', '[]', header,
      'roundtrip', created_at from orders where id = ${id}
    on conflict do nothing returning number`.execute(em.getKysely());
  if (rows.length > 0) await keepLines(em, id, 1);
}

async function keepLines(em: EntityManager, orderId: string, number: number): Promise<void> {
  await sql`insert into order_version_line (order_id, number, position, line)
    select order_id, ${number}, position, line from order_line where order_id = ${orderId}`.execute(em.getKysely());
}

/** What carrying a change out came to. */
export interface CarriedOut {
  readonly orderId: string;
  /** Ours. */
  readonly number: string;
  readonly version: number;
  readonly operation: OrderOperation;
  readonly from: OrderStatus;
  readonly to: OrderStatus;
}

interface DraftedVersion {
  order_id: string;
  number: number;
  kind: OrderOperation;
  removed: string[];
  header: OrderHeader;
  code: ResponseCode | null;
}

/**
 * Carries a change out whose draft was accepted, in the transaction of the caller: lines and header of its order, or the order's
 * cancellation. The draft's lines go into the order; those with numbers that it has keep their places.
 * @param draftId id of the document with the change
 * @throws RequestInvalid where its order is not here, Conflict where that can no longer be changed
 */
export async function carryOutChange(em: EntityManager, draftId: string, actor: string): Promise<CarriedOut> {
  const draft = await findDraft(em, draftId);
  const from = await lockChangedOrder(em, draft.order_id);
  const isCancellation = draft.kind === 'delete';
  const open = { change: 'person', cancel: 'person', automaticUntil: 'New' } as const;
  const verdict = changeVerdict(from, isCancellation ? 'delete' : 'change', open);
  if (verdict !== 'ask' && verdict !== 'nothing') {
    throw new RoundtripError('Conflict', `An order in status ${from} can no longer be changed: reject the change.`);
  }
  await refuseOlder(em, draft);
  const header = isCancellation ? undefined : await mergeDraft(em, draftId, draft);
  const isToCancel = isCancellation && verdict === 'ask' && from !== 'Tested';
  if (isToCancel) await changeStatus(em, draft.order_id, 'Cancelled');
  const { rows } = await sql<{ number: string }>`
    update orders set updated_at = now(), buyer_due = null, buyer_reminded_at = null where id = ${draft.order_id} returning number`.execute(
    em.getKysely(),
  );
  await sql`update order_version set state = 'applied', actor = ${actor}, made_at = now(),
    header = coalesce(${header ? JSON.stringify(header) : null}::jsonb, header)
    where order_id = ${draft.order_id} and number = ${draft.number}`.execute(em.getKysely());
  await keepLines(em, draft.order_id, draft.number);
  const to = isToCancel ? 'Cancelled' : from;
  const { order_id: orderId, number: version, kind: operation } = draft;
  return { orderId, number: rows[0]!.number, version, operation, from, to };
}

async function findDraft(em: EntityManager, draftId: string): Promise<DraftedVersion> {
  const { rows } = await sql<DraftedVersion>`
    select version.order_id, version.number, version.kind, version.removed, version.header, draft.response_code as code
    from order_version version join orders draft on draft.id = version.inbound_document_id
    where version.inbound_document_id = ${draftId}`.execute(em.getKysely());
  const [draft] = rows;
  if (draft) return draft;
  throw new RoundtripError('RequestInvalid', 'The order that this changes is not here: check again, or reject it.');
}

/** A change is not carried out after a later one that built on what was before it. */
async function refuseOlder(em: EntityManager, { order_id, number }: DraftedVersion): Promise<void> {
  const { rows } = await sql<{ number: number }>`
    select number from order_version where order_id = ${order_id} and number > ${number} and state = 'applied' limit 1`.execute(
    em.getKysely(),
  );
  if (rows.length > 0) throw new RoundtripError('Conflict', 'A later version of the order holds: reject this change.');
}

/** Columns of a draft's line, at its place in the order. */
const moved = (position: string) => sql`
  jsonb_set(draft.line, '{position}', to_jsonb(${sql.raw(position)})), draft.product_id, draft.shop_quantity, draft.match,
  draft.free_text, draft.price_of_the_day, draft.comparison, draft.cart, draft.reasons,
  case when draft.decision is not null then jsonb_set(draft.decision, '{position}', to_jsonb(${sql.raw(position)})) end,
  draft.response_status`;

/** The draft's lines and header, written into the order. @returns the order's header afterwards */
async function mergeDraft(em: EntityManager, draftId: string, draft: DraftedVersion): Promise<OrderHeader> {
  const { order_id: orderId, removed } = draft;
  await sql`delete from order_line where order_id = ${orderId} and line_id = any(${[...removed]}::text[])`.execute(
    em.getKysely(),
  );
  await sql`
    update order_line set (line, product_id, shop_quantity, match, free_text, price_of_the_day, comparison, cart, reasons, decision,
      response_status) = row(${moved('order_line.position')}), confirmed = null,
      rest_cancelled = order_line.rest_cancelled and order_line.line ->> 'quantity' = draft.line ->> 'quantity'
    from order_line draft where draft.order_id = ${draftId} and order_line.order_id = ${orderId}
      and draft.line_id = order_line.line_id`.execute(em.getKysely());
  await sql`
    insert into order_line (order_id, position, line_id, line, product_id, shop_quantity, match, free_text, price_of_the_day,
      comparison, cart, reasons, decision, response_status)
    select ${orderId}, draft.place, draft.line_id, ${moved('draft.place')}
    from (select line.*, (row_number() over (order by position) + (select coalesce(max(position), 0) from order_line
        where order_id = ${orderId}))::int as place
      from order_line line where line.order_id = ${draftId} and not exists (
        select from order_line standing where standing.order_id = ${orderId} and standing.line_id = line.line_id)) draft`.execute(
    em.getKysely(),
  );
  return await mergeHeader(em, draftId, draft);
}

async function mergeHeader(em: EntityManager, draftId: string, draft: DraftedVersion): Promise<OrderHeader> {
  const { order_id: orderId } = draft;
  const { rows } = await sql<{ header: OrderHeader }>`select header from orders where id = ${orderId}`.execute(
    em.getKysely(),
  );
  const header = changedHeader(rows[0]!.header, draft.header);
  const keys = orderKeys(header);
  // Where nothing was answered yet, the answer to the order is still to come.
  const code = draft.code === null ? null : await summarise(em, orderId);
  await sql`
    update orders set header = ${JSON.stringify(header)}::jsonb, currency = ${keys.currency}, buyers_reference = ${keys.buyersReference},
      requisition = ${keys.requisition}, cost_centre = ${keys.costCentre}, project = ${keys.project}, contract = ${keys.contract},
      goods_mark = ${keys.goodsMark}, delivery_place = ${keys.deliveryPlace}, wanted_from = ${keys.wantedFrom},
      wanted_to = ${keys.wantedTo}, amount = ${keys.amount}, response_code = coalesce(${code}, orders.response_code),
      delivery_address_id = coalesce(draft.delivery_address_id, orders.delivery_address_id),
      line_count = (select count(*) from order_line where order_id = ${orderId})
    from orders draft where orders.id = ${orderId} and draft.id = ${draftId}`.execute(em.getKysely());
  return header;
}

/** The version that a document makes or would have made; undefined where its order is not known. */
export async function findVersionOf(
  em: EntityManager,
  inboundDocumentId: string,
): Promise<{ readonly orderId: string; readonly number: number } | undefined> {
  const { rows } = await sql<{ orderId: string; number: number }>`
    select order_id as "orderId", number from order_version where inbound_document_id = ${inboundDocumentId}`.execute(
    em.getKysely(),
  );
  return rows[0];
}

export async function refuseVersion(em: EntityManager, inboundDocumentId: string): Promise<void> {
  await sql`update order_version set state = 'refused' where inbound_document_id = ${inboundDocumentId}`.execute(
    em.getKysely(),
  );
  await sql`update orders set updated_at = now() from order_version version
    where version.inbound_document_id = ${inboundDocumentId} and orders.id = version.order_id`.execute(em.getKysely());
}

/** A version as a list shows it. */
export interface OrderVersionSummary {
  readonly number: number;
  readonly kind: VersionKind;
  readonly state: VersionState;
  readonly inboundDocumentId: string;
  /** As the buyer counts. */
  readonly sequence: number | null;
  readonly actor: string;
  /** UTC instant, ISO 8601. */
  readonly madeAt: string;
}

const summary = sql`number, kind, state, inbound_document_id as "inboundDocumentId", sequence, actor,
  ${instant('made_at')} as "madeAt"`;

/** Versions of an order, oldest first. An order that was never changed has one: itself. */
export async function listVersions(em: EntityManager, orderId: string): Promise<OrderVersionSummary[]> {
  const { rows } = await sql<OrderVersionSummary>`
    select ${summary} from order_version where order_id = ${orderId}
    union all
    select 1, 'order', 'applied', inbound_document_id, null, 'roundtrip', ${instant('created_at')} from orders
    where id = ${orderId} and not exists (select from order_version where order_id = ${orderId})
    order by number`.execute(em.getKysely());
  return rows;
}

/** What a version changed: against the applied one before it. */
export interface VersionComparison extends OrderVersionSummary {
  readonly header: readonly FieldChange[];
  readonly lines: readonly LineComparison[];
}

/** One version with what it changed. One that waits or was refused changed nothing. Undefined where there is none with that number. */
export async function compareVersion(
  em: EntityManager,
  orderId: string,
  number: number,
): Promise<VersionComparison | undefined> {
  const version = (await listVersions(em, orderId)).find((one) => one.number === number);
  if (!version) return undefined;
  const { rows } = await sql<{ number: number; header: OrderHeader }>`
    select number, header from order_version where order_id = ${orderId} and number <= ${number} and state = 'applied'
    order by number desc limit 2`.execute(em.getKysely());
  const [is, was] = rows;
  if (!is || !was || is.number !== number || version.kind === 'delete') return { ...version, header: [], lines: [] };
  const lines = compareLines(await linesOf(em, orderId, was.number), await linesOf(em, orderId, number));
  return { ...version, header: differences(was.header, is.header), lines };
}

/** What differs between two applied versions, and how many lines are the same in both. */
export interface ComparedVersions {
  readonly header: readonly FieldChange[];
  readonly lines: readonly LineComparison[];
  readonly same: number;
}

/** Two versions of an order side by side. Undefined where one of them is not there, was never applied, or takes the order back. */
export async function compareVersions(
  em: EntityManager,
  orderId: string,
  { before, after }: { readonly before: number; readonly after: number },
): Promise<ComparedVersions | undefined> {
  const { rows } = await sql<{ number: number; header: OrderHeader }>`
    select number, header from order_version
    where order_id = ${orderId} and number in (${before}, ${after}) and state = 'applied' and kind <> 'delete'`.execute(
    em.getKysely(),
  );
  const [was, is] = [before, after].map((number) => rows.find((row) => row.number === number));
  if (!was || !is) return undefined;
  const [old, now] = [await linesOf(em, orderId, before), await linesOf(em, orderId, after)];
  const lines = compareLines(old, now);
  const touched = lines.filter(({ kind }) => kind !== 'removed').length;
  return { header: differences(was.header, is.header), lines, same: now.length - touched };
}

async function linesOf(em: EntityManager, orderId: string, number: number): Promise<OrderLine[]> {
  const { rows } = await sql<{ line: OrderLine }>`
    select line from order_version_line where order_id = ${orderId} and number = ${number} order by position`.execute(
    em.getKysely(),
  );
  return rows.map(({ line }) => line);
}
