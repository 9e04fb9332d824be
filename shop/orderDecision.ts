import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Decimal, isDecimal } from '../formats/document/decimal.ts';
import type { OrderLine } from '../formats/document/order.ts';
import type { ResponseCode } from '../formats/document/orderResponse.ts';
import { RoundtripError, type ErrorDetail } from '../platform/errors.ts';
import type { LineDecision, OrderDecision } from './decision.ts';
import type { MatchedProduct } from './evaluation.ts';
import { matchLines } from './matching.ts';
import { usualMatching, type MatchPolicy } from './matchPolicy.ts';
import type { OrderStatus } from './orderStatus.ts';

const BATCH = 500;
const MOST_DETAILS = 20;

export interface DecidedOrder {
  readonly orderId: string;
  readonly number: string;
  readonly from: OrderStatus;
  readonly to: OrderStatus;
  /** 29 as ordered, 30 with changes, 27 nothing of it. */
  readonly responseCode: ResponseCode;
}

/** How a decision is carried out. */
export interface Carrying {
  /** Where an accepted order that was held goes: `Tested` for that of a test document. */
  readonly landing?: 'New' | 'Tested';
  /** What the partner calls our units. */
  readonly units?: MatchPolicy['units'];
}

/**
 * Carries out a person's decision in the transaction of the caller: products and changes on the lines, answer per line and for the
 * order, status. Whether the partner takes changes is the caller's question. Throws NotFound, Conflict when there is nothing to decide
 * any more, RequestInvalid when the decision leaves something open: customer, product, or a line that is not there.
 */
export async function applyDecision(
  em: EntityManager,
  orderId: string,
  decision: OrderDecision,
  { landing = 'New', units = {} }: Carrying = {},
): Promise<DecidedOrder> {
  const order = await lockOrder(em, orderId);
  const accepted = acceptedStatus(order.status, order.is_change ? 'Applied' : landing);
  const to = decision.kind === 'reject' ? 'Rejected' : accepted;
  if (!to || !accepted) {
    throw new RoundtripError('Conflict', `An order in status ${order.status} is decided already.`);
  }
  if (decision.kind !== 'acceptWithChanges' && decision.lines.some(({ action }) => action !== 'accept')) {
    throw new RoundtripError('RequestInvalid', 'Changed or rejected lines need the decision acceptWithChanges.');
  }
  const customerId = await customerOf(em, order, decision);
  const place = await placeOf(em, customerId, decision);
  if (decision.kind === 'reject') await rejectLines(em, orderId);
  else await acceptLines(em, { orderId, customerId, units }, decision);
  const responseCode = decision.kind === 'reject' ? '27' : await summarise(em, orderId);
  await sql`update orders set status = ${to}, customer_id = ${customerId ?? null}, response_code = ${responseCode},
    delivery_address_id = coalesce(${place ?? null}::uuid, delivery_address_id), open_lines = 0,
    response_note = ${decision.note ?? null}, updated_at = now() where id = ${orderId}`.execute(em.getKysely());
  return { orderId, number: order.number, from: order.status, to, responseCode };
}

/** A held order, or a held change of one, lands; an order in New is confirmed; in any other status there is nothing to decide. */
function acceptedStatus(status: OrderStatus, landing: 'New' | 'Tested' | 'Applied'): OrderStatus | undefined {
  if (status === 'Waiting') return landing;
  return status === 'New' ? 'Confirmed' : undefined;
}

interface LockedOrder {
  number: string;
  status: OrderStatus;
  customer_id: string | null;
  /** It changes or takes back another. */
  is_change: boolean;
}

async function lockOrder(em: EntityManager, orderId: string): Promise<LockedOrder> {
  const { rows } = await sql<LockedOrder>`
    select number, status, customer_id, header->>'operation' is not null as is_change from orders where id = ${orderId} for update`.execute(
    em.getKysely(),
  );
  const [order] = rows;
  if (!order) throw new RoundtripError('NotFound', 'There is no such order.');
  return order;
}

