import { beforeAll, describe, expect, test } from 'vitest';
import { readChunks } from '../../documents/chunks.ts';
import { answersTo } from '../../documents/outbound.ts';
import type { FormatId } from '../../formats/document/order.ts';
import { findOrder, linesAfter } from '../../shop/orderQueries.ts';
import { changeStatus } from '../../shop/orders.ts';
import { compareVersion, listVersions } from '../../shop/orderVersions.ts';
import { order3, orderCancellation, orderChange } from './changes.ts';
import { TestEngine, until, type TestPartner } from './engine.ts';

let house: TestEngine;
beforeAll(async () => {
  house = await TestEngine.start({ SWEEP_INTERVAL: '1s' });
  return house.close;
});

const formats = [
  'peppol-3-order',
  'peppol-3-order-change',
  'peppol-3-order-cancellation',
] as FormatId[] as 'peppol-3-order'[];
const automatic = { change: 'automatic', cancel: 'automatic', automaticUntil: 'Confirmed' } as const;
const whenClean = { acceptance: 'whenClean', changesAllowed: true } as const;

let serial = 0;
const nextNumber = (): string => `Ä-${(serial += 1)}`;

const partner = (changes: object = automatic, answers: object = whenClean): Promise<TestPartner> =>
  house.partner({ formats, changes, answers });

async function send(to: TestPartner, xml: string, format: FormatId, number: string): Promise<string> {
  return house.receive(to, xml, { format, number });
}

async function ordered(
  to: TestPartner,
  number = nextNumber(),
): Promise<{ readonly id: string; readonly number: string }> {
  const id = await send(to, order3(number), 'peppol-3-order', number);
  expect((await house.result(to, id)).outcome).toBe('placed');
  return { id, number };
}

const change = (to: TestPartner, spec: Parameters<typeof orderChange>[0]): Promise<string> =>
  send(to, orderChange(spec), 'peppol-3-order-change', spec.id);

const cancel = (to: TestPartner, id: string, order: string): Promise<string> =>
  send(to, orderCancellation({ id, order }), 'peppol-3-order-cancellation', id);

async function quantities(id: string): Promise<Record<string, string>> {
  const lines = await linesAfter(house.database.em(), id, 0, 100);
  return Object.fromEntries(lines.map(({ lineId, line }) => [lineId, line.quantity]));
}

