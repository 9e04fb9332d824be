import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  writeShipNoticeDeletion,
  writeShipNoticeRequest,
  type ShipNoticeContext,
} from '../../../formats/cxml/shipNoticeRequest.write.ts';
import { attribute, child, children, text } from '../../../formats/cxml/read.ts';
import { cxmlVersions } from '../../../formats/cxml/versions.ts';
import { Decimal } from '../../../formats/document/decimal.ts';
import type { DespatchAdvice, DespatchLine } from '../../../formats/document/despatchAdvice.ts';
import type { XmlElement } from '../../../formats/xml/element.ts';
import { xmlText } from '../../../formats/xml/writer.ts';
import { expectGolden } from '../../kit/golden.ts';
import { fulfillErrors, noDtds, read } from './kit.ts';
import { requestContext } from './requests.ts';

const context: ShipNoticeContext = {
  ...requestContext,
  version: '1.2.071',
  orderPayloadId: '20261125T0815.7.42@inkop.hoor.example',
};
const replaces = { payloadId: '1@butik.example', shipmentId: 'LEV-7' };

const paper: DespatchLine = {
  id: '1',
  orderLineId: '10',
  quantity: '100',
  unit: 'RM',
  outstanding: { quantity: '140', reason: 'Slut hos Åmåls.' },
  item: { sellersId: 'PAP-{80}', buyersId: 'K-4711', name: 'Kopieringspapper A4, ohålat' },
  lots: ['P-26-11'],
  packages: [
    { packageId: 'K1', quantity: '60' },
    { packageId: 'K2', quantity: '40' },
  ],
  note: 'Tungt.',
};
const drill: DespatchLine = {
  id: '2',
  orderLineId: '20',
  quantity: '2',
  unit: 'EA',
  item: { sellersId: 'BORR' },
  serials: ['S1', 'S<2>'],
  packages: [{ packageId: 'K2' }],
};
const advice: DespatchAdvice = {
  number: 'LEV-8',
  issueDate: '2026-11-25',
  note: 'Ring på vid lastkajen.',
  orderNumber: 'INK-2026-0815',
  seller: {
    identifications: [],
    name: 'Butiken i Växjö',
    address: { streetName: 'Storgatan 1', cityName: 'Växjö', postalZone: '352 30', country: 'SE' },
    contact: { name: 'Örjan Häll', electronicMail: 'order@butik.example' },
  },
  buyer: { identifications: [], name: 'Höörs kommun' },
  deliveryAddress: {
    ...{ id: { id: '7350000000042' }, name: 'Gudmuntorps skola', department: 'Köket', streetName: 'Skolvägen 2' },
    ...{ cityName: 'Höör', postalZone: '243 95', country: 'SE' },
  },
  despatchedOn: '2026-11-24',
  promisedDelivery: { startDate: '2026-11-26', endDate: '2026-11-27' },
  carrier: { name: 'Åkeriet' },
  trackingId: 'TRK 42',
  packages: [
    { id: 'P1', sscc: '373500000000000017', type: 'PX', grossWeight: { value: '212.5', unit: 'KGM' } },
    { id: 'K1', sscc: '373500000000000024', type: 'CT', parentId: 'P1' },
    { id: 'K2', parentId: 'P1' },
  ],
  lines: [paper, drill],
  complete: false,
};

const written = (of: Partial<DespatchAdvice> = {}, more: Partial<ShipNoticeContext> = {}): Promise<string> =>
  writeShipNoticeRequest({ ...advice, ...of }, { ...context, ...more });
const contentOf = (xml: string): XmlElement => read(xml).content!;
const itemsOf = (notice: XmlElement): XmlElement[] => children(child(notice, 'ShipNoticePortion'), 'ShipNoticeItem');

