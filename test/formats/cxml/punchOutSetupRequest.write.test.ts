import { describe, expect, it } from 'vitest';
import { parsePunchOutSetupRequest } from '../../../formats/cxml/punchOutSetupRequest.parse.ts';
import {
  writePunchOutSetupRequest,
  type SetupRequestToWrite,
} from '../../../formats/cxml/punchOutSetupRequest.write.ts';
import { dtdErrors, dtdVersions, noDtds, read } from './kit.ts';

const request: SetupRequestToWrite = {
  version: '1.2.014',
  payloadId: '1764097200.42@inkop.example',
  timestamp: '2026-11-25T19:59:58+01:00',
  language: 'sv',
  from: { domain: 'NetworkID', identity: 'AN01000000042-T' },
  to: { domain: 'DUNS', identity: '350000001' },
  sender: { domain: 'NetworkID', identity: 'Hubben', sharedSecret: 'hemligt <å>' },
  userAgent: 'Inköp 7.2',
  operation: 'edit',
  buyerCookie: 'korg & 1',
  browserFormPost: 'https://inkop.example/retur?id=1&x=2',
  extrinsics: { UniqueName: 'åsa', Kostnadsställe: '"4711"' },
  items: [
    {
      itemId: { supplierPartId: 'PAP-80', supplierPartAuxiliaryId: 'k7.l1.9Zx_q', references: [] },
      quantity: '2.5',
      lineNumber: '1',
    },
    { itemId: { supplierPartId: 'MONT', references: [] }, quantity: '1' },
  ],
};

describe('a setup request that we write', () => {
  it('is read back', () => {
    const document = read(writePunchOutSetupRequest(request));
    expect(document.header!.sender[0]!.sharedSecret!.reveal()).toBe('hemligt <å>');
    const { items, extrinsics, ...setup } = parsePunchOutSetupRequest(document);
    expect(setup).toEqual({
      operation: 'edit',
      buyerCookie: 'korg &amp; 1',
      browserFormPost: request.browserFormPost,
      contacts: [],
    });
    expect(extrinsics.map(({ name, text }) => [name, text])).toEqual(Object.entries(request.extrinsics));
    expect(items.map(({ itemId, quantity }) => ({ itemId, quantity }))).toEqual(
      request.items.map(({ itemId, quantity }) => ({ itemId, quantity })),
    );
  });

  if (noDtds()) return;

  it.each(dtdVersions)('has no errors before the DTD of %s', (version) => {
    expect(dtdErrors(writePunchOutSetupRequest({ ...request, version }), version)).toEqual([]);
  });
});
