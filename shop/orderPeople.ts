/** Who is behind an order at the buyer's: people to be called, told or named on the goods. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';

/** Where people stand in the header of an order (formats/document/order.ts), as paths of PostgreSQL. Notes are about the order. */
const HEADER = [
  '{buyer,contact}',
  '{seller,contact}',
  '{invoicee,contact}',
  '{originator}',
  '{deliveryParty,contact}',
  '{deliveryContact}',
  '{customerReference}',
  '{shipment,marks}',
  // What a cXML buyer says by names of its own: mostly who ordered.
  '{properties}',
];
const LINE = ['{originator}', '{deliveryParty,contact}'];

function without(column: string, paths: readonly string[]): RawBuilder<unknown> {
  return sql`${sql.ref(column)} ${sql.raw(paths.map((path) => `#- '${path}'`).join(' '))}`;
}

/** Removes people from orders, their lines and versions, for good. What was ordered, by which company, stays. In the transaction of the caller. */
export async function removeOrderPeople(tx: EntityManager, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  const kysely = tx.getKysely();
  const ids = [...orderIds];
  await sql`update orders set header = ${without('header', HEADER)}, buyers_reference = null, goods_mark = null
    where id = any(${ids}::uuid[])`.execute(kysely);
  await sql`update order_version set header = ${without('header', HEADER)} where order_id = any(${ids}::uuid[])`.execute(
    kysely,
  );
  for (const table of ['order_line', 'order_version_line']) {
    await sql`update ${sql.table(table)} set line = ${without('line', LINE)}
      where order_id = any(${ids}::uuid[]) and line ?| array['originator', 'deliveryParty']`.execute(kysely);
  }
}
