import { beforeAll, expect, test } from 'vitest';
import { collectItems } from '../../documents/catalogueCollect.ts';
import { CatalogueExportItem } from '../../documents/catalogueExport.entity.ts';
import { beginExport, leftOutItems, readExport } from '../../documents/catalogueExports.ts';
import type { CatalogueFormat } from '../../formats/document/catalogue.ts';
import { createPartner, saveAgreement } from '../../partners/partners.ts';
import type { PunchOutEntries } from '../../partners/catalogue.ts';
import { shopInput } from '../../shop/input/shop.ts';
import { saveShopProfile } from '../../shop/profile.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { customers, prices, products } from '../shop/fixtures.ts';

const url = 'https://butik.example/punchout/amal';
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  const em = database.em();
  const shop = { name: 'Butiken i Åmål', organisationNumber: '5560001111', timeZone: 'Europe/Stockholm' };
  await saveShopProfile(em, shopInput.parse(shop));
  await customers(em, { number: 'K1' });
  const unspsc = { classifications: [{ scheme: 'UNSPSC', code: '44122003' }] };
  await products(
    em,
    { articleNumber: 'PÄRM', name: { sv: 'Pärm' }, category: 'Pärmar & mappar', ...unspsc },
    { articleNumber: 'HÄFTE', name: { sv: 'Häfte' }, category: 'Papper', ...unspsc },
  );
  await prices(em, { articleNumber: 'PÄRM', amount: '10' }, { articleNumber: 'HÄFTE', amount: '5' });
  return database.close;
});

let serial = 0;

/** What a catalogue with such entries holds, by part number: level of the place, or undefined for an article. */
async function collected(format: CatalogueFormat, punchOut: Omit<PunchOutEntries, 'url'>) {
  const em = database.em();
  const partnerId = await createPartner(em, { name: 'Åmål', addresses: { production: `amal${(serial += 1)}` } });
  const settings = {
    customers: ['K1'],
    punchOut: {},
    catalogue: { formats: [format], punchOut: { ...punchOut, url } },
  };
  await saveAgreement(em, { partnerId, mode: 'production', by: 'test', settings });
  const { id } = await beginExport(em, { partnerId, mode: 'production', by: 'Anna' }, new Date());
  await collectItems(database.em(), id);
  const items = await em.find(
    CatalogueExportItem,
    { export: id, item: { $ne: null } },
    { orderBy: { articleNumber: 'asc' } },
  );
  return {
    run: await readExport(em, id),
    places: Object.fromEntries(items.map(({ articleNumber, item }) => [articleNumber, item?.punchOut?.level])),
  };
}

test('a catalogue has an entry for the shop, for each category, or every article as an entry', async () => {
  expect((await collected('cxml-index', { level: 'store' })).places).toEqual({
    ...{ HÄFTE: undefined, PÄRM: undefined, 'store:': 'store' },
  });
  const { run, places } = await collected('cxml-index', { level: 'category' });
  expect(places).toEqual({
    ...{ HÄFTE: undefined, PÄRM: undefined, 'aisle:Papper': 'aisle', 'aisle:Pärmar & mappar': 'aisle' },
  });
  expect(run).toMatchObject({ items: 4, leftOut: 0 });
  expect((await collected('cxml-index', { level: 'product' })).places).toEqual({ HÄFTE: 'product', PÄRM: 'product' });
  expect((await collected('csv', { level: 'category' })).places).toEqual({ HÄFTE: undefined, PÄRM: undefined });
});

test('CIF demands a classification of shop and categories', async () => {
  const { run } = await collected('cif', { level: 'store' });
  expect(await leftOutItems(database.em(), run.id, { limit: 5 })).toMatchObject([
    { articleNumber: 'store:', problem: { rule: 'noUnspsc' } },
  ]);
  expect((await collected('cif', { level: 'store', classification: '44120000' })).places).toHaveProperty(
    'store:',
    'store',
  );
});
