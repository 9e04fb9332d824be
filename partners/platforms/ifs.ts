import { assumed, confirmed, template, type Platform } from './platform.ts';

export const ifs: Platform = {
  id: 'ifs',
  name: 'IFS',
  protocols: confirmed(['oci'], 'OCI 3.2'),
  suggested: { oci: { cancelParameter: 'OCICANCEL' } },
  mapping: template({
    oci: {
      line: {
        CONTRACT: { firstOf: [{ path: 'line.contract' }, { path: 'session.parameters.AGREEMENT_NO' }] },
        CUST_FIELD1: { path: 'session.parameters.ACCOUNT_CODE' },
      },
    },
  }),
  facts: { oci: {} },
  notes: [
    confirmed('Calls with OCIVERSION, SENDERID, NEW_ITEM-VENDOR, ACCOUNT_CODE, AGREEMENT_NO and OCICANCEL.', 'OCI 3.2'),
    assumed('AGREEMENT_NO is read back as CONTRACT, ACCOUNT_CODE as CUST_FIELD1.', 'OCI 3.2'),
  ],
};
