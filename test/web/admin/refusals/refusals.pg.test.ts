import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addIncoming, revokeCredential } from '../../../../partners/credentials.ts';
import { createPartner, saveAgreement } from '../../../../partners/partners.ts';
import type { CredentialKind, Mode } from '../../../../partners/partner.entity.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  startBrowser,
  type TestBrowser,
} from '../../../kit/browser.ts';
import { startConsole, type Console, type ConsoleClient } from '../../../kit/console.ts';

let desk: Console;
let reader: ConsoleClient;
let partnerId: string;

const SECRET = 'Sommar-och-sol-4711';

async function addSecret(mode: Mode, kind: CredentialKind, user: string, secret: string): Promise<string> {
  const { deps, database } = desk.api;
  const given = { partnerId, mode, name: `${kind} ${user}`, kind, user, secret, by: 'Åsa' };
  return addIncoming(database.em(), deps.keyRing, given);
}

beforeAll(async () => {
  desk = await startConsole(undefined, { publicUrl: 'https://orders.example.com' });
  reader = await desk.signIn('reader');
  const em = desk.api.database.em();
  const addresses = { production: 'umea', test: 'umea-test' };
  partnerId = await createPartner(em, { name: 'Umeå Verkstad', addresses });
  const settings = {
    formats: ['peppol-28a-order', 'cxml-order-request'],
    senders: [{ scheme: '0007', id: '5560001111' }],
    cxml: { from: [{ domain: 'DUNS', identity: '123456789' }], to: [{ domain: 'DUNS', identity: '987654321' }] },
    punchOut: {
      oci: { parameters: { user: 'USERNAME', password: 'PASSWORD' } },
      currency: 'SEK',
      returnHosts: ['buyer.example.com'],
    },
  };
  await saveAgreement(em, { partnerId, mode: 'production', settings, by: 'Åsa' });
  await addSecret('production', 'basic', 'umea', SECRET);
  await addSecret('production', 'cxml', 'NetworkID/AN01', `${SECRET}-cxml`);
  await addSecret('production', 'form', 'buyer', `${SECRET}-form`);
  await addSecret('test', 'basic', 'umea', `${SECRET}-test`);
  const { database } = desk.api;
  const old = await addSecret('production', 'basic', 'old', `${SECRET}-old`);
  await revokeCredential(database.em(), partnerId, old);
});
afterAll(() => desk.api.close());

