import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { decisionsOf } from '../../../../documents/decide.ts';
import { seedDemo } from '../../../../shop/demo/seed.ts';
import { startConsole, type Console, type ConsoleClient } from '../../../kit/console.ts';
import { partnerWith, placed } from '../../../kit/placed.ts';
import { customers } from '../../../shop/fixtures.ts';
import { orderLine } from '../../../shop/lines.ts';

let house: Console;
let operator: ConsoleClient;
let waiting = '';
let hostile = '';

beforeAll(async () => {
  house = await startConsole();
  const em = house.api.database.em();
  await seedDemo(em);
  const partnerId = await partnerWith(em, 'lindstroms');
  const [customerId = ''] = await customers(em, { number: 'K77', name: 'Åkerströms Måleri' });
  const lines = [orderLine({ position: 1 })];
  waiting = await placed(em, { partnerId, status: 'Waiting', header: { number: 'PO-Å1' }, lines });
  hostile = await placed(em, { partnerId, customerId, header: { number: '<script>alert(1)</script>' }, lines });
  operator = await house.signIn('operator');
  return house.api.close;
});

const rows = (html: string): number => html.split('data-row').length - 1;

describe('the list of orders', () => {
  it('shows orders in the words of the language', async () => {
    const english = await (await house.signIn('reader', 'en')).get('/orders');
    const swedish = await (await house.signIn('reader', 'sv')).get('/orders');

    expect(english.status).toBe(200);
    expect(english.html).toContain(`/admin/orders/${waiting}"`);
    expect(english.html).toContain('Waits for a decision');
    expect(english.html).toContain('2 orders');
    expect(swedish.html).toContain('Väntar på beslut');
    expect(swedish.html).toContain('2 ordrar');
  });

  it('shows what a buyer wrote as text', async () => {
    const { html } = await operator.get('/orders');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain('<script>alert');
  });

  it('finds and narrows by its address, with a way out of each filter', async () => {
    const { html } = await operator.get('/orders?q=%C3%A5kerstr%C3%B6m&status=New&mode=production');

    expect(rows(html)).toBe(1);
    expect(html).toContain(hostile);
    expect(html).toContain('href="/admin/orders?q=%C3%A5kerstr%C3%B6m&amp;mode=production"');
  });

  it('tells what has come since it was shown, of what it shows, and leads there', async () => {
    const swedish = await house.signIn('reader', 'sv');
    const look = async (query: string) => {
      const { html } = await swedish.get(`/orders?${query}`);
      return /hx-get="\/admin(\/orders\/news\?[^"]+)"/.exec(html)![1]!.replaceAll('&amp;', '&');
    };
    const [all, waits, words] = [await look(''), await look('status=Waiting&sort=sum'), await look('q=nyss')];
    const told = async (path: string) => (await swedish.get(path)).html.replaceAll(/<div[^>]*>|<\/div>/g, '').trim();
    expect(await told(all)).toBe('');
    const em = house.api.database.em();
    const partnerId = await partnerWith(em, 'nyss');
    const lines = [orderLine({ position: 1 })];
    for (const number of ['NYSS-1', 'NYSS-2']) await placed(em, { partnerId, header: { number }, lines });
    await placed(em, { partnerId, status: 'Waiting', header: { number: 'ANNAN' }, lines });
    expect(await told(all)).toBe('3 nya sedan listan visades – <a href="/admin/orders">Visa</a>');
    expect(await told(waits)).toBe(
      '1 ny sedan listan visades – <a href="/admin/orders?status=Waiting&amp;sort=sum">Visa</a>',
    );
    expect(await told(words)).toMatch(/^3 nya/);
    // It goes on to ask from when the list was shown.
    expect((await swedish.get(all)).html).toContain(all.replaceAll('&', '&amp;'));
    expect(await told('/orders/news?since=nonsense')).toBe('');
    await sql`delete from order_line where order_id in (select id from orders where partner_id = ${partnerId})`.execute(
      em.getKysely(),
    );
    await sql`delete from orders where partner_id = ${partnerId}`.execute(em.getKysely());
  });

  it('says why it is empty, and takes any address', async () => {
    const { status, html } = await operator.get(
      "/orders?q=finnsinte&partner=x&status=Y&from=2026-13-99&after=%27&sort=--&assigned=';--&deviating=7&%00=%00",
    );
    expect(status).toBe(200);
    expect(html).toContain('No order is like that.');
  });

  it('lets readers look, and offers them nothing to do', async () => {
    const { html } = await (await house.signIn('reader')).get('/orders');
    expect(html).not.toContain('name="action"');
  });
});

