import { describe, expect, test } from 'vitest';
import { judgeCxml } from '../../activities/judgeCxml.ts';
import { writeResponse } from '../../formats/cxml/response.write.ts';
import type { StatusCode } from '../../formats/cxml/status.ts';

const now = new Date('2026-03-01T12:00:00Z');
const envelope = {
  version: '1.2.014',
  payloadId: '1@kund.example',
  timestamp: '2026-03-01T12:00:00Z',
  language: 'sv',
} as const;
const response = (code: StatusCode, message?: string): string =>
  writeResponse(envelope, message === undefined ? { code } : { code, message });
const answered = (status: number, body: string, retryAfter?: string) =>
  judgeCxml({ kind: 'answered', status, body, ...(retryAfter !== undefined && { retryAfter }) }, now);

describe('the Status of a cXML Response decides', () => {
  test.each([
    [200, 200],
    [201, 200],
    [204, 500],
  ] as const)('%i with HTTP %i is a delivery', (code, http) => {
    expect(answered(http, response(code))).toEqual({ verdict: 'delivered' });
  });

  test.each([400, 401, 403, 406, 409, 450] as const)('%i stops and calls a person', (code) => {
    expect(answered(200, response(code))).toMatchObject({
      verdict: 'stop',
      fault: { code: 'CXML_STATUS', status: code },
    });
  });

  test.each([500, 550, 560] as const)('%i is tried again', (code) => {
    expect(answered(200, response(code, 'Försök senare'), '7')).toMatchObject({
      verdict: 'retry',
      fault: { code: 'CXML_STATUS', status: code, text: expect.stringContaining('Försök senare') },
      after: 7,
    });
  });
});

test.each([
  ['a page', '<html><body>OK</body></html>'],
  ['nothing', ''],
  ['a request', '<cXML payloadID="1"><Header/><Request><OrderRequest/></Request></cXML>'],
  ['a Response without Status', '<cXML payloadID="1"><Response/></cXML>'],
  ['half of one', response(200).slice(0, -30)],
])('%s is no answer: it is tried again', (_, body) => {
  expect(answered(200, body)).toEqual({ verdict: 'retry', fault: { code: 'NO_CXML', status: 200 } });
});

test('what broke on the way is tried again, a blocked address is not', () => {
  expect(judgeCxml({ kind: 'failed', fault: { code: 'CONNECTION_REFUSED' } }, now).verdict).toBe('retry');
  expect(judgeCxml({ kind: 'blocked', fault: { code: 'ADDRESS_MISSING' } }, now).verdict).toBe('stop');
});
