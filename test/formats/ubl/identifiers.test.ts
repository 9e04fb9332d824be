import { describe, expect, test } from 'vitest';
import { identifierFormats, isIdentifier } from '../../../formats/ubl/identifiers.ts';

/** Numbers that are right and numbers that are not; the official rules say the same of each (rules/oracle.test.ts has one of each wrong). */
const cases: readonly [scheme: keyof typeof identifierFormats, right: readonly string[], wrong: readonly string[]][] = [
  ['0007', ['5599001236', ' 2220007773 '], ['5599001237', '559900-1236', '165599001236', '']],
  ['0088', ['7300000000011', '07300000000110', '0'], ['7300000000012', '73 00000000011', 'x', '']],
  ['0096', ['1234567890'], ['123456789', 'DK12345678']],
  ['0106', ['12345678'], ['1234567', '123456789']],
  ['0151', ['51824753556'], ['51824753557', '5182475355']],
  ['0184', ['DK12345678', '12345678'], ['DK1234567', 'SE12345678', '1234567890']],
  ['0190', ['12345678901234567890'], ['1234567890']],
  ['0192', ['987654325', '123456785'], ['987654326', '000000000', '12345678']],
  ['0198', ['DK12345678'], ['12345678', 'DK123456789']],
  ['0201', ['aB12cD'], ['aB12c', 'åB12cD']],
  ['0208', ['0123456749'], ['0123456750', '123456749']],
  ['0210', ['RSSMRA85T10A562S', '12345678901', '+1234567890'], ['RSSMRA85T10A5625', '1234567890']],
  ['0211', ['IT12345678903', 'it12345678903', 'It1', 'SE1'], ['IT12345678901', 'IT1234567890', 'IT1234567890A']],
  ['0217', ['123456789012'], ['12345678901']],
  ['9907', ['RSSMRA85T10A562S'], ['RSSMRA']],
  ['9944', ['NL123456789B12'], ['NL123456789B1', 'nl123456789B12']],
];

describe('identifiers by scheme', () => {
  test('each format is tried', () => {
    expect(cases.map(([scheme]) => scheme)).toEqual(Object.keys(identifierFormats).toSorted());
  });

  test.each(cases)('%s', (scheme, right, wrong) => {
    expect(right.filter((id) => !isIdentifier(scheme, id))).toEqual([]);
    expect(wrong.filter((id) => isIdentifier(scheme, id))).toEqual([]);
  });

  test('of other schemes are not looked at', () => {
    expect(isIdentifier('0060', 'anything')).toBe(true);
  });
});
