import { describe, expect, it } from 'vitest';
import { expressionText, parseExpression } from '../../../partners/mapping/expression.ts';
import { fieldRule } from '../../../partners/mapping/schema.ts';
import { platforms } from '../../../partners/platforms/platforms.ts';

describe('a rule as a line of text', () => {
  it.each([
    ['line.name', { path: 'line.name' }],
    ['"Fast text"', { literal: 'Fast text' }],
    ['-', { empty: true }],
    ['"-"', { literal: '-' }],
    ['[session.parameters.Cost Center]', { path: 'session.parameters.Cost Center' }],
    ['line.sellersId + line.name', { join: [{ path: 'line.sellersId' }, { path: 'line.name' }] }],
    [
      'line.sellersId + line.name between ": " | cut 40',
      {
        ...{ join: [{ path: 'line.sellersId' }, { path: 'line.name' }], separator: ': ' },
        transforms: [{ do: 'cut', length: 40 }],
      },
    ],
    [
      'line.materialGroup or (line.classifications.UNSPSC | cut 8) or "99"',
      {
        firstOf: [
          { path: 'line.materialGroup' },
          { path: 'line.classifications.UNSPSC', transforms: [{ do: 'cut', length: 8 }] },
          { literal: '99' },
        ],
      },
    ],
    ['customer.number|pad 10', { path: 'customer.number', transforms: [{ do: 'pad', length: 10 }] }],
    [
      'line.name | replace "\\"å\\"" by "" | upper',
      { path: 'line.name', transforms: [{ do: 'replace', find: '"å"', by: '' }, { do: 'upper' }] },
    ],
    [
      'line.price.amount | number 2 ","',
      { path: 'line.price.amount', transforms: [{ do: 'number', decimals: 2, sign: ',' }] },
    ],
    [
      'header.validUntil | date DD.MM.YYYY',
      { path: 'header.validUntil', transforms: [{ do: 'date', format: 'DD.MM.YYYY' }] },
    ],
    ['line.unit | translate units', { path: 'line.unit', transforms: [{ do: 'translate', table: 'units' }] }],
  ])('%s is read, and written so that it is read the same', (text, rule) => {
    const read = parseExpression(text).rule;
    expect(read).toEqual(fieldRule.parse(rule));
    expect(parseExpression(expressionText(read!)).rule).toEqual(read);
  });

  it('says every rule of every platform', () => {
    const rules = Object.values(platforms).flatMap(({ mapping }) =>
      [mapping.oci, mapping.cxml, mapping.peppol].flatMap((one) => [
        ...Object.values(one?.header ?? {}),
        ...Object.values(one?.line ?? {}),
      ]),
    );
    expect(rules.length).toBeGreaterThan(30);
    for (const rule of rules) expect(parseExpression(expressionText(rule)).rule).toEqual(rule);
  });

  it.each([
    ['', 1, 'source'],
    ['   ', 4, 'source'],
    ['line.name +', 12, 'source'],
    ['line.name line.unit', 11, 'end'],
    ['line.a + line.b or line.c', 17, 'oneKind'],
    ['(line.name | upper', 19, 'closing'],
    ['"offen', 1, 'quote'],
    ['line.name | shout', 13, 'step'],
    ['line.name | cut x', 17, 'number'],
    ['line.name | replace "a" "b"', 25, 'by'],
    ['line.name | replace', 20, 'text'],
    ['line.name | cut 0', 1, 'withinLimits'],
  ])('%s is refused at column %d', (text, column, expected) => {
    expect(parseExpression(text).problem).toMatchObject({ column, expected });
  });
});
