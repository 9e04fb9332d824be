import { v7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readCustomer, saveCustomers } from '../../shop/customerRecords.ts';
import { findCustomer, type CustomerQuestion } from '../../shop/customers.ts';
import type { Reason } from '../../shop/evaluation.ts';
import type { PlaceRung } from '../../shop/matchPolicy.ts';
import { remember } from '../../shop/remembered.ts';
import { customerKey } from '../../shop/rememberedKey.ts';
import { findDeliveryPlace, rememberedPlace, type PlaceQuestion } from '../../shop/deliveryPlaces.ts';
import { normaliseIdentity } from '../../shop/identity.ts';
import { customerInput } from '../../shop/input/customer.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { countStatements, customers, emptyShop } from './fixtures.ts';

const ORGANISATION = '5599991014';
const GLN_A = '9520009901012';
const GLN_B = '9520009901029';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  return database.close;
});
beforeEach(() => emptyShop(database.em()));

function find(identities: [scheme: string, id: string][], allowedCustomers: string[] = []) {
  const normalised = identities.map(([scheme, id]) => normaliseIdentity({ scheme, id }));
  return findCustomer(database.em(), { identities: normalised, allowedCustomers });
}

describe('findCustomer', () => {
  beforeEach(() =>
    customers(
      database.em(),
      {
        number: 'K1',
        organisationNumber: ORGANISATION,
        gln: GLN_A,
        vatNumber: `SE${ORGANISATION}01`,
        duns: '999999901',
      },
      { number: 'K2', organisationNumber: ORGANISATION, gln: GLN_B, identities: [{ scheme: 'IBAN', id: 'SE 12' }] },
      { number: 'K3', peppolId: '0192:999888777' },
      { number: 'K4', organisationNumber: '5599991022', active: false },
    ),
  );

  it.each<[string, [string, string][], string]>([
    ['GLN', [['GLN', GLN_A]], 'K1'],
    ['VAT number', [['SE:VAT', `SE${ORGANISATION}01`]], 'K1'],
    ['DUNS', [['0060', '999999901']], 'K1'],
    ['another identity', [['IBAN', 'se12']], 'K2'],
    ['Peppol id by its scheme', [['NO:ORGNR', '999 888 777']], 'K3'],
    [
      'GLN among departments with one organisation number',
      [
        ['SE:ORGNR', ORGANISATION],
        ['GLN', GLN_B],
      ],
      'K2',
    ],
    [
      'what is known, beside what is not',
      [
        ['GLN', '9520009901036'],
        ['DUNS', '999999901'],
      ],
      'K1',
    ],
  ])('by %s', async (_, identities, number) => {
    expect(await find(identities)).toMatchObject({ outcome: 'found', customer: { number } });
  });

  it('asks about an identity of several, with the candidates', async () => {
    const match = await find([['SE:ORGNR', ORGANISATION]]);
    expect(match).toMatchObject({
      outcome: 'ambiguous',
      reason: {
        code: 'CUSTOMER_AMBIGUOUS',
        found: `0007:${ORGANISATION}`,
        facts: { identities: [{ scheme: '0007', value: ORGANISATION }] },
        candidates: [
          { number: 'K1', by: `0007:${ORGANISATION}` },
          { number: 'K2', by: `0007:${ORGANISATION}` },
        ],
      },
    });
  });

  it("tells which of the identities are the customer's", async () => {
    expect(
      await find([
        ['GLN', GLN_A],
        ['IBAN', 'nobody'],
        ['SE:ORGNR', ORGANISATION],
      ]),
    ).toMatchObject({
      outcome: 'found',
      by: [
        { scheme: '0088', value: GLN_A },
        { scheme: '0007', value: ORGANISATION },
      ],
    });
  });

  it('asks about identities of different customers', async () => {
    expect(
      await find([
        ['GLN', GLN_A],
        ['NO:ORG', '999888777'],
      ]),
    ).toMatchObject({ outcome: 'ambiguous' });
  });

  it('takes only customers that the partner may order for', async () => {
    expect(await find([['SE:ORGNR', ORGANISATION]], ['K2', 'K3'])).toMatchObject({ customer: { number: 'K2' } });
    expect(await find([['GLN', GLN_A]], ['K2'])).toMatchObject({ outcome: 'unknown' });
  });

  it('does not find the unknown, the inactive, and nobody by nothing', async () => {
    expect(await find([['GLN', '1']])).toMatchObject({
      outcome: 'unknown',
      reason: { code: 'CUSTOMER_UNKNOWN', found: '0088:1' },
    });
    expect(await find([['SE:ORGNR', '5599991022']])).toMatchObject({ outcome: 'unknown' });
    expect(await find([])).toMatchObject({ outcome: 'unknown', reason: { found: 'no identity' } });
  });
});

