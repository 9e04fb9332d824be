import { DECIMALS, DIGITS } from '../../formats/oci/numbers.ts';
import { assumed, confirmed, template, type Platform } from './platform.ts';

/** OCI by the book. Lengths of fields stand in formats/oci/fields.ts. */
export const genericOci: Platform = {
  id: 'generic-oci',
  name: 'Generic OCI',
  protocols: confirmed(['oci'], 'OCI 1'),
  suggested: { oci: {} },
  mapping: template(),
  facts: {
    oci: {
      quantityDigits: confirmed({ whole: DIGITS, decimals: DECIMALS }, 'OCI 4.3'),
      priceDigits: confirmed({ whole: DIGITS, decimals: DECIMALS }, 'OCI 4.3'),
      formFields: assumed(1_000, 'OCI 9, PHP receivers'),
    },
  },
  notes: [
    confirmed('Whether the cart was taken is never told: there is no status and no acknowledgement.', 'OCI 1'),
    confirmed('An empty cart has no defined form; some systems fail on a form without items.', 'OCI 4.1'),
  ],
};

/** cXML by the book. */
export const genericCxml: Platform = {
  id: 'generic-cxml',
  name: 'Generic cXML',
  protocols: confirmed(['cxml'], 'cXML 6'),
  suggested: { cxml: {} },
  mapping: template(),
  facts: {
    cxml: { classification: confirmed({ scheme: 'UNSPSC', digits: 8 }, 'cXML 6.4') },
  },
  notes: [
    confirmed('Total is the sum without tax and shipping, which many systems ignore.', 'cXML 6.4'),
    assumed('Older receivers ignore PriceBasisQuantity: the price is divided for them.', 'cXML 6.4'),
  ],
};

/** Peppol Punch Out by the book. What its documents cannot hold is told by their rules. */
export const genericPeppol: Platform = {
  id: 'generic-peppol',
  name: 'Generic Peppol',
  protocols: confirmed(['peppol'], 'Peppol Punch Out 3'),
  suggested: { peppol: {} },
  mapping: template(),
  facts: {
    peppol: {},
  },
  notes: [
    confirmed('Leaving without a cart is not defined: no message goes back.', 'Peppol Punch Out 2'),
    assumed('No purchasing system is known that uses the login specification unchanged.', 'Peppol Punch Out 7'),
  ],
};
