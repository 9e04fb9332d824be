import { beforeAll, describe, expect, it } from 'vitest';
import { listNotices } from '../../../../notices/notices.ts';
import { messagesOf } from '../../../../documents/orderMessages.ts';
import { readCustomer } from '../../../../shop/customerRecords.ts';
import { applyDecision } from '../../../../shop/orderDecision.ts';
import { findOrder } from '../../../../shop/orderQueries.ts';
import { startConsole, type Console, type ConsoleClient } from '../../../kit/console.ts';
import { placed } from '../../../kit/placed.ts';
import { orderLine } from '../../../shop/lines.ts';
import { demoOrders, type DemoOrders } from './fixtures.ts';

let house: Console;
let demo: DemoOrders;
let operator: ConsoleClient;

beforeAll(async () => {
  house = await startConsole(undefined, { smtpUrl: 'smtp://127.0.0.1:9', mailFrom: 'order@example.com' });
  demo = await demoOrders(em());
  operator = await house.signIn('operator');
  return house.api.close;
});

const em = () => house.api.database.em();

/** An accepted order of two lines, 10 and 4 pieces. */
async function confirmed(): Promise<string> {
  const customerId = (await readCustomer(em(), 'K1001'))!.id;
  const lines = [
    orderLine({ position: 1, id: 'A', quantity: '10', item: { sellersId: 'KU-01', name: 'Kuvert' } }),
    orderLine({ position: 2, id: 'B', quantity: '4', item: { sellersId: 'KU-02', name: 'Kuvert' } }),
  ];
  const id = await placed(em(), { partnerId: demo.partnerId, customerId, lines });
  await em().transactional((tx) => applyDecision(tx, id, { kind: 'accept', lines: [] }));
  return id;
}

const keyOf = (html: string): string => /name="key" value="([^"]+)"/.exec(html)![1]!;

describe('a confirmation', () => {
  it('is stored from the form, in parts, and once', async () => {
    const id = await confirmed();
    const { html } = await operator.get(`/orders/${id}/confirm`);
    expect(html).toContain('Agreed 10 pc, delivered 0 pc, to come 10 pc.');
    const fields = new URLSearchParams({ key: keyOf(html), note: 'Delas' });
    for (const [name, value] of [
      ['line', '1'],
      ['line', '2'],
      ['status-1-1', 'accepted'],
      ['quantity-1-1', '6'],
      ['from-1-1', '2026-12-01'],
      ['status-1-2', 'backordered'],
      ['quantity-1-2', '4'],
      ['status-2-1', ''],
      ['quantity-2-1', '4'],
    ] as const)
      fields.append(name, value);
    const answers = [
      await operator.post(`/orders/${id}/confirm`, fields),
      await operator.post(`/orders/${id}/confirm`, fields),
    ];

    expect(answers.map(({ location }) => location)).toEqual([`/admin/orders/${id}`, `/admin/orders/${id}`]);
    const messages = await messagesOf(em(), id, 'confirmation');
    expect(messages.map(({ content, actor }) => [content, actor])).toEqual([
      [
        {
          note: 'Delas',
          lines: [
            {
              position: 1,
              parts: [
                { status: 'accepted', quantity: '6', promisedFrom: '2026-12-01' },
                { status: 'backordered', quantity: '4' },
              ],
            },
          ],
        },
        operator.name,
      ],
    ]);
  });

  it('that does not fit is shown again with what was typed', async () => {
    const id = await confirmed();
    const fields = { key: 'k1', line: '1', 'status-1-1': 'accepted', 'quantity-1-1': 'sex', 'from-1-1': 'snart' };
    const typed = await operator.post(`/orders/${id}/confirm`, fields);
    expect(typed.status).toBe(422);
    expect(typed.html).toContain('<a href="#quantity-1-1">Write a number');
    expect(typed.html).toContain('value="snart"');

    const short = await operator.post(`/orders/${id}/confirm`, { ...fields, 'quantity-1-1': '3', 'from-1-1': '' });
    expect(short.status).toBe(422);
    expect(short.html).toContain('The confirmation does not fit the order.');
    expect(await messagesOf(em(), id, 'confirmation')).toEqual([]);
  });
});

