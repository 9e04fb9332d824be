import { describe, expect, test } from 'vitest';
import { changedHeader, compareLines, differences, planChange } from '../../shop/changePlan.ts';
import { orderHeader } from './fixtures.ts';
import { orderLine } from './lines.ts';

const line = (id: string, quantity: string, more: { statusCode?: string } = {}) =>
  orderLine({ position: Number(id), id, quantity, ...more });
const standing = [line('1', '5'), line('2', '6'), line('3', '7')];
const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);

describe('a change that names its lines', () => {
  test('deletes by status 2 alone; lines that it does not name, or that stay, stay', () => {
    const plan = planChange('change', standing, [
      line('1', '5', { statusCode: '2' }),
      line('2', '9', { statusCode: '3' }),
      line('3', '99', { statusCode: '4' }),
      line('4', '1', { statusCode: '1' }),
    ]);
    expect(plan).toMatchObject({ removed: ['1'], misfits: [], leavesNothing: false });
    expect([ids(plan.added), ids(plan.changed)]).toEqual([['4'], ['2']]);
  });

  test('says which lines do not fit the order', () => {
    const plan = planChange('change', standing, [
      line('1', '5', { statusCode: '1' }),
      line('8', '5', { statusCode: '2' }),
      line('9', '5', { statusCode: '3' }),
    ]);
    expect(ids(plan.misfits)).toEqual(['1', '8', '9']);
  });

  test('that changes nothing of a line leaves it as it was judged before', () => {
    expect(planChange('change', standing, [line('2', '6', { statusCode: '3' })]).changed).toEqual([]);
  });

  test('may leave nothing', () => {
    const all = standing.map((one) => ({ ...one, statusCode: '2' }));
    expect(planChange('change', standing, all).leavesNothing).toBe(true);
  });
});

test('a whole new version removes what it lacks and touches only what differs', () => {
  const plan = planChange('update', standing, [line('3', '7'), line('2', '1'), line('5', '1')]);
  expect(plan.removed).toEqual(['1']);
  expect([ids(plan.added), ids(plan.changed)]).toEqual([['5'], ['2']]);
});

test('a cancellation leaves the lines as they are', () => {
  expect(planChange('delete', standing, [])).toMatchObject({ added: [], changed: [], removed: [] });
});

test('the header keeps the number of the order and what the change says nothing about', () => {
  const before = orderHeader({ number: 'Ö-1', requisition: 'R-7', note: 'Ring först' });
  const change = orderHeader({
    format: 'peppol-3-order-change',
    number: 'ÄND-1',
    operation: 'change',
    orderReference: 'Ö-1',
    sequenceNumber: '1',
    note: 'Lämna vid porten',
  });
  const after = changedHeader(before, change);
  expect(after).toMatchObject({ number: 'Ö-1', format: before.format, requisition: 'R-7', note: 'Lämna vid porten' });
  expect(after).not.toHaveProperty('operation');
  expect(differences(before, after)).toContainEqual({ field: 'note', before: 'Ring först', after: 'Lämna vid porten' });
});

test('two versions are compared line by line', () => {
  const after = [line('2', '8'), line('3', '7'), line('4', '1')];
  const compared = compareLines(standing, after);
  expect(compared.map(({ line: id, kind }) => [id, kind])).toEqual([
    ['2', 'changed'],
    ['4', 'added'],
    ['1', 'removed'],
  ]);
  expect(compared[0]!.fields).toEqual([{ field: 'quantity', before: '6', after: '8' }]);
});
