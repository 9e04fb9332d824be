import { describe, expect, test } from 'vitest';
import { parseCxml } from '../../formats/cxml/envelope.parse.ts';
import { parseOrderRequest } from '../../formats/cxml/orderRequest.parse.ts';
import { writeOrderRequest } from '../../formats/cxml/orderRequest.write.ts';
import type { OrderToWrite } from '../../formats/document/orderToWrite.ts';
import { writeOrder2 } from '../../formats/ubl/order.write.ts';
import { writeOrder3, writeOrderCancellation3, writeOrderChange3 } from '../../formats/ubl/order3.write.ts';
import { DocumentValidator } from '../../formats/validate.ts';

const organisation = (id: string) => ({ scheme: '0007', id });
const place = { streetName: 'Industrigatan 14', cityName: 'Älvhult', postalZone: '345 60', country: 'SE' };
const order: OrderToWrite = {
  number: 'SIM-1',
  issueDate: '2026-11-25',
  issueTime: '09:30:00',
  timestamp: '2026-11-25T09:30:00+01:00',
  currency: 'SEK',
  language: 'sv',
  wantedBy: '2026-12-09',
  note: 'Ett försök <&>',
  reference: 'Åsa Öberg',
  buyer: {
    name: 'Lindströms Mekaniska Verkstad AB',
    legalName: 'Lindströms Mekaniska Verkstad AB',
    identifications: [organisation('5599991030')],
    endpoint: organisation('5599991030'),
    legal: organisation('5599991030'),
    address: place,
  },
  seller: {
    name: 'Nordverkstads',
    identifications: [organisation('5599990016')],
    endpoint: organisation('5599990016'),
    address: place,
  },
  deliveryPlace: {
    name: 'Port 3',
    address: {
      id: { scheme: '0088', id: '9520009910311' },
      ...place,
    },
  },
  lines: [
    {
      id: '1',
      sellersId: 'KS-08',
      name: 'Kulspetspenna grå',
      quantity: '20',
      unit: 'C62',
      price: { amount: '10.30', baseQuantity: '1' },
    },
    {
      id: '2',
      sellersId: 'SKR-320',
      name: 'Träskruv',
      quantity: '250',
      unit: 'C62',
      price: { amount: '171.56', baseQuantity: '100' },
    },
  ],
};
const names = [{ domain: 'DUNS', identity: '999999930' }];
const context = {
  ...{ version: '1.2.036' as const, payloadId: '1@kund.example', timestamp: order.timestamp, language: 'sv' },
  ...{ from: names, to: [{ domain: 'DUNS', identity: '999999901' }], sender: names[0]!, userAgent: 'Test', test: true },
} as const;
const change = { number: 'SIM-1-1', sequence: 1, note: 'Färre', order };

function check(xml: string) {
  const validator = new DocumentValidator();
  validator.write(new TextEncoder().encode(xml));
  return validator.finish();
}

describe('orders that a buyer writes keep every rule of their format', () => {
  test.each([
    ['peppol-28a-order', writeOrder2(order, 'peppol-28a-order')],
    ['peppol-3a-order', writeOrder2(order, 'peppol-3a-order')],
    ['sveorder-2-order', writeOrder2(order, 'sveorder-2-order')],
    ['peppol-3-order', writeOrder3(order, false)],
    ['peppol-3-order', writeOrder3(order, true)],
    ['peppol-3-order-change', writeOrderChange3(change)],
    ['peppol-3-order-cancellation', writeOrderCancellation3(change)],
    ['cxml-order-request', writeOrderRequest(context, { type: 'new', order, version: 1 })],
    [
      'cxml-order-request',
      writeOrderRequest(context, { type: 'update', order, version: 2, earlierPayloadId: '1@kund.example' }),
    ],
  ])('%s', (format, xml) => {
    const { format: found, findings } = check(xml);
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(found).toBe(format);
  });

  test('cXML says again what the order says', () => {
    const xml = writeOrderRequest(context, { type: 'new', order, version: 1 });
    const { header, lines } = parseOrderRequest(parseCxml(new TextEncoder().encode(xml)));
    expect(header).toMatchObject({ number: 'SIM-1', note: 'Ett försök <&>', totals: { payableAmount: '634.90' } });
    expect(lines.map(({ quantity, item }) => [quantity, item.sellersId])).toEqual([
      ['20', 'KS-08'],
      ['250', 'SKR-320'],
    ]);
  });
});
