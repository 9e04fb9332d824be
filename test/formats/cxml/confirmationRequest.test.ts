import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfirmationRequest } from '../../../formats/cxml/confirmationRequest.parse.ts';
import { parseCxml } from '../../../formats/cxml/envelope.parse.ts';
import { Decimal } from '../../../formats/document/decimal.ts';
import type { ConfirmedLine, LineStatus } from '../../../formats/document/orderResponse.ts';
import { xmlText } from '../../../formats/xml/writer.ts';
import { expectGolden } from '../../kit/golden.ts';
import {
  accepted,
  answer,
  itemOf,
  numbered,
  parsed,
  splits,
  states,
  substitute,
  told,
  written,
} from './confirmations.ts';
import { cxmlSamples, problem, SAMPLES } from './kit.ts';

describe('a confirmation', () => {
  it.each([
    ['accepted', '29'],
    ['rejected', '27'],
    ['changed', '30'],
  ] as const)('%s is what it was', async (name, code) => {
    expectGolden(`cxml/confirmation-${name}.xml`, await written(answer(code)));
  });

  it.each([
    ['29', 'except', 'accept'],
    ['27', 'detail', 'reject'],
    ['30', 'except', 'except'],
    ['30', 'detail', 'detail'],
    ['30', 'allDetail', 'allDetail'],
    ['29', 'allDetail', 'allDetail'],
    ['27', 'allDetail', 'reject'],
  ] as const)('%s, changes told as %s, is of type %s', async (code, changes, type) => {
    const { items, ...header } = parsed(await written(answer(code), { changes }));
    expect(header).toEqual({
      type,
      operation: 'new',
      confirmId: 'SO-100042-1',
      noticeDate: '2026-11-25T08:30:00+00:00',
      orderId: 'INK-2026-0815',
      orderPayloadId: '20261125T0815.7.42@inkop.hoor.example',
      comments: 'Tack för er beställning. Frågor? Ring Örjan.',
    });
    const hasLines = code === '30' || (code === '29' && changes === 'allDetail');
    expect(items).toHaveLength(hasLines ? numbered.length : 0);
  });

  it('that takes the place of an earlier one names it, under the same number', async () => {
    const replaces = { payloadId: '1@butik.example', confirmId: 'SO-100042-0' };
    const confirmation = parsed(await written(answer('29'), { replaces }));
    expect(confirmation).toMatchObject({
      operation: 'update',
      confirmId: 'SO-100042-0',
      previousPayloadId: '1@butik.example',
    });
  });

  it('of which every line is postponed is of type backordered, unless more will follow or a part is rejected', async () => {
    const typeWith = async (lines: readonly ConfirmedLine[], changes: 'except' | 'detail' | 'allDetail') =>
      parsed(await written(answer('30', lines), { changes })).type;
    const postponed = [states['backordered']!, { ...states['backorderedUntil']!, orderLineId: '20' }];
    expect(await typeWith(postponed, 'except')).toBe('backordered');
    expect(await typeWith(postponed, 'detail')).toBe('detail');
    expect(await typeWith(postponed, 'allDetail')).toBe('allDetail');
    expect(await typeWith([states['backorderedInPart']!], 'except')).toBe('except');
    expect(await typeWith([...postponed, { ...accepted, orderLineId: '30' }], 'except')).toBe('except');
  });

  it('tells of a line that the order does not have in its comment', async () => {
    const added = { ...accepted, status: 'added', quantity: '2', unit: 'PK', item: substitute } as const;
    const lines = [accepted, { ...added, orderLineId: '99' }];
    const { items, comments } = parsed(await written(answer('30', lines)));
    expect(items.map(({ lineNumber }) => lineNumber)).toEqual(['10']);
    expect(comments).toMatch(/Örjan\. Vi lägger till 2 PK PAP-90\{A4\} Kopieringspapper A4 90 g, ohålat\.$/);
    const english = parsed(await written(answer('30', lines), { language: 'en' }));
    expect(english.comments).toContain('We add 2 PK PAP-90{A4}');
  });

  it('with changes has lines', async () => {
    await expect(written(answer('30', []))).rejects.toThrow('answers every line, but has none');
    const accepted29 = parsed(await written(answer('29', []), { changes: 'allDetail' }));
    expect(accepted29).toMatchObject({ type: 'accept', items: [] });
  });

  it('is no other document', () => {
    const xml = '<cXML><Request><OrderRequest/></Request></cXML>';
    expect(problem(() => parsed(xml))).toMatchObject({ code: 450, expected: 'ConfirmationRequest' });
  });
});

