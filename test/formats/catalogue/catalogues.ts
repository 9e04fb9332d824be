import type { Catalogue, CatalogueHeader, CatalogueItem } from '../../../formats/document/catalogue.ts';

/** Catalogues between parties of ours. */

export const header: CatalogueHeader = {
  number: 'exempelkoping-2026-02-03',
  name: 'Verktygsboden i Åmål',
  issueDate: '2026-02-03',
  timestamp: '2026-02-03T14:05:09+01:00',
  currency: 'SEK',
  language: 'sv',
  seller: {
    endpoint: { scheme: '0007', id: '5599001236' },
    identifications: [{ scheme: '0007', id: '5599001236' }],
    name: 'Verktygsboden i Åmål',
    legalName: 'Verktygsboden i Åmål AB',
    address: { cityName: 'Åmål', country: 'SE' },
  },
  buyer: {
    endpoint: { scheme: '0088', id: '7300000000028' },
    identifications: [{ scheme: '0007', id: '2220007773' }],
    name: 'Exempelköpings kommun',
  },
};

export const drill: CatalogueItem = {
  sellersId: 'SD-18',
  buyersId: 'K-881',
  standardId: { scheme: '0160', id: '07300000000109' },
  name: 'Skruvdragare 18 V',
  description: 'Skruvdragare med "två" batterier och laddare.\nVikt 1,5 kg; levereras i väska.',
  keywords: ['borr', 'maskin & verktyg'],
  unit: 'C62',
  prices: [
    { amount: '1295', baseQuantity: '1', from: '0' },
    { amount: '11900', baseQuantity: '10', from: '10' },
  ],
  tax: { category: 'S', percent: '25' },
  leadTimeDays: 3,
  minimumQuantity: '1',
  maximumQuantity: '100',
  multipleQuantity: '1',
  classifications: [
    { scheme: 'UNSPSC', version: '26.0801', code: '27112703' },
    { scheme: 'CPV', code: '42652000' },
    { scheme: 'ECLASS', version: '13.0', code: '21-01-01-01' },
  ],
  manufacturer: 'Ångström Tools',
  manufacturerNumber: 'AT-18-X',
  contract: 'RA-2026-17',
  labels: ['Svanen'],
  pictures: ['https://bilder.example/sd18.jpg?a=1&b=2', 'https://bilder.example/sd18-2.jpg'],
};

/** Nothing that is not demanded. */
export const nut: CatalogueItem = {
  sellersId: 'Mutter <M6>',
  name: '=Mutter M6',
  keywords: [],
  unit: 'C62',
  prices: [{ amount: '0.25', baseQuantity: '1', from: '0' }],
  classifications: [],
  labels: [],
  pictures: [],
};

export const full: Catalogue = { header, items: [drill, nut] };

/** Everything that a writer hands out. */
export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