describe('findCustomer, beside identities', () => {
  const ÅKERBY = { identities: [normaliseIdentity({ scheme: 'SE:ORGNR', id: ORGANISATION })], allowedCustomers: [] };
  const by = { partnerId: v7(), mode: 'production', orderId: v7(), actor: 'Åsa' } as const;
  const memory = { ...by, day: '2026-11-24' };
  let ids: string[] = [];

  beforeEach(async () => {
    const organisationNumber = ORGANISATION;
    ids = await customers(
      database.em(),
      { number: 'K1', organisationNumber, invoiceAddresses: [{ addressId: 'F-1', cityName: 'Åkerby' }] },
      { number: 'K2', organisationNumber, deliveryAddresses: [{ addressId: 'L-2', gln: GLN_B, cityName: 'Åkerby' }] },
      { number: 'K3', deliveryAddresses: [{ addressId: 'L-3', cityName: 'Åkerby' }] },
    );
  });
  const ask = (more: Partial<CustomerQuestion> = {}) => findCustomer(database.em(), { ...ÅKERBY, ...more });

  it.each<[string, Partial<CustomerQuestion>, string, readonly string[]]>([
    ['the id of an invoice address', { invoiceAddresses: ['F-1'] }, 'K1', ['invoiceAddress']],
    ['the id of a delivery address', { deliveryAddresses: ['L-2'] }, 'K2', ['deliveryAddress']],
    ['the GLN of a delivery address', { deliveryAddresses: [GLN_B] }, 'K2', ['deliveryAddress']],
    ['an id alone', { identities: [], deliveryAddresses: ['L-3'] }, 'K3', ['deliveryAddress']],
    ['the default, where nothing is known', { identities: [], defaultCustomer: 'K3' }, 'K3', ['default']],
  ])('%s decides', async (_, more, number, also) => {
    expect(await ask(more)).toMatchObject({ outcome: 'found', customer: { number }, also });
  });

  it.each<[string, Partial<CustomerQuestion>, readonly string[]]>([
    ['two addresses that disagree', { invoiceAddresses: ['F-1'], deliveryAddresses: ['L-2'] }, ['K1', 'K2']],
    ['an address of somebody else', { deliveryAddresses: ['L-3'] }, ['K1', 'K2', 'K3']],
    ['several, whatever the default is', { defaultCustomer: 'K1' }, ['K1', 'K2']],
    ['an invoice address as a delivery address', { deliveryAddresses: ['F-1'] }, ['K1', 'K2']],
  ])('%s: a question', async (_, more, numbers) => {
    const found = await ask(more);
    expect(found.outcome).toBe('ambiguous');
    expect(found.outcome !== 'found' && found.reason.candidates?.map(({ number }) => number)).toEqual(numbers);
  });

  it('no default that the partner may not order for', async () => {
    const more = { identities: [], defaultCustomer: 'K3', allowedCustomers: ['K1'] };
    expect(await ask(more)).toMatchObject({ outcome: 'unknown' });
  });

  it('what a person has answered decides alone, for the same identities', async () => {
    const key = customerKey(ÅKERBY)!;
    await remember(database.em(), [{ kind: 'customer', key, target: ids[1]! }], by);
    const found = await ask({ memory });
    expect(found).toMatchObject({
      outcome: 'found',
      customer: { number: 'K2' },
      by: ÅKERBY.identities,
      also: ['remembered'],
    });
    expect(await ask({ memory, allowedCustomers: ['K1', 'K3'] })).toMatchObject({ customer: { number: 'K1' } });
    expect(await ask({ memory, invoiceAddresses: ['F-9'] })).toMatchObject({ outcome: 'ambiguous' });
    expect(await ask({ memory: { ...memory, mode: 'test' } })).toMatchObject({ outcome: 'ambiguous' });
    const statements = await countStatements(database.em(), (em) => findCustomer(em, { ...ÅKERBY, memory }));
    expect(statements).toBe(1);
  });
});