describe('a line', () => {
  it.each([
    ['accepted', ['accept 240']],
    ['dated', ['accept 240']],
    ['delayed', ['detail 240']],
    ['repriced', ['detail 240']],
    ['fewer', ['accept 200.5', 'reject 39.5']],
    ['fewerRepriced', ['detail 1', 'reject 239']],
    ['more', ['accept 240']],
    ['none', ['reject 240']],
    ['replaced', ['detail 240']],
    ['replacedInPart', ['detail 100', 'reject 140']],
    ['replacedUnpriced', ['accept 240']],
    ['noted', ['accept 240']],
    ['rejected', ['reject 240']],
    ['rejectedSilently', ['reject 240']],
    ['backordered', ['backordered 240']],
    ['backorderedUntil', ['backordered 240']],
    ['backorderedInPart', ['backordered 40', 'reject 200']],
    ['delivered', ['accept 240']],
  ])('%s is %j', async (name, expected) => {
    const item = await itemOf(states[name]!);
    expect(told(item)).toEqual(expected);
    expect(item).toMatchObject({ lineNumber: '10', quantity: '240', unitOfMeasure: 'RM' });
    for (const status of item.statuses) expect(status.unitOfMeasure).toBe('RM');
  });

  it.each([
    ['inTwoDeliveries', ['accept 100', 'detail 140']],
    ['restLater', ['accept 200', 'backordered 40']],
    ['restReplaced', ['accept 200', 'detail 40']],
    ['restRejected', ['accept 200', 'reject 40']],
    ['restUntold', ['accept 100', 'backordered 100', 'reject 40']],
    ['restOpen', ['accept 90', 'accept 150']],
    ['everyWay', ['accept 50', 'accept 50', 'detail 50', 'backordered 50', 'reject 40']],
    ['tooMany', ['accept 200', 'accept 40']],
  ])('that is answered by several response lines, %s, is one item: %j', async (name, expected) => {
    const { items } = parsed(await written(answer('30', splits[name])));
    expect(items.map(told)).toEqual([expected]);
  });

  it.each(Object.entries(splits))(
    'that is answered by several response lines, %s, may be told whole',
    async (_, lines) => {
      const { statuses } = await itemOf(lines, { changes: 'allDetail' });
      for (const { type, replacement, quantity } of statuses) {
        expect(['allDetail', 'backordered', 'reject']).toContain(type);
        if (type === 'allDetail') expect([replacement?.unitPrice?.currency, quantity]).toEqual(['SEK', quantity]);
      }
    },
  );

  it('says why what does not come is rejected, in the words of the lines that reject it', async () => {
    const [comes, rest] = (await itemOf(splits['restRejected']!)).statuses;
    expect([comes!.comments, rest!.comments]).toEqual(['Kommer direkt.', 'Resten har utgått.']);
    const fewer = (await itemOf(states['fewer']!)).statuses;
    expect(fewer.map(({ comments }) => comments)).toEqual(['Resten är slut hos Åmåls.', 'Resten är slut hos Åmåls.']);
  });

  it('told whole repeats what is as ordered, and tells without a known price what it can', async () => {
    const whole = async (name: string) => (await itemOf(states[name]!, { changes: 'allDetail' })).statuses[0]!;
    expect(await whole('accepted')).toMatchObject({
      type: 'allDetail',
      replacement: { supplierPartId: 'PAP-80A4', unitPrice: { amount: '3849.5' }, priceBasis: { quantity: '100' } },
    });
    expect(await whole('replaced')).toMatchObject({ replacement: { supplierPartId: 'PAP-90A4' } });
    expect(await whole('replacedUnpriced')).toEqual({
      type: 'allDetail',
      quantity: '240',
      unitOfMeasure: 'RM',
      comments: 'Ersätts av PAP-90{A4} Kopieringspapper A4 90 g, ohålat.',
    });
  });

  it('comes on the last day promised', async () => {
    const { statuses } = await itemOf(states['dated']!);
    expect(statuses[0]!.deliveryDate).toBe('2026-12-03T12:00:00+00:00');
    const [later] = (await itemOf(states['backorderedUntil']!)).statuses;
    expect(later!.deliveryDate).toBe('2027-01-15T12:00:00+00:00');
  });

  it('repeats no price that is as ordered', async () => {
    const price = { amount: '3849.50', baseQuantity: '100.0' };
    const { statuses } = await itemOf({ ...accepted, status: '30', price });
    expect(statuses).toEqual([{ type: 'accept', quantity: '240', unitOfMeasure: 'RM' }]);
  });

  it('has the price on the basis of the order, or none', async () => {
    const { statuses } = await itemOf(states['repriced']!);
    expect(statuses[0]!.unitPrice).toEqual({ amount: '3999', currency: 'SEK' });
    const other = { ...accepted, price: { amount: '40' } };
    await expect(itemOf(other)).rejects.toThrow('a line is priced for 1, the order has it for 100');
  });

  it('says in words what cXML has no place for', async () => {
    const comment = async (name: string, language: string): Promise<string | undefined> =>
      (await itemOf(states[name]!, { language })).statuses[0]!.comments;
    expect(await comment('more', 'sv')).toBe('Hela kartonger. Vi levererar 250 RM i stället för 240 RM.');
    expect(await comment('more', 'en')).toBe('Hela kartonger. We deliver 250 RM instead of 240 RM.');
    expect(await comment('delivered', 'sv')).toBe('Redan levererat.');
    expect(await comment('delivered', 'en')).toBe('Already delivered.');
    const tooMany = (await itemOf(splits['tooMany']!)).statuses.map(({ comments }) => comments);
    expect(tooMany).toEqual([undefined, 'Vi levererar 260 RM i stället för 240 RM.']);
    const replaced = 'PAP-90{A4} Kopieringspapper A4 90 g, ohålat';
    expect(await comment('replacedUnpriced', 'sv-SE')).toBe(`Ersätts av ${replaced}.`);
    expect(await comment('replacedUnpriced', 'en-GB')).toBe(`Replaced by ${replaced}.`);
  });

  it('is replaced by an item with its price, divided where the version knows no basis', async () => {
    const item = { supplierPartId: 'PAP-90A4', description: substitute.name, unitOfMeasure: 'RM' };
    const [newer] = (await itemOf(states['replaced']!)).statuses;
    expect(newer!.replacement).toMatchObject({
      ...item,
      unitPrice: { amount: '4100' },
      priceBasis: { quantity: '100' },
    });
    const [older] = (await itemOf(states['replaced']!, { version: '1.2.014' })).statuses;
    expect(older!.replacement).toMatchObject({ ...item, unitPrice: { amount: '41' } });
    expect(older!.replacement).not.toHaveProperty('priceBasis');
  });

  it('sums up to what was ordered, whatever becomes of it and in how many parts', async () => {
    const quantity = fc.integer({ min: 0, max: 1_000_000 }).map((each) => (each / 100).toString());
    const part = fc.record({
      coming: fc.option(quantity, { nil: undefined }),
      status: fc.constantFrom<LineStatus>('27', '29', '30', 'backordered', 'delivered'),
      price: fc.option(fc.constantFrom('1', '2.5'), { nil: undefined }),
      replaced: fc.boolean(),
    });
    const changes = fc.constantFrom('except', 'detail', 'allDetail' as const);
    await fc.assert(
      fc.asyncProperty(quantity, fc.array(part, { minLength: 1, maxLength: 4 }), changes, async (asked, parts, how) => {
        const lines = parts.map(({ coming, status, price, replaced }) => ({
          ...accepted,
          status,
          ordered: { quantity: asked, unit: 'RM', price: { amount: '1' } },
          ...(coming !== undefined && { quantity: coming }),
          ...(price !== undefined && { price: { amount: price } }),
          ...(replaced && { substitute }),
        }));
        const item = await itemOf(lines, { changes: how });
        const sum = (of: readonly { readonly quantity?: string }[]): Decimal =>
          of.reduce((total, each) => total.plus(each.quantity ?? 0), new Decimal(0));
        expect(sum(item.statuses).eq(asked)).toBe(true);
        expect(item.statuses.length).toBeGreaterThan(0);
        const comes = item.statuses.filter(({ type }) => type !== 'reject');
        if (parts.every(({ status }) => status === '27')) expect(told(item)).toEqual([`reject ${asked}`]);
        else if (parts.every(({ coming }) => coming !== undefined)) {
          const promised = sum(lines.filter(({ status }) => status !== '27'));
          expect(sum(comes).eq(Decimal.min(asked, promised))).toBe(true);
        }
        for (const { type, unitPrice, replacement } of item.statuses) {
          if (type === 'detail') expect(unitPrice ?? replacement).toBeDefined();
        }
      }),
    );
  });

  it('comes back with the texts that went in', async () => {
    const hostile = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 8 }),
        fc.constantFrom(']]>', '\r\n', '<!--', '&amp;', '\u0000', 'å'),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        hostile.map((all) => `x${all.join('')}x`),
        async (text) => {
          const { statuses } = await itemOf({
            ...states['replaced']!,
            note: text,
            substitute: { ...substitute, name: text },
          });
          expect(statuses[0]!.comments).toBe(xmlText(text));
          expect(statuses[0]!.replacement!.description).toBe(xmlText(text));
        },
      ),
    );
  });
});

const names = cxmlSamples();
if (names.length === 0)
  console.log('../shared/data/cxml/samples is absent: no confirmations of other systems are read here.');
else {
  const documents = names.map((name) => [name, parseCxml(readFileSync(join(SAMPLES, name)))] as const);

  describe('confirmations of other systems', () => {
    const ours = documents.filter(([, { name }]) => name === 'ConfirmationRequest');

    it.each(ours)('%s is read', (_name, document) => {
      const { type, orderId, orderPayloadId, items } = parseConfirmationRequest(document);
      expect(type).toMatch(/^(detail|backordered)$/);
      expect([orderId, orderPayloadId]).toEqual([expect.any(String), expect.any(String)]);
      for (const { quantity, unitOfMeasure, statuses } of items) {
        expect(statuses.map((each) => each.quantity)).toEqual([quantity]);
        expect(statuses.map((each) => each.unitOfMeasure)).toEqual([unitOfMeasure]);
      }
    });

    it('are four', () => expect(ours).toHaveLength(4));
  });
}
