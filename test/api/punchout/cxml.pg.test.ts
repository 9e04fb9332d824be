import { beforeAll, describe, expect, it } from 'vitest';
import { parseCxml } from '../../../formats/cxml/envelope.parse.ts';
import {
  writePunchOutSetupRequest,
  type SetupRequestToWrite,
} from '../../../formats/cxml/punchOutSetupRequest.write.ts';
import { allText, child, children } from '../../../formats/cxml/read.ts';
import { addIncoming } from '../../../partners/credentials.ts';
import { createPartner, saveAgreement, updatePartner } from '../../../partners/partners.ts';
import { categoryEntry, SHOP_ENTRY } from '../../../sessions/catalogueEntry.ts';
import type { TestApi } from '../../kit/api.ts';
import { BUYER, call, everything, HOOK, latestSession, partner, SECRET, SHOP, startDoor } from './door.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startDoor();
  await partner(api, 'verken');
  return api.close;
});

function setup(more: Partial<SetupRequestToWrite> = {}): string {
  return writePunchOutSetupRequest({
    ...{ version: '1.2.014', language: 'sv', payloadId: '1@kund.example', timestamp: '2026-11-25T20:00:00+01:00' },
    ...{ from: BUYER, to: SHOP, sender: { ...BUYER, sharedSecret: SECRET }, userAgent: 'Test' },
    ...{ operation: 'create', buyerCookie: 'kaka <1> & ö', browserFormPost: HOOK },
    extrinsics: { UniqueName: 'åsa.öberg', UserEmail: 'asa@kund.example', CostCenter: '4010' },
    items: [],
    ...more,
  });
}

async function post(xml: string | Uint8Array, path = 'verken', type = 'text/xml; charset=utf-8') {
  const answer = await call(api, path, { method: 'POST', headers: { 'content-type': type }, body: xml });
  const document = parseCxml(Buffer.from(answer.text));
  const start = child(document.content, 'StartPage', 'URL');
  return {
    ...answer,
    document,
    code: document.status?.code,
    message: document.status?.message ?? '',
    startPage: start && allText(start),
  };
}

describe('PunchOutSetupRequest', () => {
  it('is answered with a start page', async () => {
    const { status, headers, code, startPage } = await post(setup());
    expect([status, code]).toEqual([200, 200]);
    expect(headers.get('content-type')).toBe('text/xml; charset=UTF-8');
    expect(startPage).toMatch(/^http:\/\/localhost:3000\/shop\/start\/[\w-]{43}$/);
    expect(await latestSession(api)).toMatchObject({
      protocol: 'cxml',
      operation: 'create',
      user_key: 'åsa.öberg',
      user_mail: 'asa@kund.example',
      parameters: { CostCenter: '4010' },
      return_spec: { url: HOOK, buyerCookie: 'kaka &lt;1&gt; &amp; ö', from: [BUYER], to: [SHOP] },
    });
  });

  it('keeps the document of the call without its secret', async () => {
    await post(setup());
    const { id } = (await latestSession(api)) as { id: string };
    const rows = await api.database.em().execute(
      `select convert_from(chunk.bytes, 'UTF8') as text from session_document document
       join document_chunk chunk on chunk.document_id = document.id where document.session_id = ?`,
      [id],
    );
    const [{ text }] = rows as [{ text: string }];
    expect(text).toContain('<SharedSecret>***</SharedSecret>');
    expect(text).not.toContain(SECRET);
  });

  it('rebuilds the cart of an edit by article number, and refuses one that cannot be rebuilt with 412', async () => {
    const item = { itemId: { supplierPartId: 'KP-02', references: [] }, quantity: '3', lineNumber: '1' };
    expect((await post(setup({ operation: 'edit', items: [item] }))).code).toBe(200);
    const lost = { ...item, itemId: { supplierPartId: 'FINNS-EJ', references: [] } };
    const refused = await post(setup({ operation: 'edit', items: [item, lost] }));
    expect(refused.code).toBe(412);
    expect(refused.message).toContain('ItemOut[2]/SupplierPartID');
    expect(refused.message).toContain('FINNS-EJ');
    expect(await latestSession(api)).toMatchObject({ operation: 'edit', last_line: 1 });
    expect((await post(setup({ operation: 'inspect', items: [item] }))).code).toBe(200);
    expect((await post(setup({ operation: 'create', items: [item, lost] }))).code).toBe(200);
  });

  it.each([
    ['KP-02', '/product/KP-02'],
    [categoryEntry('Pärmar & mappar'), `/category/${encodeURIComponent('Pärmar & mappar')}`],
    [SHOP_ENTRY, '/'],
  ])('goes straight to the selected item, or to what an entry of the catalogue stands for: %s', async (part, lands) => {
    const id = part.replace('&', '&amp;');
    const xml = setup().replace(
      '</PunchOutSetupRequest>',
      `<SelectedItem><ItemID><SupplierPartID>${id}</SupplierPartID></ItemID></SelectedItem></PunchOutSetupRequest>`,
    );
    const { code, startPage } = await post(xml);
    expect(code).toBe(200);
    const opened = await fetch(`${api.url}${new URL(startPage!).pathname}`, { redirect: 'manual' });
    expect(opened.headers.get('location')?.replace(/^.*\/shop\/[\w-]+/, '')).toBe(lands);
  });

  it.each<[string, () => string, number, string]>([
    ['a wrong secret', () => setup({ sender: { ...BUYER, sharedSecret: 'fel' } }), 401, 'credentials'],
    ['no secret', () => setup().replace(/<SharedSecret>.*<\/SharedSecret>/, ''), 401, 'credentials'],
    [
      'an unknown Sender',
      () => setup({ sender: { domain: 'DUNS', identity: '1', sharedSecret: SECRET } }),
      401,
      'credentials',
    ],
    ['a foreign From', () => setup({ from: { domain: 'DUNS', identity: '2' } }), 401, 'sender'],
    ['a foreign To', () => setup({ to: { domain: 'DUNS', identity: '3' } }), 401, 'sender'],
    ['operation source', () => setup({ operation: 'source' }), 450, 'body'],
    ['a foreign return address', () => setup({ browserFormPost: 'https://evil.example/' }), 403, 'returnAddress'],
    ['no Header', () => setup().replace(/<Header>.*<\/Header>/s, ''), 400, 'body'],
    ['another request', () => setup().replaceAll('PunchOutSetupRequest', 'GetPendingRequest'), 450, 'body'],
    ['no cXML', () => '<Order/>', 406, 'body'],
    ['no XML', () => '<cXML><Header', 406, 'body'],
    ['declared entities', () => setup().replace(/<!DOCTYPE[^>]*>/, '<!DOCTYPE cXML [<!ENTITY a "b">]>'), 406, 'body'],
  ])('is refused with %s, in cXML with HTTP 200', async (_, xml, code, check) => {
    const answer = await post(xml());
    expect([answer.status, answer.code]).toEqual([200, code]);
    expect(answer.message).toContain(answer.headers.get('x-request-id'));
    const { items } = (await api.call<{ items: Record<string, unknown>[] }>('GET', '/refused-requests?limit=1')).body;
    expect(items[0]).toMatchObject({ failedCheck: check });
    const kept = await api.call('GET', `/refused-requests/${String(items[0]!['id'])}`);
    expect(JSON.stringify(kept.body)).not.toContain('hemlig');
  });

  it('compares domains and identities without case', async () => {
    const shouted = { domain: 'duns', identity: ` ${BUYER.identity} ` };
    expect((await post(setup({ from: shouted, sender: { ...shouted, sharedSecret: SECRET } }))).code).toBe(200);
  });

  it('tells an error by the HTTP status too, where that is agreed', async () => {
    const cxml = { from: [BUYER], errorsAsHttpStatus: true };
    await partner(api, 'status', { ...everything, cxml });
    const answer = await post(setup({ sender: { ...BUYER, sharedSecret: 'fel' } }), 'status');
    expect([answer.status, answer.code]).toEqual([401, 401]);
  });

  it('answers 560 while the partner is paused, and 401 at an address that nobody has', async () => {
    const id = await partner(api, 'pausad');
    await updatePartner(api.database.em(), id, { paused: true });
    expect((await post(setup(), 'pausad')).code).toBe(560);
    expect((await post(setup(), 'ingen')).code).toBe(401);
  });
});

