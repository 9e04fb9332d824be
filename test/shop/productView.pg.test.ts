import type { EntityManager } from '@mikro-orm/postgresql';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Shopper } from '../../shop/assortment.ts';
import { productView } from '../../shop/productView.ts';
import { findProduct } from '../../shop/products.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { customers, emptyShop, prices, products } from './fixtures.ts';
import { shopperOf } from './shopper.ts';

let database: TestDatabase;
let em: EntityManager;

beforeAll(async () => {
  database = await createTestDatabase();
  return database.close;
});

beforeEach(async () => {
  em = database.em();
  await emptyShop(em);
  await customers(em, { number: 'K1', group: 'Kommuner' }, { number: 'K2' });
});

const kabel = {
  articleNumber: 'KA-7',
  name: { sv: 'Förlängningskabel 5 m', en: 'Extension cable 5 m' },
  description: { sv: 'Jordad, för utomhusbruk.' },
  unit: 'C62',
  units: [
    { unit: 'BX', factor: '10' },
    { unit: 'EA', factor: '1' },
  ],
  gtins: ['9520000000011'],
  buyersNumbers: [
    { customer: 'K1', number: 'EL-77' },
    { customer: 'K2', number: 'SECRET' },
  ],
  minimumQuantity: '2',
  maximumQuantity: '1000',
  multipleQuantity: '2',
  stock: '12.50',
  leadTimeDays: 3,
  classifications: [{ scheme: 'UNSPSC', version: '26.0801', code: '26121604' }],
  labels: ['CE'],
  vat: [
    { country: 'SE', category: 'S', rate: '25' },
    { country: 'FI', category: 'S', rate: '25.5' },
  ],
  manufacturer: 'Strömsund El',
  manufacturerNumber: 'SE-5',
  pictures: ['https://bilder.example/ka7.jpg', 'https://bilder.example/ka7-2.jpg'],
  category: 'El',
  contractNumber: 'RA-9',
  materialGroup: '2612',
};

const list = (code: string, rest: object = {}) => ({ code, currency: 'SEK', ...rest });

describe('a product as a shopper sees it', () => {
  it('has everything that its page shows', async () => {
    await products(em, kabel);
    await prices(em, { list: list('BAS'), articleNumber: 'KA-7', amount: '129' });
    expect(await productView(em, await shopperOf(em, 'K1'), { articleNumber: 'KA-7' })).toEqual({
      id: (await findProduct(em, 'KA-7'))?.id,
      articleNumber: 'KA-7',
      status: 'active',
      name: 'Förlängningskabel 5 m',
      description: 'Jordad, för utomhusbruk.',
      unit: 'C62',
      units: [
        { unit: 'C62', factor: '1' },
        { unit: 'EA', factor: '1' },
        { unit: 'BX', factor: '10' },
      ],
      gtins: ['09520000000011'],
      buyersNumber: 'EL-77',
      minimumQuantity: '2',
      maximumQuantity: '1000',
      multipleQuantity: '2',
      stock: '12.5',
      leadTimeDays: 3,
      classifications: kabel.classifications,
      labels: ['CE'],
      vat: kabel.vat,
      manufacturer: 'Strömsund El',
      manufacturerNumber: 'SE-5',
      picture: kabel.pictures[0],
      pictures: kabel.pictures,
      category: 'El',
      contractNumber: 'RA-9',
      materialGroup: '2612',
      price: expect.objectContaining({ amount: '129', priceList: 'BAS' }) as unknown,
      prices: [{ from: '0', price: expect.objectContaining({ amount: '129', chosenBy: 'base' }) as unknown }],
      allowed: true,
    });
  });

  it('is found by id, and is in the language of the shopper as far as the shop has it', async () => {
    await products(em, kabel);
    const { id } = (await findProduct(em, 'KA-7'))!;
    const view = await productView(em, await shopperOf(em, 'K1', { language: 'en' }), { id });
    expect(view).toMatchObject({ name: 'Extension cable 5 m', description: 'Jordad, för utomhusbruk.', prices: [] });
    expect(view).not.toHaveProperty('price');
    expect(await productView(em, await shopperOf(em, 'K1'), { articleNumber: 'ka-7' })).toBeUndefined();
  });

  it('of which little is known is shown all the same', async () => {
    await products(em, { articleNumber: 'N' });
    const view = await productView(em, await shopperOf(em, 'K2'), { articleNumber: 'N' });
    expect(view).toMatchObject({
      name: 'Vara',
      units: [{ unit: 'C62', factor: '1' }],
      pictures: [],
      vat: [],
      prices: [],
    });
    for (const absent of ['description', 'picture', 'stock', 'price', 'buyersNumber', 'replacement'])
      expect(view).not.toHaveProperty(absent);
  });

  it('tells that the agreement leaves it out, and what replaced it', async () => {
    await products(
      em,
      { ...kabel, status: 'withdrawn', replacedBy: 'KA-8' },
      { articleNumber: 'KA-8', category: 'El' },
    );
    const assortment = { categories: ['Kontor'], contractOnly: false };
    const shopper: Shopper = await shopperOf(em, 'K1', { assortment });
    expect(await productView(em, shopper, { articleNumber: 'KA-7' })).toMatchObject({
      status: 'withdrawn',
      allowed: false,
      replacement: { articleNumber: 'KA-8', name: 'Vara' },
    });
    await products(em, { articleNumber: 'utan' });
    expect(await productView(em, shopper, { articleNumber: 'utan' })).toMatchObject({ allowed: false });
  });
});

