import { expect, test } from 'vitest';
import { ahead } from '../../documents/ahead.ts';

/** What has happened, in order. */
const told: string[] = [];

async function* numbers(failsAt = Infinity): AsyncGenerator<number> {
  told.length = 0;
  try {
    for (let i = 1; i <= 3; i += 1) {
      told.push(`fetched ${i}`);
      await Promise.resolve();
      if (i === failsAt) throw new Error('away');
      yield i;
    }
  } finally {
    told.push('closed');
  }
}

test('all values come in order, each fetched while the one before is worked on', async () => {
  for await (const value of ahead(numbers())) told.push(`got ${value}`);
  expect(told.filter((each) => each.startsWith('got'))).toEqual(['got 1', 'got 2', 'got 3']);
  expect(told.indexOf('fetched 2')).toBeLessThan(told.indexOf('got 1'));
  expect(told.indexOf('fetched 3')).toBeLessThan(told.indexOf('got 2'));
});

test('whoever leaves the loop finds nothing on its way any more', async () => {
  for await (const value of ahead(numbers())) {
    told.push(`got ${value}`);
    break;
  }
  expect(told).toEqual(['fetched 1', 'fetched 2', 'got 1', 'closed']);
});

test('a failure comes in its turn', async () => {
  const reading = async () => {
    for await (const value of ahead(numbers(2))) told.push(`got ${value}`);
  };
  await expect(reading()).rejects.toThrow('away');
  expect(told).toContain('got 1');
});
