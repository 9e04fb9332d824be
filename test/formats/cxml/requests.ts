import type { CxmlRequestContext } from '../../../formats/cxml/envelope.write.ts';

/** The shop in Växjö writes to Höörs kommun. */
export const requestContext: CxmlRequestContext = {
  version: '1.2.036',
  payloadId: '20261125T0830.1.9@butik.example',
  timestamp: '2026-11-25T08:30:00Z',
  language: 'sv',
  from: [{ domain: 'NetworkID', identity: 'AN01000000077' }],
  to: [{ domain: 'NetworkID', identity: 'AN01000000042' }],
  sender: { domain: 'NetworkID', identity: 'AN01000000077' },
  userAgent: 'Butiken i Växjö',
  test: true,
};
