import { describe, expect, it } from 'vitest';
import type { CxmlEnvelope } from '../../../formats/cxml/envelope.write.ts';
import { writeProfileResponse } from '../../../formats/cxml/profileResponse.write.ts';
import { writePunchOutSetupResponse } from '../../../formats/cxml/punchOutSetupResponse.write.ts';
import { writeResponse } from '../../../formats/cxml/response.write.ts';
import { outcome, statusTexts, type StatusCode } from '../../../formats/cxml/status.ts';
import { expectGolden } from '../../kit/golden.ts';
import { dtdErrors, dtdVersions, noDtds, read } from './kit.ts';

const envelope: CxmlEnvelope = {
  version: '1.2.014',
  payloadId: '20261125200001.17.cd34@butik.example',
  timestamp: '2026-11-25T19:00:01Z',
  language: 'sv',
};
const START = 'https://butik.example/shop/start/Zx9?a=1&b=2';
const profile = {
  effectiveDate: '2026-11-01T00:00:00+01:00',
  options: { service: 'Butiken i Växjö' },
  transactions: [
    { requestName: 'ProfileRequest', url: 'https://butik.example/punchout/hoor' },
    { requestName: 'PunchOutSetupRequest', url: 'https://butik.example/punchout/hoor', options: { Direct: 'yes' } },
  ],
};

describe('responses', () => {
  it('to a setup request bring the start page', () => {
    const xml = writePunchOutSetupResponse(envelope, START);
    expectGolden('cxml/setupResponse.xml', xml);
    const { kind, name, status, content } = read(xml);
    expect([kind, name, status]).toEqual(['response', 'PunchOutSetupResponse', { code: 200, text: 'OK' }]);
    expect(content!.children[0]!.children[0]!.text).toBe(START);
  });

  it('to a profile request list what is taken where', () => {
    expectGolden('cxml/profileResponse.xml', writeProfileResponse(envelope, profile));
  });

  it('that refuse say why, and bring nothing', () => {
    const message = 'Avsändaren är okänd \u0000 <script>alert("å")</script>]]>';
    const xml = writeResponse(envelope, { code: 401, message });
    expectGolden('cxml/refused.xml', xml);
    const explained = { code: 401, text: 'Unauthorized', message: message.replace('\u0000', '') };
    expect(read(xml)).toMatchObject({ kind: 'response', name: 'Response', status: explained });
    const payload = { name: 'PunchOutSetupResponse', children: [] };
    expect(() => writeResponse(envelope, { code: 500 }, payload)).toThrow('no payload');
  });

  it('codes are judged by their first digit', () => {
    expect([200, 211, 281, 399, 401, 477, 500, 560].map(outcome)).toEqual([
      'done',
      'done',
      'done',
      'refused',
      'refused',
      'refused',
      'retry',
      'retry',
    ]);
  });
});

describe('before the official DTDs', () => {
  if (noDtds()) return;

  it.each(dtdVersions)('responses of %s have no errors', (version) => {
    const of = { ...envelope, version };
    const codes = Object.keys(statusTexts).map((code) => Number(code) as StatusCode);
    const responses = [
      writePunchOutSetupResponse(of, START),
      writeProfileResponse(of, profile),
      ...codes.flatMap((code) => [writeResponse(of, { code }), writeResponse(of, { code, message: 'Försök igen' })]),
    ];
    for (const xml of responses) expect(dtdErrors(xml, version)).toEqual([]);
  });
});
