import { beforeAll, describe, expect, it } from 'vitest';
import { recordAttempt } from '../../../../documents/outbound.ts';
import { addTimeline, timelineRow } from '../../../../documents/timeline.ts';
import { report } from '../../../../platform/workerReports.ts';
import { refreshFigures } from '../../../../statistics/refresh.ts';
import { shopInput } from '../../../../shop/input/shop.ts';
import { saveShopProfile } from '../../../../shop/profile.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  startBrowser,
  type TestBrowser,
} from '../../../kit/browser.ts';
import { startConsole, type Console, type ConsoleClient } from '../../../kit/console.ts';
import { query } from '../../../kit/database.ts';
import { answer, partnerWith, placed } from '../../../kit/placed.ts';
import { customers, prices, products } from '../../../shop/fixtures.ts';
import { orderLine } from '../../../shop/lines.ts';

let [console, reader]: [Console, ConsoleClient] = [undefined!, undefined!];
let browser: TestBrowser;
let [partnerId, customerId] = ['', ''];
const HOUR = 3_600_000;

beforeAll(async () => {
  [console, browser] = await Promise.all([startConsole(), startBrowser()]);
  reader = await console.signIn('reader');
  const em = console.api.database.em();
  await saveShopProfile(
    em,
    shopInput.parse({ name: 'Järnbutiken', organisationNumber: '5560001111', timeZone: 'Europe/Stockholm' }),
  );
  [customerId = ''] = await customers(em, { number: 'K1' });
  await products(em, { articleNumber: 'PÄRM', name: { sv: 'Pärm' } });
  await prices(em, { articleNumber: 'PÄRM', amount: '10' });
  return async () => {
    await browser.close();
    await console.api.close();
  };
});

const order = (number: string, amount: string, status: 'New' | 'Waiting') =>
  placed(console.api.database.em(), {
    ...{ partnerId, customerId, status },
    header: { number },
    lines: [orderLine({ quantity: '10', price: { amount }, item: { sellersId: 'PÄRM' } })],
  });

/** What an installation has after some days, as the sweeper would have counted it. */
async function someDays(id: string): Promise<void> {
  await query(console.api.database.url, [
    `insert into hourly_figure (measure, hour, partner_id, mode, category, count)
     select measure, date_trunc('hour', now()) - make_interval(hours => h), '${id}', 'production', category,
       1 + (abs(hashtext(h || category || measure)) % most)
     from generate_series(1, 24 * 60) h, (values ('document', 'clean', 14), ('document', 'decided', 4), ('document', 'waiting', 2),
       ('document', 'refused', 3), ('session', 'returned', 9), ('session', 'cancelled', 3), ('session', 'expired', 2),
       ('delivery', 'delivered', 12), ('delivery', 'gaveUp', 2), ('line', 'same', 90), ('answer.response', '3', 8),
       ('answer.response', '9', 3), ('answer.response', '20', 1)) kind(measure, category, most)
     where extract(hour from now() - make_interval(hours => h)) between 6 and 17`,
    `insert into hourly_figure (measure, hour, partner_id, mode, category, count)
     select measure, date_trunc('hour', now()) - interval '2 hours', '${id}', 'production', category, count
     from (select 'deviation.within' as measure, (c - 4)::text as category, (10 - abs(c - 4)) * 3 as count from generate_series(1, 7) c
       union all select 'deviation.outside', c::text, greatest(14 - abs(c), 1) from generate_series(-14, 20) c where c not between -3 and 3
       union all select 'line', 'within', 140 union all select 'line', 'outside', 170) figures`,
  ]);
}

