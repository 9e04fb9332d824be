import type { OrderResponse } from '../../../formats/document/orderResponse.ts';
import { writeOrderResponse } from '../../../formats/ubl/orderResponse.write.ts';

/** Order responses of each kind, between parties of ours. */

const seller = {
  endpoint: { scheme: 'SE:ORGNR', id: '5560000001' },
  identifications: [{ scheme: 'SE:ORGNR', id: '5560000001' }],
  name: 'Kontorsbutiken & Söner AB',
  contact: {
    name: 'Ordermottagning',
    telephone: '+46 8 000 00 01',
    telefax: '+46 8 000 00 02',
    electronicMail: 'order@butiken.example',
  },
};
const buyer = {
  endpoint: { scheme: 'GLN', id: '7300000000017' },
  identifications: [{ scheme: '0088', id: '7300000000017' }],
  name: 'Exempelkommunen',
  contact: { id: 'REF-220', name: 'Anna Andersson' },
};

export const acceptance: OrderResponse = {
  number: '2026-00017-1',
  issueDate: '2026-02-03',
  issueTime: '07:15:00',
  code: '29',
  currency: 'SEK',
  orderNumber: '4500012345',
  seller,
  buyer,
  promisedDelivery: { startDate: '2026-02-09', endDate: '2026-02-10' },
  lines: [],
};

export const rejection: OrderResponse = {
  ...acceptance,
  code: '27',
  note: 'Ordern kan inte tas emot: kunden är okänd.\nRing oss så hjälper vi till 😀.',
  lines: [],
};

export const changes: OrderResponse = {
  ...acceptance,
  code: '30',
  note: 'Se raderna',
  lines: [
    { id: '1', orderLineId: '10', status: '29', item: { name: 'Pärm A4', sellersId: 'PA-4' } },
    {
      id: '2',
      orderLineId: '20',
      status: '30',
      note: 'Vårt pris är 71,50',
      quantity: '8',
      unit: 'C62',
      promisedDelivery: { startDate: '2026-02-12', endDate: '2026-02-12' },
      price: { amount: '71.50', currency: 'SEK', baseQuantity: '1', baseQuantityUnit: 'C62' },
      item: { name: 'Whiteboardpenna', sellersId: 'WB-100', standardId: { scheme: 'GTIN', id: '07300000000109' } },
    },
    {
      id: '3',
      orderLineId: '30',
      status: '30',
      note: 'Utgången, ersätts',
      item: { name: 'Häftapparat', sellersId: 'HA-1' },
      substitute: { name: 'Häftapparat 2', sellersId: 'HA-2', standardId: { scheme: 'GTIN', id: '07300000000116' } },
    },
    { id: '4', orderLineId: '40', status: '27', note: 'Säljs inte längre', item: { sellersId: 'X-9' } },
  ],
};

export async function written(response: OrderResponse): Promise<string> {
  let text = '';
  for await (const piece of writeOrderResponse(response)) text += piece;
  return text;
}
