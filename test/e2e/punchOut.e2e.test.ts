import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeBase64 } from '../../formats/base64.ts';
import { parseCxml } from '../../formats/cxml/envelope.parse.ts';
import { parsePunchOutOrderMessage } from '../../formats/cxml/punchOutOrderMessage.parse.ts';
import { readOciReturn } from '../../formats/oci/form.read.ts';
import { profiles } from '../../formats/ubl/profiles.ts';
import { DocumentValidator } from '../../formats/validate.ts';
import { expectAccessible, startBrowser, type TestBrowser, type Visit } from '../kit/browser.ts';
import { startPurchasingSystem, type PurchasingSystem, type ReturnedForm } from '../kit/purchasingSystem.ts';
import { startSystem, type TestSystem } from '../kit/system.ts';
import { fillCart, ociCall, pressContinue, punchOutPartner, SECRET, setUp } from './punchOut.ts';

let system: TestSystem;
let buyer: PurchasingSystem;
let browser: TestBrowser;
const visits: Visit[] = [];

beforeAll(async () => {
  [system, buyer, browser] = [await startSystem(), await startPurchasingSystem(), await startBrowser()];
  const cxml = { from: [{ domain: 'DUNS', identity: '999999930' }], to: [{ domain: 'DUNS', identity: '999999901' }] };
  await punchOutPartner(system, buyer, 'alla', { oci: {}, cxml, peppol: {} });
  await punchOutPartner(system, buyer, 'gammal', {
    oci: { version: '3.0', hookUrl: 'split', fieldCase: 'lower', decimalSign: ',', vendor: '0000104711' },
    cxml: { ...cxml, encoding: 'urlencoded', cartVersion: '1.2.071' },
  });
});
afterAll(async () => {
  await browser.close();
  await buyer.close();
  await system.close();
});

async function visit(options: Parameters<TestBrowser['visit']>[0] = {}): Promise<Visit> {
  const made = await browser.visit(options);
  visits.push(made);
  return made;
}

function wayIn(code: string, more: Record<string, string> = {}, method: 'get' | 'post' = 'post') {
  return { action: `${system.apiUrl}/punchout/${code}`, method, fields: ociCall(code, buyer.hookUrl, more) };
}

async function sessionOf(code: string): Promise<{ id: string; state: string; returns: number }> {
  const rows = await system.database
    .em()
    .execute('select id, state, returns from punch_out_session where partner_code = ? order by id desc limit 1', [
      code,
    ]);
  return rows[0] as { id: string; state: string; returns: number };
}

async function orders(): Promise<number> {
  const rows = await system.database.em().execute('select count(*)::int as count from orders');
  return (rows[0] as { count: number }).count;
}

/** The cXML document of a returned form. */
function cxmlOf(form: ReturnedForm) {
  const [[name, value]] = form.fields() as [[string, string]];
  const bytes = name === 'cxml-base64' ? decodeBase64(value)! : new TextEncoder().encode(value);
  return parsePunchOutOrderMessage(parseCxml(bytes));
}

