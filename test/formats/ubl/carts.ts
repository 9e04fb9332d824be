import type { Cart, CartHeader, CartLine } from '../../../formats/document/cart.ts';
import { unmapped, type MappedFields } from '../../../formats/document/outgoingField.ts';
import type { CartFormat } from '../../../formats/ubl/cart.codes.ts';
import { writeCart18A } from '../../../formats/ubl/cart18a.write.ts';
import { writeCart3 } from '../../../formats/ubl/cart3.write.ts';

/** Carts between parties of ours. */

const header: CartHeader = {
  number: 'VK-7Å3-2',
  issueDate: '2026-02-03',
  issueTime: '14:05:09',
  timestamp: '2026-02-03T14:05:09+01:00',
  validUntil: '2026-03-05',
  currency: 'SEK',
  language: 'sv',
  contract: 'RA-2026-17',
  complete: true,
  seller: {
    endpoint: { scheme: '0007', id: '5599001236' },
    identifications: [
      { scheme: '0088', id: '7300000000011' },
      { scheme: '0007', id: '5599001236' },
    ],
    name: 'Verktygsboden i Åmål',
    legalName: 'Verktygsboden i Åmål AB',
    address: { cityName: 'Åmål', country: 'SE' },
    vat: { id: 'SE559900123601' },
  },
  buyer: {
    endpoint: { scheme: '0088', id: '7300000000028' },
    identifications: [{ scheme: '0007', id: '2220007773' }],
    name: 'Exempelköpings kommun',
  },
  customerNumber: 'K-2001',
  buyerReference: 'REF-Åsa & Bo <22>',
  deliveryPlace: { name: 'Förskolan Ängen', address: { cityName: 'Exempelköping', country: 'SE' } },
  total: '1874.50',
};

export const drill: CartLine = {
  position: 1,
  id: '1',
  sellersId: 'SD-18',
  productKey: '01900000-0000-7000-8000-000000000001',
  auxiliaryId: 'c7a3.1.aaaa',
  buyersId: 'K-881',
  standardId: { scheme: '0160', id: '07300000000109' },
  name: 'Skruvdragare 18 V',
  description: 'Skruvdragare med två batterier och laddare.\nVikt 1,5 kg.',
  quantity: '12',
  unit: 'H87',
  price: { amount: '1295.00', baseQuantity: '10' },
  tax: { category: 'S', percent: '25' },
  leadTimeDays: 3,
  availableFrom: '2026-02-06',
  classifications: [
    { scheme: 'UNSPSC', version: '26.0801', code: '27112703' },
    { scheme: 'CPV', code: '42652000' },
    { scheme: 'ECLASS', version: '13.0', code: '21-01-01-01' },
  ],
  manufacturer: 'Åkes Maskiner',
  manufacturerNumber: 'ÅM-18/2',
  contract: 'RA-2026-17/3',
  materialGroup: '2711',
  service: false,
  labels: ['Svanen', 'EU Ecolabel'],
  pictures: ['https://butik.example/bilder/sd-18.png', 'https://butik.example/bilder/sd-18-sida.png'],
  url: 'https://butik.example/artikel/SD-18?visa=allt&språk=sv',
  note: 'Märk lådan med rum 14.',
  reference: 'Rad 3',
};

/** Part of the drill. */
export const lunch: CartLine = {
  position: 2,
  id: '4',
  sellersId: 'UT-1',
  productKey: '01900000-0000-7000-8000-000000000002',
  auxiliaryId: 'c7a3.4.bbbb',
  name: 'Utbildning med lunch',
  quantity: '0.5',
  unit: 'HUR',
  price: { amount: '320.50', baseQuantity: '1' },
  tax: { category: 'S', percent: '12' },
  classifications: [],
  service: true,
  labels: [],
  pictures: [],
  partOf: 1,
};

/** Everything that a cart may have. */
export const fullCart: Cart = { header, lines: [drill, lunch] };

/** Nothing that it may leave out. */
export const smallCart: Cart = {
  header: {
    number: 'VK-1',
    issueDate: '2026-02-03',
    issueTime: '08:00:00',
    timestamp: '2026-02-03T08:00:00+01:00',
    currency: 'EUR',
    language: 'en',
    seller: { identifications: [{ id: '77' }], name: 'Boden' },
    buyer: { identifications: [], name: 'Kunden' },
    customerNumber: 'K-1',
    total: '1.00',
  },
  lines: [
    {
      position: 1,
      id: '1',
      sellersId: 'A',
      productKey: '01900000-0000-7000-8000-000000000003',
      auxiliaryId: 'c.1.c',
      name: 'Sak',
      quantity: '1',
      unit: 'C62',
      price: { amount: '1', baseQuantity: '1' },
      tax: { category: 'S', percent: '25' },
      classifications: [],
      service: false,
      labels: [],
      pictures: [],
    },
  ],
};

export const formats = ['peppol-18a-cart', 'peppol-3-cart'] as const satisfies readonly CartFormat[];

const writers = { 'peppol-18a-cart': writeCart18A, 'peppol-3-cart': writeCart3 };

export async function writtenCart(format: CartFormat, cart: Cart, mapped: MappedFields = unmapped): Promise<string> {
  let text = '';
  for await (const piece of writers[format](cart, mapped)) text += piece;
  return text;
}
