import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readChunks } from '../../../documents/chunks.ts';
import { parseCxml } from '../../../formats/cxml/envelope.parse.ts';
import { addIncoming, cxmlUser } from '../../../partners/credentials.ts';
import { saveAgreement, updatePartner } from '../../../partners/partners.ts';
import { cxmlOrder, type CxmlOrderOptions } from './cxmlOrder.ts';
import { startIntake, type PartnerOptions, type TestIntake, type TestPartner } from './intake.ts';
import { order } from './order.ts';

const BUYER = { domain: 'NetworkID', identity: 'AN01000000042-T' };
const SHOP = { domain: 'DUNS', identity: '999999901' };
const SECRET = 'hemligt & <svårt>';
const settings = {
  formats: ['cxml-order-request', 'peppol-28a-order'],
  cxml: { from: [BUYER], to: [SHOP] },
};

let intake: TestIntake;
beforeAll(async () => {
  intake = await startIntake();
  return intake.close;
});

async function buyer(options: PartnerOptions = {}): Promise<TestPartner> {
  const partner = await intake.partner({ settings, ...options });
  const { mode = 'production' } = options;
  const given = { partnerId: partner.id, mode, name: 'cXML', kind: 'cxml', user: cxmlUser(BUYER), by: 'test' } as const;
  await addIncoming(intake.api.database.em(), intake.api.deps.keyRing, { ...given, secret: SECRET });
  return partner;
}

const xmlOf = (options: Partial<CxmlOrderOptions> = {}): string =>
  cxmlOrder({ from: BUYER, to: SHOP, secret: SECRET, ...options });

async function post(
  { path }: Pick<TestPartner, 'path'>,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): Promise<{ http: number; code: number | undefined; message: string; payloadId: string | undefined; text: string }> {
  const response = await fetch(intake.api.url + path, {
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=UTF-8', ...headers },
    body,
  });
  const text = await response.text();
  const { status, payloadId } = parseCxml(Buffer.from(text));
  return { http: response.status, code: status?.code, message: status?.message ?? '', payloadId, text };
}

interface Row {
  readonly id: string;
  readonly state: string;
  readonly mode: string;
  readonly sha256: string;
  readonly number: string;
  readonly format: string;
  readonly envelope: unknown;
  readonly error: { readonly type: string } | null;
}

const documentsOf = ({ id }: TestPartner): Promise<Row[]> =>
  intake.rows<Row>('select * from inbound_document where partner_id = ? order by id', id);

