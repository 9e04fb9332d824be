import { expect, test } from 'vitest';
import { Slots } from '../../platform/slots.ts';

test('so many of one partner are in at a time; the next comes in when one leaves, in the order of asking', async () => {
  const slots = new Slots({ most: 2, patience: 10_000 });
  expect(await Promise.all([slots.enter('a'), slots.enter('a')])).toEqual([true, true]);
  const order: string[] = [];
  const third = slots.enter('a').then((isIn) => order.push(`third ${isIn}`));
  const fourth = slots.enter('a').then((isIn) => order.push(`fourth ${isIn}`));
  expect(await slots.enter('b')).toBe(true);
  expect(order).toEqual([]);
  slots.leave('a');
  await third;
  slots.leave('a');
  await fourth;
  expect(order).toEqual(['third true', 'fourth true']);
});

test('who waits for too long is told so, and takes no place', async () => {
  const slots = new Slots({ most: 1, patience: 20 });
  await slots.enter('a');
  expect(await slots.enter('a')).toBe(false);
  slots.leave('a');
  expect(await slots.enter('a')).toBe(true);
});
