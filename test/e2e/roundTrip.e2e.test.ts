import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CxmlRequestContext } from '../../formats/cxml/envelope.write.ts';
import { withSharedSecret } from '../../formats/cxml/sharedSecret.write.ts';
import { writeOrderRequest } from '../../formats/cxml/orderRequest.write.ts';
import { writeResponse } from '../../formats/cxml/response.write.ts';
import { writeEnvelope, type EnvelopeFields } from '../../formats/sbdh/sbdh.write.ts';
import { profiles } from '../../formats/ubl/profiles.ts';
import { addIncoming, setOutgoing } from '../../partners/credentials.ts';
import { createPartner, saveAgreement } from '../../partners/partners.ts';
import { orderText } from '../../simulator/orders.ts';
import { readCart } from '../../simulator/readCart.ts';
import { fulfillErrors, noDtds } from '../formats/cxml/kit.ts';
import { AccessPoint } from '../kit/accessPoint.ts';
import { startBrowser, type TestBrowser, type Visit } from '../kit/browser.ts';
import { startSftpServer, type SftpTestServer } from '../kit/sftpServer.ts';
import { startSystem } from '../kit/system.ts';
import { startPurchasingSystem, type PurchasingSystem } from '../kit/purchasingSystem.ts';
import { Receiver } from '../workflows/engine.ts';
import { BUYER, fillCart, ociCall, pressContinue, SECRET, setUp, SHOP } from './punchOut.ts';
import {
  BUYER_IN_PEPPOL,
  catalogueOf,
  findingsOf,
  followed,
  orderOf,
  shop,
  SHOP_IN_PEPPOL,
  tradingPartner,
  type TradingPartner,
  WANTED,
  type Way,
} from './roundTrip.ts';
import { example, Outside, until } from './system.ts';

let outside: Outside;
let purchasing: PurchasingSystem;
let browser: TestBrowser;
let sftp: SftpTestServer;
let accessPoint: AccessPoint;
const receivers: Receiver[] = [];

beforeAll(async () => {
  accessPoint = await AccessPoint.start({ user: 'nordverkstad', password: SECRET });
  accessPoint.receivers.add(`${BUYER_IN_PEPPOL.scheme}:${BUYER_IN_PEPPOL.id}`);
  const url = new URL(accessPoint.url);
  const settings = {
    PICKUP_INTERVAL: '200ms',
    ACCESS_POINT_URL: `http://nordverkstad:${encodeURIComponent(SECRET)}@${url.host}${url.pathname}`,
  };
  outside = new Outside(await startSystem(settings));
  [purchasing, browser, sftp] = [await startPurchasingSystem(), await startBrowser(), await startSftpServer()];
});
afterAll(async () => {
  await browser.close();
  await purchasing.close();
  for (const receiver of receivers) receiver.close();
  await outside.system.close();
  await sftp.close();
  accessPoint.close();
});

async function http(
  code: string,
  headers: Record<string, string>,
  answer: Receiver['usual'],
): Promise<{ way: Way; url: string }> {
  const receiver = new Receiver();
  receivers.push(receiver);
  receiver.usual = answer;
  await receiver.listen();
  const way: Way = {
    received: () => receiver.received.map(({ body }) => body),
    send: (document) => post(code, headers, document),
  };
  return { way, url: receiver.url };
}

async function post(code: string, headers: Record<string, string>, body: string): Promise<void> {
  const answer = await fetch(`${outside.system.apiUrl}/punchin/${code}`, { method: 'POST', headers, body });
  const text = await answer.text();
  expect(answer.ok, text).toBe(true);
}

/** The access point as a hub: one address and one secret for every partner behind it. */
async function accessPointHub(): Promise<{ readonly id: string; readonly code: string }> {
  const { database, keyRing } = outside.system;
  const [em, code] = [database.em(), 'accesspunkten'];
  const id = await createPartner(em, { kind: 'hub', name: 'Accesspunkten', addresses: { production: code } });
  const of = { partnerId: id, mode: 'production', by: 'test' } as const;
  await addIncoming(em, keyRing, { ...of, name: 'orders', kind: 'basic', user: code, secret: SECRET });
  await saveAgreement(em, { ...of, settings: {} });
  return { id, code };
}

/** Folders on the buyer's file server. */
function files(): {
  way: Way;
  login: { kind: 'sftp'; host: string; port: number; user: string; credential: string; hostKey: string };
} {
  const [to, from] = [join(sftp.root, 'till-kommunen'), join(sftp.root, 'fran-kommunen')];
  for (const folder of [to, from]) mkdirSync(folder);
  const way: Way = {
    received: () =>
      readdirSync(to)
        .filter((name) => !name.startsWith('.'))
        .map((name) => ({ text: readFileSync(join(to, name), 'utf8'), at: statSync(join(to, name)).mtimeMs }))
        .toSorted((one, other) => one.at - other.at)
        .map(({ text }) => text),
    send: (document) => {
      writeFileSync(join(from, 'order.part'), document);
      renameSync(join(from, 'order.part'), join(from, 'order.xml'));
      return Promise.resolve();
    },
  };
  const { port, user, hostKey } = sftp;
  return { way, login: { kind: 'sftp', host: '127.0.0.1', port, user, credential: 'filer', hostKey } };
}

