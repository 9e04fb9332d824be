import { gs1CheckDigit } from '../identity.ts';
import type { AddressInput, CustomerInput } from '../input/customer.ts';
import type { ShopInput } from '../input/shop.ts';

/** GLN in the range 952, which GS1 keeps for demonstrations and examples. */
function gln(serial: number): string {
  const digits = `95200099${String(serial).padStart(4, '0')}`;
  return `${digits}${gs1CheckDigit(digits)}`;
}

/** The shop of the demonstration. Name, numbers and people are invented. */
export const demoShop: ShopInput = {
  name: 'Nordverkstads Kontor och Verktyg AB',
  organisationNumber: '5599990016',
  vatNumber: 'SE559999001601',
  gln: gln(1),
  peppolId: '0007:5599990016',
  duns: '999999901',
  anid: 'AN01000000001-T',
  address: { streetName: 'Verktygsgatan 1', postalZone: '123 45', cityName: 'Björkvik', country: 'SE' },
  contacts: [
    { name: 'Kundtjänst', role: 'order', telephone: '+46 8 555 010 00', electronicMail: 'order@nordverkstad.example' },
  ],
  timeZone: 'Europe/Stockholm',
  workingDays: [1, 2, 3, 4, 5],
};

function place(serial: number, name: string, streetName: string, postalZone: string, cityName: string): AddressInput {
  return { addressId: `P${serial}`, gln: gln(serial), name, streetName, postalZone, cityName, country: 'SE' };
}

interface DemoCustomer {
  readonly number: string;
  readonly name: string;
  readonly organisationNumber: string;
  readonly duns?: string;
  readonly group?: string;
  readonly places: readonly AddressInput[];
}

/** Organisation numbers 559999-xxxx with right check digits, given to nobody. */
const table: readonly DemoCustomer[] = [
  {
    number: 'K1001',
    name: 'Björkviks kommun',
    organisationNumber: '5599991014',
    group: 'Kommuner',
    places: [
      place(1011, 'Kommunhuset, godsmottagning', 'Storgatan 2', '123 40', 'Björkvik'),
      place(1012, 'Ängsskolan', 'Skolvägen 7', '123 44', 'Björkvik'),
      place(1013, 'Förskolan Åkern', 'Åkervägen 12', '123 47', 'Björkvik'),
      place(1014, 'Tekniska förvaltningen', 'Verkstadsgatan 30', '123 50', 'Björkvik'),
    ],
  },
  {
    number: 'K1002',
    name: 'Region Södermark',
    organisationNumber: '5599991022',
    group: 'Kommuner',
    places: [
      place(1021, 'Södermarks sjukhus, centralförråd', 'Lasarettsvägen 1', '234 10', 'Södermark'),
      place(1022, 'Vårdcentralen Östra', 'Östra Torggatan 5', '234 20', 'Södermark'),
    ],
  },
  {
    number: 'K1003',
    name: 'Lindströms Mekaniska Verkstad AB',
    organisationNumber: '5599991030',
    duns: '999999930',
    places: [place(1031, 'Verkstaden, port 3', 'Industrigatan 14', '345 60', 'Älvhult')],
  },
  {
    number: 'K1004',
    name: 'Älvsby Byggteknik AB',
    organisationNumber: '5599991048',
    places: [
      place(1041, 'Huvudlagret', 'Sågverksvägen 3', '456 70', 'Älvhult'),
      place(1042, 'Bygge Kvarnängen', 'Kvarnängsvägen 88', '456 75', 'Älvhult'),
    ],
  },
  {
    number: 'K1005',
    name: 'Högskolan i Norrvik',
    organisationNumber: '5599991055',
    places: [place(1051, 'Campus, godsmottagning B', 'Universitetsallén 10', '567 80', 'Norrvik')],
  },
  {
    number: 'K1006',
    name: 'Åsens Friskola ekonomisk förening',
    organisationNumber: '5599991063',
    places: [place(1061, 'Expeditionen', 'Åsvägen 21', '678 90', 'Åsen')],
  },
];

export const demoCustomers: readonly CustomerInput[] = table.map((customer, index) => ({
  number: customer.number,
  name: customer.name,
  ...(customer.group !== undefined && { group: customer.group }),
  active: true,
  organisationNumber: customer.organisationNumber,
  vatNumber: `SE${customer.organisationNumber}01`,
  gln: gln(101 + index),
  peppolId: `0007:${customer.organisationNumber}`,
  ...(customer.duns !== undefined && { duns: customer.duns }),
  identities: [],
  contacts: [{ name: 'Inköp', electronicMail: `inkop.${customer.number.toLowerCase()}@kund.example` }],
  deliveryAddresses: [...customer.places],
  invoiceAddresses: customer.places.slice(0, 1).map((address) => ({ ...address, name: `${customer.name}, fakturor` })),
}));