describe('a ship notice', () => {
  it.each(['1.2.071', '1.2.014'] as const)('of %s is what it was', async (version) => {
    expectGolden(`cxml/shipNotice-${version}.xml`, await written({}, { version }));
  });

  it('says which shipment it is, when it left and comes, and whether all of the order is in it', async () => {
    const header = child(contentOf(await written()), 'ShipNoticeHeader');
    const values = ['shipmentID', 'operation', 'shipmentDate', 'deliveryDate', 'fulfillmentType'];
    expect(values.map((name) => attribute(header, name))).toEqual([
      ...['LEV-8', 'new', '2026-11-24T12:00:00+00:00', '2026-11-27T12:00:00+00:00', 'partial'],
    ]);
    const whole = child(contentOf(await written({ complete: true })), 'ShipNoticeHeader');
    expect(attribute(whole, 'fulfillmentType')).toBe('complete');
  });

  it('comes when the buyer wants it where the advice promises no day', async () => {
    const { promisedDelivery: _, despatchedOn: __, ...vague } = advice;
    const requestedDelivery = { endDate: '2026-12-01' };
    const xml = await writeShipNoticeRequest(vague, { ...context, requestedDelivery });
    const header = child(contentOf(xml), 'ShipNoticeHeader');
    expect(attribute(header, 'deliveryDate')).toBe('2026-12-01T12:00:00+00:00');
    expect(attribute(header, 'shipmentDate')).toBe('2026-11-25T12:00:00+00:00');
  });

  it('that takes the place of another, or takes it back, names it', async () => {
    const corrected = child(contentOf(await written({}, { replaces })), 'ShipNoticeHeader');
    const deleted = child(contentOf(writeShipNoticeDeletion(replaces, context)), 'ShipNoticeHeader');
    const told = [corrected, deleted].map((header) => [
      attribute(header, 'operation'),
      attribute(header, 'shipmentID'),
      attribute(child(header, 'DocumentReference'), 'payloadID'),
    ]);
    expect(told).toEqual([
      ['update', 'LEV-7', '1@butik.example'],
      ['delete', 'LEV-7', '1@butik.example'],
    ]);
  });

  it('names carrier and tracking, or who sends and the number of the notice', async () => {
    const of = async (more: Partial<DespatchAdvice>) => {
      const control = child(contentOf(await written(more)), 'ShipControl');
      return [text(control, 'CarrierIdentifier'), text(control, 'ShipmentIdentifier')];
    };
    expect(await of({})).toEqual(['Åkeriet', 'TRK 42']);
    const { carrier: _, trackingId: __, ...own } = advice;
    const control = child(contentOf(await writeShipNoticeRequest(own, context)), 'ShipControl');
    expect([text(control, 'CarrierIdentifier'), text(control, 'ShipmentIdentifier')]).toEqual([
      'Butiken i Växjö',
      'LEV-8',
    ]);
  });

  it('gives a place only where its address is whole', async () => {
    const seller = { ...advice.seller, address: { cityName: 'Växjö', country: 'SE' } };
    const header = child(contentOf(await written({ seller })), 'ShipNoticeHeader');
    const [from, to] = children(header, 'Contact');
    expect([attribute(from, 'role'), child(from, 'PostalAddress')]).toEqual(['shipFrom', undefined]);
    expect([attribute(to, 'addressID'), text(to, 'PostalAddress', 'City')]).toEqual(['7350000000042', 'Höör']);
  });

  it('has lines, each in one unit', async () => {
    await expect(written({ lines: [] })).rejects.toThrow('has no lines');
    const mixed = [paper, { ...paper, unit: 'PK' }];
    await expect(written({ lines: mixed })).rejects.toThrow('line 10 is shipped in RM and in PK');
  });
});

