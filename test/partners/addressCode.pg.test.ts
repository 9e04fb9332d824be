import { beforeAll, expect, it } from 'vitest';
import { freeCode, suggestedCode } from '../../partners/addressCode.ts';
import { createPartner, isAddressCode } from '../../partners/partners.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  return database.close;
});

it.each([
  ['Åkerö Verkstad AB', 'akero-verkstad-ab'],
  ['  Björkviks kommun (norra) ', 'bjorkviks-kommun-norra'],
  ['Smørrebrød & Straße', 'smorrebrod-strasse'],
  ['Hub', 'hub-1'],
])('the address of %s is %s', (name, code) => {
  expect(suggestedCode(name)).toBe(code);
  expect(isAddressCode(code)).toBe(true);
});

it('is made of a name of any length and any script', async () => {
  expect(suggestedCode('x '.repeat(60))).toSatisfy(isAddressCode);
  expect(suggestedCode('日本')).toBe('');
  expect(await freeCode(database.em(), '日本')).toBe('partner');
});

it('gets a number where it is taken, for production or for test', async () => {
  await createPartner(database.em(), { name: 'Åkerö', addresses: { test: 'akero-test' } });
  await createPartner(database.em(), { name: 'Åkerö', addresses: { production: 'akero-2' } });
  expect(await freeCode(database.em(), 'Åkerö')).toBe('akero-3');
});
