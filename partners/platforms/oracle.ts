import { assumed, confirmed, template, type Platform } from './platform.ts';

export const oracle: Platform = {
  id: 'oracle',
  name: 'Oracle iProcurement',
  protocols: confirmed(['cxml'], 'cXML 14, Oracle'),
  suggested: { cxml: { cancelledCreate: 'status204' } },
  mapping: template(),
  facts: {
    cxml: {
      characters: confirmed({ 'ItemID/SupplierPartID': 25 }, 'cXML 14, Oracle'),
      emptyCart: assumed('fails', 'cXML 14, Oracle'),
    },
  },
  notes: [
    confirmed('A login status other than 200 and 401 is shown as a general failure.', 'cXML 14, Oracle'),
    confirmed('Through Oracle Exchange a unit has at most 3 characters.', 'cXML 14, Oracle'),
    confirmed('TLS client certificates are not used.', 'cXML 14, Oracle'),
  ],
};