describe('findDeliveryPlace', () => {
  const street = { streetName: 'Skolvägen 7', postalZone: '123 44', cityName: 'Björkvik' };
  let customerId = '';
  let only = '';

  beforeEach(async () => {
    [customerId = '', only = ''] = await customers(
      database.em(),
      {
        number: 'K1',
        deliveryAddresses: [
          { gln: GLN_A, addressId: 'A', name: 'Skolan', ...street },
          { gln: GLN_B, addressId: 'B', name: 'Skolköket', ...street },
          { addressId: 'C', streetName: 'Storgatan 1', cityName: 'Björkvik' },
        ],
        invoiceAddresses: [{ addressId: 'F', streetName: 'Fakturavägen 1', cityName: 'Björkvik' }],
      },
      { number: 'K2', deliveryAddresses: [{ addressId: 'ENDA', name: 'Lagret' }] },
    );
  });

  const place = (address?: PlaceQuestion['address'], party?: PlaceQuestion['party']) =>
    findDeliveryPlace(database.em(), { customerId, address, party });

  it('by GLN of the address, of the party, and without scheme', async () => {
    const found = { outcome: 'found', name: 'Skolan, Skolvägen 7, 123 44, Björkvik' };
    expect(await place({ id: { id: GLN_A, scheme: 'GLN' } })).toMatchObject(found);
    expect(await place({ id: { id: GLN_A } })).toMatchObject(found);
    expect(await place(undefined, { identifications: [{ id: GLN_A, scheme: '0088' }] })).toMatchObject(found);
  });

  it("by the buyer's address id, and by the exact address", async () => {
    expect(await place({ id: { id: 'B' } })).toMatchObject({ name: expect.stringContaining('Skolköket') });
    expect(await place({ streetName: 'STORGATAN 1', cityName: 'björkvik', country: 'SE' })).toMatchObject({
      outcome: 'found',
    });
  });

  it('GLN decides between places with one address', async () => {
    expect(await place({ id: { id: GLN_B, scheme: 'GLN' }, ...street })).toMatchObject({
      name: expect.stringContaining('Skolköket'),
    });
  });

  it('GLN decides among more places with one address than a person would look through', async () => {
    const many = Array.from({ length: 50 }, (_, index) => ({ addressId: `R${index}`, ...street }));
    await customers(database.em(), {
      number: 'K1',
      deliveryAddresses: [...many, { gln: GLN_B, addressId: 'B', ...street }],
    });
    expect(await place({ id: { id: GLN_B, scheme: 'GLN' }, ...street })).toMatchObject({ outcome: 'found' });
    expect(await place(street)).toMatchObject({ outcome: 'ambiguous' });
  });

  it('asks when the address is that of several, or GLN and address disagree', async () => {
    expect(await place(street)).toMatchObject({
      outcome: 'ambiguous',
      reason: {
        code: 'DELIVERY_PLACE_AMBIGUOUS',
        candidates: [
          { number: 'A', by: 'address' },
          { number: 'B', by: 'address' },
        ],
      },
    });
    const disagree = await place({ id: { id: GLN_A, scheme: 'GLN' }, streetName: 'Storgatan 1', cityName: 'Björkvik' });
    expect(disagree).toMatchObject({ outcome: 'ambiguous' });
  });

  it('does not take an invoice address, or another street', async () => {
    expect(await place({ id: { id: 'F' } })).toMatchObject({ outcome: 'unknown', reason: { found: 'F' } });
    expect(await place({ streetName: 'Storgatan 11', cityName: 'Björkvik' })).toMatchObject({
      outcome: 'unknown',
      reason: { code: 'DELIVERY_PLACE_UNKNOWN', facts: { place: 'Storgatan 11, Björkvik' } },
    });
  });

  it('an order without a place goes to the only one, otherwise it asks', async () => {
    expect(await findDeliveryPlace(database.em(), { customerId: only })).toMatchObject({
      outcome: 'found',
      name: 'Lagret',
    });
    expect(await place()).toMatchObject({ outcome: 'ambiguous', reason: { found: 'no delivery place' } });
  });

  it('by the rungs of the agreement alone', async () => {
    const asked = {
      customerId,
      address: { id: { id: GLN_A, scheme: 'GLN' }, streetName: 'Storgatan 1', cityName: 'Björkvik' },
    };
    const found = (rungs: readonly PlaceRung[]) => findDeliveryPlace(database.em(), { ...asked, rungs });
    expect(await found(['gln'])).toMatchObject({ outcome: 'found', name: expect.stringContaining('Skolan') });
    expect(await found(['address'])).toMatchObject({ outcome: 'found', name: 'Storgatan 1, Björkvik' });
    expect(await found(['addressId'])).toMatchObject({ outcome: 'unknown' });
    expect(await findDeliveryPlace(database.em(), { customerId: only, rungs: ['gln'] })).toMatchObject({
      outcome: 'unknown',
    });
  });

  it('by what a person has answered about the same place', async () => {
    const by = { partnerId: v7(), mode: 'production', orderId: v7(), actor: 'Åsa' } as const;
    const question = { customerId, address: street, memory: { ...by, day: '2026-11-24' } };
    const { reason } = (await findDeliveryPlace(database.em(), question)) as { reason: Reason };
    const target = reason.candidates!.find(({ number }) => number === 'B')!.id;
    await remember(database.em(), [{ kind: 'place', key: rememberedPlace(question)!, target }], by);
    expect(await findDeliveryPlace(database.em(), question)).toMatchObject({ addressId: target, remembered: true });
    expect(await place(street)).toMatchObject({ outcome: 'ambiguous' });
    expect(rememberedPlace({ customerId })).toBeUndefined();
  });
});

