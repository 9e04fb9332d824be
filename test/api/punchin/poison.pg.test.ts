import { beforeAll, describe, expect, it } from 'vitest';
import { startIntake, type ErrorAnswer, type TestIntake, type TestPartner } from './intake.ts';
import { order } from './order.ts';

let intake: TestIntake;
beforeAll(async () => {
  intake = await startIntake();
  return intake.close;
});

/** Each of these comes from an authenticated partner: the document is kept and its state says why. */
const poison: readonly [name: string, status: number, code: string, bytes: () => string | Uint8Array][] = [
  ['nothing', 400, 'DocumentMalformed', () => ''],
  ['no XML', 400, 'DocumentMalformed', () => 'UNB+UNOC:3+5560001111'],
  ['another root', 415, 'DocumentUnsupported', () => '<Invoice xmlns="urn:x"/>'],
  ['an unknown profile', 415, 'DocumentUnsupported', () => order({ customization: 'urn:example:unknown' })],
  ['a truncated document', 400, 'DocumentMalformed', () => order().slice(0, 900)],
  ['a document cut inside its last line', 400, 'DocumentMalformed', () => order({ lines: 20 }).slice(0, -30)],
  ['the wrong encoding', 400, 'DocumentMalformed', () => Buffer.from(order({ note: 'åäö' }), 'latin1')],
  ['an encoding that is not read', 400, 'DocumentMalformed', () => order().replace('UTF-8', 'windows-1252')],
  ['100,000 nested elements', 413, 'DocumentTooLarge', () => '<a>'.repeat(100_000)],
  [
    '100,000 attributes',
    413,
    'DocumentTooLarge',
    () => `<a ${Array.from({ length: 100_000 }, (_, i) => `a${i}=""`).join(' ')}/>`,
  ],
  [
    'a billion laughs',
    400,
    'DocumentMalformed',
    () => order({ prolog: '<!DOCTYPE Order [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>', note: '&b;' }),
  ],
  [
    'an external entity',
    400,
    'DocumentMalformed',
    () => order({ prolog: '<!DOCTYPE Order [<!ENTITY a SYSTEM "file:///etc/passwd">]>', note: '&a;' }),
  ],
  [
    'a DOCTYPE',
    400,
    'DocumentMalformed',
    () => order({ prolog: '<!DOCTYPE Order SYSTEM "http://127.0.0.1:1/x.dtd">' }),
  ],
  ['a NUL character', 400, 'DocumentMalformed', () => order({ note: 'a\0b' })],
  ['a reference to a NUL character', 400, 'DocumentMalformed', () => order({ note: '&#0;' })],
  ['XML 1.1', 415, 'DocumentUnsupported', () => order().replace('version="1.0"', 'version="1.1"')],
  ['half a surrogate pair', 400, 'DocumentMalformed', () => order({ note: '&#xD800;' })],
];

describe('a poisonous document', () => {
  let partner: TestPartner;
  beforeAll(async () => {
    partner = await intake.partner();
  });

  it.each(poison)('%s gets %i %s within a second and is kept', async (_name, status, code, bytes) => {
    const begin = performance.now();
    const answer = await intake.post<ErrorAnswer>(partner, bytes());
    expect(performance.now() - begin).toBeLessThan(1_000);
    const { error } = answer.body;
    expect([answer.status, error.code], error.message).toEqual([status, code]);
    expect(error.reference).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const state = await intake.state(partner, error.id!);
    expect(state.body).toMatchObject({
      state: 'refused',
      reference: error.reference,
      error: { type: code, message: error.message },
    });
    expect(await intake.refusal(error.reference)).toMatchObject({
      failed_check: 'body',
      inbound_document_id: error.id,
    });
    expect((await intake.post(partner, order({ number: `after ${error.reference}` }))).status).toBe(202);
  });

  it('says where it broke', async () => {
    const { body } = await intake.post<ErrorAnswer>(partner, order({ lines: 2 }).replace('</cac:Item>', '</cac:Itme>'));
    expect(body.error.details).toEqual([
      expect.objectContaining({
        line: expect.any(Number),
        found: expect.stringContaining('Itme'),
        expected: '</Item>',
      }),
    ]);
  });
});
