import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { createAccount } from '../../accounts/accounts.ts';
import { listOrdersFor, type OrderListFilter, type OrderListPage } from '../../documents/orderList.ts';
import { addNote } from '../../shop/orderNotes.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { partnerWith, placed } from '../kit/placed.ts';
import { customers } from '../shop/fixtures.ts';
import { orderLine } from '../shop/lines.ts';

const ROWS = 20_000;
const LARGE = ['orders', 'order_line', 'inbound_document', 'order_note'];
const newestFirst: OrderListPage = { sort: 'received', ascending: false, limit: 5 };

let database: TestDatabase;
let partnerId = '';
let otherPartner = '';
let anna = '';
let umea = '';

beforeAll(async () => {
  database = await createTestDatabase();
  const em = database.em();
  [partnerId, otherPartner] = [await partnerWith(em, 'lindstroms'), await partnerWith(em, 'rare')];
  const [customerId = ''] = await customers(em, { number: 'K1', name: 'Umeå Verkstad AB' }, { number: 'K2' });
  await fill();
  anna = await createAccount(em, { name: 'Anna', role: 'operator', language: 'sv', createdBy: 'test' });
  umea = await placed(em, {
    partnerId: otherPartner,
    customerId,
    status: 'Waiting',
    header: { number: 'ÅÄÖ-4711', totals: { payableAmount: '99.50' } },
    lines: [orderLine({ position: 1 })],
  });
  await addNote(em, { orderId: umea, text: 'Ring Pärsson före leverans', author: 'Anna' });
  await sql`update orders set assigned_to_id = ${anna} where id = ${umea}`.execute(em.getKysely());
  await sql`analyze`.execute(em.getKysely());
  return database.close;
});

/** Old orders of one partner in one status, with a line each. */
async function fill(): Promise<void> {
  const k = database.em().getKysely();
  const id = sql`('01900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid`;
  const each = sql`from generate_series(1, ${ROWS}::int) i`;
  await sql`insert into inbound_document (id, reference, partner_id, partner_code, mode, agreement_version, state, received_at, size,
      complete, sha256, content_type, headers, remote_address, buyer)
    select ${id}, 'R' || i, ${partnerId}, 'lindstroms', 'production', 1, 'placed', now(), 3, true, lpad(i::text, 64, '0'), 'text/xml', '{}', '::1',
      '[]' ${each}`.execute(k);
  await sql`insert into orders (id, status, source, partner_id, inbound_document_id, agreement_version, customer_id, header, external_number,
      currency, amount, line_count, open_lines, reasons, created_at, updated_at)
    select ${id}, 'Completed', 'punchin', ${partnerId}, ${id}, 1, (select id from customer where number = 'K2'), '{}', 'OLD-' || i, 'SEK', i, 1, 0,
      '[]', now(), now() ${each}`.execute(k);
  await sql`insert into order_line (order_id, position, line_id, line, reasons) select ${id}, 1, '1', '{}', '[]' ${each}`.execute(
    k,
  );
  await sql`insert into order_note (id, order_id, text, author, made_at)
    select ${id}, ${id}, 'gammal anteckning', 'Anna', now() ${each}`.execute(k);
}

/** How often this connection has read each table from end to end. */
async function scans(tx: EntityManager): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ table: string; count: string }>`
    select relname as table, seq_scan as count from pg_stat_xact_user_tables`.execute(tx.getKysely());
  return new Map(rows.map(({ table, count }) => [table, count]));
}

const list = (filter: OrderListFilter, page: Partial<OrderListPage> = {}) =>
  listOrdersFor(database.em(), filter, { ...newestFirst, ...page });

const found = async (filter: OrderListFilter) => (await list(filter)).orders.map(({ id }) => id);

