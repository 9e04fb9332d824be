import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
import { parseCxml } from '../../../formats/cxml/envelope.parse.ts';
import { cxmlVersions } from '../../../formats/cxml/versions.ts';
import { Decimal } from '../../../formats/document/decimal.ts';
import type { ConfirmedLine, ResponseCode } from '../../../formats/document/orderResponse.ts';
import { xmlText } from '../../../formats/xml/writer.ts';
import { expectGolden } from '../../kit/golden.ts';
import { cxmlSamples, fulfillErrors, noDtds, problem, read, SAMPLES } from './kit.ts';

const context: ConfirmationContext = {
  version: '1.2.036',
  payloadId: '20261125T0830.1.9@butik.example',
  timestamp: '2026-11-25T08:30:00Z',
  language: 'sv',
  from: [{ domain: 'NetworkID', identity: 'AN01000000077' }],
  to: [{ domain: 'NetworkID', identity: 'AN01000000042' }],
  sender: { domain: 'NetworkID', identity: 'AN01000000077' },
  userAgent: 'Butiken i Växjö',
  test: true,
  orderPayloadId: '20261125T0815.7.42@inkop.hoor.example',
  changes: 'except',
  classificationDomain: 'UNSPSC',
};

const accepted: ConfirmedLine = {
  id: '1',
  orderLineId: '10',
  status: '29',
  item: { sellersId: 'PAP-80A4' },
  ordered: { quantity: '240', unit: 'RM', price: { amount: '3849.5', baseQuantity: '100' } },
};
const substitute = { sellersId: 'PAP-90{A4}', name: 'Kopieringspapper A4 90 g, ohålat' };

/** Every state that a line can be in, by its name. */
const states: Readonly<Record<string, ConfirmedLine>> = {
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
};
const numbered = Object.values(states).map((line, i) => ({ ...line, id: `${i + 1}`, orderLineId: `${(i + 1) * 10}` }));

const answer = (code: ResponseCode, lines: readonly ConfirmedLine[] = numbered): OrderConfirmation => ({
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

const written = (response: OrderConfirmation, more: Partial<ConfirmationContext> = {}): Promise<string> =>
  writeConfirmationRequest(response, { ...context, ...more });
const parsed = (xml: string): ConfirmationRequest => parseConfirmationRequest(read(xml));

async function itemOf(line: ConfirmedLine, more: Partial<ConfirmationContext> = {}): Promise<ConfirmationItem> {
  return parsed(await written(answer('30', [line]), more)).items[0]!;
}
const told = ({ statuses }: ConfirmationItem): unknown[] => statuses.map(({ type, quantity }) => `${type} ${quantity}`);

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
    expect(items).toHaveLength(code === '30' ? numbered.length : 0);
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

  it('with changes has lines', async () => {
    await expect(written(answer('30', []))).rejects.toThrow('answers every line, but has none');
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
  ])('%s is %j', async (name, expected) => {
    const item = await itemOf(states[name]!);
    expect(told(item)).toEqual(expected);
    expect(item).toMatchObject({ lineNumber: '10', quantity: '240', unitOfMeasure: 'RM' });
    for (const status of item.statuses) expect(status.unitOfMeasure).toBe('RM');
  });

  it('comes on the last day promised', async () => {
    const { statuses } = await itemOf(states['dated']!);
    expect(statuses[0]!.deliveryDate).toBe('2026-12-03T12:00:00+00:00');
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

  it('sums up to what was ordered, whatever becomes of it', async () => {
    const quantity = fc.integer({ min: 0, max: 1_000_000 }).map((each) => (each / 100).toString());
    const line = fc.record({
      asked: quantity,
      coming: fc.option(quantity, { nil: undefined }),
      status: fc.constantFrom<ResponseCode>('27', '29', '30'),
      price: fc.option(fc.constantFrom('1', '2.5'), { nil: undefined }),
      replaced: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(line, async ({ asked, coming, status, price, replaced }) => {
        const item = await itemOf({
          ...accepted,
          status,
          ordered: { quantity: asked, unit: 'RM', price: { amount: '1' } },
          ...(coming !== undefined && { quantity: coming }),
          ...(price !== undefined && { price: { amount: price } }),
          ...(replaced && { substitute }),
        });
        const sum = item.statuses.reduce((total, each) => total.plus(each.quantity!), new Decimal(0));
        expect(sum.eq(asked)).toBe(true);
        expect(item.statuses.length).toBeGreaterThan(0);
        if (status === '27') expect(told(item)).toEqual([`reject ${asked}`]);
        const promised = Decimal.min(asked, coming ?? asked);
        const comes = item.statuses.filter(({ type }) => type !== 'reject').map((each) => each.quantity);
        if (status !== '27' && !promised.isZero()) expect(comes).toEqual([promised.toFixed()]);
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

describe('before the official DTD', () => {
  if (noDtds()) return;
  const codes = ['27', '29', '30'] as const;
  const kinds = cxmlVersions.flatMap((version) => codes.map((code) => [version, code] as const));

  it.each(kinds)('a confirmation of %s with code %s has no errors', async (version, code) => {
    const replaces = { payloadId: '1@butik.example', confirmId: 'C1' };
    for (const more of [{}, { changes: 'detail', replaces, test: false }] as const) {
      expect(fulfillErrors(await written(answer(code), { version, ...more }))).toEqual([]);
    }
    const { note, ...silent } = { ...answer(code), seller: { identifications: [] } };
    expect(note).toBeDefined();
    expect(fulfillErrors(await written(silent, { version }))).toEqual([]);
  });

  const matrix = cxmlVersions.flatMap((version) => Object.keys(states).map((state) => [version, state] as const));

  it.each(matrix)('a line of %s that is %s has no errors', async (version, state) => {
    const xml = await written(answer('30', [states[state]!]), { version });
    expect(xml).toContain(`/${version}/Fulfill.dtd"`);
    expect(fulfillErrors(xml)).toEqual([]);
  });

  it('a check that finds nothing would be none', async () => {
    const xml = await written(answer('30'));
    expect(fulfillErrors(xml.replace('<UnitOfMeasure>RM</UnitOfMeasure>', ''))).not.toEqual([]);
    expect(fulfillErrors(xml.replace('type="except"', 'type="maybe"'))).not.toEqual([]);
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
