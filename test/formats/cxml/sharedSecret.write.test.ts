import { expect, test } from 'vitest';
import { parseCxml } from '../../../formats/cxml/envelope.parse.ts';
import { writeCxml, writeHeader } from '../../../formats/cxml/envelope.write.ts';
import { withSharedSecret } from '../../../formats/cxml/sharedSecret.write.ts';

const SECRET = 'å<&>"hemligt';
const parties = {
  from: [{ domain: 'DUNS', identity: '1' }],
  to: [{ domain: 'DUNS', identity: '2' }],
  sender: { domain: 'NetworkID', identity: '<Sender>ö' },
  userAgent: 'Roundtrip',
};
const envelope = { version: '1.2.036', payloadId: '1@x', timestamp: '2026-03-01T12:00:00Z', language: 'sv' } as const;

test('a written document gets its secret where the writer puts one', () => {
  const sent = withSharedSecret(writeCxml(envelope, [writeHeader(parties)]), SECRET);
  const { header } = parseCxml(Buffer.from(sent));
  expect(header?.sender).toEqual([expect.objectContaining({ identity: '<Sender>ö', proof: 'SharedSecret' })]);
  expect(header?.sender[0]?.sharedSecret?.reveal()).toBe(SECRET);
  expect(header?.from).toEqual(parties.from);
  expect(header?.to).toEqual(parties.to);
});

test('a document without Sender is refused', () => {
  expect(() => withSharedSecret('<cXML/>', SECRET)).toThrow('no Sender');
});