describe('a line of the order', () => {
  it('stands once, with all of its parts, packages, batches and pieces', async () => {
    const parts = [
      paper,
      drill,
      { ...paper, id: '3', quantity: '20.5', lots: ['P-26-12'], packages: [{ packageId: 'K1' }] },
    ];
    const [item, other] = itemsOf(contentOf(await written({ lines: parts })));
    expect([attribute(item, 'lineNumber'), attribute(item, 'quantity')]).toEqual(['10', '120.5']);
    expect(children(item, 'SupplierBatchID').map(({ text: lot }) => lot)).toEqual(['P-26-11', 'P-26-12']);
    const packages = children(item, 'Packaging').map((each) => [
      text(each, 'PackagingCode'),
      text(each, 'ShippingContainerSerialCode'),
      text(each, 'ShippingContainerSerialCodeReference'),
      text(each, 'PackageID', 'PackageTrackingID'),
      attribute(child(each, 'DispatchQuantity'), 'quantity'),
    ]);
    expect(packages).toEqual([
      ['kartong', '373500000000000024', '373500000000000017', 'K1', '60'],
      ['kolli', undefined, '373500000000000017', 'K2', '40'],
      ['pall', '373500000000000017', undefined, 'P1', undefined],
    ]);
    expect(text(item, 'Comments')).toBe('Tungt. Återstår: 140 RM. Slut hos Åmåls.');
    expect(children(other, 'AssetInfo').map((each) => attribute(each, 'serialNumber'))).toEqual(['S1', 'S<2>']);
  });

  it('says in words what older versions have no place for', async () => {
    const portion = child(contentOf(await written({}, { version: '1.2.020' })), 'ShipNoticePortion');
    expect(text(portion, 'Comments')).toBe(
      'Rad 10: kolli 373500000000000024 (60 RM); kolli K2 (40 RM); parti P-26-11. Tungt. Återstår: 140 RM. Slut hos Åmåls.\n' +
        'Rad 20: kolli K2; serienummer S1, S<2>.',
    );
    const english = child(contentOf(await written({}, { version: '1.2.020', language: 'en' })), 'ShipNoticePortion');
    expect(text(english, 'Comments')).toContain('Line 10: package 373500000000000024 (60 RM)');
    expect(
      itemsOf(contentOf(await written({}, { version: '1.2.020' }))).flatMap((item) =>
        item.children.map(({ name }) => name),
      ),
    ).toEqual([...['UnitOfMeasure', 'UnitOfMeasure']]);
  });

  it('ships what was said, however it is split, and comes back with the texts that went in', async () => {
    const quantity = fc.integer({ min: 1, max: 1_000_000 }).map((each) => (each / 100).toString());
    const line = fc.record({
      orderLineId: fc.constantFrom('1', '2', '3'),
      quantity,
      note: fc.string({ unit: 'binary' }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (parts) => {
        const lines = parts.map((part, i) => ({ ...drill, ...part, id: `${i}`, note: `x${part.note}x` }));
        const items = itemsOf(contentOf(await written({ lines })));
        for (const item of items) {
          const own = lines.filter(({ orderLineId }) => orderLineId === attribute(item, 'lineNumber'));
          const sum = own.reduce((total, each) => total.plus(each.quantity), new Decimal(0));
          expect(attribute(item, 'quantity')).toBe(sum.toFixed());
          const comments = child(item, 'Comments')!.text;
          for (const { note } of own) expect(comments).toContain(xmlText(note));
        }
        expect(items).toHaveLength(new Set(lines.map(({ orderLineId }) => orderLineId)).size);
      }),
    );
  });
});

if (!noDtds()) {
  const bare: DespatchAdvice = {
    ...{ number: 'L', issueDate: '2026-11-25', orderNumber: 'I', packages: [], complete: true },
    ...{ seller: { identifications: [] }, buyer: { identifications: [] } },
    lines: [{ id: '1', orderLineId: '1', quantity: '1', unit: 'EA', item: {}, packages: [] }],
  };
  const loop = [
    { id: 'A', parentId: 'B' },
    { id: 'B', parentId: 'A' },
  ];
  const advices: Readonly<Record<string, DespatchAdvice>> = {
    full: advice,
    bare,
    complete: { ...advice, complete: true },
    unknownPackage: { ...advice, packages: [] },
    packagesInACircle: { ...advice, packages: loop, lines: [{ ...drill, packages: [{ packageId: 'A' }] }] },
    manyParts: { ...advice, lines: [paper, drill, { ...paper, id: '3' }, { ...drill, id: '4' }] },
    withoutCarrier: { ...bare, seller: advice.seller, lines: [paper] },
    measured: {
      ...advice,
      packages: advice.packages.map((each) => ({ ...each, grossWeight: { value: '1', unit: 'KGM' } })),
    },
  };

  describe.each(cxmlVersions)('before the official DTD, ship notices of %s', (version) => {
    it.each(Object.entries(advices))('that are %s have no errors, new and as an update', async (_, each) => {
      for (const more of [{}, { replaces }, { test: false, language: 'en' }]) {
        const xml = await writeShipNoticeRequest(each, { ...context, version, ...more });
        expect(xml).toContain(`/${version}/Fulfill.dtd"`);
        expect(fulfillErrors(xml)).toEqual([]);
      }
    });

    it('that are taken back have no errors', () => {
      expect(fulfillErrors(writeShipNoticeDeletion(replaces, { ...context, version }))).toEqual([]);
    });
  });

  it('a check that finds nothing would be none', async () => {
    const xml = await written();
    expect(fulfillErrors(xml.replace('<UnitOfMeasure>RM</UnitOfMeasure>', ''))).not.toEqual([]);
    expect(fulfillErrors(xml.replace('fulfillmentType="partial"', 'fulfillmentType="half"'))).not.toEqual([]);
  });
}
