import { describe, expect, test } from 'vitest';
import { translationsTo } from '../../../partners/mapping/evaluate.ts';
import { readFields } from '../../../partners/mapping/read.ts';
import { readingRule, translationTable } from '../../../partners/mapping/schema.ts';

const units = translationTable.parse({
  entries: [
    { ours: 'C62', theirs: 'ST' },
    { ours: 'XBX', theirs: 'KAR' },
    { ours: 'EA', theirs: 'ST' },
  ],
});

function read(rule: object, source: Record<string, string>, customerNumber = 'K1001') {
  const translations = translationsTo('ours', [['units', units]]);
  return readFields({ accountingCost: readingRule.parse(rule) }, source, { customerNumber, translations });
}

describe('a field of an order', () => {
  test('is read from the name of an extrinsic, whatever its case', () => {
    const { values } = read({ path: 'CostCenter', transforms: [{ do: 'trim' }] }, { COSTCENTER: ' Ö-12 ' });
    expect(values).toEqual({ accountingCost: 'Ö-12' });
  });

  test('is read from their unit to ours, where the first entry counts', () => {
    const rule = { path: 'UOM', transforms: [{ do: 'translate', table: 'units' }] };
    expect(read(rule, { UOM: 'ST' }).values).toEqual({ accountingCost: 'C62' });
    expect(read(rule, { UOM: 'KAR' }).values).toEqual({ accountingCost: 'XBX' });
    expect(read(rule, { UOM: 'PAL' }).problems).toEqual([
      { field: 'accountingCost', kind: 'notInTable', found: 'PAL', table: 'units' },
    ]);
  });

  test('has the default of its customer, or that of all others, where nothing was sent', () => {
    const rule = { path: 'CostCenter', default: '0', defaults: { K1001: '4711' } };
    expect(read(rule, {}).values).toEqual({ accountingCost: '4711' });
    expect(read(rule, { CostCenter: '' }, 'K1002').values).toEqual({ accountingCost: '0' });
    expect(read(rule, { CostCenter: '1' }).values).toEqual({ accountingCost: '1' });
    expect(read(rule, {}, 'toString').values).toEqual({ accountingCost: '0' });
  });

  test('that is required and missing is told', () => {
    const rule = { firstOf: [{ path: 'CostCenter' }, { path: 'Department' }], required: true };
    expect(read(rule, {})).toEqual({ values: {}, problems: [{ field: 'accountingCost', kind: 'missing', found: '' }] });
    expect(read(rule, { Department: 'Städ' })).toEqual({ values: { accountingCost: 'Städ' }, problems: [] });
  });

  test('that is not required is left out', () => {
    expect(read({ path: 'CostCenter' }, {})).toEqual({ values: {}, problems: [] });
  });
});
