import { beforeAll, describe, expect, test } from 'vitest';
import type { Cart } from '../../formats/document/cart.ts';
import { changeLine } from '../../sessions/cart.ts';
import { neutralCart } from '../../sessions/cartMessage.ts';
import { readCart } from '../../sessions/cartView.ts';
import { fillCart, type EarlierLine } from '../../sessions/edit.ts';
import { findSessionById, type SessionInHand } from '../../sessions/inHand.ts';
import { createSession } from '../../sessions/sessions.ts';
import { saveCustomers } from '../../shop/customerRecords.ts';
import { customerInput } from '../../shop/input/customer.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { customers, prices, products } from '../shop/fixtures.ts';
import { query } from '../kit/database.ts';
import { add, NOW, punchOut, shopping, smallShop, type TestPunchOut } from './kit.ts';

let database: TestDatabase;
let partner: TestPunchOut;

beforeAll(async () => {
  database = await createTestDatabase();
  await smallShop(database.em());
  partner = await punchOut(database.em());
  return database.close;
});

const em = () => database.em();

async function cartOf(session: SessionInHand): Promise<Cart> {
  return neutralCart(em(), session, await readCart(em(), session, NOW), 'return', NOW);
}

/** A session with two lines, and what a purchasing system keeps of its cart. */
async function earlierCart(): Promise<{ session: SessionInHand; lines: EarlierLine[] }> {
  const { session } = await shopping(em(), partner);
  await add(em(), session, 'SKR-1', '2', 'BX');
  await add(em(), session, 'PEN-1', '3');
  await changeLine(em(), session, 1, { note: 'Till våning 3', reference: 'KST 4711' }, NOW);
  const lines = (await cartOf(session)).lines.map(({ sellersId, auxiliaryId, quantity, price }) => ({
    ...{ sellersId, auxiliaryId, quantity, price },
  }));
  return { session, lines };
}

const editing = async (more: object = {}) =>
  (await createSession(em(), { ...partner.given, operation: 'edit', ...more }, NOW)).session;

describe('the neutral cart', () => {
  test('has everything that a protocol may write', async () => {
    await saveCustomers(em(), [
      customerInput.parse({
        ...{ number: 'K-1', name: 'Umeå Verkstad AB', organisationNumber: '5560002222', peppolId: '0007:5560002222' },
        deliveryAddresses: [
          { gln: '7350001000022', name: 'Lager Ö', streetName: 'Hamngatan 2', cityName: 'Oslo', country: 'NO' },
        ],
      }),
    ]);
    const [address] = (await query(database.url, ['select id from customer_address'])) as { id: string }[];
    const more = { deliveryAddressId: address!.id, user: { key: 'anna' } };
    const { session } = await shopping(em(), partner, more);
    await add(em(), session, 'SKR-1', '20');
    await changeLine(em(), session, 1, { note: 'Obs' }, NOW);
    const { header, lines } = await cartOf(session);
    expect(header).toMatchObject({
      ...{ number: `${session.row.cartCode}-1`, issueDate: '2026-11-25', issueTime: '10:00:00' },
      ...{ timestamp: '2026-11-25T10:00:00+01:00', validUntil: '2026-12-25', currency: 'SEK', language: 'sv' },
      seller: {
        ...{ name: 'Järnbutiken AB', endpoint: { scheme: '0088', id: '7350001000015' }, vat: { id: 'SE556000111101' } },
        ...{ legal: { scheme: '0007', id: '5560001111' }, contact: { name: 'Åsa Öberg' } },
      },
      buyer: { name: 'Umeå Verkstad AB', endpoint: { scheme: '0007', id: '5560002222' } },
      ...{ customerNumber: 'K-1', buyerReference: 'anna', total: '10' },
      deliveryPlace: {
        name: 'Lager Ö',
        address: { id: { scheme: '0088', id: '7350001000022' }, cityName: 'Oslo', country: 'NO' },
      },
    });
    expect(lines).toEqual([
      {
        ...{
          position: 1,
          id: '1',
          sellersId: 'SKR-1',
          buyersId: 'UV-77',
          standardId: { id: '07350001234564', scheme: '0160' },
        },
        productKey: expect.stringMatching(/^[0-9a-f-]{36}\.C62$/) as string,
        auxiliaryId: expect.stringMatching(/^[0-9A-Z]{8}\.1\.[0-9a-f]{8}$/) as string,
        ...{ name: 'Träskruv försänkt', description: 'Förzinkad, 4 × 40 mm', quantity: '20', unit: 'C62' },
        ...{ price: { amount: '50', baseQuantity: '100' }, tax: { category: 'S', percent: '15' } },
        ...{ leadTimeDays: 3, availableFrom: '2026-11-25', service: false, labels: [], pictures: [], note: 'Obs' },
        classifications: [{ scheme: 'UNSPSC', version: '26.0801', code: '31161504' }],
      },
    ]);
  });

  test('says when goods will ship, in working days, and knows a service', async () => {
    await products(em(), {
      ...{ articleNumber: 'TID-1', name: { en: 'Fitting' }, unit: 'HUR', leadTimeDays: 3, stock: '1' },
      classifications: [{ scheme: 'UNSPSC', code: '72101500' }],
    });
    await prices(em(), { articleNumber: 'TID-1', unit: 'HUR', amount: '700' });
    const { session } = await shopping(em(), partner);
    await add(em(), session, 'TID-1', '2');
    const [line] = (await cartOf(session)).lines;
    expect(line).toMatchObject({ service: true, availableFrom: '2026-11-30', name: 'Fitting' });
    expect(line).not.toHaveProperty('tax');
  });
});

