import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCxml } from '../../../formats/cxml/envelope.parse.ts';
import { parsePunchOutOrderMessage } from '../../../formats/cxml/punchOutOrderMessage.parse.ts';
import { parsePunchOutSetupRequest } from '../../../formats/cxml/punchOutSetupRequest.parse.ts';
import { cxmlSamples, SAMPLES } from './kit.ts';

const names = cxmlSamples();

/** What each sample is, from the table in the samples' own SOURCES.md. */
function expectedDocuments(): ReadonlyMap<string, string> {
  const rows = readFileSync(join(SAMPLES, 'SOURCES.md'), 'utf8').matchAll(/^\| (\S+\.xml) \| [^|]* \| ([^|]+) \|/gm);
  return new Map([...rows].map(([, file, document]) => [file!, document!.trim()]));
}

const bytes = (name: string): Uint8Array => readFileSync(join(SAMPLES, name));
const responses = new Set(['ProfileResponse', 'PunchOutSetupResponse', 'GetPendingResponse']);

if (names.length === 0)
  console.log('../shared/data/cxml/samples is absent: no samples of other systems are read here.');
else {
  describe('cXML documents of other systems', () => {
    const expected = expectedDocuments();

    it.each(names)('%s is read and is what it is said to be', (name) => {
      const { kind, name: document } = parseCxml(bytes(name));
      const said = expected.get(name);
      if (said === '-') expect(kind).toBe('other');
      else if (said === 'Response') expect(kind).toBe('response');
      else expect(document).toBe(said);
      if (responses.has(document)) expect(kind).toBe('response');
    });

    const of = (type: string): string[] => names.filter((name) => expected.get(name) === type);

    it.each(of('PunchOutSetupRequest'))('%s can start a session', (name) => {
      const document = parseCxml(bytes(name));
      const request = parsePunchOutSetupRequest(document);
      expect(['create', 'edit', 'inspect']).toContain(request.operation);
      expect(request.buyerCookie).not.toBe('');
      expect(document.header?.from[0]?.identity).toBeTruthy();
      expect(document.header?.sender[0]?.sharedSecret).toBeDefined();
    });

    it.each(of('PunchOutOrderMessage'))('%s is a cart', (name) => {
      const { total, items } = parsePunchOutOrderMessage(parseCxml(bytes(name)));
      expect(total?.currency).toMatch(/^[A-Z]{3}$/);
      for (const item of items) expect(item.unitOfMeasure).toBeTruthy();
    });

    it('the recorded Coupa request is read although it breaks the order of the DTD', () => {
      const document = parseCxml(bytes('officeluv+cxml/spec/fixtures/punch_out_setup_request_doc_coupa.xml'));
      const request = parsePunchOutSetupRequest(document);
      expect(document.timestamp).toBe('Mon May 19 18:29:48 +0000 2008');
      expect(request.browserFormPost).toBe('https://qa.coupahost.com/punchout/checkout/4');
      expect(request.contacts).toEqual([{ role: 'endUser', name: 'jim', email: 'noah+jim@coupa.com' }]);
    });

    it('a parameter entity in the internal subset is passed over', () => {
      const document = parseCxml(bytes('kazz12211+amazon_punchout/docs/cXML/Examples/SGML.OrderRequest.xml'));
      expect(document).toMatchObject({ name: 'OrderRequest', version: '1.1.010', deploymentMode: 'test' });
    });
  });
}
