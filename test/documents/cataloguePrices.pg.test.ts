import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { collectItems } from '../../documents/catalogueCollect.ts';
import type { CatalogueExport } from '../../documents/catalogueExport.entity.ts';
import { beginExport } from '../../documents/catalogueExports.ts';
import { toldByCatalogue } from '../../documents/cataloguePrices.ts';
import { finishExport, writeItems } from '../../documents/catalogueWrite.ts';
import type { OutboundState } from '../../documents/outbound.entity.ts';
import { createPartner, saveAgreement } from '../../partners/partners.ts';
import { evaluateLines } from '../../shop/evaluate.ts';
import { shopInput } from '../../shop/input/shop.ts';
import type { PriceSource } from '../../shop/orderPolicy.ts';
import { saveShopProfile } from '../../shop/profile.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { customers, prices, products } from '../shop/fixtures.ts';
import { orderLine } from '../shop/lines.ts';
import { questionOn } from '../shop/policy.ts';

const MONDAY = '2026-11-23';
const TUESDAY = '2026-11-24';
let database: TestDatabase;
let customerId = '';
let partnerId = '';

beforeAll(async () => {
  database = await createTestDatabase();
  const em = database.em();
  const shop = { name: 'Butiken', organisationNumber: '5560001111', timeZone: 'Europe/Stockholm' };
  await saveShopProfile(em, shopInput.parse(shop));
  [customerId = ''] = await customers(em, { number: 'K1' });
  await products(
    em,
    { articleNumber: 'PÄRM', name: { sv: 'Pärm' }, units: [{ unit: 'BX', factor: '10' }] },
    { articleNumber: 'HÄFTE', name: { sv: 'Häfte' } },
  );
  await setPrices('10');
  partnerId = await createPartner(em, { name: 'Åmål', addresses: { production: 'amal' } });
  const settings = { customers: ['K1'], punchOut: {}, catalogue: { formats: ['csv' as const] } };
  await saveAgreement(em, { partnerId, mode: 'production', by: 'test', settings });
  return database.close;
});

async function setPrices(amount: string): Promise<void> {
  const folder = { articleNumber: 'PÄRM' };
  const less = String(Number(amount) - 1);
  await prices(database.em(), { ...folder, amount }, { ...folder, amount: less, minimumQuantity: '100' });
}

/** A catalogue of the prices of today, with what became of its document. */
async function sent(day: string, state: OutboundState): Promise<CatalogueExport> {
  const em = database.em();
  const now = new Date(`${day}T10:00:00Z`);
  const run = await beginExport(em, { partnerId, mode: 'production', by: 'Anna' }, now);
  for (let at: string = 'collecting'; at !== 'done';) {
    if (at === 'collecting') at = await collectItems(database.em(), run.id);
    else if (at === 'writing') at = await writeItems(database.em(), run.id);
    else at = await finishExport(database.em(), run.id, () => undefined);
  }
  await sql`update outbound_document set state = ${state} where id = ${run.outboundDocumentId}`.execute(em.getKysely());
  return run;
}

async function priceOf({
  day = TUESDAY,
  quantity = '1',
  unit = 'C62',
  article = 'PÄRM',
  against = ['catalogue', 'day'] as PriceSource[],
}) {
  const asked = questionOn(day, { price: { against, breaks: 'line' } });
  const line = orderLine({ quantity, unit, price: { amount: '10' }, item: { sellersId: article } });
  const told = toldByCatalogue({ partnerId, mode: 'production' });
  const [found] = await evaluateLines(database.em(), { ...asked, customerId, told, lines: [line] });
  return found?.priceOfTheDay;
}

test('the catalogue that was last sent tells the price, whatever it has become since', async () => {
  expect(await priceOf({})).toMatchObject({ chosenBy: 'base' });
  await sent(MONDAY, 'delivered');
  await setPrices('12');
  expect(await priceOf({})).toMatchObject({
    ...{ amount: '10', currency: 'SEK', unit: 'C62', perShopUnit: '10', quantityBreak: '0' },
    ...{ priceList: expect.stringMatching(/^amal-2026-11-23-/) as unknown, validFrom: MONDAY, chosenBy: 'catalogue' },
  });
  expect(await priceOf({ against: ['day'] })).toMatchObject({ amount: '12' });
  expect(await priceOf({ quantity: '10', unit: 'BX' })).toMatchObject({ amount: '9', quantityBreak: '100' });
  expect(await priceOf({ article: 'HÄFTE' })).toBeUndefined();
  expect(await priceOf({ day: '2026-11-22' })).toMatchObject({ chosenBy: 'base' });
});

test('one that did not arrive, or was refused, tells nothing: the one before still holds', async () => {
  for (const state of ['ready', 'gaveUp', 'refusedByReceiver'] as const) {
    await sent(TUESDAY, state);
    expect(await priceOf({})).toMatchObject({ amount: '10', validFrom: MONDAY });
  }
  const next = await sent(TUESDAY, 'kept');
  expect(await priceOf({})).toMatchObject({ amount: '12', validFrom: TUESDAY });
  // What is compared with is what the partner has.
  await sent(TUESDAY, 'refusedByReceiver');
  expect((await sent(TUESDAY, 'delivered')).previous).toBe(next.id);
});
