import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { cartUse } from '../../sessions/cartUse.ts';
import { likeCart } from '../../sessions/likeCart.ts';
import { findCustomer } from '../../shop/customers.ts';
import { findDeliveryPlace } from '../../shop/deliveryPlaces.ts';
import { matchLines } from '../../shop/matching.ts';
import { productRungs, usualMatching } from '../../shop/matchPolicy.ts';
import { findOrder, linesAfter, listOrders } from '../../shop/orderQueries.ts';
import { changeStatus, insertOrder } from '../../shop/orders.ts';
import { pricesOfTheDay } from '../../shop/pricing.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { customers, orderHeader } from './fixtures.ts';
import { orderLine } from './lines.ts';
import { scannedTables } from './scans.ts';

// Enough rows that a scan of the whole table would be the planner's last choice.
const ROWS = 30_000;
const PARTNER = v7();
const MEMORY = { partnerId: PARTNER, mode: 'production', day: '2026-11-24' } as const;
const LARGE = [
  'product',
  'product_unit',
  'product_identifier',
  'buyers_number',
  'price',
  'price_list',
  'customer',
  'customer_identity',
  'customer_address',
  'remembered_match',
  'orders',
  'order_line',
];

let database: TestDatabase;
let customerId = '';
const productIds: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const em = database.em();
  [customerId = ''] = await customers(em, {
    number: 'K1',
    group: 'G',
    gln: '9520009901012',
    deliveryAddresses: [{ addressId: 'A' }],
  });
  await fill(em);
  const { rows } = await sql<{
    id: string;
  }>`select id from product where article_number like 'A-100%' limit 10`.execute(em.getKysely());
  productIds.push(...rows.map(({ id }) => id));
  return database.close;
});

async function fill(em: EntityManager): Promise<void> {
  const statements = [
    sql`insert into customer (id, number, name, customer_group, active, contacts, created_at, updated_at)
      select gen_random_uuid(), 'C-' || i, 'Kund ' || i, 'G' || i % 100, true, '[]', now(), now() from generate_series(1, ${ROWS}::int) i`,
    sql`insert into customer_identity (customer_id, kind, scheme, value)
      select id, 'organisationNumber', '0007', number from customer`,
    sql`insert into customer_address (id, customer_id, kind, address_id, gln, match_key)
      select gen_random_uuid(), id, 'delivery', number, number, number from customer`,
    sql`insert into product (id, article_number, status, name, description, unit, classifications, labels, vat, pictures, keywords,
      manufacturer_number, created_at, updated_at) select gen_random_uuid(), 'A-' || i, 'active', '{"sv":"Vara"}', '{}', 'C62', '[]', '{}', '[]',
      '{}', '{}', 'M-' || i, now(), now() from generate_series(1, ${ROWS}::int) i`,
    sql`insert into product_identifier (kind, value, product_id) select 'gtin', lpad(substr(article_number, 3), 14, '0'), id from product`,
    sql`insert into product_identifier (kind, value, product_id) select 'alias', 'X' || article_number, id from product`,
    sql`insert into product_unit (product_id, unit, factor) select id, 'BX', 10 from product`,
    sql`insert into buyers_number (customer_id, value, product_id) select ${customerId}, 'B' || article_number, id from product`,
    sql`insert into remembered_match (id, partner_id, mode, kind, key, key_hash, product_id, actor, order_id, made_at)
      select gen_random_uuid(), ${PARTNER}, 'production', 'product', '{}', article_number, id, 'Åsa', id, now() from product`,
    sql`insert into price_list (id, code, name, kind, customer_id, currency, priority, valid_from, valid_to)
      select gen_random_uuid(), number, name, 'customer', id, 'SEK', 1, '-infinity', 'infinity' from customer`,
    sql`insert into price_list (id, code, name, kind, customer_group, currency, priority, valid_from, valid_to)
      values (gen_random_uuid(), 'G', 'G', 'group', 'G', 'SEK', 1, '-infinity', 'infinity'),
        (gen_random_uuid(), 'BAS', 'B', 'base', null, 'SEK', 1, '-infinity', 'infinity')`,
    sql`insert into price (price_list_id, product_id, unit, minimum_quantity, valid_from, valid_to, amount, base_quantity)
      select (select id from price_list where code = 'BAS'), id, 'C62', 0, '-infinity', 'infinity', 10, 1 from product`,
    sql`insert into orders (id, status, source, partner_id, inbound_document_id, agreement_version, customer_id, header,
      external_number, currency, line_count, open_lines, reasons, created_at, updated_at)
      select id, 'Completed', 'punchin', id, id, 1, id, jsonb_build_object('quotation', 'Q-' || number), 'PO ' || number, 'SEK', 1, 0, '[]', now(), now() from customer`,
    sql`insert into order_line (order_id, position, line_id, line, reasons)
      select id, 1, '1', jsonb_build_object('item', jsonb_build_object('sellersExtendedId', external_number)), '[]' from orders`,
    sql`analyze`,
  ];
  for (const statement of statements) await statement.execute(em.getKysely());
}

