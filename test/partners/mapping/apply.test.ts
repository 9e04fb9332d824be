import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyMapping, resolveMapping } from '../../../partners/mapping/apply.ts';
import { mappingLayer, mappingSchema } from '../../../partners/mapping/schema.ts';
import { cartOf, contextOf } from '../cart.ts';
import { anyContext, anyFieldRule } from './arbitrary.ts';

const noTemplate = mappingLayer.parse({});
/** The value that one rule gives to a field of the first line. */
function mapped(rule: object, context = contextOf(), tables: object = {}) {
  const settings = mappingSchema.parse({ tables, oci: { line: { CUST_FIELD1: rule } } });
  const cart = applyMapping(resolveMapping(noTemplate, settings, 'oci', 'K1001'), context);
  return { value: cart.line(1)['CUST_FIELD1'], problems: cart.problems };
}
const value = (rule: object, context = contextOf()) => mapped(rule, context).value;

describe('a rule', () => {
  test.each([
    [{ path: 'line.name' }, 'Träskruv 3x20 förzinkad'],
    [{ path: 'line.classifications.UNSPSC' }, '31161504'],
    [{ path: 'line.price.baseQuantity' }, '100'],
    [{ path: 'line.buyersId' }, ''],
    [{ path: 'header.buyer.name' }, 'Björkviks kommun'],
    [{ path: 'customer.number' }, 'K1001'],
    [{ path: 'session.parameters.account_code' }, '4711'],
    [{ path: 'session.parameters.KOSTNADSSTÄLLE' }, 'Ö-12'],
    [{ path: 'session.parameters.toString' }, ''],
    [{ path: 'toString' }, ''],
    [{ literal: 'Å' }, 'Å'],
    [{ empty: true }, ''],
    [{ join: [{ path: 'line.sellersId' }, { path: 'line.buyersId' }, { literal: 'x' }] }, 'SKR-320 x'],
    [{ join: [{ literal: 'a' }, { literal: 'b' }], separator: '' }, 'ab'],
    [{ firstOf: [{ path: 'line.buyersId' }, { path: 'line.sellersId' }, { literal: 'x' }] }, 'SKR-320'],
    [{ firstOf: [{ path: 'line.buyersId' }] }, ''],
  ])('%j gives "%s"', (rule, expected) => expect(value(rule)).toBe(expected));

  test.each([
    [[{ do: 'upper' }], 'åäö é', 'ÅÄÖ É'],
    [[{ do: 'lower' }], 'ÅÄÖ', 'åäö'],
    [[{ do: 'trim' }, { do: 'cut', length: 3 }], '  abcd ', 'abc'],
    [[{ do: 'cut', length: 2 }], 'a🔩b', 'a'],
    [[{ do: 'pad', length: 10 }], '4711', '0000004711'],
    [[{ do: 'pad', length: 6, with: 'ö', side: 'right' }], '4711', '4711öö'],
    [[{ do: 'replace', find: '-', by: '$&' }], 'a-b-c', 'a$&b$&c'],
    [[{ do: 'number', decimals: 2, sign: ',' }], '2.345', '2,35'],
    [[{ do: 'number' }], '00012.500', '12.5'],
    [[{ do: 'date', format: 'DD.MM.YYYY' }], '2026-11-25', '25.11.2026'],
    [[{ do: 'date', format: 'YYYYMMDD' }], '2026-11-25T14:05:00+01:00', '20261125'],
    [[{ do: 'upper' }, { do: 'replace', find: 'A', by: '' }, { do: 'pad', length: 3 }], 'a', ''],
  ])('transforms %j make "%s" into "%s"', (transforms, literal, expected) =>
    expect(value({ literal, transforms })).toBe(expected),
  );

  test('that cannot work leaves the value as it is and tells so', () => {
    expect(mapped({ literal: 'tio', transforms: [{ do: 'number' }] })).toEqual({
      value: 'tio',
      problems: [{ field: 'CUST_FIELD1', line: 1, kind: 'notNumber', found: 'tio' }],
    });
    const problem = { kind: 'notDate', found: '2026-02-30' };
    expect(mapped({ literal: '2026-02-30', transforms: [{ do: 'date', format: 'YYYY' }] }).problems).toMatchObject([
      problem,
    ]);
  });
});

describe('a table', () => {
  const rule = { path: 'line.unit', transforms: [{ do: 'translate', table: 'units' }] };
  const entries = [
    { ours: 'C62', theirs: 'ST' },
    { ours: 'C62', theirs: 'EA' },
  ];
  const translated = (unit: string, table: object) =>
    mapped(rule, contextOf(cartOf([{ unit }])), { units: { entries, ...table } });

  test('gives the first of their words', () => expect(translated('C62', {}).value).toBe('ST'));

  test('makes an unknown word a problem, unless it is to be kept or left out', () => {
    expect(translated('XBX', {})).toEqual({
      value: 'XBX',
      problems: [{ field: 'CUST_FIELD1', line: 1, kind: 'notInTable', found: 'XBX', table: 'units' }],
    });
    expect(translated('XBX', { unknown: 'keep' })).toEqual({ value: 'XBX', problems: [] });
    expect(translated('XBX', { unknown: 'empty' })).toEqual({ value: '', problems: [] });
  });
});

describe('layers', () => {
  const literal = (text: string) => ({ literal: text });
  const template = mappingLayer.parse({
    oci: { line: { CUST_FIELD1: literal('template'), CUST_FIELD2: literal('template') } },
    cxml: { line: { Comments: literal('other protocol') } },
  });
  const settings = mappingSchema.parse({
    oci: { line: { CUST_FIELD2: literal('partner'), CUST_FIELD3: literal('partner') } },
    overrides: [{ customers: ['K1001'], oci: { line: { CUST_FIELD3: literal('customer') } } }],
  });
  const of = (customer: string) =>
    applyMapping(resolveMapping(template, settings, 'oci', customer), contextOf()).line(1);

  test('of the partner lie over the template, and those of a customer over both', () => {
    expect(of('K1001')).toEqual({ CUST_FIELD1: 'template', CUST_FIELD2: 'partner', CUST_FIELD3: 'customer' });
    expect(of('K1002')).toEqual({ CUST_FIELD1: 'template', CUST_FIELD2: 'partner', CUST_FIELD3: 'partner' });
  });
});

test('every line has its own values, the header has those of no line', () => {
  const settings = mappingSchema.parse({
    cxml: { header: { 'Extrinsic[Ref]': { path: 'header.number' } }, line: { Comments: { path: 'line.note' } } },
  });
  const cart = cartOf([{ note: 'grön' }, { note: 'blå' }, {}]);
  const mappedCart = applyMapping(resolveMapping(noTemplate, settings, 'cxml', 'K1001'), contextOf(cart));
  expect(mappedCart.header).toEqual({ 'Extrinsic[Ref]': 'K7QX-2' });
  expect([1, 2, 3, 4].map((position) => mappedCart.line(position)['Comments'])).toEqual(['grön', 'blå', '', undefined]);
});

test('no rule and no context make it throw, and no value is longer than 10,000 characters', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), anyFieldRule), anyContext, (rules, context) => {
      const settings = mappingSchema.parse({ oci: { header: rules, line: rules } });
      const mappedCart = applyMapping(resolveMapping(noTemplate, settings, 'oci', 'K1001'), context);
      for (const values of [mappedCart.header, ...context.cart.lines.map((line) => mappedCart.line(line.position))]) {
        for (const text of Object.values(values)) expect(text.length).toBeLessThanOrEqual(10_000);
      }
    }),
  );
});
