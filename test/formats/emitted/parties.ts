import type { Party } from '../../../formats/document/order.ts';

/** Parties of every kind that an order can have: with everything, as little as a rule allows, and with identifiers that no list knows. */

export type PartyKind = 'full' | 'least' | 'unlisted';
export const partyKinds: readonly PartyKind[] = ['full', 'least', 'unlisted'];

const contact = {
  id: 'REF-Åsa-17',
  name: 'Åsa Öberg & Co',
  telephone: '+46 8 000 00 01',
  telefax: '+46 8 000 00 02',
  electronicMail: 'order@butiken.example',
};

const sellers: Readonly<Record<PartyKind, Party>> = {
  full: {
    endpoint: { scheme: '0007', id: '5599001236' },
    identifications: [{ scheme: '0088', id: '7300000001117' }],
    name: 'Verktygsboden',
    legalName: 'Verktygsboden i Åmål AB',
    address: {
      streetName: 'Smedjegränd 3 <port B>',
      additionalStreetName: 'Låda 7',
      addressLine: 'Gårdshuset',
      cityName: 'Åmål',
      postalZone: '662 31',
      countrySubentity: 'Västra Götaland',
      country: 'SE',
    },
    contact,
  },
  least: { endpoint: { scheme: '0007', id: '5599001236' }, identifications: [], name: 'Verktygsboden' },
  unlisted: {
    endpoint: { scheme: 'SE:ORGNR', id: '5599001236' },
    identifications: [{ scheme: 'KUNDNR', id: 'L-42' }, { id: 'A-17' }],
    name: 'Verktygsboden',
    address: { cityName: 'Åmål' },
    contact: { name: 'Order' },
  },
};

const buyers: Readonly<Record<PartyKind, Party>> = {
  full: {
    endpoint: { scheme: '0088', id: '7300000001001' },
    identifications: [{ scheme: '0007', id: '2220007773' }],
    name: 'Exempelköpings kommun',
    legalName: 'Exempelköpings kommun',
    address: { streetName: 'Rådhusgatan 1', cityName: 'Exempelköping', postalZone: '123 45', country: 'SE' },
    contact,
  },
  least: { endpoint: { scheme: '0088', id: '7300000001001' }, identifications: [], name: 'Exempelköping' },
  unlisted: {
    endpoint: { scheme: 'GLN', id: '7300000001001' },
    identifications: [{ scheme: 'KUNDNR', id: 'K-1' }],
    name: 'Exempelköping',
  },
};

/** Both parties of a document. */
export function partiesOf(kind: PartyKind): { readonly seller: Party; readonly buyer: Party } {
  return { seller: sellers[kind], buyer: buyers[kind] };
}
