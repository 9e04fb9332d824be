import { assumed, confirmed, template, type Platform } from './platform.ts';

export const ariba: Platform = {
  id: 'ariba',
  name: 'SAP Ariba',
  protocols: confirmed(['cxml'], 'cXML 14, SAP Ariba'),
  suggested: { cxml: { userExtrinsics: ['UniqueName', 'UserEmail', 'User'] } },
  mapping: template(),
  facts: {
    cxml: {
      characters: confirmed(
        { 'ItemID/SupplierPartID': 100, 'ItemID/SupplierPartAuxiliaryID': 100, 'ItemDetail/Description/ShortName': 50 },
        'cXML 14, SAP Ariba',
      ),
      bytes: confirmed({ 'ItemDetail/Description': 2_000 }, 'cXML 14, SAP Ariba'),
      refusedInKeys: confirmed('?{}', 'cXML 14, SAP Ariba'),
      priceDigits: confirmed({ decimals: 4 }, 'cXML 14, SAP Ariba'),
      classification: confirmed({ scheme: 'UNSPSC', digits: 8 }, 'cXML 14, SAP Ariba'),
    },
  },
  notes: [
    confirmed('Names of parties have the domain NetworkID; test accounts end in -T.', 'cXML 2'),
    assumed('About 255 characters of a description are shown.', 'cXML 14, SAP Ariba'),
    assumed('SupplierPartAuxiliaryID takes 255 in places.', 'cXML 14, SAP Ariba'),
  ],
};