describe('an empty installation', () => {
  it('says what to do first, and how its parts are', async () => {
    const { status, html } = await reader.get('/');
    expect(status).toBe(200);
    expect(html).toContain('Nothing has come in yet');
    expect(html).toContain('Nothing needs you now.');
    expect(html).toContain('Temporal</dt>');
    expect(html).toContain('See TEMPORAL_ADDRESS.');
    expect(html).toContain('No mail server is set up');
    expect(html).toContain('No order came in.');
    expect(html).not.toContain('<svg xmlns="http://www.w3.org/2000/svg" class="chart"');
  });

  it('can be read by everybody, at any width', async () => {
    const visit = await console.browserAs(browser, 'reader', { width: 360, scheme: 'dark', language: 'sv' });
    const page = await visit.open('/');
    await keepScreenshot(page, 'overview-empty-360-dark-sv');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});

describe('the overview', () => {
  beforeAll(async () => {
    const em = console.api.database.em();
    partnerId = await partnerWith(em, 'amal');
    const waiting = await order('PO-1', '12', 'Waiting');
    const told = { reasons: 1, deadline: new Date(Date.now() + HOUR).toISOString() };
    await addTimeline(em, [timelineRow('order.held', told, { inboundDocumentId: waiting, orderId: waiting })]);
    const clean = await order('PO-2', '10', 'New');
    await recordAttempt(em, await answer(em, partnerId, clean, 'ready'), {
      ...{ number: 1, startedAt: new Date(), milliseconds: 5, outcome: 'failed', error: 'Connection refused.' },
      nextAttemptAt: new Date(Date.now() + HOUR),
    });
    await report(em, 'sweep', { milliseconds: 12 });
    await report(em, 'books', { balanced: true, problems: 0 });
    while (!(await refreshFigures(em, new Date())));
  });

  it('begins with what needs somebody, why, and leads to it', async () => {
    const { html } = await reader.get('/');
    expect(html).toContain('1 order waits for a decision');
    expect(html).toContain('Why: price deviation (1).');
    expect(html).toContain('1 order to be decided within a day.');
    expect(html).toContain('href="/admin/orders?status=Waiting"');
    expect(html).toContain('Partner amal: 1 document failed so far and tried again');
    expect(html).toContain('Connection refused.');
    expect(html).toContain(`href="/admin/deliveries/partners/${partnerId}"`);
    expect(html.indexOf('What needs you now')).toBeLessThan(html.indexOf('How everything is'));
    expect(html).toContain('2 documents in = 1 placed at once + 1 waiting.');
    expect(html).not.toContain('Nothing has come in yet');
  });

  it('says when the worker does not sweep and the books do not balance', async () => {
    const em = console.api.database.em();
    await report(em, 'sweep', { milliseconds: 12 }, new Date(Date.now() - HOUR));
    await report(em, 'books', { balanced: false, problems: 2 });
    const { html } = await reader.get('/overview/now');
    expect(html).toContain('too long ago');
    expect(html).toContain('The books do not balance: 2 problems');
    expect(html).not.toContain('<html');
    await report(em, 'sweep', { milliseconds: 12 });
    await report(em, 'books', { balanced: true, problems: 0 });
  });

  it('gives each chart an address of its own, with its figures as a file', async () => {
    expect((await reader.get('/charts/orders?period=7d')).html).toContain('<h1>Orders</h1>');
    const { headers, html } = await reader.get(`/charts/orders.csv?partner=${partnerId}`);
    expect(headers.get('content-type')).toContain('text/csv');
    const lines = html.trim().split('\r\n');
    expect(lines[0]).toContain('Hour,placed at once,placed after a decision');
    expect(lines).toHaveLength(25);
    // The hour may be over by now.
    expect(lines.slice(-2).join('\n')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:00:00\.000Z,1,0,0,1,0,0$/m);
    const other = await reader.get('/charts/orders.csv?partner=019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11');
    expect(other.html.trim().split('\r\n').at(-1)).toMatch(/Z,0,0,0,0,0,0$/);
    for (const chart of ['sessions', 'deviations', 'answers', 'deliveries'])
      for (const period of ['24h', '7d', '30d', '90d'])
        expect((await reader.get(`/charts/${chart}.csv?period=${period}`)).status).toBe(200);
    expect((await reader.get('/charts/nothing')).status).toBe(404);
  });

  it('draws what has happened for every eye', async () => {
    await someDays(partnerId);
    await someDays(await partnerWith(console.api.database.em(), 'bjorkvik'));
    const visit = await console.browserAs(browser, 'reader', { width: 1440, language: 'en' });
    const page = await visit.open('/');
    await keepScreenshot(page, 'overview-1440-light-en');
    expect(await page.locator('svg.chart').count()).toBeGreaterThanOrEqual(6);
    const colour = `getComputedStyle(document.querySelector('#orders-picture .chart [fill="var(--chart-blue)"]')).fill`;
    expect(await page.evaluate(colour)).toBe('rgb(11, 95, 148)');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('fits a telephone in the dark, in Swedish', async () => {
    const visit = await console.browserAs(browser, 'reader', { width: 360, scheme: 'dark', language: 'sv' });
    const page = await visit.open('/?period=30d');
    await page.locator('#deviations-title').scrollIntoViewIfNeeded();
    await keepScreenshot(page, 'overview-360-dark-sv');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    for (const path of ['charts/answers?period=7d', 'statistics?period=7d']) {
      await page.goto(`${console.api.url}/admin/${path}`);
      await keepScreenshot(page, `${path.slice(0, 6)}-360-dark-sv`);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await keepScreenshot(page, 'statistics-1440-dark-sv');
    await expectNoSidewaysScroll(page);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});
