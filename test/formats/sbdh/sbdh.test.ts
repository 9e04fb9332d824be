import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../formats/document/finding.ts';
import { checkEnvelope } from '../../../formats/sbdh/sbdh.check.ts';
import { parseEnvelope, type SbdhEnvelope } from '../../../formats/sbdh/sbdh.parse.ts';
import { DocumentStream } from '../../../formats/ubl/stream.ts';
import { XmlError } from '../../../formats/xml/error.ts';
import type { XmlElement } from '../../../formats/xml/element.ts';
import { sampleFiles, utf8 } from '../kit.ts';
import { enveloped, ORDER_XML } from '../ubl/kit.ts';

/** The envelope of a document and what is wrong with it; an error of its own where it cannot be read. */
function look(document: string | Uint8Array): { envelope: SbdhEnvelope; findings: Finding[] } | XmlError {
  let header: XmlElement | undefined;
  let payload: XmlElement | undefined;
  const stream = new DocumentStream({
    consumers: [{ envelope: (element) => void (header = element), begin: (root) => void (payload = root) }],
  });
  try {
    stream.write(typeof document === 'string' ? utf8(document) : document);
    stream.close();
  } catch (error) {
    if (error instanceof XmlError) return error;
    throw error;
  }
  if (!header) return new XmlError('unsupported', { code: 'ENVELOPE_EMPTY' }, { line: 1, column: 1 });
  const envelope = parseEnvelope(header);
  return { envelope, findings: checkEnvelope(header, envelope, payload!) };
}

const ENVELOPE = enveloped(ORDER_XML);

function findingsOf(document: string): Pick<Finding, 'id' | 'severity'>[] {
  const seen = look(document);
  if (seen instanceof XmlError) throw seen;
  return seen.findings.map(({ id, severity }) => ({ id, severity }));
}

describe('an envelope', () => {
  it('is read with all its fields', () => {
    const seen = look(ENVELOPE);
    if (seen instanceof XmlError) throw seen;
    expect(seen.findings).toEqual([]);
    const customization =
      'urn:www.cenbii.eu:transaction:biitrns001:ver2.0:extended:urn:www.peppol.eu:bis:peppol28a:ver1.0';
    const documentId = `urn:oasis:names:specification:ubl:schema:xsd:Order-2::Order##${customization}::2.1`;
    expect(seen.envelope).toEqual({
      headerVersion: '1.0',
      sender: { scheme: '0007', id: '5560000001' },
      receiver: { scheme: '0088', id: '7350000000009' },
      senderAuthority: 'iso6523-actorid-upis',
      receiverAuthority: 'iso6523-actorid-upis',
      standard: 'urn:oasis:names:specification:ubl:schema:xsd:Order-2',
      type: 'Order',
      typeVersion: '2.1',
      instanceIdentifier: 'c3b1f1a0-0001-4000-8000-000000000001',
      creationDateAndTime: '2026-02-02T09:30:00+01:00',
      documentId,
      processId: 'urn:www.cenbii.eu:profile:bii28:ver2.0',
      countryC1: 'SE',
      scopes: [
        { type: 'DOCUMENTID', instanceIdentifier: documentId, identifier: 'busdox-docid-qns' },
        {
          type: 'PROCESSID',
          instanceIdentifier: 'urn:www.cenbii.eu:profile:bii28:ver2.0',
          identifier: 'cenbii-procid-ubl',
        },
        { type: 'COUNTRY_C1', instanceIdentifier: 'SE' },
      ],
    });
  });

  it.each([
    ['no sender', /<Sender>.*<\/Sender>/, '', 'RT-SBDH-SENDER', 'fatal'],
    ['two receivers', /(<Receiver>.*<\/Receiver>)/, '$1$1', 'RT-SBDH-RECEIVER', 'fatal'],
    ['a sender without scheme', '0007:5560000001', '5560000001', 'RT-SBDH-SENDER', 'fatal'],
    ['another authority', 'iso6523-actorid-upis', 'mine', 'RT-SBDH-AUTHORITY', 'warning'],
    ['no instance identifier', /<InstanceIdentifier>c3b.*?<\/InstanceIdentifier>/, '', 'RT-SBDH-INSTANCE', 'fatal'],
    ['another type', '<Type>Order</Type>', '<Type>Invoice</Type>', 'RT-SBDH-TYPE', 'fatal'],
    ['another version', '<HeaderVersion>1.0', '<HeaderVersion>2.0', 'RT-SBDH-VERSION', 'warning'],
    ['a time without zone', '09:30:00+01:00', '09:30:00', 'RT-SBDH-TIME', 'warning'],
    ['no country', /<Scope><Type>COUNTRY.*<\/Scope>/, '', 'RT-SBDH-SCOPE', 'warning'],
  ])('%s is told', (_name, what, instead, id, severity) => {
    const found = findingsOf(ENVELOPE.replace(what, instead));
    expect(found).toContainEqual({ id, severity });
  });
});

// The hybrid carries a PDF, which the hub does not take.
const good = sampleFiles('sbdh/good').filter((file) => !file.includes('hybrid'));
const bad = sampleFiles('sbdh/bad');
if (good.length === 0) console.log('The official envelopes are not beside this repository: they are not read.');
else {
  describe('official envelopes', () => {
    it.each(good.map((file) => [basename(file), file]))('%s has no fatal findings', (_name, file) => {
      const seen = look(readFileSync(file));
      if (seen instanceof XmlError) throw seen;
      expect(seen.findings.filter(({ severity }) => severity === 'fatal')).toEqual([]);
      expect(seen.envelope.sender?.scheme).toMatch(/^\d{4}$/);
    });

    it.each(bad.map((file) => [basename(file), file]))('%s is refused or told', (_name, file) => {
      const seen = look(readFileSync(file));
      // Scopes of the service providers (MLS_TO, MLS_TYPE) are theirs: invalid ones are to be ignored (Message Level Status 1.1).
      if (!(seen instanceof XmlError) && !basename(file).startsWith('bad-mls')) {
        expect(seen.findings).not.toEqual([]);
      }
    });
  });
}
