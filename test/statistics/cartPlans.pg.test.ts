import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCartStatistics } from '../../statistics/cartStatistics.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { partnerWith } from '../kit/placed.ts';
import { customers, products } from '../shop/fixtures.ts';
import { scannedTables } from '../shop/scans.ts';

/** Enough that a scan of a table is the planner's last choice for a day of them; one an hour. */
const CARTS = 8_000;
const LARGE = ['orders', 'order_line', 'punch_out_session', 'session_cart_line'];

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  const em = database.em();
  const partnerId = await partnerWith(em, 'umea');
  const [customerId] = await customers(em, { number: 'K1' });
  await products(em, { articleNumber: 'A-1' });
  const statements = [
    sql`insert into punch_out_session (id, partner_id, partner_code, mode, agreement_version, protocol, operation, state, customer_id, language,
        cart_code, return_spec, parameters, created_at, expires_at, life_ends_at, idle_milliseconds, life_milliseconds, returns, returned_at, last_line)
      select gen_random_uuid(), ${partnerId}, 'umea', 'production', 1, 'oci', 'create', 'returned', ${customerId}, 'sv', 'C-' || i, '{}', '{}',
        now(), now(), now(), 1, 1, 1, now() - i * interval '1 hour', 1 from generate_series(1, ${CARTS}::int) i`,
    sql`insert into session_cart_line (session_id, number, product_id, unit, quantity, added_at)
      select id, 1, (select id from product), 'C62', 1, now() from punch_out_session`,
    sql`insert into orders (id, status, source, partner_id, inbound_document_id, agreement_version, header, external_number, currency, line_count,
        open_lines, reasons, created_at, updated_at)
      select id, 'New', 'punchin', partner_id, id, 1, '{}', cart_code, 'SEK', 1, 0, '[]', returned_at, returned_at from punch_out_session`,
    sql`insert into order_line (order_id, position, line_id, line, reasons, match, shop_quantity, cart)
      select id, 1, '1', '{"quantity": "1"}', '[]', '{"unitFactor": "1"}', 1,
        jsonb_build_object('sessionId', id, 'line', 1, 'differences', '["price"]'::jsonb) from orders`,
    sql`analyze`,
  ];
  for (const statement of statements) await statement.execute(em.getKysely());
});
afterAll(() => database.close());

test('what became of the carts of a day is found by what enters an index, however many there are', async () => {
  const before = new Date();
  const from = new Date(before.getTime() - 86_400_000);
  const question = { from, before, day: '2026-11-24', mode: 'production' } as const;
  const em = database.em();
  expect(await readCartStatistics(em, question)).toMatchObject([{ returned: 23, differences: { price: 23 } }]);
  expect(await scannedTables(em, LARGE, (each) => readCartStatistics(each, question))).toEqual([]);
});
