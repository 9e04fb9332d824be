import type { DespatchAdvice, DespatchLine, DespatchPackage } from '../../../formats/document/despatchAdvice.ts';
import type { ResponseItem } from '../../../formats/document/orderResponse.ts';
import { writeDespatchAdvice } from '../../../formats/ubl/despatchAdvice.write.ts';
import { combinations, joined, type Emitted } from './combine.ts';
import { partiesOf, partyKinds, type PartyKind } from './parties.ts';

const formats = ['peppol-30a-despatch-advice', 'peppol-3-despatch-advice'] as const;

const weighed = { type: 'CT', grossWeight: { value: '12.75', unit: 'KGM' } };
const packings: Readonly<Record<string, readonly DespatchPackage[]>> = {
  none: [],
  number: [{ id: 'KOLLI-1' }],
  sscc: [
    { id: '1', sscc: '173000000000000017', ...weighed },
    { id: '2', sscc: '173000000000000024', ...weighed },
  ],
  pallet: [
    { id: 'P', sscc: '173000000000000031', type: 'PX' },
    { id: '1', parentId: 'P', ...weighed },
    { id: '2', parentId: 'P', sscc: '173000000000000024', type: 'CT' },
  ],
  unlistedType: [{ id: '1', type: 'ÖÖ' }],
};
const outstandings: Readonly<Record<string, DespatchLine['outstanding']>> = {
  none: undefined,
  rest: { quantity: '2.5', reason: 'Restnoterad till påsk' },
  never: { quantity: '0', reason: 'Utgången' },
  unsaid: { quantity: '1' },
};
const items: readonly ResponseItem[] = [
  { name: 'Väggfärg', buyersId: 'K-1', sellersId: 'VF-100', standardId: { scheme: '0160', id: '07300000000103' } },
  { name: 'Väggfärg' },
  { sellersId: 'VF-100' },
  {},
];
const instances: readonly Pick<DespatchLine, 'lots' | 'serials'>[] = [
  {},
  { lots: ['PARTI-Å'] },
  { lots: ['A', 'B'] },
  { serials: ['SN-1', 'SN-2'] },
  { lots: ['A'], serials: ['SN-1', 'SN-2'] },
];

/** Despatch advices of every version, packing, state of the rest and kind of parties; each has lines of every item and instance. */
export function despatchAdvices(): Emitted[] {
  const rows = combinations({
    format: formats,
    packing: Object.keys(packings),
    rest: Object.keys(outstandings),
    parties: partyKinds,
  });
  return rows.map(({ format, packing, rest, parties }) => ({
    format,
    name: `${format} packages ${packing}, outstanding ${rest}, ${parties}`,
    text: () => joined(writeDespatchAdvice(advice(packing, rest, parties), format)),
  }));
}

function advice(packing: string, rest: string, parties: PartyKind): DespatchAdvice {
  const packages = packings[packing]!;
  const outstanding = outstandings[rest];
  const innermost = packages.filter(({ id }) => packages.every(({ parentId }) => parentId !== id));
  const lines = combinations({ item: items, instance: instances }).map(({ item, instance }, index): DespatchLine => ({
    id: `${index + 1}`,
    orderLineId: `${index + 1}0`,
    quantity: '5',
    unit: 'LTR',
    item,
    ...instance,
    ...(outstanding && { outstanding }),
    ...(index % 2 === 0 && { note: 'Varsamt <glas>' }),
    packages: innermost.map(({ id }) => ({ packageId: id })),
  }));
  const { seller, buyer } = partiesOf(parties);
  const least: DespatchAdvice = {
    number: 'F-2026-17',
    issueDate: '2026-03-02',
    orderNumber: 'IK-2026-4711',
    seller,
    buyer,
    packages,
    lines,
    complete: rest === 'none',
  };
  return parties === 'least' ? least : { ...least, ...moreOf(parties) };
}

function moreOf(parties: PartyKind): Partial<DespatchAdvice> {
  const { buyer, seller } = partiesOf(parties);
  return {
    issueTime: '16:05:00',
    note: 'Lastas på södra bryggan',
    salesOrderId: 'SO-100017',
    customerReference: 'REF-Åsa-17',
    originator: buyer,
    deliveryParty: { ...buyer, name: 'Förskolan Ängen', contact: { name: 'Åke', telefax: '08-1', telephone: '08-2' } },
    deliveryAddress: {
      id: { scheme: '0088', id: '7300000001117' },
      ...seller.address,
      ...(parties === 'full' && { country: 'SE' }),
    },
    despatchedOn: '2026-03-02',
    despatchTime: '15:30:00',
    promisedDelivery: { startDate: '2026-03-03', startTime: '08:00:00', endDate: '2026-03-04' },
    carrier: parties === 'full' ? { name: 'Åkeri Ström', id: '5599001236' } : { id: 'ÅKERI' },
    trackingId: 'SÄND-4711',
  };
}
