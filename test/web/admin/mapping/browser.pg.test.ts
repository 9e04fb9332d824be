import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDryRunActivities } from '../../../../activities/dryRuns.ts';
import { beginDryRun } from '../../../../documents/dryRuns.ts';
import { saveDraft } from '../../../../partners/drafts.ts';
import { findAgreement, findAtAddress } from '../../../../partners/partners.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  startBrowser,
  type TestBrowser,
  type VisitOptions,
} from '../../../kit/browser.ts';
import { startConsole, type Console } from '../../../kit/console.ts';
import { received } from '../../../kit/placed.ts';
import { openStorefront } from '../../../kit/storefront.ts';

let console: Console;
let browser: TestBrowser;
let agreement: string;
let partnerId: string;

const bands = {
  bands: [
    { percent: '2', action: 'accept' },
    { percent: '5', perUnit: '20', action: 'notify' },
    { percent: '10', action: 'ourPrice' },
  ],
};
const rule = (path: string) => ({ path, transforms: [] });

beforeAll(async () => {
  console = await startConsole();
  browser = await startBrowser();
  const { database } = console.api;
  await openStorefront(database, { cxml: { from: [{ domain: 'DUNS', identity: '1' }] }, peppol: {} });
  partnerId = (await findAtAddress(database.em(), 'akern'))!.id;
  const { settings } = await findAgreement(database.em(), partnerId, 'production');
  const mapping = {
    tables: {
      units: {
        entries: [
          { ours: 'C62', theirs: 'ST' },
          { ours: 'XBX', theirs: 'KRT' },
        ],
        unknown: 'keep',
      },
    },
    oci: { line: { CUST_FIELD1: rule('session.parameters.ACCOUNT_CODE'), MATGROUP: rule('line.materialGroup') } },
  };
  const draft = {
    ...settings,
    answers: { acceptance: 'whenClean', changesAllowed: true },
    price: { line: { above: { ...bands, beyond: 'rejectLine' }, below: { bands: [{ action: 'accept' }] } } },
    matching: { ...settings.matching, unknownLine: 'acceptAsText', units: { ST: 'C62' } },
    punchOut: { ...settings.punchOut, mapping },
  };
  await saveDraft(database.em(), { partnerId, mode: 'production', settings: draft, basedOn: 1, revision: 0, by: 'Bo' });
  await rehearse(draft);
  agreement = `/partners/${partnerId}/agreements/production`;
  return async () => {
    await browser.close();
    await console.api.close();
  };
});

async function rehearse(settings: Record<string, unknown>): Promise<void> {
  const { database, deps } = console.api;
  const order = readFileSync('docs/examples/order-4711.xml', 'utf8');
  for (const number of ['4711', 'INK-2026-000123456789-ÅÄÖ']) {
    const text = order.replace('<cbc:ID>4711<', `<cbc:ID>${number}<`);
    await received(database.em(), partnerId, text, { number, buyer: [{ scheme: '0007', id: '5599991030' }] });
  }
  const run = { partnerId, mode: 'production' as const, settings, version: 1, since: new Date(0), by: 'Bo' };
  const dryRunId = await beginDryRun(database.em(), run);
  await createDryRunActivities({ ...deps, clock: () => new Date() }).rehearseDocuments({ dryRunId });
}

const OCI = `POST /punchout HTTP/1.1

USERNAME=inkop&PASSWORD=hemligt&HOOK_URL=https%3A%2F%2Fsrm.example%2Fsap%2Fhook&~OkCode=ADDI&OCI_VERSION=5.0&KUNDNR=K1001&KST=4711`;

describe.each<VisitOptions & { readonly name: string }>([
  { name: '360-dark-sv', width: 360, scheme: 'dark', language: 'sv' },
  { name: '1440-light-en', width: 1440, scheme: 'light', language: 'en' },
])('at $name', ({ name, ...options }) => {
  test('every page can be read by everybody, and fits', async () => {
    const visit = await console.browserAs(browser, 'administrator', options);
    const look = async (what: string) => {
      await keepScreenshot(visit.page, `${what}-${name}`);
      await expectAccessible(visit.page);
      await expectNoSidewaysScroll(visit.page);
    };
    await visit.open('/partners/new/sample');
    await look('sample-paste');
    await visit.page.fill('#sample', OCI);
    await visit.page.click('main form button.primary');
    await visit.page.waitForSelector('#take-0');
    await look('sample-read');
    for (const [what, path] of [
      ['mapping', '/mapping'],
      ['mapping-cxml', '/mapping?protocol=cxml&layer=new'],
      ['units', '/tables/units'],
      ['prices', '/price-bands?price=100&quantity=10&asked=104.2'],
      ['dry-run', '/dry-run?show=all'],
    ] as const) {
      await visit.open(agreement + path);
      await look(what);
    }
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});

test('what would be sent follows what is typed, and the field keeps the focus', async () => {
  const visit = await console.browserAs(browser, 'administrator', { language: 'en' });
  const page = await visit.open(`${agreement}/mapping?protocol=oci`);
  await page.fill('#rule-line-0', '"KST 4711"');
  await page.locator('#preview', { hasText: 'KST 4711' }).waitFor();
  expect(await page.evaluate('document.activeElement.id')).toBe('rule-line-0');
  await page.fill('#rule-line-0', 'line.name |');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#rule-line-0-error');
  expect(await page.textContent('#rule-line-0-error')).toContain('a step');
  await page.click('.message.bad a');
  expect(await page.evaluate('document.activeElement.id')).toBe('rule-line-0');
  // The answer to a form with errors is a page of its own, with status 422.
  expect(visit.complaints.filter((text) => !text.includes('422'))).toEqual([]);
  await visit.close();
});
