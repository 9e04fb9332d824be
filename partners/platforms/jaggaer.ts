import { confirmed, template, type Platform } from './platform.ts';

export const jaggaer: Platform = {
  id: 'jaggaer',
  name: 'JAGGAER',
  protocols: confirmed(['cxml'], 'cXML 14, JAGGAER'),
  suggested: { cxml: { operations: ['create', 'edit', 'inspect'] } },
  mapping: template(),
  facts: {
    cxml: {
      characters: confirmed({ 'ItemDetail/Description': 256 }, 'cXML 14, JAGGAER'),
      unmappedUnit: confirmed({ becomes: 'EA' }, 'cXML 14, JAGGAER'),
    },
  },
  notes: [confirmed('Earlier carts are edited and inspected.', 'cXML 14, JAGGAER')],
};
