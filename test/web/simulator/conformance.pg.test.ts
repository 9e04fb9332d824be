import { beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { ConformanceRun } from '../../../conformance/run.entity.ts';
import type { CheckResult } from '../../../conformance/checks/check.ts';
import { createPartner, saveAgreement } from '../../../partners/partners.ts';
import { expectAccessible, expectNoSidewaysScroll, keepScreenshot, startBrowser } from '../../kit/browser.ts';
import { startConsole, type Console } from '../../kit/console.ts';

let people: Console;
let partnerId: string;

beforeAll(async () => {
  people = await startConsole();
  const em = people.api.database.em();
  const addresses = { production: 'verken', test: 'verken-test' };
  partnerId = await createPartner(em, { name: 'Södra Verken', addresses });
  return people.api.close;
});

const failed: CheckResult = {
  id: 'order.peppol-28a-order',
  outcome: 'fail',
  finding: { key: 'orderWaits', said: 'Line 1: <b>price</b>' },
  evidence: [{ name: 'sent', text: '<Order/>' }],
  milliseconds: 1_200,
};
const passed: CheckResult = { id: 'login.oci', outcome: 'pass', finding: null, evidence: [], milliseconds: 90 };

async function addRun(more: Partial<ConformanceRun>): Promise<string> {
  const id = v7();
  const at = new Date();
  await people.api.database.em().insert(ConformanceRun, {
    ...{ id, partner: partnerId, agreementVersion: 1, startedAt: at, startedBy: 'Åsa', seenAt: at, finishedAt: null },
    ...{ planned: ['login.oci', 'order.peppol-28a-order'], results: [passed], failure: null },
    ...more,
  });
  return id;
}

test('without a test agreement the page says what is missing', async () => {
  const operator = await people.signIn('operator');
  expect((await operator.get(`/partners/${partnerId}/conformance`)).html).toContain('has not been checked yet');
  const begun = await operator.post(`/partners/${partnerId}/conformance`);
  expect(begun.status).toBe(422);
  expect(begun.html).toContain('The partner has no test agreement');
  const reader = await people.signIn('reader');
  expect((await reader.post(`/partners/${partnerId}/conformance`)).status).toBe(403);
});

test('a run that goes on shows how far it is, and no second one begins', async () => {
  const em = people.api.database.em();
  await saveAgreement(em, { partnerId, mode: 'test', settings: {}, by: 'test' });
  const id = await addRun({});
  const operator = await people.signIn('operator');
  const { html } = await operator.get(`/partners/${partnerId}/conformance`);
  expect(html).toContain('Under way: 1 of 2 checks done.');
  expect(html).toContain('hx-trigger="every 2s"');
  const second = await operator.post(`/partners/${partnerId}/conformance`);
  expect(second.html).toContain('A run is going on already');
  await em.nativeUpdate(ConformanceRun, { id }, { seenAt: new Date(Date.now() - 600_000) });
  expect((await operator.get(`/partners/${partnerId}/conformance`)).html).toContain('was broken off');
});

test('a finished run says what failed and what to do, on the page and in files of both languages', async () => {
  const id = await addRun({ results: [passed, failed], finishedAt: new Date() });
  const reader = await people.signIn('reader', 'sv');
  const { html } = await reader.get(`/partners/${partnerId}/conformance/${id}`);
  expect(html).toContain('1 kontroll underkända, 1 godkända.');
  expect(html).toContain('OCI: rätt hemlighet öppnar butiken');
  expect(html).toContain('Line 1: &lt;b&gt;price&lt;/b&gt;');
  const file = await reader.get(`/partners/${partnerId}/conformance/${id}/file?language=en`);
  expect(file.headers.get('content-disposition')).toContain('-en.html');
  expect(file.html).toContain('A person would have to look at every order of this kind.');
  expect(file.html).not.toMatch(/<(script|link|img)/);
});

test.each([
  ['light', 1440, 'en'],
  ['dark', 360, 'sv'],
] as const)('the page is for everybody: %s, %i px, %s', async (scheme, width, language) => {
  const id = await addRun({ results: [passed, failed], finishedAt: new Date() });
  const browser = await startBrowser();
  const person = await people.browserAs(browser, 'operator', { scheme, width, language });
  const page = await person.open(`/partners/${partnerId}/conformance/${id}`);
  await page.locator('details summary').last().click();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await keepScreenshot(page, `conformance-${scheme}-${width}-${language}`);
  expect(person.complaints).toEqual([]);
  await browser.close();
});
