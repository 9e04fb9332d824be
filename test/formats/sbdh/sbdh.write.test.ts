import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { describe, expect, it } from 'vitest';
import type { OrderReceipt, OrderResponse } from '../../../formats/document/orderResponse.ts';
import { parseEnvelope, type SbdhEnvelope } from '../../../formats/sbdh/sbdh.parse.ts';
import { writeEnvelope, type EnvelopeFields } from '../../../formats/sbdh/sbdh.write.ts';
import { ContentHash } from '../../../formats/ubl/contentHash.ts';
import { writeOrderResponse } from '../../../formats/ubl/orderResponse.write.ts';
import { writeOrderResponse3 } from '../../../formats/ubl/orderResponse3.write.ts';
import { DocumentStream } from '../../../formats/ubl/stream.ts';
import { SHARED } from '../../kit/oracle.ts';
import { utf8 } from '../kit.ts';
import { sha256 } from '../ubl/kit.ts';
import * as responses from '../ubl/orderResponses.ts';
import { validate } from '../ubl/rules/kit/findings.ts';

async function text(pieces: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const piece of pieces) all += piece;
  return all;
}

type Format = Parameters<typeof writeOrderResponse3>[1] | 'peppol-28a-order-response';

const answers: readonly [Format, string, OrderResponse | OrderReceipt][] = [
  ['peppol-28a-order-response', '27', responses.rejection],
  ['peppol-28a-order-response', '29', responses.acceptance],
  ['peppol-28a-order-response', '30', responses.changes],
  ['peppol-3-order-response', 'AB', responses.receipt3],
  ['peppol-3-order-response', 'AP', responses.acceptance3],
  ['peppol-3-order-response', 'CA', responses.changes3],
  ['peppol-3-order-response-advanced', 'RE', responses.rejection3],
];

function payload(format: Format, response: OrderResponse | OrderReceipt): AsyncIterable<string> {
  return format === 'peppol-28a-order-response'
    ? writeOrderResponse(response as OrderResponse, responses.statusWords)
    : writeOrderResponse3(response, format);
}

const fieldsOf = (format: Format): EnvelopeFields => ({
  sender: { scheme: '0007', id: '5599001236' },
  receiver: { scheme: '0088', id: '7300000001001' },
  format,
  instanceIdentifier: '0b5a6a0e-5a0b-4f6b-9a55-6b1d2f0c7a11',
  creationDateAndTime: '2026-03-02T08:20:00Z',
  countryC1: 'SE',
});

/** The envelope, if there is one, and the content hash of the document in it. */
function look(document: string): { envelope: SbdhEnvelope | undefined; hash: string | undefined } {
  let envelope: SbdhEnvelope | undefined;
  const hash = new ContentHash(sha256());
  const taking = { envelope: (header: Parameters<typeof parseEnvelope>[0]) => void (envelope = parseEnvelope(header)) };
  const stream = new DocumentStream({ consumers: [taking, hash] });
  stream.write(utf8(document));
  stream.close();
  return { envelope, hash: hash.digest };
}

describe('an answer in an envelope', () => {
  it.each(answers)('%s %s says who sends what to whom, and breaks no rule', async (format, _code, response) => {
    const document = await text(writeEnvelope(fieldsOf(format), payload(format, response)));
    expect(validate(utf8(document))).toMatchObject({ format, valid: true, findings: [] });
    const { envelope } = look(document);
    expect(envelope).toMatchObject({
      sender: { scheme: '0007', id: '5599001236' },
      receiver: { scheme: '0088', id: '7300000001001' },
      senderAuthority: 'iso6523-actorid-upis',
      instanceIdentifier: '0b5a6a0e-5a0b-4f6b-9a55-6b1d2f0c7a11',
      creationDateAndTime: '2026-03-02T08:20:00Z',
      typeVersion: format.endsWith('advanced') ? '2.3' : '2.1',
      countryC1: 'SE',
    });
    expect(document).toContain(`<InstanceIdentifier>${envelope!.processId}<`);
    expect(document).toContain(`<cbc:ProfileID>${envelope!.processId}<`);
    expect(document.match(/<\?xml/g)).toHaveLength(1);
  });

  it.each(answers)('%s %s says the same as without', async (format, _code, response) => {
    const bare = await text(payload(format, response));
    const wrapped = await text(writeEnvelope(fieldsOf(format), payload(format, response)));
    expect(look(bare).envelope).toBeUndefined();
    expect(look(wrapped).hash).toBe(look(bare).hash);
  });

  it('is a stream', async () => {
    const lines = Array.from({ length: 500 }, (_, i) => ({ ...responses.everyLine()[0]!, id: `${i}` }));
    const pieces: string[] = [];
    const long = writeOrderResponse3({ ...responses.changes3, lines }, 'peppol-3-order-response');
    for await (const piece of writeEnvelope(fieldsOf('peppol-3-order-response'), long)) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(5);
  });
});

const XSD = join(SHARED, 'data/peppol/xsd/sbdh/StandardBusinessDocumentHeader.xsd');
const available = existsSync(XSD);
if (!available) console.log('The schema of envelopes is not beside this repository: ours are not held against it.');
describe.runIf(available)('the schema of GS1', () => {
  it.each(answers)('accepts %s %s', async (format, _code, response) => {
    xmlRegisterFsInputProviders();
    using schema = XmlDocument.fromBuffer(readFileSync(XSD), { url: XSD });
    using validator = XsdValidator.fromDoc(schema);
    using document = XmlDocument.fromString(await text(writeEnvelope(fieldsOf(format), payload(format, response))));
    expect(() => {
      validator.validate(document);
    }).not.toThrow();
  });

  it('refuses an envelope without a receiver', async () => {
    xmlRegisterFsInputProviders();
    using schema = XmlDocument.fromBuffer(readFileSync(XSD), { url: XSD });
    using validator = XsdValidator.fromDoc(schema);
    const [format, , response] = answers[0]!;
    const whole = await text(writeEnvelope(fieldsOf(format), payload(format, response)));
    using document = XmlDocument.fromString(whole.replace(/<Receiver>[\s\S]*<\/Receiver>/, ''));
    expect(() => {
      validator.validate(document);
    }).toThrow();
  });
});