/** The customer that the decision names, or the one that was recognised. A rejected order may have none. */
async function customerOf(em: EntityManager, order: LockedOrder, decision: OrderDecision): Promise<string | undefined> {
  if (decision.customer === undefined) {
    if (order.customer_id === null && decision.kind !== 'reject') {
      throw new RoundtripError('RequestInvalid', 'The customer of the order is not known: the decision must name it.');
    }
    return order.customer_id ?? undefined;
  }
  const { rows } = await sql<{ id: string }>`
    select id from customer where number = ${decision.customer}`.execute(em.getKysely());
  const [customer] = rows;
  if (!customer) throw new RoundtripError('RequestInvalid', `There is no customer ${decision.customer}.`);
  return customer.id;
}

/** The one delivery address of the customer that the decision names. */
async function placeOf(
  em: EntityManager,
  customerId: string | undefined,
  { deliveryAddress: named }: OrderDecision,
): Promise<string | undefined> {
  if (named === undefined) return undefined;
  const { rows } = await sql<{ id: string }>`
    select id from customer_address where customer_id = ${customerId ?? null}::uuid and kind = 'delivery'
      and (id::text = ${named} or address_id = ${named} or gln = ${named}) limit 2`.execute(em.getKysely());
  const [place] = rows;
  if (!place || rows.length > 1) {
    const text = place
      ? `The customer has several delivery addresses ${named}: name it by its id.`
      : `The customer has no delivery address ${named}: name it by its id.`;
    throw invalid(text, [named]);
  }
  return place.id;
}

async function rejectLines(em: EntityManager, orderId: string): Promise<void> {
  await sql`update order_line set response_status = '27' where order_id = ${orderId}`.execute(em.getKysely());
}

interface DecidedLine {
  position: number;
  decision: LineDecision;
  response_status: ResponseCode;
  product_id?: string;
  match?: MatchedProduct;
  shop_quantity?: string | null;
  free_text: boolean;
}

interface Deciding {
  readonly orderId: string;
  readonly customerId: string | undefined;
  readonly units: MatchPolicy['units'];
}

async function acceptLines(em: EntityManager, deciding: Deciding, { lines }: OrderDecision): Promise<void> {
  const { orderId } = deciding;
  await knownArticles(em, lines);
  // What the agreement rejected, or an earlier decision changed, stays so unless it is named.
  await sql`update order_line set response_status = '29' where order_id = ${orderId} and response_status is null`.execute(
    em.getKysely(),
  );
  for (let start = 0; start < lines.length; start += BATCH) {
    await decideBatch(em, deciding, lines.slice(start, start + BATCH));
  }
  const { rows } = await sql<{ line_id: string }>`
    select line_id from order_line
    where order_id = ${orderId} and product_id is null and not free_text and response_status <> '27'
    order by position limit ${MOST_DETAILS}`.execute(em.getKysely());
  if (rows.length > 0) {
    const lines = rows.map(({ line_id }) => `line ${line_id}`);
    throw invalid(
      `No article is known for ${lines.join(', ')}: name it as articleNumber, accept the line asText, or reject it.`,
      lines,
    );
  }
}

/** Every article number that is named must be the shop's. @throws RequestInvalid */
export async function knownArticles(
  em: EntityManager,
  lines: readonly Pick<LineDecision, 'articleNumber' | 'substitute'>[],
): Promise<void> {
  const named = lines
    .flatMap(({ articleNumber, substitute }) => [articleNumber, substitute])
    .filter((id) => id !== undefined);
  if (named.length === 0) return;
  const { rows } = await sql<{ number: string }>`
    select number from unnest(${[...new Set(named)]}::text[]) as named(number)
    where not exists (select from product where article_number = number) limit ${MOST_DETAILS}`.execute(em.getKysely());
  if (rows.length > 0)
    throw invalid(
      'Unknown article numbers.',
      rows.map(({ number }) => number),
    );
}

