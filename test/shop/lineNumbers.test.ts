import { expect, test } from 'vitest';
import { LineNumbers, repeatedNumber } from '../../shop/lineNumbers.ts';
import { orderLine } from './lines.ts';

const linesOf = (...ids: string[]) => ids.map((id, index) => orderLine({ id, position: index + 1 }));

function reasonsOf(...ids: string[]) {
  const numbers = new LineNumbers();
  const lines = linesOf(...ids);
  for (const line of lines) numbers.add(line);
  return lines.map((line) => repeatedNumber(line, numbers.repeated)?.facts);
}

test('every line whose number was there before names its place and that of the first', () => {
  expect(reasonsOf('10', '20', '10', '30', '10', '20')).toEqual([
    undefined,
    undefined,
    { position: 3, first: 1 },
    undefined,
    { position: 5, first: 1 },
    { position: 6, first: 2 },
  ]);
});

test('numbers are compared as the buyer writes them', () => {
  expect(reasonsOf('1', '01', 'å', 'Å')).toEqual([undefined, undefined, undefined, undefined]);
});

test('the reason names line, field, value found and value expected', () => {
  const [line] = linesOf('10');
  expect(repeatedNumber({ ...line!, position: 4 }, new Map([[4, 2]]))).toEqual({
    code: 'LINE_NUMBER_REPEATED',
    line: '10',
    field: 'LineItem/ID',
    found: '10',
    expected: 'a number that no other line of the order has',
    facts: { position: 4, first: 2 },
  });
});
