import { describe, expect, it } from 'vitest';
import type { DespatchAdvice, DespatchLine } from '../../../formats/document/despatchAdvice.ts';
import { writeDespatchAdvice, type UblDespatchFormat } from '../../../formats/ubl/despatchAdvice.write.ts';
import { expectGolden } from '../../kit/golden.ts';
import { joined } from '../emitted/combine.ts';
import { partiesOf } from '../emitted/parties.ts';

const formats = [
  ['30A', 'peppol-30a-despatch-advice'],
  ['3', 'peppol-3-despatch-advice'],
] as const;

const line: DespatchLine = {
  id: '1',
  orderLineId: '10',
  quantity: '6',
  unit: 'LTR',
  outstanding: { quantity: '4', reason: 'Restnoterat, kommer efter påsk' },
  item: { name: 'Väggfärg, täckande', buyersId: 'K-FÄRG-1', sellersId: 'VF-100' },
  lots: ['PARTI-Å7'],
  packages: [
    { packageId: 'K1', quantity: '4' },
    { packageId: 'K2', quantity: '2' },
  ],
  note: 'Varsamt',
};

const advice: DespatchAdvice = {
  number: 'F-2026-17',
  issueDate: '2026-03-02',
  issueTime: '16:05:00',
  note: 'Lastas på södra bryggan',
  orderNumber: 'IK-2026-4711',
  ...partiesOf('full'),
  deliveryParty: { identifications: [], name: 'Förskolan Ängen', contact: { name: 'Åke', telephone: '08-1' } },
  deliveryAddress: {
    id: { scheme: '0088', id: '7300000001117' },
    streetName: 'Ängsvägen 1',
    cityName: 'Exempelköping',
    postalZone: '123 45',
    country: 'SE',
  },
  despatchedOn: '2026-03-02',
  despatchTime: '15:30:00',
  promisedDelivery: { startDate: '2026-03-03', endDate: '2026-03-04' },
  carrier: { name: 'Åkeri Ström', id: '5599001236' },
  trackingId: 'SÄND-4711',
  packages: [
    { id: 'P', sscc: '173000000000000031', type: 'PX' },
    { id: 'K1', sscc: '173000000000000017', type: 'CT', parentId: 'P' },
    { id: 'K2', sscc: '173000000000000024', type: 'CT', grossWeight: { value: '12.75', unit: 'KGM' } },
  ],
  lines: [
    line,
    {
      id: '2',
      orderLineId: '20',
      quantity: '2',
      unit: 'C62',
      outstanding: { quantity: '0' },
      item: { name: 'Skruvdragare', sellersId: 'SD-2' },
      serials: ['SN-1', 'SN-2'],
      lots: ['L1'],
      packages: [],
    },
  ],
  complete: false,
};

function written(format: UblDespatchFormat, more: Partial<DespatchAdvice> = {}): Promise<string> {
  return joined(writeDespatchAdvice({ ...advice, ...more }, format));
}

/** Texts of every element of that name. */
function all(text: string, name: string): string[] {
  return [...text.matchAll(new RegExp(`<cbc:${name}[^>]*>([^<]*)<`, 'g'))].map(([, value]) => value!);
}

describe('despatch advices as files', () => {
  it.each(formats)('version %s', async (version, format) => {
    expectGolden(`ubl/despatchAdvice.${version}.xml`, await written(format));
  });
});

async function* manyLines(): AsyncGenerator<DespatchLine> {
  for (let i = 1; i <= 500; i++) yield { ...line, id: `${i}`, orderLineId: `${i}0`, packages: [] };
}

describe.each(formats)('the despatch advice of version %s', (version, format) => {
  it('says what comes later, and gives a reason where nobody has', async () => {
    const text = await written(format);
    expect(all(text, 'DeliveredQuantity')).toEqual(['6', '2']);
    expect(all(text, 'OutstandingQuantity')).toEqual(['4', '0']);
    expect(all(text, 'OutstandingReason')).toEqual(['Restnoterat, kommer efter påsk', 'NA']);
  });

  it('counts the packages as they are handed over', async () => {
    expect(all(await written(format), 'TotalTransportHandlingUnitQuantity')).toEqual(['2']);
  });

  it('names carrier, consignment and times', async () => {
    const text = await written(format);
    expect(text).toMatch(/<cac:CarrierParty>[\s\S]*Åkeri Ström[\s\S]*<\/cac:CarrierParty>/);
    expect(all(text, 'TrackingID')).toEqual(['SÄND-4711']);
    expect(all(text, 'ActualDespatchDate')).toEqual(['2026-03-02']);
  });

  it('has an instance for each serial number, in its lot', async () => {
    const text = await written(format);
    expect(all(text, 'SerialID')).toEqual(['SN-1', 'SN-2']);
    expect(all(text, 'LotNumberID')).toEqual(['PARTI-Å7', 'L1', 'L1']);
  });

  it('takes lines as a stream', async () => {
    const pieces: string[] = [];
    for await (const piece of writeDespatchAdvice({ ...advice, lines: manyLines() }, format)) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(3);
    expect(all(pieces.join(''), 'DeliveredQuantity')).toHaveLength(500);
  });

  it.each([
    ['without lines', { lines: [] }, 'has no line'],
    ['with goods in a package that is not there', { packages: [] }, 'no package K1'],
    [
      'with a package in itself',
      {
        packages: [
          { id: 'A', parentId: 'B' },
          { id: 'B', parentId: 'A' },
        ],
      },
      'stands in itself',
    ],
  ] as const)('is refused %s', async (_name, more, message) => {
    await expect(written(format, more)).rejects.toThrow(message);
  });

  it(`is of version ${version} by its identifiers`, async () => {
    expect(all(await written(format), 'UBLVersionID')).toEqual(version === '3' ? [] : ['2.1']);
  });
});

describe('packages', () => {
  it('are named by SSCC, in version 3 the inner ones inside the outer one', async () => {
    const text = await written('peppol-3-despatch-advice');
    expect(text).toContain('<cbc:ID schemeID="SSCC">173000000000000031</cbc:ID>');
    expect(text).toMatch(/<cac:Package>\s*<cbc:ID>173000000000000017<\/cbc:ID>/);
    expect(text).toContain('<cbc:ID schemeID="SSCC">173000000000000024</cbc:ID>');
  });

  it('are all handling units in 30A', async () => {
    const text = await written('peppol-30a-despatch-advice');
    expect(text.match(/<cac:TransportHandlingUnit>/g)).toHaveLength(3);
    expect(text).not.toContain('<cac:Package>');
  });
});
