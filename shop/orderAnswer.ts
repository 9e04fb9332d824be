import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { OrderResponseLine, ResponseCode, ResponseItem } from '../formats/document/orderResponse.ts';
import type { Reason } from './evaluation.ts';
import { localText } from './localText.ts';
import { orderLines, type OrderLineDetail } from './orderQueries.ts';
import type { LocalText } from './product.entity.ts';

/**
 * The lines of an order response with code 30, streamed: each ordered line with its status, and quantity, price, delivery and
 * replacement where they differ. 27 and 29 carry no lines (BIS 28A).
 */
export async function* responseLines(em: EntityManager, orderId: string): AsyncGenerator<OrderResponseLine> {
  for await (const batch of orderLines(em, orderId)) {
    const substitutes = await substituteItems(em, batch);
    for (const line of batch) yield responseLine(line, substitutes);
  }
}

function responseLine(detail: OrderLineDetail, substitutes: ReadonlyMap<string, ResponseItem>): OrderResponseLine {
  const { line, decision, reasons } = detail;
  const status: ResponseCode = detail.responseStatus ?? '29';
  const substitute = decision?.substitute === undefined ? undefined : substitutes.get(decision.substitute);
  const note = decision?.note ?? (status === '29' ? undefined : reasonsNote(reasons));
  const promised = {
    ...(decision?.promisedFrom !== undefined && { startDate: decision.promisedFrom }),
    ...(decision?.promisedTo !== undefined && { endDate: decision.promisedTo }),
  };
  return {
    id: String(detail.position),
    orderLineId: detail.lineId,
    status,
    ...(note && { note }),
    ...(decision?.quantity !== undefined && { quantity: decision.quantity, unit: line.unit }),
    ...(decision?.price !== undefined && { price: { ...line.price, amount: decision.price } }),
    ...(Object.keys(promised).length > 0 && { promisedDelivery: promised }),
    item: responseItem(detail),
    ...(substitute && { substitute }),
  };
}

/** The item in the buyer's words, with our article number where we know it. */
function responseItem({ line, match }: OrderLineDetail): ResponseItem {
  const name = line.item.name ?? match?.name;
  const sellersId = match?.articleNumber ?? line.item.sellersId;
  const { standardId } = line.item;
  return {
    ...(name !== undefined && { name }),
    ...(sellersId !== undefined && { sellersId }),
    ...(standardId && { standardId }),
  };
}

/** What differs, for the buyer: `Price/PriceAmount: 12.50, ours 13.00`. */
function reasonsNote(reasons: readonly Reason[]): string | undefined {
  return (
    reasons.map(({ field, found, expected }) => `${field}: ${found}, expected ${expected}`).join('; ') || undefined
  );
}

async function substituteItems(
  em: EntityManager,
  batch: readonly OrderLineDetail[],
): Promise<ReadonlyMap<string, ResponseItem>> {
  const numbers = batch.map(({ decision }) => decision?.substitute).filter((number) => number !== undefined);
  if (numbers.length === 0) return new Map();
  const { rows } = await sql<{ number: string; name: LocalText }>`
    select article_number as number, name from product where article_number = any(${numbers}::text[])`.execute(
    em.getKysely(),
  );
  return new Map(rows.map(({ number, name }) => [number, { name: localText(name), sellersId: number }]));
}
