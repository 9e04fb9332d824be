import { describe, expect, it } from 'vitest';
import type { OrderHeader, OrderLine } from '../../formats/document/order.ts';
import type { ProductMatch } from '../../shop/matching.ts';
import { judgeWholeDelivery } from '../../shop/partialDelivery.ts';
import { lineToRead, orderToRead } from '../../shop/toRead.ts';
import { orderHeader } from './fixtures.ts';
import { orderLine } from './lines.ts';

describe('a line that must come whole', () => {
  const match: ProductMatch = {
    product: { productId: 'p', articleNumber: 'PÄRM', name: 'Pärm', by: 'gtin', shopUnit: 'EA' },
    shopQuantity: '50',
    stock: '12.00000000',
    reasons: [],
  };
  const whole = orderLine({ partialDelivery: false });

  it.each<[string, Partial<OrderLine>, Partial<ProductMatch>, string | undefined]>([
    ['of more than is in stock is a deviation', {}, {}, 'hold'],
    ['of what is in stock is none', {}, { stock: '50' }, undefined],
    ['of an article whose stock is not told is none', {}, { stock: undefined as never }, undefined],
    ['that may come in parts is none', { partialDelivery: true }, {}, undefined],
    ['of a quantity that makes no sense is another question', {}, { shopQuantity: undefined as never }, undefined],
  ])('%s', (_, line, more, action) => {
    expect(judgeWholeDelivery({ ...whole, ...line }, { ...match, ...more }, 'hold')?.action).toBe(action);
  });

  it('is told with what there is, and not looked for where the agreement does not mind', () => {
    expect(judgeWholeDelivery(whole, match, 'notify')).toMatchObject({
      code: 'PARTIAL_DELIVERY_FORBIDDEN',
      line: '10',
      facts: { articleNumber: 'PÄRM', ordered: '50 EA', stock: '12 EA' },
    });
    expect(judgeWholeDelivery(whole, match, 'accept')).toBeUndefined();
  });
});

describe('what a person must read', () => {
  const drawing = {
    id: 'R-1',
    embedded: { mimeCode: 'application/pdf', filename: 'ritning på dörr.pdf', base64Length: 9 },
  };
  const project = { id: 'P-7', documentType: 'Projekt' };
  const codes = (header: Partial<OrderHeader>, note: 'accept' | 'hold', attachment: 'accept' | 'notify') =>
    orderToRead(orderHeader(header), { note, attachment }).map(({ code, action, found }) => [code, action, found]);

  it('is the note, where the agreement minds notes', () => {
    expect(codes({ note: ' Ring först! ' }, 'hold', 'notify')).toEqual([['NOTE_PRESENT', 'hold', 'Ring först!']]);
    expect(codes({ note: 'Ring först!' }, 'accept', 'accept')).toEqual([]);
    expect(codes({ note: '  ' }, 'hold', 'notify')).toEqual([]);
  });

  it('is what is attached; a reference without contents is none', () => {
    const documents = [project, drawing, { id: 'cid:2', uri: 'cid:2@köpare' }];
    expect(codes({ documents }, 'hold', 'notify')).toEqual([
      ['ATTACHMENT_PRESENT', 'notify', 'ritning på dörr.pdf, cid:2'],
    ]);
    expect(codes({ documents: [project] }, 'hold', 'notify')).toEqual([]);
    expect(codes({ documents }, 'hold', 'accept')).toEqual([]);
  });

  it('is the note of a line', () => {
    const line = orderLine({ note: 'Utan tryck' });
    expect(lineToRead(line, { note: 'hold' })).toMatchObject({ code: 'NOTE_PRESENT', line: '10', action: 'hold' });
    expect(lineToRead(line, { note: 'accept' })).toBeUndefined();
    expect(lineToRead(orderLine({}), { note: 'hold' })).toBeUndefined();
  });
});
