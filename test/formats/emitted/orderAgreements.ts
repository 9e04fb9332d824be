import type { LinePrice } from '../../../formats/document/order.ts';
import type { OrderAgreement, OrderAgreementLine } from '../../../formats/document/orderAgreement.ts';
import { writeOrderAgreement } from '../../../formats/ubl/orderAgreement.write.ts';
import { combinations, joined, mixtures, type Emitted } from './combine.ts';
import { partiesOf, partyKinds, type PartyKind } from './parties.ts';

const format = 'peppol-3-order-agreement';
const rates = ['25', '12', '6', '0'];
const prices: readonly LinePrice[] = [
  { amount: '71.50' },
  { amount: '0.3333', baseQuantity: '7' },
  { amount: '1999.995', baseQuantity: '100', baseQuantityUnit: 'C62' },
  { amount: '0' },
];

/** Order agreements of every mixture of VAT rates, each at every price, and kind of parties. */
export function orderAgreements(): Emitted[] {
  return combinations({ mixture: mixtures(rates), parties: partyKinds }).map(({ mixture, parties }) => ({
    format,
    name: `${format} VAT ${mixture.join('+')}, ${parties}`,
    text: () => joined(writeOrderAgreement(agreement(mixture, parties))),
  }));
}

function agreement(mixture: readonly string[], parties: PartyKind): OrderAgreement {
  const lines = combinations({ vatPercent: mixture, price: prices }).map(
    ({ vatPercent, price }, index): OrderAgreementLine => ({
      id: `${index + 1}`,
      quantity: `${index + 1}.5`,
      unit: 'C62',
      price,
      vatPercent,
      item: index % 2 === 0 ? { name: 'Väggfärg', description: 'Täckande', sellersId: 'VF-100' } : {},
      ...(index % 3 === 0 && { note: 'Åäö', promisedDelivery: { startDate: '2026-03-09' } }),
    }),
  );
  const { seller, buyer } = partiesOf(parties);
  const least: OrderAgreement = {
    number: 'AVTAL-1',
    issueDate: '2026-03-02',
    currency: 'SEK',
    seller,
    buyer,
    lines,
  };
  if (parties === 'least') return least;
  return {
    ...least,
    salesOrderId: 'SO-100017',
    issueTime: '08:20:00',
    note: 'Handlat i butiken',
    customerReference: 'REF-Åsa-17',
    changes: 'AVTAL-0',
    contract: 'RAM-7',
    originator: buyer,
    deliveryContact: { name: 'Åke', telephone: '08-2' },
    deliveryParty: buyer,
    ...(seller.address && { deliveryAddress: seller.address }),
    promisedDelivery: { startDate: '2026-03-09', endDate: '2026-03-10' },
  };
}
