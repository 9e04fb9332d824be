import {
  parseConfirmationRequest,
  type ConfirmationItem,
  type ConfirmationRequest,
} from '../../../formats/cxml/confirmationRequest.parse.ts';
import {
  writeConfirmationRequest,
  type ConfirmationContext,
  type OrderConfirmation,
} from '../../../formats/cxml/confirmationRequest.write.ts';
import type { ConfirmedLine, ResponseCode } from '../../../formats/document/orderResponse.ts';
import { read } from './kit.ts';
import { requestContext } from './requests.ts';

const context: ConfirmationContext = {
  ...requestContext,
  orderPayloadId: '20261125T0815.7.42@inkop.hoor.example',
  changes: 'except',
  classificationDomain: 'UNSPSC',
};

export const accepted: ConfirmedLine = {
  id: '1',
  orderLineId: '10',
  status: '29',
  item: { sellersId: 'PAP-80A4' },
  ordered: { quantity: '240', unit: 'RM', price: { amount: '3849.5', baseQuantity: '100' } },
};
export const substitute = { sellersId: 'PAP-90{A4}', name: 'Kopieringspapper A4 90 g, ohålat' };

/** Every state that a line can be in by one response line, by its name. */
export const states: Readonly<Record<string, ConfirmedLine>> = {
  accepted,
  dated: { ...accepted, promisedDelivery: { startDate: '2026-12-01', endDate: '2026-12-03' } },
  delayed: { ...accepted, status: '30', promisedDelivery: { startDate: '2026-12-08' } },
  repriced: {
    ...accepted,
    status: '30',
    price: { amount: '3999', baseQuantity: '100' },
    note: 'Priset gäller från 1 december.',
  },
  fewer: { ...accepted, status: '30', quantity: '200.5', unit: 'RM', note: 'Resten är slut hos Åmåls.' },
  fewerRepriced: { ...accepted, status: '30', quantity: '1', price: { amount: '4000', baseQuantity: '100' } },
  more: { ...accepted, status: '30', quantity: '250', unit: 'RM', note: 'Hela kartonger.' },
  none: { ...accepted, status: '30', quantity: '0', unit: 'RM' },
  replaced: { ...accepted, status: '30', substitute, price: { amount: '4100', baseQuantity: '100' } },
  replacedInPart: {
    ...accepted,
    status: '30',
    substitute,
    quantity: '100',
    promisedDelivery: { endDate: '2026-12-03' },
  },
  replacedUnpriced: { ...accepted, status: '30', substitute, ordered: { quantity: '240', unit: 'RM' } },
  noted: { ...accepted, status: '30', note: 'Levereras på pall.' },
  rejected: { ...accepted, status: '27', note: 'Artikeln har <utgått> & ersätts inte.' },
  rejectedSilently: { ...accepted, status: '27' },
  backordered: { ...accepted, status: 'backordered', note: 'Slut hos Åmåls.' },
  backorderedUntil: { ...accepted, status: 'backordered', promisedDelivery: { endDate: '2027-01-15' } },
  backorderedInPart: { ...accepted, status: 'backordered', quantity: '40', unit: 'RM' },
  delivered: { ...accepted, status: 'delivered', quantity: '240', unit: 'RM' },
};

/** What becomes of one line of 240 RM by several response lines, by its name. */
export const splits: Readonly<Record<string, readonly ConfirmedLine[]>> = {
  inTwoDeliveries: [
    { ...accepted, quantity: '100', promisedDelivery: { endDate: '2026-12-01' } },
    { ...accepted, status: '30', quantity: '140', promisedDelivery: { endDate: '2026-12-15' } },
  ],
  restLater: [
    { ...accepted, quantity: '200' },
    { ...accepted, status: 'backordered', quantity: '40', note: 'Resten i januari.' },
  ],
  restReplaced: [
    { ...accepted, quantity: '200' },
    { ...accepted, status: '30', quantity: '40', substitute, price: { amount: '4100', baseQuantity: '100' } },
  ],
  restRejected: [
    { ...accepted, quantity: '200', note: 'Kommer direkt.' },
    { ...accepted, status: '27', quantity: '40', note: 'Resten har utgått.' },
  ],
  restUntold: [
    { ...accepted, status: 'delivered', quantity: '100' },
    { ...accepted, status: 'backordered', quantity: '100' },
  ],
  restOpen: [{ ...accepted, status: 'delivered', quantity: '90' }, accepted],
  everyWay: [
    { ...accepted, status: 'delivered', quantity: '50' },
    { ...accepted, quantity: '50' },
    { ...accepted, status: '30', quantity: '50', price: { amount: '3999', baseQuantity: '100' } },
    { ...accepted, status: 'backordered', quantity: '50' },
    { ...accepted, status: '27', quantity: '40' },
  ],
  tooMany: [
    { ...accepted, quantity: '200' },
    { ...accepted, quantity: '50' },
    { ...accepted, quantity: '10' },
  ],
};
export const numbered = Object.values(states).map((line, i) => ({
  ...line,
  id: `${i + 1}`,
  orderLineId: `${(i + 1) * 10}`,
}));

export const answer = (code: ResponseCode, lines: readonly ConfirmedLine[] = numbered): OrderConfirmation => ({
  number: 'SO-100042-1',
  issueDate: '2026-11-25',
  code,
  note: 'Tack för er beställning. Frågor? Ring Örjan.',
  currency: 'SEK',
  orderNumber: 'INK-2026-0815',
  seller: {
    identifications: [],
    name: 'Butiken i Växjö',
    contact: { name: 'Örjan Häll', telephone: '0470-100 00', electronicMail: 'order@butik.example' },
  },
  buyer: { identifications: [], name: 'Höörs kommun' },
  lines,
});

export const written = (response: OrderConfirmation, more: Partial<ConfirmationContext> = {}): Promise<string> =>
  writeConfirmationRequest(response, { ...context, ...more });
export const parsed = (xml: string): ConfirmationRequest => parseConfirmationRequest(read(xml));

export async function itemOf(
  lines: ConfirmedLine | readonly ConfirmedLine[],
  more: Partial<ConfirmationContext> = {},
): Promise<ConfirmationItem> {
  return parsed(await written(answer('30', [lines].flat()), more)).items[0]!;
}
export const told = ({ statuses }: ConfirmationItem): unknown[] =>
  statuses.map(({ type, quantity }) => `${type} ${quantity}`);