describe('a list of orders', () => {
  it('tells whose order it is, what it comes to and who looks after it', async () => {
    const { orders } = await list({ status: ['Waiting'] });

    expect(orders).toEqual([
      expect.objectContaining({
        id: umea,
        number: expect.stringMatching(/^SO-\d+$/),
        externalNumber: 'ÅÄÖ-4711',
        partner: 'Partner rare',
        mode: 'production',
        customer: { number: 'K1', name: 'Umeå Verkstad AB' },
        amount: '99.5',
        assignedTo: 'Anna',
      }),
    ]);
  });

  it.each([
    ['our number', async () => (await list({ status: ['Waiting'] })).orders[0]!.number.toLowerCase()],
    ["the beginning of the buyer's number", async () => 'ÅÄÖ-47'],
    ['a part of the customer', async () => 'umeå verk'],
    ['a part of the partner', async () => 'RARE'],
    ['words of a note', async () => 'pärsson leverans'],
  ])('finds an order by %s', async (_, text) => {
    expect(await found({ text: await text() })).toEqual([umea]);
  });

  it('finds nothing by what stands nowhere, and takes signs of patterns as they are', async () => {
    expect(await found({ text: 'finnsinte' })).toEqual([]);
    expect(await found({ text: "%_\\ ' & | :* !" })).toEqual([]);
  });

  it('narrows by what is chosen', async () => {
    expect(await found({ assignedTo: anna })).toEqual([umea]);
    expect(await found({ assignedTo: null, partnerId: otherPartner })).toEqual([]);
    expect(await found({ mode: 'test' })).toEqual([]);
    expect(await found({ customer: 'K1', mode: 'production' })).toEqual([umea]);
    expect(await found({ from: new Date(Date.now() - 3_600_000) })).toEqual([umea]);
    expect(await found({ before: new Date('2020-01-01') })).toEqual([]);
    expect(await found({ text: 'umeå', status: ['New'] })).toEqual([]);
  });

  it.each([
    ['received', false],
    ['received', true],
    ['externalNumber', true],
    ['externalNumber', false],
    ['sum', true],
    ['sum', false],
  ] as const)('goes through its pages by %s without a gap or a repetition', async (sort, ascending) => {
    const whole = await list({ partnerId }, { sort, ascending, limit: 12 });
    const ids: string[] = [];
    let after: OrderListPage['after'];
    for (let page = 0; page < 4; page += 1) {
      const part = await list({ partnerId }, { sort, ascending, limit: 3, after });
      ids.push(...part.orders.map(({ id }) => id));
      after = part.next;
    }
    expect(ids).toEqual(whole.orders.map(({ id }) => id));
    expect(new Set(ids).size).toBe(12);
  });

  it('says about how many there are without counting them', async () => {
    const { about } = await list({ partnerId });
    expect(about).toBeGreaterThan(ROWS * 0.8);
    expect(about).toBeLessThan(ROWS * 1.2);
    expect((await list({ status: ['Waiting'] })).about).toBe(1);
  });

  it.each<[string, OrderListFilter, Partial<OrderListPage>]>([
    ['nothing', {}, {}],
    ['a rare status', { status: ['Waiting'] }, {}],
    ['a common status', { status: ['Completed'] }, {}],
    ['a partner', { partnerId: v7() }, {}],
    ['a customer', { customer: 'K1' }, {}],
    ['an article', { article: 'A-1' }, {}],
    ['tests', { mode: 'test' }, {}],
    ['deviations', { deviating: true }, {}],
    ['an account', { assignedTo: v7() }, {}],
    ['days', { from: new Date('2026-01-01'), before: new Date('2026-02-01') }, {}],
    ['rare words', { text: 'ÅÄÖ-4711' }, {}],
    ['the sum', {}, { sort: 'sum' }],
    ["the buyer's number", {}, { sort: 'externalNumber' }],
  ])('reads no table from end to end by %s', async (_, filter, page) => {
    const scanned = await database.em().transactional(async (tx) => {
      const before = await scans(tx);
      await listOrdersFor(tx, filter, { ...newestFirst, ...page });
      const after = await scans(tx);
      return LARGE.filter((table) => after.get(table) !== before.get(table));
    });
    expect(scanned).toEqual([]);
  });
});
