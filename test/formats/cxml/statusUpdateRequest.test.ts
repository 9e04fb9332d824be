import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCxml } from '../../../formats/cxml/envelope.parse.ts';
import {
  parseStatusUpdateRequest,
  standing,
  type Standing,
  type StatusUpdateRequest,
} from '../../../formats/cxml/statusUpdateRequest.parse.ts';
import { writeStatusUpdateRequest } from '../../../formats/cxml/statusUpdateRequest.write.ts';
import { statusTexts, type StatusCode } from '../../../formats/cxml/status.ts';
import { cxmlVersions } from '../../../formats/cxml/versions.ts';
import { expectGolden } from '../../kit/golden.ts';
import { cxmlSamples, dtdErrors, dtdVersions, noDtds, problem, read, SAMPLES } from './kit.ts';
import { requestContext } from './requests.ts';

const ORDER = '20261125T0815.7.42@inkop.hoor.example';
const refused = {
  documentPayloadId: ORDER,
  code: 409,
  message: 'Ordern INK-815 är redan levererad: ring Örjan.',
} as const;

const update = (body: string): string =>
  `<cXML payloadID="s1@inkop.example"><Request><StatusUpdateRequest>${body}</StatusUpdateRequest></Request></cXML>`;
const parsed = (body: string): StatusUpdateRequest => parseStatusUpdateRequest(read(update(body)));
const about = `<DocumentReference payloadID="${ORDER}"/><Status code="200" text="OK"/>`;

describe('a status update that we write', () => {
  it('is what it was', () => {
    expectGolden('cxml/statusUpdate-refused.xml', writeStatusUpdateRequest(refused, requestContext));
  });

  it('is read with the same meaning', () => {
    const document = read(writeStatusUpdateRequest(refused, requestContext));
    expect(document).toMatchObject({ deploymentMode: 'test', timestamp: '2026-11-25T08:30:00+00:00' });
    expect(parseStatusUpdateRequest(document)).toEqual({
      documentPayloadId: ORDER,
      status: { code: 409, text: 'Conflict', message: refused.message },
      extrinsics: [],
    });
  });

  it.each(cxmlVersions)('names %s as its DTD', (version) => {
    const xml = writeStatusUpdateRequest(refused, { ...requestContext, version });
    expect(xml).toContain(`/${version}/cXML.dtd"`);
  });
});

