import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agreementSchema } from '../../../partners/agreement.ts';
import type { ShopKnowledge } from '../../../partners/sample/ask.ts';
import { readSample } from '../../../partners/sample/read.ts';
import { withTaken, type SampleReading } from '../../../partners/sample/reading.ts';
import { parseSample } from '../../../partners/sample/sample.ts';
import { expectGolden } from '../../kit/golden.ts';
import { SHARED } from '../../kit/oracle.ts';

const found = {
  outcome: 'found',
  customer: { id: 'c1', number: 'K1003', name: 'Umeå Verkstad AB' },
  by: [],
  also: [],
} as const;
const nothing: ShopKnowledge = {
  shop: {
    name: 'Kontorsgrossisten',
    organisationNumber: '5599990016',
    duns: '999999901',
    address: {},
    contacts: [],
    timeZone: 'Europe/Stockholm',
    workingDays: [1, 2, 3, 4, 5],
  },
  customer: {
    outcome: 'unknown',
    reason: { code: 'CUSTOMER_UNKNOWN', field: '', found: '', expected: '', facts: { identities: [] } },
  },
  customerNumbers: [],
  articles: new Map(),
};

function reading(text: string, knowledge: Partial<ShopKnowledge> = {}): SampleReading {
  const sample = parseSample(text);
  if (sample.kind === 'problem') throw new Error(`not read: ${sample.code}`);
  return readSample(sample, { ...nothing, ...knowledge });
}

/** A setting's value as it would stand in the draft. */
function settingsOf({ taken }: SampleReading): unknown {
  return withTaken({}, taken);
}

const inLines = (one: SampleReading): string => {
  const taken = one.taken.map(
    ({ setting, value, from, guess }) =>
      `${setting} = ${JSON.stringify(value)} <- ${from.element}:${from.line ?? '-'} ${guess ?? 'read'} ${from.found ?? ''}`,
  );
  const notes = one.notes.map(({ code, values }) => `! ${code} ${values.join(', ')}`);
  const credential = `${one.credential?.kind} ${one.credential?.user ?? ''}`;
  const head = [one.kind, one.format, one.mode, one.name, credential].filter(Boolean).join(' · ');
  return [head, ...taken, ...notes].map((line) => `${line.trimEnd()}\n`).join('');
};

const OCI = `POST /punchout/kommunen HTTP/1.1
Host: shop.example.se
Content-Type: application/x-www-form-urlencoded

USERNAME=inkop&PASSWORD=hemligt-losen&HOOK_URL=https%3A%2F%2Fsrm.kommunen.example%2Fsap%2Fhook%3Fsession%3DXYZ&~OkCode=ADDI&~TARGET=_top&~CALLER=CTLG&OCI_VERSION=5.0&http_content_charset=utf-8&LANGU=SV&KUNDNR=K1003&KOSTNADSSTALLE=4711`;

const SETUP = `<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.045/cXML.dtd">
<cXML payloadID="1@buyer" timestamp="2026-11-24T09:00:00+01:00" xml:lang="sv-SE">
 <Header>
  <From><Credential domain="NetworkID"><Identity>AN01000000001-T</Identity></Credential></From>
  <To><Credential domain="NetworkID"><Identity>AN01000000002-T</Identity></Credential></To>
  <Sender><Credential domain="NetworkID"><Identity>AN01000000001-T</Identity><SharedSecret>hemlig-nyckel</SharedSecret></Credential>
   <UserAgent>Ariba Buyer 14s</UserAgent></Sender>
 </Header>
 <Request deploymentMode="test">
  <PunchOutSetupRequest operation="create">
   <BuyerCookie>c</BuyerCookie>
   <Extrinsic name="UniqueName">åsa</Extrinsic><Extrinsic name="CostCenter">4711</Extrinsic>
   <BrowserFormPost><URL>https://s1.ariba.example/punchout?token=hemlig-nyckel</URL></BrowserFormPost>
  </PunchOutSetupRequest>
 </Request>
</cXML>`;

const PEPPOL = `username=region
password=hemligt
buyer_id=0007:5599001111
return_object_spec_id=urn:fdc:peppol.eu:poacc:trns:punch_out:3
post_url=http://inkop.region.example/back`;