/** What we show to the buyer's file server. */
async function secretOf({ id }: TradingPartner, secret: string): Promise<void> {
  const { database, keyRing } = outside.system;
  const given = { partnerId: id, mode: 'production', name: 'filer', kind: 'bearer', secret, by: 'test' } as const;
  await setOutgoing(database.em(), keyRing, given);
}

const accepted = writeResponse(
  { version: '1.2.050', payloadId: '1@koncernen.example', timestamp: '2026-11-26T12:00:00Z', language: 'sv' },
  { code: 200 },
);

const basic = (code: string) => `Basic ${Buffer.from(`${code}:${SECRET}`).toString('base64')}`;
const xml = 'application/xml';

/** Opens the shop by a login form. */
async function punchOut(code: string, fields: [string, string][]): Promise<Visit> {
  const visit = await browser.visit({ blockCookies: true });
  const action = `${outside.system.apiUrl}/punchout/${code}`;
  await visit.page.goto(purchasing.page({ action, method: 'post', fields }, 'window'));
  await visit.page.click('#open');
  return visit;
}

/** An order of the whole cart differs from it in nothing. */
async function expectNoDifference(
  orderId: string,
  quantities: readonly string[] = WANTED.map(({ quantity }) => quantity),
): Promise<void> {
  const { carts, added } = await outside.rest<{
    carts: { lines: { ordered: string; left: string; differences: string[] }[] }[];
    added: unknown[];
  }>('GET', `/orders/${orderId}/cart`);
  expect(added).toEqual([]);
  expect(carts.map(({ lines }) => lines.map(({ ordered, left, differences }) => [ordered, left, differences]))).toEqual(
    [quantities.map((quantity) => [quantity, '0', []])],
  );
}

test('the tour of the README: the catalogue, a cart, the order of that cart, and what follows it', async () => {
  const { items } = await outside.rest<{ items: { id: string; name: string }[] }>('GET', '/partners');
  const { id: partnerId } = items.find(({ name }) => name === 'Lindströms Mekaniska')!;
  await outside.rest('POST', `/partners/${partnerId}/catalogue-exports`, {});
  const demo: Way = { received: () => outside.received(), send: () => Promise.reject(new Error('not by this way')) };
  const catalogue = await until(() => outside.received().find((text) => /<Catalogue /.test(text)));
  expect(catalogue).toContain('>KS-08<');

  const { page } = await browser.visit({ width: 1100, height: 760, blockCookies: true });
  await page.goto(outside.system.buyerUrl);
  await page.click('#oci');
  await page.locator('.strip').first().waitFor();
  await fillCart(page, 'KS-08', '20');
  await fillCart(page, 'PA-01', '5');
  await pressContinue(page);
  await page.locator('h2', { hasText: 'Carts that came back: 1' }).waitFor();
  const returned = await page.locator('article').innerText();
  const [, cart] = /EXT_QUOTE_ID\[1\]\s+(\S+)/.exec(returned) ?? [];
  const { status } = await outside.send('lindstroms', example('order-4719-from-cart.xml').replace('THE-CART', cart!));
  expect(status).toBe(202);
  const { id, despatch } = await followed(outside, demo, '4719', {
    response: /<OrderResponse /,
    despatch: /<DespatchAdvice /,
  });
  await expectNoDifference(id, ['20', '5']);
  expect(findingsOf(despatch)).toEqual([]);
});

test('OCI and BIS 28A over SFTP: catalogue 1A, punch-out from it, order, order response, despatch advice', async () => {
  const code = 'kommunen';
  const { way, login } = files();
  const partner = await tradingPartner(outside, purchasing, code, {
    formats: ['peppol-28a-order'],
    answers: { acceptance: 'whenClean' },
    orderResponses: { ...login, folder: 'till-kommunen' },
    addresses: { catalogue: { ...login, folder: 'till-kommunen' } },
    pickups: [{ ...login, folder: 'fran-kommunen', whole: 'renamed' }],
    catalogue: { formats: ['peppol-1a'] },
    punchOut: { oci: {} },
  });
  await secretOf(partner, sftp.password);
  const catalogue = await catalogueOf(outside, partner, way);
  expect(findingsOf(catalogue)).toEqual([]);
  for (const { articleNumber } of WANTED) expect(catalogue).toContain(`>${articleNumber}<`);

  const { page, complaints } = await punchOut(code, ociCall(code, purchasing.hookUrl));
  await shop(page);
  const form = await purchasing.waitForReturn(1);
  const cart = readCart('oci', form.fields('iso-8859-1'), partner.settings.punchOut!);
  const { sent, buyer } = await orderOf(outside, partner, cart, 'peppol-28a-order');
  await way.send(orderText(buyer, sent));
  const { id, response, despatch } = await followed(outside, way, sent.order.number, {
    response: /<OrderResponse /,
    despatch: /<DespatchAdvice /,
  });
  await expectNoDifference(id);
  expect(response).toContain('<cbc:OrderResponseCode listID="UNCL1225">29</cbc:OrderResponseCode>');
  expect([findingsOf(response), findingsOf(despatch)]).toEqual([[], []]);
  expect(complaints).toEqual([]);
});