describe('a status update that comes in', () => {
  it('about a document that the sender knows by its own number', () => {
    const body = `<Status code="200" text="OK"/><DocumentStatus type="rejected">
      <DocumentInfo documentID="SO-7-1" documentType="ConfirmationRequest"/>
      <ItemStatus type="rejected" code="E17"><ReferenceDocumentInfo lineNumber="20"/><Comments>Fel pris på raden</Comments></ItemStatus>
      <Comments xml:lang="sv">Bekräftelsen avvisas</Comments></DocumentStatus><Extrinsic name="Ärende">42</Extrinsic>`;
    expect(parsed(body)).toMatchObject({
      status: { code: 200, text: 'OK' },
      detail: {
        kind: 'document',
        type: 'rejected',
        documentId: 'SO-7-1',
        documentType: 'ConfirmationRequest',
        items: [{ type: 'rejected', code: 'E17', lineNumber: '20', comments: 'Fel pris på raden' }],
        comments: 'Bekräftelsen avvisas',
      },
      extrinsics: [{ name: 'Ärende', text: '42' }],
    });
  });

  it('about a payment brings no card', () => {
    const body = `${about}<PaymentStatus orderID="INK-815" type="Sale" isFailed="yes" transactionTimestamp="2026-11-25T08:00:00+01:00">
      <PCard number="4111111111111111" expiration="2027-01-01"/><Total><Money currency="SEK">120.50</Money></Total></PaymentStatus>`;
    const { detail } = parsed(body);
    expect(detail).toEqual({
      kind: 'payment',
      type: 'Sale',
      orderId: 'INK-815',
      failed: true,
      total: { amount: '120.50', currency: 'SEK' },
    });
  });

  it('about an invoice', () => {
    const paid = `<Status code="200" text="OK"/><InvoiceStatus type="paid"><InvoiceIDInfo invoiceID="F-9"/>
      <PartialAmount><Money currency="SEK">99</Money></PartialAmount><Comments>Avdrag för frakt</Comments></InvoiceStatus>`;
    expect(parsed(paid).detail).toEqual({
      kind: 'invoice',
      type: 'paid',
      invoiceId: 'F-9',
      partialAmount: { amount: '99', currency: 'SEK' },
      comments: 'Avdrag för frakt',
    });
  });

  it.each<[standing: Standing, code: number, detail: string]>([
    ['accepted', 200, ''],
    ['accepted', 204, ''],
    ['underWay', 201, ''],
    ['underWay', 280, ''],
    ['underWay', 281, ''],
    ['refused', 406, ''],
    ['refused', 551, ''],
    ['refused', 499, '<IntegrationStatus documentStatus="customerConfirmed"/>'],
    ['accepted', 200, '<IntegrationStatus documentStatus="customerConfirmed"/>'],
    ['accepted', 201, '<IntegrationStatus documentStatus="customerConfirmed"/>'],
    ['underWay', 200, '<IntegrationStatus documentStatus="deliverySuccessful"/>'],
    ['underWay', 200, '<IntegrationStatus documentStatus="deliveryDelayed"/>'],
    ['refused', 200, '<IntegrationStatus documentStatus="deliveryFailed"/>'],
    ['refused', 200, '<IntegrationStatus documentStatus="customerFailed"/>'],
    [
      'refused',
      200,
      '<IntegrationStatus documentStatus="customerReceived"><IntegrationMessage isSuccessful="no" type="824"/></IntegrationStatus>',
    ],
    ['refused', 200, '<DocumentStatus type="Rejected"/>'],
    ['accepted', 200, '<DocumentStatus type="hub specific"/>'],
    ['refused', 200, '<DocumentStatus type="accepted"><ItemStatus type="rejected"/></DocumentStatus>'],
    ['refused', 200, '<SourcingStatus action="deny">Nej</SourcingStatus>'],
    ['accepted', 200, '<SourcingStatus action="approve">Ja</SourcingStatus>'],
    ['underWay', 200, '<InvoiceStatus type="processing"/>'],
    ['refused', 200, '<InvoiceStatus type="rejected"/>'],
    ['refused', 200, '<PaymentStatus isFailed="yes"/>'],
  ])('says %s by Status %i and %j', (expected, code, detail) => {
    const body = `<DocumentReference payloadID="${ORDER}"/><Status code="${code}" text=""/>${detail}`;
    expect(standing(parsed(body))).toBe(expected);
  });

  it('says what it is about and how it stands, or is refused', () => {
    expect(problem(() => parsed('<Status code="200" text="OK"/>'))).toMatchObject({
      code: 400,
      element: 'StatusUpdateRequest/DocumentReference/@payloadID',
    });
    expect(problem(() => parsed(`<DocumentReference payloadID="${ORDER}"/>`))).toMatchObject({ code: 400, line: 1 });
    const nobody = '<Status code="200" text="OK"/><InvoiceStatus type="paid"/>';
    expect(problem(() => parsed(nobody))).toMatchObject({ code: 400 });
    const order = '<cXML><Request><OrderRequest/></Request></cXML>';
    expect(problem(() => parseStatusUpdateRequest(read(order)))).toMatchObject({
      code: 450,
      expected: 'StatusUpdateRequest',
    });
  });
});

describe('before the official DTDs', () => {
  if (noDtds()) return;

  it.each(dtdVersions)('status updates of %s have no errors, whatever the code', (version) => {
    for (const code of Object.keys(statusTexts).map((each) => Number(each) as StatusCode)) {
      for (const test of [true, false]) {
        const context = { ...requestContext, version, test };
        const silent = { documentPayloadId: ORDER, code };
        expect(dtdErrors(writeStatusUpdateRequest(silent, context), version)).toEqual([]);
        expect(dtdErrors(writeStatusUpdateRequest({ ...silent, message: 'Försök igen' }, context), version)).toEqual(
          [],
        );
      }
    }
  });
});

const samples = cxmlSamples().filter((name) => name.endsWith('StatusUpdateRequest.xml'));

if (samples.length === 0)
  console.log('../shared/data/cxml/samples is absent: no status update of others is read here.');
else {
  it.each(samples)('%s of another system is read', (name) => {
    const request = parseStatusUpdateRequest(parseCxml(readFileSync(join(SAMPLES, name))));
    expect(request.documentPayloadId).toBe('0c300508b7863dcclb_14999');
    expect(standing(request)).toBe('accepted');
  });
}