async function decideBatch(em: EntityManager, deciding: Deciding, decisions: readonly LineDecision[]): Promise<void> {
  const { orderId } = deciding;
  const positions = decisions.map(({ position }) => position);
  const { rows } = await sql<{ position: number; line: OrderLine }>`
    select position, line from order_line where order_id = ${orderId} and position = any(${positions}::int[])`.execute(
    em.getKysely(),
  );
  const ordered = new Map(rows.map(({ position, line }) => [position, line]));
  const missing = positions.filter(
    (position, index) => !ordered.has(position) || positions.indexOf(position) !== index,
  );
  if (missing.length > 0) {
    throw invalid(
      'Each line of a decision must be a line of the order, once.',
      missing.map((at) => `position ${at}`),
    );
  }
  const decided = decisions.flatMap((decision): DecidedLine[] => {
    const line = ordered.get(decision.position);
    if (!line) return [];
    const { position, asText } = decision;
    if (asText) checkText(decision, line);
    return [{ position, decision, response_status: lineStatus(decision, line), free_text: asText === true }];
  });
  await nameProducts(em, deciding, decided, ordered);
  await sql`
    update order_line set decision = row.decision, response_status = row.response_status,
      product_id = coalesce(row.product_id, order_line.product_id), match = coalesce(row.match, order_line.match),
      shop_quantity = case when row.product_id is null then order_line.shop_quantity else row.shop_quantity end,
      free_text = (order_line.free_text or row.free_text) and row.product_id is null
    from jsonb_to_recordset(${JSON.stringify(decided)}::jsonb) as row(position int, decision jsonb, response_status text,
      product_id uuid, match jsonb, shop_quantity numeric, free_text boolean)
    where order_line.order_id = ${orderId} and order_line.position = row.position`.execute(em.getKysely());
}

/** Fills in the products that the decisions name; their units and quantities are worked out as if the buyer had named them. */
async function nameProducts(
  em: EntityManager,
  { customerId, units }: Deciding,
  decided: readonly DecidedLine[],
  ordered: ReadonlyMap<number, OrderLine>,
): Promise<void> {
  const named = decided.flatMap((row) => {
    const line = ordered.get(row.position);
    const sellersId = row.decision.articleNumber;
    return line && sellersId !== undefined
      ? [{ row, line: { ...line, item: { specifications: [], classifications: [], properties: [], sellersId } } }]
      : [];
  });
  if (named.length === 0) return;
  const policy = { ...usualMatching, units };
  const matches = await matchLines(em, { customerId, lines: named.map(({ line }) => line), policy });
  for (const [index, { row }] of named.entries()) {
    const match = matches[index];
    if (!match?.product) continue;
    row.product_id = match.product.productId;
    row.match = { ...match.product, by: 'decision' };
    row.shop_quantity = match.shopQuantity ?? null;
  }
}

/** A line without a product must say what to deliver. */
function checkText({ position, articleNumber }: LineDecision, { item }: OrderLine): void {
  const at = [`position ${position}`];
  if (articleNumber !== undefined) throw invalid('A line with an article is not accepted as text.', at);
  if (!item.name?.trim() && !item.description?.trim()) throw invalid('The line does not say what to deliver.', at);
}

/** 30 only where the answer differs from what was ordered: quantity, price, delivery or another product. */
function lineStatus(decision: LineDecision, line: OrderLine): ResponseCode {
  if (decision.action === 'reject') return '27';
  const differs =
    differsFrom(decision.quantity, line.quantity) ||
    differsFrom(decision.price, line.price?.amount) ||
    decision.substitute !== undefined ||
    decision.promisedFrom !== undefined ||
    decision.promisedTo !== undefined;
  if (differs && decision.action === 'accept') {
    throw invalid('An accepted line takes no changes.', [`position ${decision.position}`]);
  }
  return differs ? '30' : '29';
}

function differsFrom(decided: string | undefined, ordered: string | undefined): boolean {
  if (decided === undefined) return false;
  return ordered === undefined || !isDecimal(ordered) || !new Decimal(decided).eq(ordered.trim());
}

/** 29 where every line is as ordered (and where there is none), 27 where none is delivered, else 30. */
export async function summarise(em: EntityManager, orderId: string): Promise<ResponseCode> {
  const { rows } = await sql<{ status: ResponseCode }>`
    select distinct coalesce(response_status, '29') as status from order_line where order_id = ${orderId}`.execute(
    em.getKysely(),
  );
  const [only] = rows;
  if (!only) return '29';
  return rows.length === 1 ? only.status : '30';
}

function invalid(message: string, found: readonly string[]): RoundtripError {
  const details: ErrorDetail[] = found.slice(0, MOST_DETAILS).map((value) => ({ found: value }));
  return new RoundtripError('RequestInvalid', message, { details });
}
