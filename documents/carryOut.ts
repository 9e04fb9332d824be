import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { OrderHeader, OrderLine } from '../formats/document/order.ts';
import type { Agreement } from '../partners/agreement.ts';
import { customerQuestion } from '../partners/matching.ts';
import type { Mode } from '../partners/partner.entity.ts';
import { RoundtripError } from '../platform/errors.ts';
import { carryOutChange, type CarriedOut } from '../shop/orderVersions.ts';
import { rememberPrices, type PriceToRemember } from '../shop/agreedPrices.ts';
import type { OrderDecision, Remember } from '../shop/decision.ts';
import { rememberedPlace } from '../shop/deliveryPlaces.ts';
import { requireAllowedSubstitutes } from './substitutes.ts';
import { applyDecision, type DecidedOrder } from '../shop/orderDecision.ts';
import { decideReplaced } from '../shop/replacedOrder.ts';
import { remember, type NewAnswer } from '../shop/remembered.ts';
import type { RememberedKind } from '../shop/remembered.entity.ts';
import { customerKey, itemKey, type HashedKey } from '../shop/rememberedKey.ts';
import { addTimeline, timelineRow, type TimelineRow } from './timeline.ts';

/** A person's decision about an order of a partner. */
export interface DecisionInHand {
  readonly orderId: string;
  readonly partnerId: string;
  readonly mode: Mode;
  /** Settings of the agreement that the order was handled with. */
  readonly settings: Agreement;
  readonly decision: OrderDecision;
  readonly actor: string;
}

/**
 * Carries out a person's decision in the transaction of the caller, and keeps the answers and prices in it that are to be remembered. Throws what
 * `applyDecision` throws, and RequestInvalid where there is nothing to remember an answer by.
 */
export async function carryOutDecision(em: EntityManager, inHand: DecisionInHand): Promise<DecidedOrder> {
  const { orderId, mode, settings, decision } = inHand;
  await requireAllowedSubstitutes(em, inHand);
  const landing = mode === 'test' ? 'Tested' : 'New';
  const decided = await applyDecision(em, orderId, decision, { landing, units: settings.matching.units });
  if (decided.from === 'Waiting') await replace(em, inHand, decided.number);
  if (decided.to === 'Applied') {
    const done = await carryOutChange(em, orderId, inHand.actor);
    await addTimeline(em, versionRows(done, { inboundDocumentId: orderId, actor: inHand.actor }));
  }
  const isToRemember =
    (decision.rememberCustomer ?? decision.rememberDeliveryAddress) !== undefined ||
    decision.lines.some((line) => line.remember !== undefined);
  if (isToRemember) await rememberAnswers(em, inHand);
  await rememberPrices(em, pricesOf(decision), inHand);
  return decided;
}

/** The order that the accepted one names as its forerunner is cancelled, where the person says so. */
async function replace(em: EntityManager, { orderId, decision, actor }: DecisionInHand, by: string): Promise<void> {
  const cancelled = await decideReplaced(em, orderId, decision);
  if (!cancelled) return;
  const { orderId: replaced, from, to } = cancelled;
  await addTimeline(em, [
    timelineRow('order.replaced', { by }, { orderId: replaced, actor }),
    timelineRow('order.status', { from, to }, { orderId: replaced, actor }),
  ]);
}

/** What is told where a change was carried out. */
export function versionRows(
  done: CarriedOut,
  of: { readonly inboundDocumentId: string; readonly actor?: string },
): TimelineRow[] {
  const { orderId, number, version, operation, from, to } = done;
  const about = { ...of, orderId };
  return [
    timelineRow('change.applied', { number, version, operation }, about),
    ...(from === to ? [] : [timelineRow('order.status', { from, to }, about)]),
  ];
}

/** Prices of accepted lines that are to be remembered. */
function pricesOf({ kind, lines }: OrderDecision): PriceToRemember[] {
  const named = lines.filter(({ rememberPriceUntil }) => rememberPriceUntil !== undefined);
  const refused = named.filter(({ action }) => kind === 'reject' || action !== 'accept');
  if (refused.length === 0)
    return named.map(({ position, rememberPriceUntil }) => ({ position, until: rememberPriceUntil! }));
  throw new RoundtripError('RequestInvalid', 'Only the price of an accepted line can be remembered.', {
    details: refused.slice(0, 20).map(({ position }) => ({ found: `position ${position}` })),
  });
}

interface DecidedHead {
  header: OrderHeader;
  customer: string | null;
  place: string | null;
}

async function rememberAnswers(em: EntityManager, inHand: DecisionInHand): Promise<void> {
  const { orderId, settings, decision } = inHand;
  const { rows } = await sql<DecidedHead>`
    select header, customer_id as customer, delivery_address_id as place from orders where id = ${orderId}`.execute(
    em.getKysely(),
  );
  const { header, customer, place } = rows[0]!;
  const customerId = customer ?? undefined;
  const answers = await aboutLines(em, { orderId, customerId, decision });
  if (decision.rememberCustomer !== undefined) {
    const named = decision.customer === undefined ? undefined : customerId;
    const key = customerKey(customerQuestion(settings, header));
    answers.push(answer({ kind: 'customer', named, key, given: decision.rememberCustomer, what: 'the customer' }));
  }
  if (decision.rememberDeliveryAddress !== undefined) {
    const named = decision.deliveryAddress === undefined ? undefined : (place ?? undefined);
    const { deliveryAddress: address, deliveryParty: party } = header;
    const key = customerId === undefined ? undefined : rememberedPlace({ customerId, address, party });
    const given = decision.rememberDeliveryAddress;
    answers.push(answer({ kind: 'place', named, key, given, what: 'the delivery address' }));
  }
  await remember(em, answers, inHand);
}

async function aboutLines(
  em: EntityManager,
  { orderId, customerId, decision }: { orderId: string; customerId: string | undefined; decision: OrderDecision },
): Promise<NewAnswer[]> {
  const named = decision.lines.filter((line) => line.remember !== undefined);
  if (named.length === 0) return [];
  const { rows } = await sql<{ position: number; line: OrderLine; product: string | null }>`
    select position, line, product_id as product from order_line
    where order_id = ${orderId} and position = any(${named.map(({ position }) => position)}::int[])`.execute(
    em.getKysely(),
  );
  const stored = new Map(rows.map((row) => [row.position, row]));
  return named.map(({ position, articleNumber, remember: given }) => {
    const row = stored.get(position)!;
    const product = articleNumber === undefined ? undefined : (row.product ?? undefined);
    const key = itemKey(row.line.item, customerId);
    return answer({ kind: 'product', named: product, key, given: given!, what: `position ${position}` });
  });
}

interface Asked {
  readonly kind: RememberedKind;
  /** What the decision names. */
  readonly named: string | undefined;
  readonly key: HashedKey | undefined;
  readonly given: Remember;
  readonly what: string;
}

function answer({ kind, named, key, given, what }: Asked): NewAnswer {
  const details = [{ found: what }];
  if (named === undefined) {
    throw new RoundtripError('RequestInvalid', 'Only what the decision names can be remembered.', { details });
  }
  if (key === undefined) {
    throw new RoundtripError('RequestInvalid', 'The order says nothing that an answer could be remembered by.', {
      details,
    });
  }
  return { kind, key, target: named, until: given === true ? undefined : given.until };
}
