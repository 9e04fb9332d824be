import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DtdValidator, XmlDocument, XmlDtd } from 'libxml2-wasm';
import type { Cart, CartLine } from '../../../formats/document/cart.ts';
import type { DtdName } from '../../../formats/cxml/dtd.ts';
import { parseCxml, type CxmlDocument } from '../../../formats/cxml/envelope.parse.ts';
import type { CartMessageContext } from '../../../formats/cxml/punchOutOrderMessage.write.ts';
import { CxmlProblem } from '../../../formats/cxml/problem.ts';
import { utf8 } from '../kit.ts';

const SHARED = join(import.meta.dirname, '../../../../shared/data/cxml');
export const SAMPLES = join(SHARED, 'samples');

/** XML files of the samples by their path, sorted; none where the samples are absent. */
export function cxmlSamples(): string[] {
  if (!existsSync(SAMPLES)) return [];
  const names = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.xml')).toSorted();
}

const DTDS = {
  '1.2.014': 'dtd/older/1.2.014-cXML.dtd',
  '1.2.020': 'dtd/older/1.2.020-cXML.dtd',
  '1.2.071': 'dtd/1.2.071/cXML.dtd',
} as const;
export type DtdVersion = keyof typeof DTDS;
export const dtdVersions = Object.keys(DTDS) as DtdVersion[];

/** One clear line where the official DTDs are absent, so that nothing is skipped in silence. */
export function noDtds(): boolean {
  const missing = !existsSync(join(SHARED, 'dtd'));
  if (missing) console.log('../shared/data/cxml/dtd is absent: what we write is not judged by the official DTDs here.');
  return missing;
}

const validators = new Map<string, DtdValidator>();

/** What the DTD finds wrong with a document. */
export function dtdErrors(xml: string, version: DtdVersion): string[] {
  return errorsBy(DTDS[version], xml);
}

/** What a DTD of 1.2.071 finds wrong: `Fulfill` has the confirmations and ship notices. */
export function newestDtdErrors(xml: string, dtd: DtdName): string[] {
  return errorsBy(`dtd/1.2.071/${dtd}.dtd`, xml);
}

/** What the DTD of confirmations and ship notices finds wrong: 1.2.071, the only one at hand. */
export function fulfillErrors(xml: string): string[] {
  return newestDtdErrors(xml, 'Fulfill');
}

function errorsBy(file: string, xml: string): string[] {
  let validator = validators.get(file);
  if (!validator) {
    validator = new DtdValidator(XmlDtd.fromBuffer(readFileSync(join(SHARED, file))));
    validators.set(file, validator);
  }
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    return (error as { details: { message: string }[] }).details.map(({ message }) => message.trim());
  } finally {
    document.dispose();
  }
}

export function read(xml: string): CxmlDocument {
  return parseCxml(utf8(xml));
}

/** The CxmlProblem that the work ends in. */
export function problem(work: () => unknown): CxmlProblem {
  try {
    work();
  } catch (error) {
    if (error instanceof CxmlProblem) return error;
    throw error;
  }
  throw new Error('there was no problem');
}

const paper: CartLine = {
  position: 1,
  id: 'l1',
  sellersId: 'PAP-80{A4}',
  productKey: '5f0c',
  auxiliaryId: 'k7.l1.9Zx_q',
  buyersId: 'K-4711',
  standardId: { id: '07310865004703', scheme: '0160' },
  name: 'Kopieringspapper A4 80 g',
  description: 'Vitt, ohålat. 500 ark i bunt; svanenmärkt.',
  quantity: '240',
  unit: 'RM',
  price: { amount: '3849.5', baseQuantity: '100' },
  tax: { category: 'S', percent: '25' },
  leadTimeDays: 2,
  classifications: [
    { scheme: 'ECLASS', version: '12.0', code: '24-26-01-01' },
    { scheme: 'UNSPSC', version: '19.0501', code: '14111507' },
  ],
  manufacturer: 'Åmåls Pappersbruk',
  manufacturerNumber: 'ÅP-80',
  service: false,
  labels: ['Svanen'],
  pictures: ['https://butik.example/bilder/pap-80.jpg'],
  url: 'https://butik.example/artikel/PAP-80?lang=sv&kund=1',
  note: 'Levereras till lastkajen på Östra sidan',
  reference: 'REK 88/ö',
};