const scanned = (action: (em: EntityManager) => Promise<unknown>): Promise<string[]> =>
  scannedTables(database.em(), LARGE, action);

const lines = Array.from({ length: 10 }, (_, index) =>
  orderLine({
    position: index + 1,
    item: {
      sellersId: `A-${index + 1}00`,
      buyersId: `BA-${index + 1}00`,
      manufacturersId: `M-${index + 1}00`,
      standardId: { id: `0000000000${index + 1}00`.padStart(13, '0') },
    },
  }),
);

describe('no statement of an order reads a large table from end to end', () => {
  it('matching', async () => {
    const policy = { ...usualMatching, products: productRungs };
    expect(await scanned((em) => matchLines(em, { customerId, lines }))).toEqual([]);
    expect(await scanned((em) => matchLines(em, { customerId, lines, policy, memory: MEMORY }))).toEqual([]);
  });

  it('price of the day, also for a customer whose group has lists', async () => {
    const items = productIds.map((productId) => ({ productId, shopQuantity: '1' }));
    expect(items).toHaveLength(10);
    expect(
      await scanned((em) => pricesOfTheDay(em, { customerId, day: '2026-11-24', currency: 'SEK', items })),
    ).toEqual([]);
  });

  it('customer and delivery place', async () => {
    const identities = [
      { scheme: '0007', value: 'C-77' },
      { scheme: '0088', value: '9520009901012' },
    ];
    const question = { identities, allowedCustomers: [] };
    const all = {
      ...question,
      invoiceAddresses: ['F'],
      deliveryAddresses: ['A'],
      defaultCustomer: 'K1',
      memory: MEMORY,
    };
    for (const asked of [question, all]) expect(await scanned((em) => findCustomer(em, asked))).toEqual([]);
    const place = { customerId, address: { id: { id: 'A' } }, memory: MEMORY };
    expect(await scanned((em) => findDeliveryPlace(em, place))).toEqual([]);
  });

  it('storing, finding and changing an order', async () => {
    const id = v7();
    const head = {
      id,
      status: 'New' as const,
      partnerId: v7(),
      inboundDocumentId: v7(),
      agreementVersion: 1,
      customerId,
      header: orderHeader(),
      reasons: [],
    };
    const batch = lines.map((line) => ({ line, evaluated: { position: line.position, lineId: line.id, reasons: [] } }));
    expect(await scanned((em) => insertOrder(em, head, [batch]))).toEqual([]);
    expect(await scanned((em) => findOrder(em, { id }))).toEqual([]);
    expect(await scanned((em) => linesAfter(em, id, 0, 10))).toEqual([]);
    expect(await scanned((em) => changeStatus(em, id, 'Confirmed'))).toEqual([]);
  });

  it('the cart that an order looks like', async () => {
    const { rows } = await sql<{ id: string }>`select id from orders limit 1`.execute(database.em().getKysely());
    const found = (await findOrder(database.em(), { id: rows[0]!.id }))!;
    const given = { order: found, mode: 'production', receivedAt: new Date(), receipt: '2026-11-24' } as const;
    expect(await scanned((em) => likeCart(em, given))).toEqual([]);
  });

  it('what orders have of a cart', async () => {
    const cart = { sessionId: v7(), cartCode: '7F3K-Q2WD', articleNumber: 'A-1', productId: productIds[0]! };
    const question = { partnerId: v7(), mode: 'production', except: v7() } as const;
    for (const count of [1, 200]) {
      const ofCart = Array.from({ length: count }, (_, index) => ({ ...cart, line: index + 1 }));
      expect(await scanned((em) => cartUse(em, { ...question, lines: ofCart }))).toEqual([]);
    }
  });

  it('lists of orders', async () => {
    for (const filter of [
      {},
      { status: ['New' as const] },
      { customer: 'C-9' },
      { partnerId: v7() },
      { externalNumber: 'PO C-3' },
      { text: 'C-3' },
    ]) {
      expect(await scanned((em) => listOrders(em, { limit: 50, ...filter }))).toEqual([]);
    }
  });
});
