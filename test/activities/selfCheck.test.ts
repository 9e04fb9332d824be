import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { brokenRules } from '../../activities/selfCheck.ts';
import { writeStatusUpdateRequest } from '../../formats/cxml/statusUpdateRequest.write.ts';

const order = readFileSync('docs/examples/order-4711.xml', 'utf8');
const name = { domain: 'DUNS', identity: '1' };
const status = writeStatusUpdateRequest(
  { code: 200, message: 'SO-1: Skickad', documentPayloadId: '1@kund' },
  {
    ...{ version: '1.2.014', payloadId: '2@vi', timestamp: '2026-11-25T10:00:00Z', language: 'sv', test: false },
    ...{ from: [name], to: [name], sender: name, userAgent: 'Roundtrip' },
  },
);

/** In pieces that cut characters of the text anywhere. */
async function* inPieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 97) yield text.slice(at, at + 97);
}

test.each([
  ['UBL', order],
  ['cXML', status],
])('a document in %s that breaks no rule may be sent', async (_, text) => {
  expect(await brokenRules(inPieces(text))).toEqual([]);
});

test.each([
  ['UBL', order.replace(/<cbc:DocumentCurrencyCode[^<]*<\/cbc:DocumentCurrencyCode>/, '')],
  ['cXML', status.replace('<Status ', '<Statüs ').replace('</Status>', '</Statüs>')],
  ['bytes that are no XML', 'Tack för beställningen'],
])('of a document in %s that breaks rules each is named once', async (_, text) => {
  const rules = await brokenRules(inPieces(text));
  expect(rules.length).toBeGreaterThan(0);
  expect(new Set(rules).size).toBe(rules.length);
});
