import type {
  LineStatus,
  OrderReceipt,
  OrderResponse,
  OrderResponseLine,
} from '../../../formats/document/orderResponse.ts';
import { writeOrderResponse, type StatusWords } from '../../../formats/ubl/orderResponse.write.ts';
import { writeOrderResponse3 } from '../../../formats/ubl/orderResponse3.write.ts';
import type { OrderResponse3Format } from '../../../formats/ubl/profiles.ts';

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

/** What 28A says of a status without a code. */
export const statusWords: StatusWords = {
  added: 'Tillagd.',
  backordered: 'Kommer senare.',
  delivered: 'Redan levererad.',
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
  for await (const piece of writeOrderResponse(response, statusWords)) text += piece;
  return text;
}

export async function written3(
  response: OrderResponse | OrderReceipt,
  format: OrderResponse3Format = 'peppol-3-order-response',
): Promise<string> {
  let text = '';
  for await (const piece of writeOrderResponse3(response, format)) text += piece;
  return text;
}

const parties3 = {
  seller: {
    endpoint: { scheme: '0007', id: '5599001236' },
    identifications: [{ scheme: '0088', id: '7300000001117' }, { id: 'L-42' }],
    name: 'Verktygsboden',
    legalName: 'Verktygsboden i Åmål AB',
  },
  buyer: {
    endpoint: { scheme: '0088', id: '7300000001001' },
    identifications: [{ scheme: '0007', id: '2220007773' }],
    name: 'Exempelköpings kommun',
  },
};

/** An answer of each kind to an Order 3. */
export const acceptance3: OrderResponse = {
  ...acceptance,
  ...parties3,
  orderNumber: 'IK-2026-4711',
  salesOrderId: 'SO-100017',
  customerReference: 'REF-Åsa-17',
  promisedDelivery: { startDate: '2026-03-09', startTime: '07:00:00', endDate: '2026-03-10', endTime: '16:00:00' },
};

const { lines: _, ...receiptFields } = acceptance3;
export const receipt3: OrderReceipt = { ...receiptFields, code: '12', note: 'Ordern är mottagen, svar följer.' };

export const rejection3: OrderResponse = {
  ...acceptance3,
  code: '27',
  note: 'Kunden är spärrad: ring Åke på 08-1 <sv>.',
};

const changed: OrderResponseLine = {
  id: '2',
  orderLineId: '20',
  status: '30',
  note: 'Vårt pris är 71,50',
  quantity: '8',
  unit: 'C62',
  promisedDelivery: { startDate: '2026-03-12', endDate: '2026-03-12' },
  price: { amount: '71.50', currency: 'SEK', baseQuantity: '1', baseQuantityUnit: 'C62' },
  item: {
    name: 'Väggfärg, täckande',
    buyersId: 'K-FÄRG-1',
    sellersId: 'VF-100',
    standardId: { scheme: '0160', id: '07300000000103' },
  },
};
const replaced: OrderResponseLine = {
  id: '3',
  orderLineId: '30',
  status: '30',
  note: 'Utgången, ersätts',
  item: { name: 'Pensel 50 mm', sellersId: 'PE-50' },
  substitute: { name: 'Pensel 60 mm', sellersId: 'PE-60', standardId: { scheme: '0160', id: '07300000000103' } },
};

export const changes3: OrderResponse = {
  ...acceptance3,
  code: '30',
  note: 'Se raderna',
  lines: [
    { id: '1', orderLineId: '10', status: '29', item: { name: 'Roller', sellersId: 'RO-1' } },
    changed,
    replaced,
    { id: '4', orderLineId: '40', status: '27', note: 'Säljs inte längre', item: { sellersId: 'X-9' } },
  ],
};

/** Every way to have or not have each of the values, one object each. */
function subsets<T extends object>(all: T): Partial<T>[] {
  return Object.entries(all).reduce<Partial<T>[]>(
    (found, [key, value]) => [...found, ...found.map((each) => ({ ...each, [key]: value as unknown }))],
    [{}],
  );
}

const statuses: readonly LineStatus[] = ['27', '29', '30', 'added', 'backordered', 'delivered'];
const { note, quantity, promisedDelivery, price, item } = changed;
const { substitute } = replaced;

/** Lines of every status with every choice of what a line may say. */
export function everyLine(): OrderResponseLine[] {
  const said = subsets({ note, quantity, promisedDelivery, price, substitute }) as Partial<OrderResponseLine>[];
  const each = statuses.flatMap((status) => said.map((more) => ({ status, unit: 'C62', item, ...more })));
  return each.map((line, i) => ({ id: `${i + 1}`, orderLineId: `${i + 1}0`, ...line }));
}

/** Answers of every code with every choice of what a header may say; those with changes have lines of every mixture of statuses. */
export function everyResponse3(): (OrderResponse | OrderReceipt)[] {
  const { salesOrderId, customerReference, issueTime, promisedDelivery, ...plain } = { ...acceptance3 };
  const said = subsets({
    note: 'Åäö',
    salesOrderId,
    customerReference,
    issueTime,
    promisedDelivery,
  }) as Partial<OrderResponse>[];
  const mixtures = subsets({ a: '27', b: '29', c: '30' } as const)
    .map((each) => Object.values(each))
    .filter((each) => each.length > 0);
  const linesOf = (mixture: readonly LineStatus[]): OrderResponseLine[] => {
    const wanted = everyLine().filter(({ status }) => mixture.includes(status));
    return wanted.filter((_, i) => i % 7 === 0 || wanted.length < 7);
  };
  return said.flatMap((more): (OrderResponse | OrderReceipt)[] => [
    { ...plain, ...more, code: '12' },
    { ...plain, ...more, code: '27' },
    { ...plain, ...more, code: '29' },
    ...mixtures.map((mixture): OrderResponse => ({ ...plain, ...more, code: '30', lines: linesOf(mixture) })),
  ]);
}