describe('OCI', () => {
  it('in a frame, with every cookie blocked: the cart comes back as it was filled, and nothing is ordered', async () => {
    const { page, complaints } = await visit({ blockCookies: true });
    await page.goto(buyer.page(wayIn('alla'), 'frame'));
    await page.click('#open');
    const shop = page.frameLocator('iframe[name=shop]');
    await fillCart(shop, 'KP-02', '3');
    const back = buyer.waitForReturn();
    await pressContinue(shop);
    const form = await back;
    expect(form.method).toBe('POST');
    expect(form.url).toBe(new URL(buyer.hookUrl).pathname + new URL(buyer.hookUrl).search);
    expect(form.contentType).toBe('application/x-www-form-urlencoded');
    expect(form.origin).toBe(system.apiUrl);
    const fields = form.fields();
    expect(fields.slice(0, 3)).toEqual([
      ['~OkCode', 'ADDI'],
      ['~TARGET', '_top'],
      ['~CALLER', 'CTLG'],
    ]);
    const { items, findings } = readOciReturn(fields);
    expect(findings).toEqual([]);
    expect(items).toHaveLength(1);
    expect(items[0]!.fields).toMatchObject({
      DESCRIPTION: 'Kopieringspapper A4 80 g',
      QUANTITY: '3',
      UNIT: 'PK',
      CURRENCY: 'SEK',
      VENDORMAT: 'KP-02',
      MATGROUP: '1411',
    });
    await page.locator('#received').waitFor();
    expect(await sessionOf('alla')).toMatchObject({ state: 'returned', returns: 1 });
    expect(await orders()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('by GET, without JavaScript: the button is there', async () => {
    const { page } = await visit({ javaScript: false });
    await page.goto(buyer.page(wayIn('alla', {}, 'get'), 'window'));
    await page.click('#open');
    await fillCart(page, 'KP-02', '1');
    await pressContinue(page);
    const back = buyer.waitForReturn();
    await page.locator('main form button').click();
    expect(readOciReturn((await back).fields()).items).toHaveLength(1);
  });

  it('3.0 in ISO-8859-1 to a split address, in a nested frame', async () => {
    const { page } = await visit({ blockCookies: true });
    const call = wayIn('gammal', { http_content_charset: 'iso-8859-1' });
    await page.goto(buyer.page(call, 'nestedFrame'));
    const inner = page.frameLocator('iframe').first();
    await inner.locator('#open').click();
    const shop = inner.frameLocator('iframe[name=shop]');
    await fillCart(shop, 'PA-01', '2');
    const back = buyer.waitForReturn();
    await pressContinue(shop);
    const form = await back;
    expect(form.url).toBe('/hook');
    const fields = form.fields('windows-1252');
    // The address was in UTF-8: its bytes come back as they were.
    expect(fields.slice(0, 2)).toEqual([
      ['session', 'Ã…kern och Ã¤ngen'],
      ['ticket', '7'],
    ]);
    expect(Object.fromEntries(fields)).toMatchObject({ 'new_item-vendor[1]': '0000104711', 'new_item-unit[1]': 'C62' });
    expect(Object.fromEntries(fields)['new_item-price[1]']).toMatch(/^\d+,\d{3}$/);
  });

  it('returns again until the session ends, also after the back button, and a double click returns once', async () => {
    const { page } = await visit();
    await page.goto(buyer.page(wayIn('alla'), 'window'));
    await page.click('#open');
    await fillCart(page, 'KP-02', '1');
    const cart = page.url();
    const first = buyer.waitForReturn();
    await page.locator('.summary button.primary').dblclick({ noWaitAfter: true });
    await first;
    await page.locator('#received').waitFor();
    const count = buyer.returned.length;
    expect((await sessionOf('alla')).returns).toBe(1);
    await page.goto(cart);
    await page.locator('.line input[name^=quantity], ol.lines input[inputmode=decimal]').first().fill('7');
    const second = buyer.waitForReturn(count + 1);
    await pressContinue(page);
    expect(readOciReturn((await second).fields()).items[0]!.fields['QUANTITY']).toBe('7');
    expect((await sessionOf('alla')).returns).toBe(2);
  });

  it('a hook that redirects gets the cart all the same', async () => {
    const { page, complaints } = await visit();
    await page.goto(buyer.page(wayIn('alla', { HOOK_URL: buyer.movedHookUrl }), 'window'));
    await page.click('#open');
    await fillCart(page, 'KP-02', '1');
    const back = buyer.waitForReturn();
    await pressContinue(page);
    const form = await back;
    expect([form.method, form.url]).toEqual(['POST', '/hook?ticket=8']);
    expect(readOciReturn(form.fields()).items).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  it('cancelling leaves nothing behind at the buyer', async () => {
    const { page } = await visit();
    await page.goto(buyer.page(wayIn('alla'), 'window'));
    await page.click('#open');
    await fillCart(page, 'KP-02', '1');
    const before = buyer.returned.length;
    await page.locator('button[formaction$="/cancel"]').click();
    await page.waitForLoadState();
    expect(buyer.returned.length).toBe(before);
    expect(await sessionOf('alla')).toMatchObject({ state: 'cancelled', returns: 0 });
  });

  it('a start link that was used is refused with a page that says what to do', async () => {
    const answer = await fetch(`${system.apiUrl}/punchout/alla`, {
      method: 'POST',
      body: new URLSearchParams(ociCall('alla', buyer.hookUrl)),
      redirect: 'manual',
    });
    const link = answer.headers.get('location')!;
    const { page } = await visit({ language: 'sv' });
    await page.goto(link);
    await page.locator('a[href$="/cart"]').first().click();
    const other = await visit({ language: 'sv' });
    const again = await other.page.goto(link);
    expect(again!.status()).toBe(410);
    await expectAccessible(other.page);
  });
});

describe('cXML', () => {
  it('create in a popup, edit it, inspect it', async () => {
    const { startPage } = await setUp(system, 'alla', { browserFormPost: buyer.hookUrl });
    const { page, context } = await visit({ blockCookies: true });
    await page.goto(buyer.page({ link: startPage }, 'popup'));
    const opened = context.waitForEvent('page');
    await page.click('#open');
    const shop = await opened;
    await fillCart(shop, 'KP-02', '4');
    const created = buyer.waitForReturn();
    await pressContinue(shop);
    const message = cxmlOf(await created);
    expect(message).toMatchObject({ status: { code: 200 }, buyerCookie: 'kaka 1 &amp; åäö', operationAllowed: 'edit' });
    expect(message.items).toHaveLength(1);
    expect(message.items[0]).toMatchObject({ quantity: '4', unitOfMeasure: 'PK', itemId: { supplierPartId: 'KP-02' } });

    const edit = await setUp(system, 'alla', {
      operation: 'edit',
      browserFormPost: buyer.hookUrl,
      items: message.items,
    });
    await page.goto(edit.startPage);
    await page.locator('ol.lines input[inputmode=decimal]').first().fill('9');
    const edited = buyer.waitForReturn();
    await pressContinue(page);
    const changed = cxmlOf(await edited);
    expect(changed.items.map(({ quantity }) => quantity)).toEqual(['9']);

    const look = await setUp(system, 'alla', {
      operation: 'inspect',
      browserFormPost: buyer.hookUrl,
      items: changed.items,
    });
    await page.goto(look.startPage);
    expect(await page.locator('.summary button.primary').count()).toBe(0);
    expect(await page.locator('ol.lines').innerText()).toContain('KP-02');
  });

  it('a cancelled edit leaves the earlier cart as it was: Status 204', async () => {
    const item = { itemId: { supplierPartId: 'KP-02', references: [] }, quantity: '3', lineNumber: '1' };
    const { startPage } = await setUp(system, 'alla', {
      operation: 'edit',
      browserFormPost: buyer.hookUrl,
      items: [item],
    });
    const { page } = await visit();
    await page.goto(startPage);
    const back = buyer.waitForReturn();
    await page.locator('button[formaction$="/cancel"]').click();
    expect(cxmlOf(await back)).toMatchObject({ status: { code: 204 }, items: [] });
  });

  it('cxml-urlencoded is ASCII', async () => {
    const { startPage } = await setUp(system, 'gammal', { browserFormPost: buyer.hookUrl });
    const { page } = await visit();
    await page.goto(startPage);
    await fillCart(page, 'PA-01', '2');
    const back = buyer.waitForReturn();
    await pressContinue(page);
    const form = await back;
    const [[name, value]] = form.fields() as [[string, string]];
    expect(name).toBe('cxml-urlencoded');
    expect(value).toMatch(/^[\x20-\x7e\r\n]+$/);
    expect(value).toContain('&#228;');
    expect(cxmlOf(form).items[0]!.itemId.supplierPartId).toBe('PA-01');
  });
});

describe('Peppol Punch Out', () => {
  it.each(['peppol-18a-cart', 'peppol-3-cart'] as const)(
    '%s in a frame: the cart breaks no official rule',
    async (document) => {
      const specification = profiles[document].customizations[0];
      const fields: [string, string][] = [
        ['username', 'alla'],
        ['password', SECRET],
        ['return_object_spec_id', `\n  ${specification}`],
        ['post_url', buyer.hookUrl],
      ];
      const { page } = await visit({ blockCookies: true });
      const action = `${system.apiUrl}/punchout/alla`;
      await page.goto(buyer.page({ action, method: 'post', fields }, 'frame'));
      await page.click('#open');
      const shop = page.frameLocator('iframe[name=shop]');
      await fillCart(shop, 'HM-01', '10');
      const back = buyer.waitForReturn();
      await pressContinue(shop);
      const returned = Object.fromEntries((await back).fields());
      expect(returned).toMatchObject({
        return_object_spec_id: specification,
        return_object_mime: 'application/xml',
        return_object_encoding: 'UTF-8',
      });
      const validator = new DocumentValidator();
      validator.write(decodeBase64(returned['return_object_base64']!)!);
      const result = validator.finish();
      expect(result).toMatchObject({ format: document, valid: true });
      expect(result.findings.filter(({ severity }) => severity === 'fatal')).toEqual([]);
    },
  );
});
