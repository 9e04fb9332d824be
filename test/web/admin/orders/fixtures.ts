import type { EntityManager } from '@mikro-orm/postgresql';
import { seedDemo } from '../../../../shop/demo/seed.ts';
import { readCustomer } from '../../../../shop/customerRecords.ts';
import type { Reason } from '../../../../shop/evaluation.ts';
import { addTimeline, timelineRow } from '../../../../documents/timeline.ts';
import { partnerWith, placed } from '../../../kit/placed.ts';
import { orderLine } from '../../../shop/lines.ts';

/** Orders of the demo shop, as the checks leave them. */
export interface DemoOrders {
  readonly partnerId: string;
  /** Waits: an article that is not known, and a price that deviates. */
  readonly held: string;
  /** In New, of 120 lines. */
  readonly long: string;
  /** Waits for its customer. */
  readonly stranger: string;
}

const unknownCustomer: Reason = {
  code: 'CUSTOMER_UNKNOWN',
  field: 'BuyerCustomerParty',
  found: '559999-9999',
  expected: 'a customer',
  facts: { identities: [{ scheme: '0007', value: '5599999999' }] },
};

/** The demo shop, a partner that takes changes, and three orders. */
export async function demoOrders(em: EntityManager): Promise<DemoOrders> {
  await seedDemo(em);
  const partnerId = await partnerWith(em, 'bjorkvik', {
    answers: { acceptance: 'afterPerson', changesAllowed: true },
    price: { tolerancePercent: '2' },
  });
  const customer = (await readCustomer(em, 'K1001'))!;
  const common = { partnerId, customerId: customer.id };
  const price = (amount: string) => ({ amount, currency: 'SEK', baseQuantity: '1', baseQuantityUnit: 'C62' });
  const held = await placed(em, {
    ...common,
    status: 'Waiting',
    header: {
      number: 'BJ-4711-ÅÄÖ',
      note: 'Lämnas vid godsmottagningen på baksidan, ring på klockan.',
      totals: { payableAmount: '4210.00' },
    },
    lines: [
      orderLine({
        position: 1,
        id: '10',
        quantity: '12',
        item: { sellersId: 'HA-01', name: 'Handskar, nitril' },
        price: price('105.00'),
      }),
      orderLine({
        position: 2,
        id: '20',
        quantity: '3',
        item: {
          buyersId: '88-1203',
          name: 'Pärm med en mycket lång benämning som någon har skrivit av från en katalog',
        },
      }),
    ],
  });
  await addTimeline(em, [
    timelineRow(
      'order.held',
      { reasons: 2, deadline: '2026-12-24T15:00:00.000Z' },
      { inboundDocumentId: held, orderId: held },
    ),
  ]);
  const lines = Array.from({ length: 120 }, (_, index) =>
    orderLine({
      position: index + 1,
      id: String((index + 1) * 10),
      quantity: '5',
      item: { sellersId: 'KU-01', name: `Kuvert ${index + 1}` },
    }),
  );
  const long = await placed(em, { ...common, header: { number: 'BJ-LÅNG' }, lines });
  const stranger = await placed(em, {
    partnerId,
    status: 'Waiting',
    header: { number: 'BJ-OKÄND' },
    lines: [orderLine({ position: 1, item: { name: 'Något' } })],
    reasons: [unknownCustomer],
  });
  return { partnerId, held, long, stranger };
}
