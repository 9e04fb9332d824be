import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { AuditEntry } from '../../documents/audit.entity.ts';
import { setInboundState } from '../../documents/inbound.ts';
import { CHUNK_BYTES, readChunks } from '../../documents/chunks.ts';
import { findPerson, removePerson } from '../../documents/people.ts';
import { Order } from '../../shop/order.entity.ts';
import { OrderNote } from '../../shop/orderNote.entity.ts';
import { insertOrder } from '../../shop/orders.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { partnerWith, received } from '../kit/placed.ts';
import { orderHeader } from '../shop/fixtures.ts';

const NAMES = ['Åsa Öberg', 'asa.oberg@example.com'];
let database: TestDatabase;
let partnerId: string;
let orderId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const em = database.em();
  partnerId = await partnerWith(em, 'akern');
  orderId = await received(em, partnerId, '<Order><Contact>ÅSA ÖBERG</Contact></Order>');
  const contact = { name: 'Åsa Öberg', electronicMail: 'Asa.Oberg@example.com' };
  const header = orderHeader({
    note: 'Ring vid leverans\nÅsa Öberg, tack',
    customerReference: 'åsa öberg',
    buyer: { identifications: [], name: 'Åsa Öbergsson AB', contact },
  });
  await em.transactional(async (tx) => {
    const about = { id: orderId, partnerId, inboundDocumentId: orderId, agreementVersion: 1 };
    await insertOrder(tx, { ...about, status: 'Waiting', header, reasons: [] }, [[]]);
    const note = { id: v7(), order: orderId, text: 'Åsa Öberg ringde (070)', author: 'Bo Ek', madeAt: new Date() };
    await tx.insert(OrderNote, note);
  });
  return database.close;
});

const places = async () =>
  Object.fromEntries((await findPerson(database.em(), NAMES)).map(({ place, count }) => [place, count]));

const finish = (id: string) => {
  const error = { type: 'DocumentInvalid', message: 'Fel.', details: [] } as const;
  return setInboundState(database.em(), id, ['received'], 'refused', { error });
};

async function textOf(id: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(database.em(), id)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test('a person is found wherever the name stands as a word, in any case of letters', async () => {
  expect(await places()).toEqual({ orders: 1, 'notes about orders': 1, 'texts of documents': 1 });
  const split = `<Order>${' '.repeat(CHUNK_BYTES - 12)}Åsa Öberg</Order>`;
  await received(database.em(), partnerId, split, { number: 'LÅNG' });
  expect(await places()).toMatchObject({ 'texts of documents': 2 });
  expect(await findPerson(database.em(), ['åsa öberg'])).toEqual(await findPerson(database.em(), ['ÅSA ÖBERG']));
  await expect(findPerson(database.em(), ['Å'])).rejects.toThrow('3 characters are needed');
});

test('on request the name is replaced, and nobody of a like name is touched', async () => {
  await removePerson(database.em(), NAMES, { by: 'bo', texts: false });
  const order = await database.em().findOneOrFail(Order, { id: orderId });
  expect(order.header).toMatchObject({
    note: 'Ring vid leverans\n[removed], tack',
    customerReference: '[removed]',
    buyer: { name: 'Åsa Öbergsson AB', contact: { name: '[removed]', electronicMail: '[removed]' } },
  });
  expect(await database.em().findOneOrFail(OrderNote, { order: orderId })).toMatchObject({
    text: '[removed] ringde (070)',
  });
  expect(await places()).toEqual({ 'texts of documents': 2 });
  const [entry] = await database.em().find(AuditEntry, { action: 'person.removed' });
  expect(JSON.stringify(entry)).not.toContain('Öberg');
  expect(entry).toMatchObject({ actor: 'bo', after: { orders: 1, 'notes about orders': 1 } });
});

test('texts go when that is asked for, of documents to which nothing can happen any more', async () => {
  await finish(orderId);
  await removePerson(database.em(), NAMES, { by: 'bo', texts: true });
  await expect(textOf(orderId)).rejects.toThrow('removed on');
  expect(await places()).toEqual({ 'texts of documents': 1 });
});