describe('a pasted sample', () => {
  it.each([
    ['oci', OCI],
    ['setup', SETUP],
    ['peppol', PEPPOL],
    ['order-28a', readFileSync('docs/examples/order-4711.xml', 'utf8')],
    ['order-cxml', readFileSync('docs/examples/order-4713-cxml.xml', 'utf8')],
    ['order-3', readFileSync('docs/examples/order-4714-order3.xml', 'utf8')],
  ])('of %s says what it took from where, and what nobody can know from it', (name, text) => {
    expectGolden(`sample/${name}.txt`, inLines(reading(text, { customer: found, customerNumbers: ['K1003'] })));
  });

  it.each([
    ['a call of OCI', OCI, 'hemligt-losen'],
    ['a setup request', SETUP, 'hemlig-nyckel'],
    ['a Peppol login', PEPPOL, 'hemligt'],
  ])('of %s keeps no secret, and gives settings that an agreement takes', (_, text, secret) => {
    const read = reading(text, { customer: found, customerNumbers: ['K1003'] });
    expect(JSON.stringify(read)).not.toContain(secret);
    expect(read.notes.map(({ code }) => code)).toContain('secretLeftOut');
    expect(agreementSchema.safeParse(settingsOf(read)).error).toBeUndefined();
  });

  it('is the same pasted as an address, a form, an HTML page and one parameter a line', () => {
    const pairs = 'USERNAME=u1&PASSWORD=p1&HOOK_URL=https%3A%2F%2Fb.example%2Fback%3Fa%3D1%26b%3D2&OCI_VERSION=4.0';
    const spellings = [
      `https://shop.example/oci?${pairs}`,
      `POST https://shop.example/oci | ${pairs}`,
      pairs,
      pairs.split('&').join('\n'),
      `<form action="/oci"><input type="hidden" name="USERNAME" value="u1"><input name='PASSWORD' value='p1'>
       <input name="HOOK_URL" value="https://b.example/back?a=1&amp;b=2"><input name="OCI_VERSION" value="4.0"/></form>`,
    ];
    const [first, ...others] = spellings.map((text) => settingsOf(reading(text)));
    expect(first).toMatchObject({ punchOut: { returnHosts: ['b.example'], oci: { version: '4.0' } } });
    for (const other of others) expect(other).toEqual(first);
  });

  it('is added to what an agreement has: lists grow, nothing is repeated', () => {
    const { taken } = reading(SETUP);
    const before = { customers: ['K1'], punchOut: { returnHosts: ['s1.ariba.example', 'other.example'] } };
    const after = withTaken(before, taken);
    expect(after).toMatchObject({
      customers: ['K1'],
      punchOut: { returnHosts: ['s1.ariba.example', 'other.example'], platform: 'ariba' },
    });
  });

  it('guesses units by what the articles have, and says which it does not know', () => {
    const line = (id: number, unit: string, article: string) => `<cac:OrderLine><cac:LineItem><cbc:ID>${id}</cbc:ID>
      <cbc:Quantity unitCode="${unit}">1</cbc:Quantity><cac:Item><cbc:Name>x</cbc:Name>
      <cac:SellersItemIdentification><cbc:ID>${article}</cbc:ID></cac:SellersItemIdentification></cac:Item></cac:LineItem></cac:OrderLine>`;
    const order = readFileSync('docs/examples/order-4711.xml', 'utf8');
    const lines = [
      line(1, 'ST', 'A'),
      line(2, 'KRT', 'A'),
      line(3, 'QQ', 'A'),
      line(4, 'ST', 'B'),
      line(5, 'PCE', 'A'),
    ];
    const text = order.replace(/<cac:OrderLine>[\s\S]*<\/cac:OrderLine>/, lines.join(''));
    const read = reading(text, { articles: new Map([['A', { shopUnit: 'PCE', factors: { CT: '12' } }]]) });
    expect(settingsOf(read)).toMatchObject({ matching: { units: { ST: 'PCE', KRT: 'CT' } } });
    expect(read.notes).toEqual(
      expect.arrayContaining([
        { code: 'unitUnknown', values: ['QQ'] },
        { code: 'articleUnknown', values: ['B'] },
      ]),
    );
  });

  it.each([
    ['', 'empty'],
    ['<'.repeat(2_000_001), 'tooLong'],
    ['Hello, here is the order', 'noCall'],
    ['<cXML><Header></cXML>', 'unreadable'],
    [readFileSync('docs/examples/order-4711.xml', 'utf8').replaceAll('Order', 'Invoice'), 'otherDocument'],
    ['<cXML><Message><PunchOutOrderMessage/></Message></cXML>', 'otherDocument'],
  ])('that cannot be used is told so: %.30s', (text, code) => {
    expect(parseSample(text)).toMatchObject({ kind: 'problem', code });
  });

  it('names the line of the pasted text where it breaks', () => {
    expect(parseSample('POST / HTTP/1.1\nHost: x\n\n<cXML>\n<a>\n</cXML>')).toMatchObject({ line: 6 });
  });
});

const samples = globSync('{cxml,sveorder,peppol}/samples/**/*{etup,rder}*.xml', { cwd: join(SHARED, 'data') });
if (samples.length === 0) console.log('../shared/data is absent: no samples of other systems are read here.');
describe.skipIf(!existsSync(SHARED))('samples of other systems', () => {
  it('are told, read, and leave no secret behind', () => {
    const kinds = new Map<string, number>();
    for (const file of samples) {
      const text = readFileSync(join(SHARED, 'data', file), 'utf8');
      const sample = parseSample(text);
      kinds.set(sample.kind, (kinds.get(sample.kind) ?? 0) + 1);
      if (sample.kind === 'problem') continue;
      const read = readSample(sample, nothing);
      const secrets = [...text.matchAll(/<SharedSecret>\s*([^<]{4,}?)\s*</g)].map(([, secret]) => secret!);
      for (const secret of secrets) expect(JSON.stringify(read), file).not.toContain(`"${secret}"`);
      expect(agreementSchema.safeParse(settingsOf(read)).error, file).toBeUndefined();
    }
    expect(kinds.get('setupRequest')).toBeGreaterThan(5);
    expect(kinds.get('ublOrder')).toBeGreaterThan(20);
    expect(kinds.get('cxmlOrder')).toBeGreaterThan(5);
  });
});
