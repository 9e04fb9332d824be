import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveDraft } from '../../../../partners/drafts.ts';
import { createPartner, saveAgreement } from '../../../../partners/partners.ts';
import { expectAccessible, expectNoSidewaysScroll, keepScreenshot, startBrowser } from '../../../kit/browser.ts';
import type { TestBrowser } from '../../../kit/browser.ts';
import { startConsole, type Console } from '../../../kit/console.ts';

let console: Console;
let browser: TestBrowser;
let id: string;

beforeAll(async () => {
  [console, browser] = [await startConsole(), await startBrowser()];
  const em = console.api.database.em();
  const name = 'Björkviks och Åkerös gemensamma inköpscentral för kommunal verksamhet';
  id = await createPartner(em, { name, addresses: { production: 'bjorkvik', test: 'bjorkvik-test' } });
  const bands = { bands: [{ percent: '2', action: 'accept' }], beyond: 'hold' };
  const settings = {
    customers: ['K1001', 'K1002'],
    price: { line: { above: bands, below: {} } },
    punchOut: { oci: {} },
  };
  await saveAgreement(em, { partnerId: id, mode: 'test', settings, by: 'Åsa' });
  await saveAgreement(em, { partnerId: id, mode: 'test', settings: { ...settings, customers: ['K1001'] }, by: 'Åsa' });
  const draft = { ...settings, limits: { lines: 'många' }, cxml: { credential: 'nyckel' } };
  await saveDraft(em, { partnerId: id, mode: 'test', settings: draft, basedOn: 2, revision: 0, by: 'Bo' });
});
afterAll(async () => {
  await browser.close();
  await console.api.close();
});

const pages = () => ({
  list: '/partners',
  new: '/partners/new',
  partner: `/partners/${id}`,
  agreement: `/partners/${id}/agreements/test`,
  empty: `/partners/${id}/agreements/production`,
  documents: `/partners/${id}/agreements/test/sections/documents`,
  prices: `/partners/${id}/agreements/test/sections/prices?rows=1`,
  messages: `/partners/${id}/agreements/test/sections/messages?rows=1`,
  punchout: `/partners/${id}/agreements/test/sections/punchout`,
  version: `/partners/${id}/agreements/test/1`,
  import: `/partners/${id}/agreements/test/import`,
  promote: `/partners/${id}/agreements/production/promote`,
  credentials: `/partners/${id}/credentials`,
  goLive: `/partners/${id}/go-live`,
  accessSheet: `/partners/${id}/access-sheet`,
});

describe('the pages of partners', () => {
  it('fit a narrow window', async () => {
    const visit = await console.browserAs(browser, 'administrator', { width: 360, language: 'sv' });
    for (const [name, path] of Object.entries(pages())) {
      const page = await visit.open(path);
      await keepScreenshot(page, `${name}-360-light-sv`);
      await expectNoSidewaysScroll(page);
    }
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it.each([
    { scheme: 'light', language: 'sv', names: ['new', 'documents', 'promote', 'goLive', 'accessSheet'] },
    { scheme: 'dark', language: 'en', names: ['list', 'partner', 'agreement', 'prices', 'version', 'credentials'] },
  ] as const)('are read by everybody, in $scheme and $language: axe finds nothing', async ({ names, ...look }) => {
    const visit = await console.browserAs(browser, 'administrator', look);
    for (const name of names) {
      const page = await visit.open(pages()[name]);
      await keepScreenshot(page, `${name}-1440-${look.scheme}-${look.language}`);
      await expectAccessible(page);
    }
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('fold what is switched off, without a script', async () => {
    const visit = await console.browserAs(browser, 'administrator', { language: 'en', javaScript: false });
    const page = await visit.open(`/partners/${id}/agreements/test/sections/deviations`);
    const amount = page.getByLabel('Least value', { exact: true });
    expect(await amount.isVisible()).toBe(false);
    await page.getByLabel('A least value of orders').check();
    await amount.fill('500');
    await page.getByLabel('Currency').fill('sek');
    await page.getByRole('button', { name: 'Save into the draft' }).click();
    await page.waitForURL(/agreements\/test$/);
    expect(await page.getByRole('main').textContent()).toContain('Saved into the draft');
    expect(await page.getByRole('main').textContent()).toMatch(/Least value.*500/s);
    await visit.close();
  });
});