describe('a delivery', () => {
  it('counts what has left, and the order moves on', async () => {
    const id = await confirmed();
    const { html } = await operator.get(`/orders/${id}/deliver`);
    const fields = new URLSearchParams({ key: keyOf(html), what: 'lines', carrier: 'Bring', trackingId: 'T-1' });
    for (const position of ['1', '2']) fields.append('line', position);
    fields.set('quantity-1', '7,5');
    fields.set('quantity-2', '0');
    await operator.post(`/orders/${id}/deliver`, fields);

    expect((await findOrder(em(), { id }))!.status).toBe('Processing');
    expect((await operator.get(`/orders/${id}`)).html).toContain('delivered 7.5 pc, to come 2.5 pc');

    const rest = await operator.get(`/orders/${id}/deliver`);
    await operator.post(`/orders/${id}/deliver`, { key: keyOf(rest.html), what: 'all' });
    expect((await findOrder(em(), { id }))!.status).toBe('Shipped');
    expect(await messagesOf(em(), id, 'delivery')).toHaveLength(2);
  });

  it('of nothing is none, and an order that is not accepted takes none', async () => {
    const id = await confirmed();
    const nothing = await operator.post(`/orders/${id}/deliver`, {
      key: 'k',
      what: 'lines',
      line: '1',
      'quantity-1': '',
    });
    expect(nothing.html).toContain('Write how much of at least one line has left');
    const early = await operator.post(`/orders/${demo.held}/deliver`, {
      key: 'k',
      what: 'lines',
      line: '1',
      'quantity-1': '1',
    });
    expect(early.status).toBe(422);
    expect(early.html).toContain('takes no deliveries');
  });
});

describe('a ready reply to the buyer', () => {
  it('explains what has to be settled, in both languages', async () => {
    const swedish = await operator.get(`/orders/${demo.held}/reply?language=sv`);
    const english = await operator.get(`/orders/${demo.held}/reply?language=en`);

    expect(swedish.html).toContain('Tack för er order BJ-4711-ÅÄÖ');
    expect(swedish.html).toContain('- Rad 10: pris 105,00 SEK');
    expect(english.html).toContain('Before we can go on with it, something has to be settled:');
    expect(english.html).toContain('- Line 10: price 105.00 SEK');
    expect(english.html).toContain(operator.name);
    expect(english.html).toContain('href="mailto:');
  });

  it('tells what an answered order was accepted with', async () => {
    const id = await confirmed();
    expect((await operator.get(`/orders/${id}/reply?language=en`)).html).toContain('We accept it as ordered.');
  });

  it('is sent once, as it was changed, and stands in the timeline', async () => {
    const path = `/orders/${demo.held}/reply`;
    const { html } = await operator.get(path);
    const fields = { key: keyOf(html), language: 'sv', subject: 'Om er order', text: 'Hej!\r\n<b>Pris</b> 78,32' };
    const wrong = await operator.post(path, { ...fields, to: 'a@example.com, b@example.com' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Write one mail address');
    expect(wrong.html).toContain('value="Om er order"');

    for (const _ of [1, 2]) await operator.post(path, { ...fields, to: 'inköp@example.com'.replace('ö', 'o') });
    const notices = await listNotices(em(), { order: demo.held, limit: 10 });
    expect(notices).toMatchObject([
      {
        kind: 'reply',
        channel: 'mail',
        state: 'ready',
        recipient: 'inkop@example.com',
        content: {
          subject: 'Om er order',
          text: 'Hej!\n<b>Pris</b> 78,32',
          html: expect.stringContaining('&lt;b&gt;Pris'),
        },
      },
    ]);
    expect((await operator.get(`/orders/${demo.held}`)).html).toContain(
      'wrote to inkop@example.com: &quot;Om er order&quot;.',
    );
  });
});