async function send(path: string, user: string | undefined, secret: string, body = '<Order/>'): Promise<number> {
  const authorization = user === undefined ? undefined : `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
  const headers = { 'content-type': 'application/xml', ...(authorization && { authorization }) };
  return (await fetch(desk.api.url + path, { method: 'POST', headers, body })).status;
}

const cxml = (from: string, to: string, secret = `${SECRET}-cxml`): string => `<?xml version="1.0" encoding="UTF-8"?>
<cXML payloadID="1@buyer" timestamp="2026-11-26T09:00:00+01:00"><Header>
<From><Credential domain="DUNS"><Identity>${from}</Identity></Credential></From>
<To><Credential domain="DUNS"><Identity>${to}</Identity></Credential></To>
<Sender><Credential domain="NetworkID"><Identity>AN01</Identity><SharedSecret>${secret}</SharedSecret></Credential></Sender>
</Header><Request><OrderRequest/></Request></cXML>`;

/** Titles of the refusals on the partner's page, newest first. */
async function titles(): Promise<string[]> {
  const { html } = await reader.get(`/partners/${partnerId}/refusals`);
  return [...html.matchAll(/<h2 class="refusal-title">([^<]+)/g)].map(([, title]) => title!);
}

describe('why a request was refused', () => {
  test.each([
    ['nothing shown', undefined, '', 'No user and secret were shown'],
    ['a wrong secret', 'umea', 'x', 'The secret is wrong, the user is right'],
    ['a wrong user', 'umeo', SECRET, 'The user is wrong, the secret is right'],
    ['the test secret', 'umea', `${SECRET}-test`, 'The secret is that of the other address'],
    ['a revoked secret', 'old', `${SECRET}-old`, 'The secret was revoked'],
    ['the browser’s log-in', 'buyer', `${SECRET}-form`, 'The log-in belongs to another kind of access'],
    ['somebody else', 'x', 'y', 'User and secret are unknown'],
  ])('%s', async (_, user, secret, title) => {
    expect(await send('/punchin/umea', user, secret)).toBe(401);
    expect((await titles())[0]).toBe(title);
  });

  test.each([
    ['From', cxml('555', '987654321'), 'From is wrong', 'DUNS/555', 'DUNS/123456789'],
    ['To', cxml('123456789', '555'), 'To is wrong', 'DUNS/555', 'DUNS/987654321'],
    [
      'Sender’s secret',
      cxml('123456789', '987654321', 'x'),
      'The secret is wrong, the user is right',
      'networkid/an01',
      'umea',
    ],
  ])('%s of cXML, with what was found and what is agreed', async (_, body, title, found, expected) => {
    await send('/punchin/umea', undefined, '', body);
    expect((await titles())[0]).toBe(title);
    const { html } = await reader.get(`/partners/${partnerId}/refusals`);
    const first = html.slice(
      html.indexOf('class="refusals"'),
      html.indexOf('</article>', html.indexOf('class="refusals"')),
    );
    expect(first).toContain(found);
    expect(first).toContain(expected);
  });

  test('leads to the page that mends it, and to the code’s page', async () => {
    await send('/punchin/umea', undefined, '', cxml('555', '987654321'));
    const { html } = await reader.get(`/partners/${partnerId}/refusals`);
    expect(html).toContain(`/admin/partners/${partnerId}/agreements/production/sections/cxml-orders`);
    expect(html).toContain('/errors/SenderMismatch');
  });

  test('is told for addresses that nobody has, on the page of everybody', async () => {
    await send('/punchin/nobody', 'a', 'wrong-secret');
    const { html } = await reader.get('/refusals');
    expect(html).toContain('Nobody has this address');
    expect(html).toContain('/punchin/nobody');
    expect(html).toContain('Umeå Verkstad');
  });

  test('shows what was kept, as text and without any secret', async () => {
    await send(
      '/punchin/umea',
      undefined,
      '',
      cxml('555<b>', '987654321').replaceAll('<b>', '&lt;script&gt;alert(1)&lt;/script&gt;'),
    );
    const [, address] = /href="\/admin(\/refusals\/[0-9a-f-]+)"/.exec(
      (await reader.get(`/partners/${partnerId}/refusals`)).html,
    )!;
    const { html } = await reader.get(address!);
    expect(html).toContain('&lt;SharedSecret&gt;***&lt;/SharedSecret&gt;');
    expect(html).not.toContain('<script>alert');
    for (const path of [address!, '/refusals', `/partners/${partnerId}/refusals`])
      expect((await reader.get(path)).html).not.toContain(SECRET);
  });

  test('tells of newer ones without moving what is read', async () => {
    const { html } = await reader.get(`/partners/${partnerId}/refusals`);
    const [, look] = /id="newer"[^>]*hx-get="\/admin([^"]+)"/.exec(html)!;
    expect((await reader.get(look!)).html).not.toContain('newer request');
    await send('/punchin/umea', 'umea', 'wrong-secret');
    expect((await reader.get(look!)).html).toContain('1 newer request was refused');
  });

  test('unknown partners and requests are not found', async () => {
    const unknown = '019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11';
    for (const path of [`/partners/${unknown}/refusals`, `/refusals/${unknown}`, '/refusals/x'])
      expect((await reader.get(path)).status).toBe(404);
  });
});

describe('a request that is pasted', () => {
  let operator: ConsoleClient;
  beforeAll(async () => {
    operator = await desk.signIn('operator');
  });

  /** What each check said: `From: Wrong`. */
  async function tried(pasted: string): Promise<{ html: string; said: string[] }> {
    const { status, html } = await operator.post(`/partners/${partnerId}/refusals/paste`, {
      pasted,
      mode: 'production',
    });
    expect(status).toBe(200);
    const steps = [...html.matchAll(/<p class="refusals-step">[^]*?<\/svg>\s*(\w+)<\/span>\s*<strong>([^<]+)/g)];
    return { html, said: steps.map(([, outcome, name]) => `${name}: ${outcome}`) };
  }

  const counted = async (): Promise<string> =>
    JSON.stringify(
      await desk.api.database.em().execute(`select
        (select count(*) from refused_request) as refused, (select count(*) from inbound_document) as documents,
        (select count(*) from punch_out_session) as sessions, (select max(last_used_at) from partner_credential) as used`),
    );

  test('says which of Sender, From and To is wrong, each for itself', async () => {
    const { said, html } = await tried(cxml('555', '666', 'wrong-secret'));
    expect(said).toEqual(
      expect.arrayContaining(['User and secret: Wrong', 'From: Wrong', 'To: Wrong', 'Format: Right']),
    );
    expect(html).toContain('The secret is wrong, the user is right');
    expect(html).toContain('DUNS/123456789');
    expect(html).not.toContain('wrong-secret');
    expect((await tried(cxml('123456789', '987654321'))).html).toContain('It would be let in.');
  });

  test('reads a curl command, and takes its address', async () => {
    const { said, html } = await tried(`curl -u 'umeo:${SECRET}' https://orders.example.com/punchin/umea`);
    expect(said).toContain('User and secret: Wrong');
    expect(html).toContain('The user is wrong, the secret is right');
    expect(html).not.toContain(SECRET);
    const nobody = await tried('curl -u a:wrong-secret https://orders.example.com/punchin/nobody');
    expect(nobody.said).toEqual(['Address: Wrong']);
  });

  test('reads the log-in of a browser', async () => {
    const call = (password: string, hook: string): string =>
      `https://orders.example.com/punchout/umea?USERNAME=buyer&PASSWORD=${password}&HOOK_URL=${encodeURIComponent(hook)}`;
    const { said, html } = await tried(call(`${SECRET}-form`, 'https://evil.example.com/'));
    expect(said).toEqual(
      expect.arrayContaining([
        'User and secret: Right',
        'Kind of PunchOut: Right',
        'Return address of the cart: Wrong',
      ]),
    );
    expect(html).toContain('buyer.example.com');
    expect(html).not.toContain(SECRET);
    expect((await tried(call('wrong-secret', 'https://buyer.example.com/'))).html).toContain('The secret is wrong');
  });

  test('reads an order in UBL, its format and its sender', async () => {
    const order = readFileSync(join(import.meta.dirname, '../../../../docs/examples/order-4714-order3.xml'), 'utf8');
    const { said } = await tried(order);
    expect(said).toEqual(
      expect.arrayContaining(['User and secret: Wrong', 'Format: Wrong', 'Sender of the document: Wrong']),
    );
  });

  test('stores, counts and begins nothing, and is for operators', async () => {
    const before = await counted();
    await tried(cxml('123456789', '987654321'));
    await tried(`curl -u 'umea:${SECRET}' https://orders.example.com/punchin/umea`);
    expect(await counted()).toBe(before);
    expect((await reader.get(`/partners/${partnerId}/refusals/paste`)).status).toBe(403);
  });

  test('that cannot be read is kept in its field, with what would be read', async () => {
    const path = `/partners/${partnerId}/refusals/paste`;
    const { status, html } = await operator.post(path, { pasted: '   ', mode: 'test' });
    expect(status).toBe(422);
    expect(html).toContain('Paste a request.');
    const hostile = await operator.post(path, { pasted: '</textarea><script>alert(1)</script>', mode: 'production' });
    expect(hostile.html).not.toContain('<script>alert');
  });
});