describe('other ways to send it', () => {
  it('in a multipart body', async () => {
    const body =
      `--gräns\r\n`.replace('ä', 'a') +
      `Content-Type: text/xml; charset=UTF-8\r\nContent-ID: <main@kund.example>\r\n\r\n${setup()}\r\n--grans--\r\n`;
    const type = 'multipart/related; boundary=grans; type="text/xml"; start="<main@kund.example>"';
    expect((await post(body, 'verken', type)).code).toBe(200);
    expect((await post(body, 'verken', 'multipart/related; boundary=annan')).code).toBe(406);
  });

  it('in a form of an old integration', async () => {
    const body = new URLSearchParams({ 'cXML-urlencoded': setup() });
    const answer = await call(api, 'verken', { method: 'POST', body });
    expect(answer.text).toContain('<StartPage>');
    const refused = await call(api, 'verken', {
      method: 'POST',
      body: new URLSearchParams({ 'cXML-urlencoded': '<x/>' }),
    });
    expect(refused.text).toContain('code="406"');
  });

  it('through a hub: Sender is the hub, From names the partner', async () => {
    const em = api.database.em();
    const hub = await createPartner(em, { kind: 'hub', name: 'Nätet', addresses: { production: 'natet' } });
    const of = { partnerId: hub, mode: 'production' as const, by: 'test' };
    await addIncoming(em, api.deps.keyRing, {
      ...of,
      name: 'x',
      kind: 'cxml',
      user: 'NetworkID/AN01-T',
      secret: SECRET,
    });
    await saveAgreement(em, { ...of, settings: {} });
    const from = { domain: 'NetworkID', identity: 'AN0100000777' };
    const served = await createPartner(em, { name: 'Norra Bruket', hubId: hub, addresses: { production: 'bruket' } });
    const punchOut = { ...everything, cxml: { from: [from] } };
    await saveAgreement(em, { ...of, partnerId: served, settings: { punchOut } });
    const sender = { domain: 'NetworkId', identity: 'AN01-T', sharedSecret: SECRET };
    expect((await post(setup({ from, sender }), 'hub/natet')).code).toBe(200);
    expect(await latestSession(api)).toMatchObject({ partner_id: served, partner_code: 'bruket' });
    expect((await post(setup({ sender }), 'hub/natet')).code).toBe(401);
    expect((await post(setup({ from, sender }), 'natet')).code).toBe(401);
  });
});

it('ProfileRequest tells which requests are taken, and where', async () => {
  const xml = setup().replace(/<PunchOutSetupRequest.*<\/PunchOutSetupRequest>/s, '<ProfileRequest/>');
  const { code, document } = await post(xml);
  expect(code).toBe(200);
  const transactions = children(document.content, 'Transaction').map((each) => [
    each.attribute('requestName'),
    allText(child(each, 'URL')!),
  ]);
  const url = 'http://localhost:3000/punchout/verken';
  expect(transactions).toEqual([
    ['ProfileRequest', url],
    ['PunchOutSetupRequest', url],
  ]);
});
