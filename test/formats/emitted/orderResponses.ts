import type {
  LineStatus,
  OrderReceipt,
  OrderResponse,
  OrderResponseLine,
} from '../../../formats/document/orderResponse.ts';
import { writeOrderResponse } from '../../../formats/ubl/orderResponse.write.ts';
import { writeOrderResponse3 } from '../../../formats/ubl/orderResponse3.write.ts';
import { statusWords } from '../ubl/orderResponses.ts';
import { combinations, joined, mixtures, type Emitted } from './combine.ts';
import { partiesOf, partyKinds, type PartyKind } from './parties.ts';

const formats = ['peppol-28a-order-response', 'peppol-3-order-response', 'peppol-3-order-response-advanced'] as const;
type Format = (typeof formats)[number];

const states: readonly LineStatus[] = ['27', '29', '30', 'added', 'backordered', 'delivered'];
/** What a line says: as little as it can, all that it can, its goods in parts, another item. */
const shapes = ['least', 'full', 'parts', 'substitute'] as const;
type Shape = (typeof shapes)[number];

/** Order responses of every format, header code, mixture of line states, shape of the lines and kind of parties. */
export function orderResponses(): Emitted[] {
  const withoutLines = combinations({ format: formats, code: ['12', '27', '29'] as const, parties: partyKinds });
  const withLines = combinations({ format: formats, mixture: mixtures(states), shape: shapes });
  return [
    ...withoutLines
      .filter(({ format, code }) => code !== '12' || format !== 'peppol-28a-order-response')
      .map(({ format, code, parties }) => emitted(format, `${code} ${parties}`, response(code, parties))),
    ...withLines.map(({ format, mixture, shape }) => {
      const parties: PartyKind = shape === 'least' ? 'least' : shape === 'full' ? 'full' : 'unlisted';
      const lines = mixture.flatMap((status, index) => linesOf(status, shape, index + 1));
      const name = `30 ${mixture.join('+')} ${shape}`;
      return emitted(format, name, { ...response('30', parties), code: '30', lines });
    }),
  ];
}

function emitted(format: Format, name: string, answer: OrderResponse | OrderReceipt): Emitted {
  const text = (): Promise<string> =>
    joined(
      format === 'peppol-28a-order-response'
        ? writeOrderResponse(answer as OrderResponse, statusWords)
        : writeOrderResponse3(answer, format),
    );
  return { format, name: `${format} ${name}`, text };
}

function response(code: '12' | '27' | '29' | '30', parties: PartyKind): OrderResponse | OrderReceipt {
  const least = {
    number: 'SO-100017-1',
    issueDate: '2026-03-02',
    currency: 'SEK',
    orderNumber: 'IK-2026-4711',
    ...partiesOf(parties),
  };
  const more = {
    issueTime: '08:20:00',
    note: 'Hör av er vid frågor <åäö> & 😀',
    salesOrderId: 'SO-100017',
    customerReference: 'REF-Åsa-17',
    changeReference: 'ÄO-2',
    promisedDelivery: { startDate: '2026-03-09', startTime: '07:00:00', endDate: '2026-03-10', endTime: '16:00:00' },
  };
  const fields = parties === 'least' ? least : { ...least, ...more };
  return code === '12' ? { ...fields, code } : { ...fields, code, lines: [] };
}

const item = { name: 'Väggfärg, täckande', sellersId: 'VF-100' };

function linesOf(status: LineStatus, shape: Shape, index: number): OrderResponseLine[] {
  const line: OrderResponseLine = { id: `${index}`, orderLineId: `${index}0`, status, item };
  const full: OrderResponseLine = {
    ...line,
    note: 'Se bilaga',
    quantity: '7.5',
    unit: 'LTR',
    promisedDelivery: { startDate: '2026-03-12', endDate: '2026-03-13' },
    price: { amount: '71.5055', currency: 'SEK', baseQuantity: '10' },
    item: { ...item, buyersId: 'K-FÄRG-1', standardId: { scheme: '0160', id: '07300000000103' } },
  };
  if (shape === 'least') return [{ ...line, item: {} }];
  if (shape === 'full') return [full];
  if (shape === 'substitute') return [{ ...full, substitute: { ...full.item, name: 'Väggfärg 2' } }];
  const { promisedDelivery: _, ...open } = full;
  return [
    { ...full, quantity: '5' },
    { ...open, id: `${index}b`, status: 'backordered', quantity: '2.5' },
  ];
}
