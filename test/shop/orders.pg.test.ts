import { beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import type { EvaluatedLine } from '../../shop/evaluation.ts';
import { findOrder, listOrders, orderLines, type OrderFilter } from '../../shop/orderQueries.ts';
import { changeStatus, insertOrder, type OrderBatchLine, type OrderHead } from '../../shop/orders.ts';
import { orderStatuses, orderTransitions, type OrderStatus } from '../../shop/orderStatus.ts';
import { reasonOf } from '../../errorCatalogue/examples/reasons.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { countStatements, customers, orderHeader } from './fixtures.ts';
import { orderLine } from './lines.ts';

let database: TestDatabase;
let customerId = '';
beforeAll(async () => {
  database = await createTestDatabase();
  [customerId = ''] = await customers(database.em(), { number: 'K1' });
  return database.close;
});

function head(more: Partial<OrderHead> = {}): OrderHead {
  return {
    id: v7(),
    status: 'New',
    partnerId: v7(),
    inboundDocumentId: v7(),
    agreementVersion: 3,
    customerId,
    header: orderHeader(),
    reasons: [],
    ...more,
  };
}

function batch(from: number, count: number, reasons: EvaluatedLine['reasons'] = []): OrderBatchLine[] {
  return Array.from({ length: count }, (_, index) => {
    const position = from + index;
    const line = orderLine({
      position,
      id: `${position}0`,
      quantity: '2.5',
      item: { name: 'Räksmörgås "två"', sellersId: "O'A" },
    });
    return { line, evaluated: { position, lineId: line.id, shopQuantity: '25', reasons } };
  });
}

function* failingBatches(): Generator<OrderBatchLine[]> {
  yield batch(1, 1);
  throw new Error('stop');
}

const insert = (order: OrderHead, batches: Iterable<OrderBatchLine[]>) =>
  database.em().transactional((em) => insertOrder(em, order, batches));

async function allLines(orderId: string) {
  const lines = [];
  for await (const some of orderLines(database.em(), orderId)) lines.push(...some);
  return lines;
}

describe('insertOrder', () => {
  it('keeps everything of the order', async () => {
    const header = orderHeader({
      number: 'BEST-1',
      accountingCost: 'KS 4711',
      requisition: 'REK-9',
      contract: 'RA-1',
      buyer: { identifications: [], contact: { id: 'ref Åsa' } },
      documents: [
        { id: 'P-7', documentType: 'Projekt' },
        { id: 'MÄRK 5', documentType: 'Godsmärke' },
      ],
      deliveryAddress: { id: { id: '9520009901012' }, streetName: 'Storgatan 1', cityName: 'Björkvik' },
      requestedDelivery: { startDate: '2026-12-01', endDate: '2026-12-02+01:00' },
      totals: { payableAmount: '1187.50' },
    });
    const order = head({ header, responseCode: '29' });
    const stored = await insert(order, [batch(1, 2)]);

    expect(stored.number).toMatch(/^SO-1\d{5}$/);
    expect(await findOrder(database.em(), { number: stored.number })).toMatchObject({
      id: order.id,
      status: 'New',
      externalNumber: 'BEST-1',
      customer: { id: customerId, number: 'K1', name: 'Kund K1' },
      agreementVersion: 3,
      issueDate: '2026-11-20',
      buyersReference: 'ref Åsa',
      requisition: 'REK-9',
      costCentre: 'KS 4711',
      project: 'P-7',
      contract: 'RA-1',
      goodsMark: 'MÄRK 5',
      deliveryPlace: '9520009901012, Storgatan 1, Björkvik',
      wantedFrom: '2026-12-01',
      wantedTo: '2026-12-02',
      amount: '1187.5',
      lineCount: 2,
      openLines: 0,
      responseCode: '29',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      header,
    });
    expect(await allLines(order.id)).toMatchObject([
      { position: 1, lineId: '10', shopQuantity: '25', line: batch(1, 1)[0]?.line },
      { position: 2, lineId: '20', shopQuantity: '25' },
    ]);
  });

  it('is not stopped by odd dates, huge amounts and endless numbers: they stay in the header as sent', async () => {
    const header = orderHeader({
      number: 'N'.repeat(100_000),
      requisition: 'rekvisition '.repeat(100_000),
      issueDate: '2026-02-30',
      requestedDelivery: { startDate: '0000-01-01' },
      totals: { payableAmount: '9'.repeat(40) },
    });
    const order = head({ header });
    await insert(order, [batch(1, 1)]);
    expect(await findOrder(database.em(), { id: order.id })).toMatchObject({
      issueDate: null,
      wantedFrom: null,
      amount: null,
      header,
    });
  });

  it('writes a short order in two statements and a long one in one more per batch', async () => {
    const reason = reasonOf('PRICE_MISSING');
    expect(await countStatements(database.em(), (em) => insertOrder(em, head(), [batch(1, 500)]))).toBe(2);
    const long = head();
    const batches = [batch(1, 500), batch(501, 500, [reason]), batch(1001, 200)];
    expect(await countStatements(database.em(), (em) => insertOrder(em, long, batches))).toBe(5);
    expect(await findOrder(database.em(), { id: long.id })).toMatchObject({ lineCount: 1200, openLines: 500 });
    expect((await allLines(long.id)).map(({ position }) => position)).toEqual(
      Array.from({ length: 1200 }, (_, index) => index + 1),
    );
  });

  it('replaces a waiting order, which keeps its number, and no other', async () => {
    const order = head({ status: 'Waiting', customerId: undefined });
    const first = await insert(order, [batch(1, 3, [])]);
    const again = await insert({ ...order, status: 'New', customerId }, [batch(1, 2)]);
    expect(again.number).toBe(first.number);
    expect(await allLines(order.id)).toHaveLength(2);
    expect(await findOrder(database.em(), { id: order.id })).toMatchObject({
      status: 'New',
      lineCount: 2,
      customer: { number: 'K1' },
    });

    await expect(insert(order, [batch(1, 1)])).rejects.toMatchObject({ type: 'Conflict' });
    expect(await allLines(order.id)).toHaveLength(2);
  });

  it('leaves nothing when the transaction fails', async () => {
    const order = head();
    await expect(insert(order, failingBatches())).rejects.toThrow('stop');
    expect(await findOrder(database.em(), { id: order.id })).toBeUndefined();
  });
});

describe('changeStatus', () => {
  it('allows what the table allows, and nothing else', async () => {
    for (const from of orderStatuses) {
      for (const to of orderStatuses) {
        const order = head({ status: from as 'New' });
        await insert(order, []);
        const change = changeStatus(database.em(), order.id, to);
        if (orderTransitions[from].includes(to)) await expect(change).resolves.toMatchObject({ from, to });
        else await expect(change).rejects.toMatchObject({ type: 'Conflict' });
        const expected: OrderStatus = orderTransitions[from].includes(to) ? to : from;
        expect((await findOrder(database.em(), { id: order.id }))?.status).toBe(expected);
      }
    }
  });

  it('goes through once when two try at the same time', async () => {
    const order = head();
    await insert(order, []);
    const results = await Promise.allSettled(
      ['Confirmed', 'Cancelled', 'Rejected'].map((to) => changeStatus(database.em(), order.id, to as OrderStatus)),
    );
    // Confirmed may still be cancelled afterwards; a rejected order is settled.
    const status = (await findOrder(database.em(), { id: order.id }))?.status;
    expect(
      results.some((result) => result.status === 'rejected' && (result.reason as { type: string }).type === 'Conflict'),
    ).toBe(true);
    expect(['Confirmed', 'Cancelled', 'Rejected']).toContain(status);
  });

  it('knows no order that is not there', async () => {
    await expect(changeStatus(database.em(), v7(), 'New')).rejects.toMatchObject({ type: 'NotFound' });
  });
});

describe('listOrders', () => {
  const partnerId = v7();
  const list = async (filter: Partial<OrderFilter>) => {
    const { orders } = await listOrders(database.em(), { limit: 50, partnerId, ...filter });
    return orders.map(({ externalNumber }) => externalNumber);
  };

  beforeAll(async () => {
    for (const [index, status] of (['New', 'Waiting', 'New', 'Rejected'] as const).entries()) {
      const header = orderHeader({ number: `L-${index}`, requisition: `rekvisition ${index}`, contract: 'RA 2026' });
      await insert(
        head({ partnerId, status: status as 'New', header, customerId: index ? customerId : undefined }),
        [],
      );
    }
  });

  it('gives the newest first, by pages without gaps', async () => {
    expect(await list({})).toEqual(['L-3', 'L-2', 'L-1', 'L-0']);
    const first = await listOrders(database.em(), { partnerId, limit: 3 });
    const second = await listOrders(database.em(), { partnerId, limit: 3, after: first.next });
    expect(first.orders.map(({ externalNumber }) => externalNumber)).toEqual(['L-3', 'L-2', 'L-1']);
    expect(second).toMatchObject({ orders: [{ externalNumber: 'L-0', customer: null }] });
    expect(second.next).toBeUndefined();
  });

  it('filters by status, customer, number, words and time', async () => {
    expect(await list({ status: ['New'] })).toEqual(['L-2', 'L-0']);
    expect(await list({ customer: 'K1' })).toEqual(['L-3', 'L-2', 'L-1']);
    expect(await list({ customer: 'NOBODY' })).toEqual([]);
    expect(await list({ externalNumber: 'L-2' })).toEqual(['L-2']);
    expect(await list({ text: 'rekvisition 1' })).toEqual(['L-1']);
    expect(await list({ text: 'ra' })).toHaveLength(4);
    expect(await list({ from: new Date(Date.now() + 60_000) })).toEqual([]);
    expect(await list({ before: new Date(Date.now() + 60_000) })).toHaveLength(4);
    const [{ number } = { number: '' }] = (await listOrders(database.em(), { partnerId, limit: 1 })).orders;
    expect(await list({ text: number.toLowerCase() })).toEqual(['L-3']);
  });
});
