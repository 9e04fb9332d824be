import { expect, test } from 'vitest';
import { median, p95, rounded } from '../../bench/statistics.ts';

test('the median of an odd and of an even number of values, in any order', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 1, 9, 2])).toBe(5.5);
});

test('the 95th percentile is a value that was measured', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(p95(hundred)).toBe(95);
  expect(p95([7])).toBe(7);
  expect(p95([1, 2, 3])).toBe(3);
});

test('three digits are printed', () => {
  expect(rounded(0.837_41)).toBe(0.837);
  expect(rounded(1234.5)).toBe(1230);
});
