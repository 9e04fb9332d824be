import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCxml } from '../../../formats/cxml/envelope.parse.ts';
import { writeProfileRequest } from '../../../formats/cxml/profileRequest.write.ts';
import {
  parseProfileResponse,
  transactionOf,
  type PartnerProfile,
} from '../../../formats/cxml/profileResponse.parse.ts';
import { writeProfileResponse } from '../../../formats/cxml/profileResponse.write.ts';
import { writeResponse } from '../../../formats/cxml/response.write.ts';
import { expectGolden } from '../../kit/golden.ts';
import { cxmlSamples, dtdErrors, dtdVersions, noDtds, problem, read, SAMPLES } from './kit.ts';
import { requestContext } from './requests.ts';

const profile = {
  effectiveDate: '2026-11-01T00:00:00+01:00',
  options: { service: 'Inköp i Höör' },
  transactions: [
    {
      requestName: 'ConfirmationRequest',
      url: 'https://inkop.hoor.example/cxml?a=1&b=2',
      options: { attachments: 'no' },
    },
    { requestName: 'ShipNoticeRequest', url: 'https://inkop.hoor.example/asn', options: {} },
  ],
};
const parsed = (xml: string): PartnerProfile => parseProfileResponse(read(xml));

describe('a ProfileRequest', () => {
  it('is what it was', () => {
    const xml = writeProfileRequest(requestContext);
    expectGolden('cxml/profileRequest.xml', xml);
    expect(read(xml)).toMatchObject({ kind: 'request', name: 'ProfileRequest', deploymentMode: 'test' });
  });

  if (noDtds()) return;

  it.each(dtdVersions)('of %s has no errors before the official DTD', (version) => {
    expect(dtdErrors(writeProfileRequest({ ...requestContext, version, test: false }), version)).toEqual([]);
  });
});

describe('a ProfileResponse', () => {
  it('tells which requests the partner takes, and where', () => {
    const answered = parsed(writeProfileResponse({ ...requestContext, version: '1.2.014' }, profile));
    expect(answered).toEqual(profile);
    expect(transactionOf(answered, 'confirmationrequest')?.url).toBe('https://inkop.hoor.example/cxml?a=1&b=2');
    expect(transactionOf(answered, 'StatusUpdateRequest')).toBeUndefined();
  });

  it('without an address for a request does not take it', () => {
    const xml =
      '<cXML><Response><Status code="200" text="OK"/><ProfileResponse><Transaction requestName="A"/></ProfileResponse></Response></cXML>';
    expect(parsed(xml)).toEqual({ options: {}, transactions: [] });
  });

  it('is no refusal and no other document', () => {
    const refused = writeResponse(requestContext, { code: 401, message: 'Okänd avsändare' });
    expect(problem(() => parsed(refused))).toMatchObject({ code: 450, found: '401 Unauthorized Okänd avsändare' });
    const empty = writeResponse(requestContext, { code: 200 });
    expect(problem(() => parsed(empty))).toMatchObject({ code: 450, expected: 'ProfileResponse' });
    expect(problem(() => parsed(writeProfileRequest(requestContext)))).toMatchObject({ code: 450 });
  });
});

const samples = cxmlSamples().filter((name) => name.endsWith('/ProfileResponse.xml'));

if (samples.length === 0) console.log('../shared/data/cxml/samples is absent: no profile of others is read here.');
else {
  it.each(samples)('%s of another system is read', (name) => {
    const answered = parseProfileResponse(parseCxml(readFileSync(join(SAMPLES, name))));
    expect(transactionOf(answered, 'OrderRequest')?.url).toBe('http://service.ariba.com/cgi/orders.cgi');
  });
}