describe('saveCustomers', () => {
  it('replaces a customer as a whole, and an address that stays keeps its id', async () => {
    const em = database.em();
    const stays = { gln: GLN_A, streetName: 'Storgatan 1', cityName: 'Björkvik' };
    await customers(em, {
      number: 'K1',
      group: 'G',
      gln: GLN_A,
      contacts: [{ name: 'Åsa' }],
      deliveryAddresses: [stays, { addressId: 'BORT' }],
    });
    const before = await readCustomer(em, 'K1');
    await customers(em, {
      number: 'K1',
      name: 'Nytt namn',
      duns: '999999901',
      deliveryAddresses: [{ ...stays, name: 'Ny' }],
    });
    const after = await readCustomer(em, 'K1');

    expect(after).toMatchObject({ id: before?.id, name: 'Nytt namn', duns: '999999901', contacts: [], identities: [] });
    expect(after?.group).toBeUndefined();
    expect(after?.gln).toBeUndefined();
    expect(after?.deliveryAddresses).toEqual([
      { id: before?.deliveryAddresses.find(({ gln }) => gln)?.id, ...stays, name: 'Ny', country: 'SE' },
    ]);
  });

  it('gives back what was sent', async () => {
    const sent = customerInput.parse({
      number: 'K9',
      name: 'Åsens skola',
      group: 'Skolor',
      organisationNumber: ORGANISATION,
      vatNumber: `SE${ORGANISATION}01`,
      gln: GLN_A,
      duns: '999999901',
      peppolId: `0007:${ORGANISATION}`,
      identities: [{ scheme: 'IBAN', id: 'SE12' }],
      contacts: [{ name: 'Åsa', electronicMail: 'asa@kund.example' }],
      deliveryAddresses: [{ addressId: 'A', name: 'Skolan', contact: { name: 'Vaktmästaren' } }],
      invoiceAddresses: [{ addressId: 'F' }],
    });
    expect(await saveCustomers(database.em(), [sent])).toEqual([]);
    expect(await readCustomer(database.em(), 'K9')).toMatchObject(sent);
  });
});
