import { afterAll, beforeAll, expect, test } from 'vitest';
import { AuditEntry } from '../../../documents/audit.entity.ts';
import { addTimeline, timelineRow } from '../../../documents/timeline.ts';
import { collectNotices } from '../../../notices/collect.ts';
import { Notice } from '../../../notices/notice.entity.ts';
import { listSubscriptions } from '../../../notices/subscriptions.ts';
import { seedDemo } from '../../../shop/demo/seed.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  startBrowser,
  type TestBrowser,
} from '../../kit/browser.ts';
import { startConsole, type Console, type ConsoleClient } from '../../kit/console.ts';

let desk: Console;
let browser: TestBrowser;
let anna: ConsoleClient;

beforeAll(async () => {
  [desk, browser] = [await startConsole(), await startBrowser()];
  await seedDemo(desk.api.database.em());
  anna = await desk.signIn('administrator');
});
afterAll(async () => {
  await browser.close();
  await desk.api.close();
});

const em = () => desk.api.database.em();
const usual = { language: 'en', digest: 'atOnce', digestMinutes: '', digestAt: '', hourlyLimit: '20', active: 'yes' };
const fields = (more: Record<string, string>, events: readonly string[]) => {
  const form = new URLSearchParams({ ...usual, recipient: 'webhook', partnerId: '', customer: '', ...more });
  for (const event of events) form.append('events', event);
  return form;
};
const PATH = '/settings/subscriptions';

test('a webhook is made with a secret that is shown once; a second one takes its place', async () => {
  expect((await anna.get(PATH)).html).toContain('Nobody is told of anything yet.');
  const wrong = await anna.post(`${PATH}/new`, fields({ address: 'butik', customer: 'K-0', digest: 'daily' }, []));
  expect(wrong.status).toBe(422);
  for (const text of ['there is no such customer', 'value="butik"', 'href="#f-events"'])
    expect(wrong.html).toContain(text);

  const made = await anna.post(`${PATH}/new`, fields({ address: 'https://butik.example.com/hook' }, ['order.placed']));
  const secret = /id="secret" class="command">([^<]+)</.exec(made.html)![1]!;
  const [{ subscription }] = (await listSubscriptions(em())) as [Awaited<ReturnType<typeof listSubscriptions>>[0]];
  const one = `${PATH}/${subscription.id}`;
  const page = await anna.get(one);
  expect(page.html).not.toContain(secret);
  expect(JSON.stringify(await em().find(AuditEntry, { subjectId: subscription.id }))).not.toContain(secret);
  expect((await anna.post(`${one}/secrets`)).html).toContain('id="secret"');
  const first = /secrets\/([\w-]{36})"/.exec((await anna.get(one)).html)![1]!;
  await anna.post(`${one}/secrets/${first}`);
  expect((await anna.get(one)).html).not.toContain(`secrets/${first}`);
});

test('is tried, changed, told again and ended, each with its entry in the trail of changes', async () => {
  const [{ subscription }] = (await listSubscriptions(em())) as [Awaited<ReturnType<typeof listSubscriptions>>[0]];
  const one = `${PATH}/${subscription.id}`;
  await addTimeline(em(), [timelineRow('order.placed', { number: 'SO-100001', status: 'New' }, {})]);
  await collectNotices(em(), { mail: false, now: new Date() });
  await anna.post(`${one}/test`);
  expect((await anna.get(one)).html).toContain('test</span>');
  const [notice] = await em().find(Notice, { subscription: subscription.id, kind: 'events' });
  await anna.post(`${one}/notices/${notice!.id}`);
  await anna.post(`${one}/replay`, { days: '2' });
  expect((await anna.get(one)).html).toContain('1 event will be told again.');
  const changed = fields({ address: 'https://annan.example.com/hook', active: 'no' }, [
    'order.placed',
    'session.returned',
  ]);
  expect((await anna.post(one, changed)).status).toBe(303);
  expect((await listSubscriptions(em()))[0]).toMatchObject({
    subscription: {
      address: 'https://annan.example.com/hook',
      active: false,
      events: ['order.placed', 'session.returned'],
    },
    waiting: 1,
  });
  expect((await anna.post(`${one}/end`)).location).toBe(`/admin${PATH}`);
  expect(await listSubscriptions(em())).toEqual([]);
  const trail = await em().find(AuditEntry, { subjectId: subscription.id }, { orderBy: { id: 'asc' } });
  expect(trail.map(({ action }) => action.split('.')[1])).toEqual([
    ...['created', 'secretAdded', 'secretRevoked', 'sent', 'sentAgain', 'sentAgain', 'changed', 'removed'],
  ]);
  expect((await (await desk.signIn('operator')).get(PATH)).status).toBe(403);
});

test('the pages are usable by everybody', async () => {
  await anna.post(`${PATH}/new`, fields({ address: 'https://butik.example.com/hook' }, ['order.placed', 'order.held']));
  const [{ subscription }] = (await listSubscriptions(em())) as [Awaited<ReturnType<typeof listSubscriptions>>[0]];
  await anna.post(`${PATH}/${subscription.id}/test`);
  const looks = [{ width: 1440, language: 'en' } as const, { width: 360, scheme: 'dark' } as const];
  for (const [at, options] of looks.entries()) {
    const visit = await desk.browserAs(browser, 'administrator', options);
    for (const path of ['', '/new', `/${subscription.id}`]) {
      const page = await visit.open(`${PATH}${path}`);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await keepScreenshot(page, `subscriptions${path.slice(0, 4).replace('/', '-')}-${at}`);
    }
    expect(visit.complaints).toEqual([]);
  }
});