describe('views of the list', () => {
  it('are saved under a name, stand above the list, and go again', async () => {
    const saved = await operator.post('/orders/views?status=Waiting', { name: 'Mina väntande' });
    expect(saved.location).toBe('/admin/orders?status=Waiting');
    const { html } = await operator.get('/orders?status=Waiting');
    expect(html).toContain('The view “Mina väntande” is saved');
    expect(html).toMatch(/aria-current="page">Mina väntande/);
    expect((await (await house.signIn('operator')).get('/orders')).html).not.toContain('Mina väntande');

    const id = /orders\/views\/([\w-]+)\/remove/.exec(html)![1]!;
    expect((await (await house.signIn('operator')).post(`/orders/views/${id}/remove`)).status).toBe(404);
    await operator.post(`/orders/views/${id}/remove`);
    await operator.get('/orders');
    expect((await operator.get('/orders')).html).not.toContain('Mina väntande');
  });

  it('are everybody’s where an operator says so, and need a name that is free', async () => {
    await operator.post('/orders/views?mode=test', { name: 'Tester', shared: '1' });
    const reader = await house.signIn('reader');
    expect((await reader.get('/orders')).html).toContain('Tester');

    const again = await operator.post('/orders/views?mode=test', { name: 'Tester', shared: '1' });
    expect(again.status).toBe(422);
    expect(again.html).toContain('There is a view “Tester” already');
    expect(again.html).toContain('value="Tester"');
    expect((await operator.post('/orders/views', { name: ' ' })).status).toBe(422);
  });
});

describe('an action on many orders', () => {
  const chosen = (action: string, more: Record<string, string> = {}) => {
    const fields = new URLSearchParams({ action, ...more });
    for (const id of [waiting, hostile]) fields.append('order', id);
    return fields;
  };

  const finished = async (path: string): Promise<string> => {
    for (;;) {
      const { html } = await operator.get(path);
      if (!html.includes('hx-trigger')) return html;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  const run = async (fields: URLSearchParams): Promise<string> => {
    const { location } = await operator.post('/orders/bulk', fields);
    expect(location).toMatch(/^\/admin\/orders\/bulk\/[\w-]{36}$/);
    return finished(location!.slice('/admin'.length));
  };

  it('has a result for each: one that cannot be done does not stop the others', async () => {
    const html = await run(chosen('runAgain'));

    expect(html).toContain('2 of 2 orders done');
    expect(html).toContain('1 order could not be done');
    expect(html).toContain('An order in status New is not checked again; only a held one is.');
    const decisions = await decisionsOf(house.api.database.em(), waiting);
    expect(decisions.map(({ kind, actor }) => [kind, actor])).toEqual([['runAgain', operator.name]]);
  });

  it('assigns orders to somebody, who finds them', async () => {
    const other = await house.signIn('operator');
    const { html } = await operator.get('/orders');
    const account = new RegExp(`<option value="([\\w-]+)">${other.name}`).exec(html)![1]!;

    expect(await run(chosen('assign', { account }))).toContain(`Assigned to: ${other.name}.`);
    expect(rows((await other.get('/orders?assigned=me')).html)).toBe(2);
    expect(await run(chosen('assign', { account }))).toContain('Nothing to do');
    await run(chosen('assign'));
    expect(rows((await other.get('/orders?assigned=me')).html)).toBe(0);
  });

  it('is gone on with where its process died, and can be stopped', async () => {
    const em = house.api.database.em();
    const { location } = await operator.post('/orders/bulk', chosen('assign'));
    const path = location!.slice('/admin'.length);
    await finished(path);
    const id = path.split('/').at(-1)!;
    await sql`update bulk_item set outcome = null where run_id = ${id} and position = 2`.execute(em.getKysely());
    await sql`update bulk_run set finished_at = null, worked_at = now() - interval '1 hour' where id = ${id}`.execute(
      em.getKysely(),
    );

    expect((await operator.get(path)).html).toContain('Nobody works on it any more');
    await operator.post(`${path}/stop`);
    expect((await operator.get(path)).html).toContain('Stopped. 1 order');
    expect((await operator.get(path)).html).toContain('1 of 2 orders done');
    await operator.post(`${path}/continue`);
    expect(await finished(path)).toContain('2 of 2 orders done');
  });

  it('needs orders and the role', async () => {
    await operator.post('/orders/bulk', { action: 'accept' });
    expect((await operator.get('/orders')).html).toContain('Choose 1 to 500 orders first');
    expect((await (await house.signIn('reader')).post('/orders/bulk', chosen('accept'))).status).toBe(403);
  });
});