describe('in a browser', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  test('the connection test waits, and turns into its result by itself', async () => {
    const visit = await desk.browserAs(browser, 'operator', { language: 'en' });
    const page = await visit.open(`/partners/${partnerId}/refusals`);
    await page.getByRole('link', { name: 'Start a connection test' }).click();
    await page.getByText('Waiting for the next request').waitFor();
    await keepScreenshot(page, 'refusals-waiting-1440-light-en');
    await send('/punchin/umea', 'umea', 'wrong');
    await page.getByText('A request came and was refused').waitFor();
    expect(await page.locator('#test').innerText()).toContain('The secret is wrong');
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  test.each([
    { width: 1440, scheme: 'dark', language: 'en' },
    { width: 360, scheme: 'light', language: 'sv' },
  ] as const)('looks right at $width px in $scheme, $language', async ({ width, scheme, language }) => {
    const visit = await desk.browserAs(browser, 'operator', { width, scheme, language });
    const { page } = visit;
    await visit.open(`/partners/${partnerId}/refusals`);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await keepScreenshot(page, `refusals-partner-${width}-${scheme}-${language}`);
    await visit.open(`/partners/${partnerId}/refusals/paste`);
    await page.locator('#pasted').fill(cxml('555', '987654321'));
    await page.locator('main form button').click();
    await page.locator('.refusals-steps').waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await keepScreenshot(page, `refusals-paste-${width}-${scheme}-${language}`);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});