const kit: CartLine = {
  position: 2,
  id: 'l2',
  sellersId: 'SET-3',
  productKey: '5f0d',
  auxiliaryId: 'k7.l2.aa01',
  name: 'Trädgårdsset <3 delar> & handskar',
  quantity: '3',
  unit: 'SET',
  price: { amount: '1000', baseQuantity: '3' },
  tax: { category: 'S', percent: '25.0' },
  classifications: [],
  service: false,
  labels: [],
  pictures: [],
};

const assembly: CartLine = {
  position: 3,
  id: 'l3',
  sellersId: 'MONT',
  productKey: '5f0e',
  auxiliaryId: 'k7.l3.bb02',
  name: 'Montering',
  quantity: '1.5',
  unit: 'HUR',
  price: { amount: '640', baseQuantity: '1' },
  tax: { category: 'S', percent: '6' },
  classifications: [],
  service: true,
  labels: [],
  pictures: [],
  partOf: 2,
};

/** A cart with everything that a cart can carry, in Swedish. */
export const cart: Cart = {
  header: {
    number: 'VK-2026-0815',
    issueDate: '2026-11-25',
    issueTime: '20:00:00',
    timestamp: '2026-11-25T20:00:00+01:00',
    validUntil: '2026-12-25',
    currency: 'SEK',
    language: 'sv',
    contract: 'AVT-9',
    seller: { name: 'Butiken i Växjö', identifications: [] },
    buyer: { name: 'Höörs kommun', identifications: [] },
    customerNumber: '1001',
    total: '11198.80',
  },
  lines: [paper, kit, assembly],
};

export const context: CartMessageContext = {
  version: '1.2.014',
  payloadId: '20261125200000.17.ab12@butik.example',
  timestamp: '2026-11-25T20:00:00+01:00',
  language: 'sv',
  from: [
    { domain: 'DUNS', identity: '350000001' },
    { domain: 'NetworkID', identity: 'AN01000000007-T' },
  ],
  to: [{ domain: 'NetworkID', identity: 'AN01000000042-T' }],
  sender: { domain: 'DUNS', identity: '350000001' },
  userAgent: 'Roundtrip',
  buyerCookie: '1CX3L4843PPZO',
  operationAllowed: 'edit',
  test: false,
  tax: true,
  classificationDomain: 'UNSPSC',
  currency: 'SEK',
  withoutCart: 'status204',
};

/** A setup request as a purchasing system sends it; `body` is what the request holds. */
export function setupRequest(body: string, { operation = 'create' }: { operation?: string } = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">
<cXML payloadID="1764097200.42@inkop.example" timestamp="2026-11-25T19:59:58+01:00" xml:lang="sv-SE">
  <Header>
    <From>
      <Credential domain="NetworkID"><Identity>AN01000000042-T</Identity></Credential>
      <Credential domain="GLN"><Identity> 7350000000042 </Identity></Credential>
    </From>
    <To><Credential domain="DUNS"><Identity>350000001</Identity></Credential></To>
    <Sender>
      <Credential domain="NetworkId" type="marketplace"><Identity>Hubben</Identity><SharedSecret>hemligt å</SharedSecret></Credential>
      <UserAgent>Inköp 7.2</UserAgent>
    </Sender>
  </Header>
  <Request deploymentMode="test">
    <PunchOutSetupRequest operation="${operation}">${body}</PunchOutSetupRequest>
  </Request>
</cXML>`;
}