test('cXML over HTTP: CatalogUploadRequest with an Index, punch-out, OrderRequest, ConfirmationRequest, ShipNoticeRequest', async () => {
  const code = 'koncernen';
  const { way, url } = await http(code, { 'content-type': 'text/xml; charset=UTF-8' }, { status: 200, body: accepted });
  const partner = await tradingPartner(outside, purchasing, code, {
    formats: ['cxml-order-request'],
    answers: { acceptance: 'whenClean' },
    orderResponses: { url },
    addresses: { catalogue: { url } },
    catalogue: { formats: ['cxml-index'], uploadRequest: true },
    punchOut: { cxml: { from: [BUYER], to: [SHOP] } },
  });
  const catalogue = await catalogueOf(outside, partner, way);
  expect(catalogue).toContain('<CatalogUploadRequest operation="new">');
  for (const { articleNumber } of WANTED) {
    expect(catalogue).toContain(`<SupplierPartID>${articleNumber}</SupplierPartID>`);
  }

  const { startPage } = await setUp(outside.system, code, { browserFormPost: purchasing.hookUrl });
  const { page, complaints } = await browser.visit({ blockCookies: true });
  await page.goto(startPage);
  await shop(page);
  const form = await purchasing.waitForReturn(2);
  const cart = readCart('cxml', form.fields(), partner.settings.punchOut!);
  const { sent } = await orderOf(outside, partner, cart, 'cxml-order-request');
  const context: CxmlRequestContext = {
    version: '1.2.050',
    ...{ payloadId: sent.payloadId, timestamp: sent.order.timestamp, language: 'sv' },
    ...{ from: [BUYER], to: [SHOP], sender: BUYER, userAgent: 'Inköp', test: false },
  };
  const request = writeOrderRequest(context, { type: 'new', order: sent.order, version: 1 });
  await way.send(withSharedSecret(request, SECRET));
  const { id, response, despatch } = await followed(outside, way, sent.order.number, {
    response: /<ConfirmationRequest>/,
    despatch: /<ShipNoticeRequest>/,
  });
  await expectNoDifference(id);
  if (!noDtds()) {
    expect([response, despatch].map(fulfillErrors)).toEqual([[], []]);
  }
  expect(complaints).toEqual([]);
});

test('Peppol through an access point: Catalogue 3, Punch Out 3, Order 3 and all that follows, each in its envelope', async () => {
  const code = 'regionen';
  const hub = await accessPointHub();
  const way: Way = {
    received: () => accessPoint.taken.map(({ text }) => text),
    send: (document) => post(`hub/${hub.code}`, { 'content-type': xml, authorization: basic(hub.code) }, document),
  };
  const partner = await tradingPartner(
    outside,
    purchasing,
    code,
    {
      formats: ['peppol-3-order'],
      senders: [{ scheme: BUYER_IN_PEPPOL.scheme, id: BUYER_IN_PEPPOL.id }],
      answers: { acceptance: 'whenClean' },
      envelope: { kind: 'sbdh', shop: SHOP_IN_PEPPOL, partner: BUYER_IN_PEPPOL },
      orderResponses: { kind: 'peppol' },
      addresses: { catalogue: { kind: 'peppol' } },
      punchOut: { peppol: {} },
    },
    hub.id,
  );
  const catalogue = await catalogueOf(outside, partner, way);
  expect(catalogue).toContain('<StandardBusinessDocument ');
  expect(findingsOf(catalogue)).toEqual([]);

  const fields: [string, string][] = [
    ['username', code],
    ['password', SECRET],
    ['return_object_spec_id', profiles['peppol-3-cart'].customizations[0]],
    ['post_url', purchasing.hookUrl],
  ];
  const { page, complaints } = await punchOut(code, fields);
  await shop(page);
  const form = await purchasing.waitForReturn(3);
  const cart = readCart('peppol-3-cart', form.fields(), partner.settings.punchOut!);
  const { sent, buyer } = await orderOf(outside, partner, cart, 'peppol-3-order');
  const envelope: EnvelopeFields = {
    ...{ sender: BUYER_IN_PEPPOL, receiver: SHOP_IN_PEPPOL, format: 'peppol-3-order', countryC1: 'SE' },
    ...{ instanceIdentifier: crypto.randomUUID(), creationDateAndTime: new Date().toISOString() },
  };
  let document = '';
  for await (const piece of writeEnvelope(envelope, pieces(orderText(buyer, sent)))) document += piece;
  await way.send(document);
  const { id, response, despatch } = await followed(outside, way, sent.order.number, {
    response: /<OrderResponse /,
    despatch: /<DespatchAdvice /,
  });
  await expectNoDifference(id);
  for (const message of [response, despatch]) {
    expect(message).toContain('<StandardBusinessDocument ');
    expect(findingsOf(message)).toEqual([]);
  }
  expect(complaints).toEqual([]);
});

async function* pieces(text: string): AsyncGenerator<string> {
  yield text;
}
