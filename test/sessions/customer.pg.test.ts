import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { agreementSchema } from '../../partners/agreement.ts';
import { chooseCustomer, chooseDeliveryPlace, type CustomerClaim } from '../../sessions/customer.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { customers, emptyShop } from '../shop/fixtures.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  return database.close;
});
beforeEach(async () => {
  await emptyShop(database.em());
  await customers(
    database.em(),
    { number: 'K1', organisationNumber: '5599991014', deliveryAddresses: [{ addressId: 'P1', gln: '9520009901012' }] },
    { number: 'K2', gln: '9520009901029' },
    { number: 'K3', active: false },
  );
});

const FROM = { scheme: 'NetworkID', id: 'AN01000000777' };

async function choose(settings: object, claim: Partial<CustomerClaim>): Promise<string> {
  const agreement = agreementSchema.parse(settings);
  try {
    return (await chooseCustomer(database.em(), agreement, { identities: [], ...claim })).number;
  } catch (error) {
    return (error as { type: string }).type;
  }
}

describe('the customer of a punch-out', () => {
  it.each<[string, object, Partial<CustomerClaim>, string]>([
    ['its number', {}, { named: 'K2' }, 'K2'],
    ['an identity', {}, { named: '559999-1014' }, 'K1'],
    [
      "the agreement's own list, without case",
      { punchOut: { customer: { known: { 'Umeå-1': 'K2' } } } },
      { named: 'umeå-1' },
      'K2',
    ],
    [
      'From by the list',
      { punchOut: { customer: { known: { 'networkid/AN01000000777': 'K1' } } } },
      { identities: [FROM] },
      'K1',
    ],
    ['From by an identity of the shop', {}, { identities: [{ scheme: 'GLN', id: '9520009901029' }] }, 'K2'],
    ['the default', { punchOut: { customer: { default: 'K2' } } }, { identities: [FROM] }, 'K2'],
    ['the only one of the agreement', { customers: ['K1'] }, {}, 'K1'],
  ])('is found by %s', async (_, settings, claim, expected) => {
    expect(await choose(settings, claim)).toBe(expected);
  });

  it.each<[string, object, Partial<CustomerClaim>]>([
    ['unknown', {}, { named: 'K9' }],
    ['not one of the agreement', { customers: ['K1'] }, { named: 'K2' }],
    ['not active', {}, { named: 'K3' }],
    ['named by nothing', { customers: ['K1', 'K2'] }, { identities: [FROM] }],
    ['a default that is not connected', { customers: ['K1'], punchOut: { customer: { default: 'K2' } } }, {}],
  ])('is refused when it is %s', async (_, settings, claim) => {
    expect(await choose(settings, claim)).toBe('AccessDenied');
  });
});

it('finds the delivery place by the address id of the buyer or by GLN, and goes on without one that is unknown', async () => {
  const em = database.em();
  const { id } = await chooseCustomer(em, agreementSchema.parse({}), { named: 'K1', identities: [] });
  const byId = await chooseDeliveryPlace(em, id, { id: 'P1' });
  expect(byId).toBeDefined();
  expect(await chooseDeliveryPlace(em, id, { id: '9520009901012' })).toBe(byId);
  expect(await chooseDeliveryPlace(em, id, { id: 'P9' })).toBeUndefined();
  expect(await chooseDeliveryPlace(em, id, undefined)).toBeUndefined();
});