describe('quantity breaks', () => {
  const steps = async (customer: string): Promise<string[]> => {
    const view = await productView(em, await shopperOf(em, customer), { articleNumber: 'KA-7' });
    return (view?.prices ?? []).map(({ from, price }) => `${from}: ${price.perShopUnit} ${price.priceList}`);
  };

  it('are those of the list that the price is from, in shop units', async () => {
    await products(em, kabel);
    await prices(
      em,
      { list: list('BAS'), articleNumber: 'KA-7', amount: '129' },
      { list: list('BAS'), articleNumber: 'KA-7', amount: '119', minimumQuantity: '10' },
      { list: list('BAS'), articleNumber: 'KA-7', amount: '1000', unit: 'BX', minimumQuantity: '5' },
      { list: list('AVTAL', { kind: 'customer', customer: 'K1' }), articleNumber: 'KA-7', amount: '99' },
    );
    expect(await steps('K2')).toEqual(['0: 129 BAS', '10: 119 BAS', '50: 100 BAS']);
    // The customer's own list goes before any break of another list.
    expect(await steps('K1')).toEqual(['0: 99 AVTAL']);
  });

  it('show where a list that goes first takes over', async () => {
    await products(em, kabel);
    await prices(
      em,
      { list: list('BAS'), articleNumber: 'KA-7', amount: '129', minimumQuantity: '2' },
      {
        list: list('GRUPP', { kind: 'group', group: 'Kommuner' }),
        articleNumber: 'KA-7',
        amount: '90',
        minimumQuantity: '20',
      },
      { list: list('BAS'), articleNumber: 'KA-7', amount: '80', minimumQuantity: '100' },
    );
    expect(await steps('K1')).toEqual(['2: 129 BAS', '20: 90 GRUPP']);
    expect(await steps('K2')).toEqual(['2: 129 BAS', '100: 80 BAS']);
  });

  it('leave out prices of other days, currencies and customers', async () => {
    await products(em, kabel);
    await prices(
      em,
      { list: list('BAS'), articleNumber: 'KA-7', amount: '129' },
      { list: list('BAS'), articleNumber: 'KA-7', amount: '1', minimumQuantity: '5', validTo: '2026-11-24' },
      { list: list('EUR', { currency: 'EUR' }), articleNumber: 'KA-7', amount: '2', minimumQuantity: '6' },
      {
        list: list('K2', { kind: 'customer', customer: 'K2' }),
        articleNumber: 'KA-7',
        amount: '3',
        minimumQuantity: '7',
      },
    );
    expect(await steps('K1')).toEqual(['0: 129 BAS']);
  });
});
