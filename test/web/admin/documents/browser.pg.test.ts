import { afterAll, beforeAll, expect, test } from 'vitest';
import { countFailure } from '../../../../documents/deliveryBreakers.ts';
import { holdDelivery, pauseDeliveries } from '../../../../documents/deliveryPauses.ts';
import { findOutbound, recordAttempt } from '../../../../documents/outbound.ts';
import { keepInQuarantine } from '../../../../documents/quarantine.ts';
import { startRetryRun } from '../../../../documents/retryRuns.ts';
import { timelineRow } from '../../../../documents/timeline.ts';
import { writeCartMessage } from '../../../../sessions/writeCartMessage.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  startBrowser,
  type TestBrowser,
} from '../../../kit/browser.ts';
import { startConsole, type Console } from '../../../kit/console.ts';
import { add, NOW, punchOut, shopping, smallShop } from '../../../sessions/kit.ts';
import { clean } from '../../../workflows/orders.ts';
import { arrivedOf, partnerNamed, received, written } from './kit.ts';

let console_: Console;
let browser: TestBrowser;
/** Pages with much on them, by what their pictures are called. */
let pages: Readonly<Record<string, string>>;

beforeAll(async () => {
  console_ = await startConsole();
  browser = await startBrowser();
  pages = await fill();
  return console_.api.close;
}, 120_000);
afterAll(() => browser.close());

/** Pages of the same parts as another one. */
const alike = ['quarantine', 'sessions'];
/** One page of each shape: the others are made of the same parts. */
const narrow = ['documents', 'out', 'check', 'deliveries', 'session'];

/** Something of everything, with long names and Swedish letters. */
async function fill(): Promise<Record<string, string>> {
  const { database } = console_.api;
  const em = () => database.em();
  await smallShop(em());
  const long = await partnerNamed(database, 'Västernorrlands läns landstings gemensamma inköpscentral AB');
  const other = await partnerNamed(database, 'Ö-fabriken');
  const error = {
    type: 'DocumentInvalid',
    message: 'The order breaks rules.',
    details: [{ element: 'Order/ID', found: 'Å'.repeat(200) }],
  } as const;
  const order = { number: 'INKÖP-2026-00004711-LÅNGT-NUMMER', format: 'peppol-28a-order' as const };
  const refused = await received(database, long, clean('L-1').replace('<cbc:IssueDate>2', '<cbc:IssueDate>x'), {
    ...order,
    error,
  });
  await received(database, other, clean('L-2'), { number: 'L-2', format: 'peppol-28a-order', mode: 'test' });
  const fault = { code: 'CERTIFICATE_OTHER_NAME' } as const;
  const nextAttemptAt = new Date(Date.now() + 3_600_000);
  const failed = {
    attempt: 1,
    error: "The receiver's certificate is for another name.",
    fault,
    nextAttemptAt: nextAttemptAt.toISOString(),
  };
  const failing = await written(database, other, { number: 'SVAR-FELAR', inboundDocumentId: refused.id });
  const attempt = {
    number: 1,
    startedAt: new Date(),
    milliseconds: 1_234,
    outcome: 'failed' as const,
    error: failed.error,
  };
  const answer = { httpStatus: 502, answer: `<html>${'felsida '.repeat(100)}</html>`, nextAttemptAt };
  await recordAttempt(em(), failing, { ...attempt, ...answer }, [
    timelineRow('delivery.failed', failed, { outboundDocumentId: failing }),
  ]);
  const run = await startRetryRun(em(), { state: ['ready'], perMinute: 30, by: 'Anna Åberg' });
  await pauseDeliveries(em(), { partner: long, by: 'Anna Åberg', reason: 'Deras server flyttas till helgen' });
  const held = await written(database, long, { number: 'SVAR-VÄNTAR' });
  await holdDelivery(em(), (await findOutbound(em(), held))!);
  const sender = { type: 'SenderMismatch', message: 'No partner has the sender.', details: [] } as const;
  const kept = arrivedOf(other, '<Order/>', {
    number: 'KARANTÄN-1',
    error: sender,
    buyer: [{ id: '5560000002', scheme: '0007' }],
  });
  await keepInQuarantine(em(), kept, Buffer.from('<Order/>'), { ownerId: other.id, told: 'refusal' });
  const { session } = await shopping(em(), await punchOut(em()), { user: { key: 'anna', name: 'Anna Åberg' } });
  await add(em(), session, 'PEN-1', '3');
  await writeCartMessage(em(), { sessionId: session.row.id, attempt: 'a', kind: 'return' }, NOW);
  const key = { partnerId: other.id, mode: 'production', address: 'orderResponses' } as const;
  const failure = { agreementVersion: 1, limit: 1, pause: 600_000, isProbe: false };
  await countFailure(console_.api.database.em(), key, { ...failure, fault: { code: 'CONNECTION_REFUSED' } });
  return {
    documents: '/documents',
    in: `/documents/in/${refused.id}`,
    text: `/documents/in/${refused.id}/text?q=IssueDate&line=12`,
    check: `/documents/in/${refused.id}/check`,
    out: `/documents/out/${failing}`,
    deliveries: '/deliveries',
    paused: `/deliveries/partners/${long.id}`,
    open: `/deliveries/partners/${other.id}`,
    run: `/deliveries/runs/${run}`,
    quarantine: '/quarantine',
    quarantined: `/quarantine/${kept.id}`,
    sessions: '/sessions',
    session: `/sessions/${session.row.id}`,
  };
}

test('pages are accessible, no wider than a telephone, and complain of nothing', async () => {
  for (const options of [
    { width: 1440, scheme: 'light', language: 'en' },
    { width: 360, scheme: 'dark', language: 'sv' },
  ] as const) {
    const visit = await console_.browserAs(browser, 'operator', options);
    for (const [name, path] of Object.entries(pages)) {
      if (options.width < 800 && !narrow.includes(name)) continue;
      const page = await visit.open(path);
      await keepScreenshot(page, `${name}-${options.width}-${options.scheme}`);
      await expectNoSidewaysScroll(page);
      if (options.width > 800 && !alike.includes(name)) await expectAccessible(page);
    }
    expect(visit.complaints).toEqual([]);
    await visit.close();
  }
}, 120_000);

test('a line of a text is shown and marked by its address', async () => {
  const visit = await console_.browserAs(browser, 'reader', { language: 'sv' });
  const page = await visit.open(`${pages['in']}/text?view=received&line=12#L12`);
  expect(await page.locator('#L12').getAttribute('class')).toBe('sought');
  expect(await page.locator('#L12').isVisible()).toBe(true);
  await visit.close();
});

test('the page of a document under way goes on by itself', async () => {
  const { database } = console_.api;
  const partner = await partnerNamed(database, 'Åkerns inköp');
  const id = await written(database, partner, { number: 'SVAR-LIVE' });
  const visit = await console_.browserAs(browser, 'reader', { language: 'en' });
  const page = await visit.open(`/documents/out/${id}`);
  expect(await page.locator('#state').textContent()).toContain('To be sent');
  const attempt = { number: 1, startedAt: new Date(), milliseconds: 5, outcome: 'delivered' as const, httpStatus: 202 };
  const told = timelineRow('delivery.delivered', { attempt: 1, httpStatus: 202 }, { outboundDocumentId: id });
  await recordAttempt(database.em(), id, attempt, [told]);
  await page.locator('#story', { hasText: 'Delivered at attempt 1' }).waitFor();
  expect(await page.locator('#state').textContent()).toContain('Delivered');
  expect(visit.complaints).toEqual([]);
  await visit.close();
});