async function storedText(id: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(intake.api.database.em(), id)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('an OrderRequest', () => {
  it('is stored and gets Status 200', async () => {
    const partner = await buyer();
    const sent = xmlOf({ number: '4711', payloadId: 'p-1@kund.example' });
    const answer = await post(partner, sent);
    expect([answer.http, answer.code]).toEqual([200, 200]);
    const [document] = await documentsOf(partner);
    expect(document).toMatchObject({
      state: 'received',
      number: '4711',
      format: 'cxml-order-request',
      sha256: createHash('sha256').update(sent).digest('hex'),
      envelope: {
        sender: { scheme: 'NetworkID', id: 'AN01000000042-T' },
        receiver: { scheme: 'DUNS', id: '999999901' },
        instanceIdentifier: 'p-1@kund.example',
      },
    });
  });

  it('is kept with its secret masked, and otherwise byte for byte', async () => {
    const partner = await buyer();
    const sent = xmlOf();
    await post(partner, sent);
    const [document] = await documentsOf(partner);
    const escaped = /<SharedSecret>([^<]*)</.exec(sent)![1]!;
    const stars = '*'.repeat(Buffer.byteLength(escaped));
    expect(await storedText(document!.id)).toBe(sent.replace(escaped, stars));
  });

  it('gets the same answer again for the same bytes, and is one document', async () => {
    const partner = await buyer();
    const sent = xmlOf();
    const first = await post(partner, sent);
    const again = await post(partner, sent);
    expect(again).toEqual(first);
    expect((await documentsOf(partner)).map(({ state }) => state)).toEqual(['received', 'duplicate']);
  });

  it('for test goes by the test agreement, at any address', async () => {
    const partner = await buyer();
    const sent = xmlOf({ deploymentMode: 'test' });
    const refused = await post(partner, sent);
    expect(refused.code).toBe(403);
    expect(refused.message).toContain('deploymentMode');
    await saveAgreement(intake.api.database.em(), { partnerId: partner.id, mode: 'test', settings, by: 'test' });
    expect((await post(partner, sent)).code).toBe(200);
    expect(await documentsOf(partner)).toMatchObject([{ mode: 'test' }]);
  });

  it('may come with attachments, which are kept with it', async () => {
    const partner = await buyer();
    const part = (headers: string, body: string): string => `--gräns\r\n${headers}\r\n\r\n${body}\r\n`;
    const body = [
      part('Content-Type: text/xml; charset=UTF-8\r\nContent-ID: <order@kund.example>', xmlOf()),
      part('Content-Type: text/plain; charset=UTF-8\r\nContent-ID: <ritning@kund.example>', 'Ö'),
      '--gräns--\r\n',
    ].join('');
    const type = 'multipart/related; boundary="grans"; type="text/xml"; start="<order@kund.example>"';
    const sent = body.replaceAll('gräns', 'grans');
    expect((await post(partner, sent, { 'content-type': type })).code).toBe(200);
    const [document] = await documentsOf(partner);
    const kept = await storedText(document!.id);
    expect(kept).toContain('<ritning@kund.example>\r\n\r\nÖ\r\n');
    expect(kept).not.toContain('hemligt');
  });

  it('comes through a hub for the partner that From names', async () => {
    const hub = await buyer({ kind: 'hub' });
    const partner = await intake.partner({ hubId: hub.id, settings });
    expect((await post(hub, xmlOf())).code).toBe(200);
    expect(await documentsOf(partner)).toHaveLength(1);
    const stranger = await post(hub, xmlOf({ from: { domain: 'DUNS', identity: '1' }, sender: BUYER }));
    expect(stranger.code).toBe(401);
  });

  it('may have an Authorization header beside its Sender', async () => {
    const partner = await buyer();
    expect((await post(partner, xmlOf(), { authorization: partner.authorization })).code).toBe(200);
    const wrong = await intake.call(partner.path, {
      method: 'POST',
      headers: { 'content-type': 'text/xml', authorization: 'Bearer nej' },
      body: xmlOf(),
    });
    expect(wrong.status).toBe(401);
  });
});

describe('what is refused is told as a Status with HTTP 200', () => {
  const cases: [string, number, string | Uint8Array, string][] = [
    ['a wrong secret', 401, xmlOf({ secret: 'fel' }), 'secret'],
    ['an unknown Sender', 401, xmlOf({ sender: { domain: 'DUNS', identity: '1' } }), 'secret'],
    ['another buyer', 401, xmlOf({ from: { domain: 'DUNS', identity: '1' }, sender: BUYER }), 'From'],
    ['another shop', 401, xmlOf({ to: { domain: 'DUNS', identity: '1' } }), 'To'],
    ['a document that breaks off', 406, xmlOf().slice(0, -20), 'line'],
    ['a DOCTYPE with entities', 406, xmlOf().replace('.dtd">', '.dtd" [<!ENTITY a "b">]>'), 'DOCTYPE'],
    ['another request', 450, xmlOf().replaceAll('OrderRequest>', 'StatusUpdateRequest>'), 'OrderRequest'],
    ['an order without number', 400, xmlOf().replace(/orderID="[^"]*" /, ''), 'orderID'],
    ['an order without lines', 400, xmlOf().replace(/<ItemOut[^]*<\/ItemOut>/, ''), 'ItemOut'],
    ['a document without payloadID', 400, xmlOf().replace(/payloadID="[^"]*" /, ''), 'payloadID'],
    [
      'a secret that cannot be masked',
      406,
      Buffer.from('\ufeff' + xmlOf().replace('encoding="UTF-8"', 'encoding="UTF-16"'), 'utf16le'),
      'SharedSecret',
    ],
  ];
  it.each(cases)('%s', async (_, code, sent, told) => {
    const partner = await buyer();
    const answer = await post(partner, sent, { 'content-type': 'text/xml' });
    expect([answer.http, answer.code], answer.text).toEqual([200, code]);
    expect(answer.message).toContain(told);
    for (const { state } of await documentsOf(partner)) expect(state).toBe('refused');
    const [refused] = await intake.rows('select * from refused_request order by id desc limit 1');
    expect(JSON.stringify(refused)).not.toContain('hemligt');
  });

  it('a pause is 560, and nothing is kept', async () => {
    const partner = await buyer();
    await updatePartner(intake.api.database.em(), partner.id, { paused: true });
    expect((await post(partner, xmlOf())).code).toBe(560);
    expect(await documentsOf(partner)).toEqual([]);
  });

  it('in the HTTP status too, where the agreement says so', async () => {
    const cxml = { ...settings.cxml, errorsAsHttpStatus: true };
    const partner = await buyer({ settings: { ...settings, cxml } });
    expect(await post(partner, xmlOf({ secret: 'fel' }))).toMatchObject({ http: 401, code: 401 });
  });
});

describe('other documents at the address', () => {
  it('ProfileRequest tells what is taken', async () => {
    const partner = await buyer();
    const profile = xmlOf().replace(/<OrderRequest>[^]*<\/OrderRequest>/, '<ProfileRequest/>');
    const { code, text } = await post(partner, profile);
    expect(code).toBe(200);
    expect(text).toContain('requestName="OrderRequest"');
    expect(text).toContain(`<URL>https://orders.example.com${partner.path}</URL>`);
  });

  it('UBL still needs an Authorization header', async () => {
    const partner = await buyer();
    expect((await intake.post(partner, order({ number: 'U-1' }))).status).toBe(202);
    const bare = await intake.call(partner.path, {
      method: 'POST',
      headers: { 'content-type': 'application/xml' },
      body: order({ number: 'U-2' }),
    });
    expect(bare.status).toBe(401);
    expect(bare.body.error.code).toBe('CredentialRejected');
  });

  it('cXML is closed unless the agreement opens it', async () => {
    const partner = await intake.partner();
    const answer = await intake.call(partner.path, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: xmlOf(),
    });
    expect(answer.status).toBe(401);
    expect((await intake.post(partner, xmlOf())).status).toBe(415);
  });
});