describe('an earlier cart', () => {
  test('is rebuilt by article number and auxiliary id, with units, notes and references', async () => {
    const { lines } = await earlierCart();
    const session = await editing();
    expect(await fillCart(em(), session, [{ ...lines[0]!, quantity: '3' }, lines[1]!], NOW)).toEqual([]);
    expect((await readCart(em(), session, NOW)).lines).toMatchObject([
      { articleNumber: 'SKR-1', quantity: '3', unit: 'BX', note: 'Till våning 3', reference: 'KST 4711', problems: [] },
      { articleNumber: 'PEN-1', quantity: '3', unit: 'C62', problems: [] },
    ]);
    const original = (await findSessionById(em(), session.row.id))!.row.originalCart!;
    expect(original.lines.map(({ quantity, sellersId }) => [sellersId, quantity])).toEqual([
      ['SKR-1', '3'],
      ['PEN-1', '3'],
    ]);
  });

  test('keeps the price that the purchasing system has, so that a change is told; a rounded price is none', async () => {
    const session = await editing();
    const line = { sellersId: 'SKR-1', quantity: '10' };
    const earlier = [
      { ...line, price: { amount: '0.44', baseQuantity: '1' } },
      { ...line, price: { amount: '0.5', baseQuantity: '1' } },
      { ...line, price: { amount: '0', baseQuantity: '0' } },
      line,
    ];
    expect(await fillCart(em(), session, earlier, NOW)).toEqual([]);
    expect((await readCart(em(), session, NOW)).lines.map(({ problems }) => problems)).toEqual([
      [{ code: 'priceChanged', was: '0.44', now: '0.5' }],
      [],
      [],
      [],
    ]);
    expect(session.row.originalCart?.lines[0]?.price).toEqual({ amount: '0.44', baseQuantity: '1' });
  });

  test('that is not ours, or was tampered with, is not rebuilt at all', async () => {
    const { lines } = await earlierCart();
    const [screws, pens] = [lines[0]!, lines[1]!];
    const session = await editing();
    const wrong = [
      screws,
      { ...screws, auxiliaryId: `${screws.auxiliaryId!.slice(0, -1)}${screws.auxiliaryId!.endsWith('0') ? '1' : '0'}` },
      { ...screws, auxiliaryId: pens.auxiliaryId! },
      { ...pens, auxiliaryId: 'AAAA2222.1.00000000' },
      { sellersId: 'FINNS-INTE', quantity: '1' },
      { sellersId: 'PEN-1', quantity: '-1' },
      { sellersId: 'PEN-1', quantity: '1', unit: 'EA' },
    ];
    const problems = await fillCart(em(), session, wrong, NOW);
    expect(problems.map(({ position, element }) => [position, element])).toEqual([
      [2, 'SupplierPartAuxiliaryID'],
      [3, 'SupplierPartID'],
      [4, 'SupplierPartAuxiliaryID'],
      [5, 'SupplierPartID'],
      [6, 'quantity'],
      [7, 'UnitOfMeasure'],
    ]);
    expect((await readCart(em(), session, NOW)).lines).toEqual([]);
  });

  test('of another customer is not found', async () => {
    const { lines } = await earlierCart();
    const [other] = await customers(em(), { number: 'K-2' });
    const session = await editing({ customer: { id: other!, number: 'K-2', name: 'Kund K-2' } });
    expect(await fillCart(em(), session, lines, NOW)).toMatchObject([
      { position: 1, element: 'SupplierPartAuxiliaryID' },
      { position: 2, element: 'SupplierPartAuxiliaryID' },
    ]);
  });

  test('with an article that is withdrawn comes back with its problem, and leaves no copy that would drop the line', async () => {
    const session = await editing();
    expect(
      await fillCart(
        em(),
        session,
        [
          { sellersId: 'GAM-1', quantity: '1' },
          { sellersId: 'PEN-1', quantity: '1' },
        ],
        NOW,
      ),
    ).toEqual([]);
    expect((await readCart(em(), session, NOW)).lines[0]!.problems).toMatchObject([{ code: 'withdrawn' }]);
    expect(session.row.originalCart).toBeNull();
  });

  test('of five thousand lines is rebuilt in seconds', async () => {
    const roomy = await punchOut(em(), { maximumLines: 5_000 });
    const { session } = await createSession(em(), { ...roomy.given, operation: 'edit' }, NOW);
    const many = Array.from({ length: 5_000 }, (_, index) => ({ sellersId: 'PEN-1', quantity: String(index + 1) }));
    const begun = performance.now();
    expect(await fillCart(em(), session, many, NOW)).toEqual([]);
    expect((await cartOf(session)).lines).toHaveLength(5_000);
    expect(performance.now() - begun).toBeLessThan(20_000);
    await expect(fillCart(em(), session, many.slice(0, 1), NOW)).rejects.toMatchObject({ type: 'RequestInvalid' });
  });
});