async function answerText(documentId: string): Promise<string> {
  const [answer] = await answersTo(house.database.em(), documentId);
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(house.database.em(), answer!.id)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('an order change', () => {
  test('adds, changes and deletes lines, leaves the others, and is answered by T116 that names it', async () => {
    const from = await partner();
    const order = await ordered(from);
    const before = await quantities(order.id);
    const lines = {
      '1': { status: '3', quantity: 7 },
      '2': { status: '2' },
      '9': { status: '1', quantity: 4 },
    } as const;
    const id = await change(from, { id: 'ÄND-1', order: order.number, sequence: 1, lines });
    expect(await house.result(from, id)).toMatchObject({ outcome: 'applied', orderId: order.id });
    expect(await quantities(order.id)).toEqual({ '1': '7', '3': before['3'], '9': '4' });
    expect(await findOrder(house.database.em(), { id: order.id })).toMatchObject({ status: 'New', lineCount: 3 });
    const text = await answerText(id);
    expect(text).toContain('<cbc:OrderResponseCode>AP</cbc:OrderResponseCode>');
    expect(text).toMatch(/<cac:OrderChangeDocumentReference>\s*<cbc:ID>ÄND-1</);
    expect(text).toMatch(new RegExp(`<cac:OrderReference>\\s*<cbc:ID>${order.number}<`));
    const versions = await listVersions(house.database.em(), order.id);
    expect(versions).toMatchObject([
      { number: 1, kind: 'order', state: 'applied' },
      { number: 2, kind: 'change', state: 'applied', sequence: 1 },
    ]);
    const compared = await compareVersion(house.database.em(), order.id, 2);
    expect(compared!.lines.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['1 changed', '9 added', '2 removed']);
    expect(compared!.lines[0]!.fields).toContainEqual({ field: 'quantity', before: before['1'], after: '7' });
  });

  test('that comes before its order waits for it, and one before the change before it, too', async () => {
    const from = await partner();
    const number = nextNumber();
    const second = await change(from, {
      id: 'W-2',
      order: number,
      sequence: 2,
      lines: { '1': { status: '3', quantity: 8 } },
    });
    const first = await change(from, {
      id: 'W-1',
      order: number,
      sequence: 1,
      lines: { '1': { status: '3', quantity: 5 } },
    });
    const order = await ordered(from, number);
    expect((await house.result(from, first)).outcome).toBe('applied');
    expect((await house.result(from, second)).outcome).toBe('applied');
    expect(await quantities(order.id)).toMatchObject({ '1': '8' });
    expect(await house.told(second)).toContain('change.putOff');
  }, 60_000);

  test('waits for a person where the agreement says so, who accepts it', async () => {
    const from = await partner({ change: 'person' });
    const order = await ordered(from);
    const id = await change(from, {
      id: 'P-1',
      order: order.number,
      sequence: 1,
      lines: { '1': { status: '3', quantity: 6 } },
    });
    await house.reached(id, 'waiting');
    const draft = await findOrder(house.database.em(), { id });
    expect(draft?.reasons.map(({ code }) => code)).toEqual(['ORDER_CHANGE']);
    expect(await quantities(order.id)).not.toMatchObject({ '1': '6' });
    await house.decide(id, { kind: 'accept', lines: [] });
    expect(await house.result(from, id)).toMatchObject({ outcome: 'applied', orderId: order.id });
    expect(await quantities(order.id)).toMatchObject({ '1': '6' });
    expect(await answerText(id)).toContain('<cbc:OrderResponseCode>AP<');
  });

  test('that a person rejects leaves the order as it was, and the next one comes after it', async () => {
    const from = await partner({ change: 'person' });
    const order = await ordered(from);
    const before = await quantities(order.id);
    const lines = { '1': { status: '3', quantity: 6 } } as const;
    const id = await change(from, { id: 'R-1', order: order.number, sequence: 1, lines });
    await house.reached(id, 'waiting');
    await house.decide(id, { kind: 'reject', note: 'Varan är redan packad.', lines: [] });
    expect((await house.result(from, id)).outcome).toBe('refused');
    expect(await quantities(order.id)).toEqual(before);
    const text = await answerText(id);
    expect(text).toContain('<cbc:OrderResponseCode>RE<');
    expect(text).toContain('Varan är redan packad.');
    const next = await change(from, { id: 'R-2', order: order.number, sequence: 2, lines });
    await house.reached(next, 'waiting');
  });

  test('of an order that was shipped is refused with the reason', async () => {
    const from = await partner();
    const order = await ordered(from);
    const em = house.database.em();
    for (const status of ['Confirmed', 'Shipped'] as const) await changeStatus(em, order.id, status);
    const id = await cancel(from, 'MAK-1', order.number);
    expect((await house.result(from, id)).outcome).toBe('refused');
    expect((await house.document(id)).error?.details).toMatchObject([{ element: 'OrderReference/ID' }]);
    expect(await findOrder(em, { id: order.id })).toMatchObject({ status: 'Shipped' });
    expect(await answerText(id)).toContain('<cbc:OrderResponseCode>RE<');
  });
});

describe('an order that names a live order as the one that it replaces', () => {
  const replacing = (number: string, replaced: string): string =>
    order3(number).replace(
      '</cac:ValidityPeriod>',
      `</cac:ValidityPeriod>\n  <cac:OrderDocumentReference>\n    <cbc:ID>${replaced}</cbc:ID>\n  </cac:OrderDocumentReference>`,
    );

  test.each([
    ['cancel', 'Cancelled'],
    ['keep', 'New'],
  ] as const)('waits, and a person says whether that is to go: %s', async (replacedOrder, status) => {
    const from = await partner();
    const { id, number } = await ordered(from);
    const other = nextNumber();
    const later = await send(from, replacing(other, number), 'peppol-3-order', other);
    await house.reached(later, 'waiting');
    const em = house.database.em();
    expect((await findOrder(em, { id: later }))?.reasons.map(({ code }) => code)).toEqual(['ORDER_REPLACES']);
    const silent = house.decide(later, { kind: 'accept', lines: [] });
    await expect(silent).rejects.toMatchObject({ type: 'RequestInvalid' });
    await house.decide(later, { kind: 'accept', replacedOrder, lines: [] });
    expect((await house.result(from, later)).outcome).toBe('placed');
    expect(await findOrder(em, { id })).toMatchObject({ status });
    expect(await findOrder(em, { id: later })).toMatchObject({ status: 'New' });
  });
});

describe('a buyer that was answered with changes', () => {
  test('is waited for until it changes the order, and reminded of when it does not', async () => {
    const from = await partner(
      { ...automatic, buyerAnswersWithinHours: 0.000_3 },
      { acceptance: 'afterPerson', changesAllowed: true },
    );
    const order = await ordered(from);
    await house.decide(order.id, {
      kind: 'acceptWithChanges',
      lines: [{ position: 1, action: 'change', quantity: '1' }],
    });
    const due = async () => (await findOrder(house.database.em(), { id: order.id }))?.buyerDue ?? undefined;
    await until(due);
    await until(async () => ((await house.told(order.id)).includes('buyer.overdue') ? true : undefined));
    const lines = { '1': { status: '3', quantity: 1 } } as const;
    const id = await change(from, { id: `B-${order.number}`, order: order.number, sequence: 1, lines });
    expect((await house.result(from, id)).outcome).toBe('applied');
    expect(await due()).toBeUndefined();
  });
});

describe('an order cancellation', () => {
  test('cancels the order and is answered; a change that comes late is refused', async () => {
    const from = await partner();
    const order = await ordered(from);
    const id = await cancel(from, 'MAK-2', order.number);
    expect(await house.result(from, id)).toMatchObject({ outcome: 'applied', orderId: order.id });
    expect(await findOrder(house.database.em(), { id: order.id })).toMatchObject({ status: 'Cancelled' });
    const text = await answerText(id);
    expect(text).toContain('<cbc:OrderResponseCode>AP<');
    expect(text).toContain('MAK-2');
    const lines = { '1': { status: '3', quantity: 6 } } as const;
    const late = await change(from, { id: 'S-1', order: order.number, sequence: 1, lines });
    expect((await house.result(from, late)).outcome).toBe('refused');
  });
});
