import { beforeAll, describe, expect, test } from 'vitest';
import { seedDemo } from '../../../shop/demo/seed.ts';
import { startConsole, type Console, type ConsoleClient } from '../../kit/console.ts';
import { answer, partnerWith, placed } from '../../kit/placed.ts';
import { orderLine } from '../../shop/lines.ts';

let house: Console;
let reader: ConsoleClient;
let partnerId = '';
let orderId = '';

beforeAll(async () => {
  house = await startConsole();
  reader = await house.signIn('reader');
  const em = house.api.database.em();
  await seedDemo(em);
  partnerId = await partnerWith(em, 'bruket');
  await partnerWith(em, 'norrbruket');
  const lines = [orderLine({ position: 1 })];
  orderId = await placed(em, { partnerId, header: { number: 'PO-77' }, lines });
  await placed(em, { partnerId, header: { number: 'PO-78' }, lines });
  await answer(em, partnerId, orderId, 'ready');
  return house.api.close;
});

const find = async (q: string) => reader.get(`/search?q=${encodeURIComponent(q)}`);

describe('the search at the top', () => {
  test.each([
    ['PO-77', () => `/admin/orders/${orderId}`],
    ['po-77 ', () => `/admin/orders/${orderId}`],
    ['bruket', () => `/admin/partners/${partnerId}`],
    ['K1003', () => '/admin/shop/customers/K1003'],
  ])('goes straight to what %s names', async (q, address) => {
    expect((await find(q)).location).toBe(address());
  });

  test('goes to a document by its id, and to an order by its own number', async () => {
    expect((await find(orderId)).location).toBe(`/admin/orders/${orderId}`);
    const { html } = await reader.get('/orders?q=PO-77');
    const number = /SO-\d+/.exec(html)![0];
    expect((await find(number)).location).toBe(`/admin/orders/${orderId}`);
  });

  test('lets a person choose where there is more than one, and says when there is nothing', async () => {
    const several = await find('Partner');
    expect(several.html.split('data-row')).toHaveLength(3);
    const nothing = await find('<b>finnsinte</b>');
    expect(nothing.html).toContain('Nothing was found for “&lt;b&gt;finnsinte&lt;/b&gt;”');
    expect((await find('')).html).toContain('Finds orders by our number');
  });
});
