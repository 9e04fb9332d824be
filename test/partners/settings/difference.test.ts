import { describe, expect, it } from 'vitest';
import { readAgreement } from '../../../partners/partners.ts';
import { differences } from '../../../partners/settings/difference.ts';

const differing = (before: object, after: object) =>
  differences({ ...before }, { ...after }).map(({ path, before: was, after: is }) => [path, was, is]);

describe('the difference of two versions', () => {
  it('is nothing between settings and the same with their defaults', () => {
    expect(differences({}, { ...readAgreement({}, 'test') })).toEqual([]);
    const punchOut = { oci: {}, returnHosts: ['srm.example.com'] };
    expect(differences({ punchOut }, { ...readAgreement({ punchOut }, 'test') })).toEqual([]);
  });

  it('names each setting, also inside rows and tables', () => {
    expect(differing({ limits: { lines: 10 } }, { limits: { lines: 20 } })).toEqual([['limits.lines', 10, 20]]);
    expect(differing({}, { customers: ['K1'] })).toEqual([['customers', [], ['K1']]]);
    const line = (percent: string) => ({ price: { line: { above: { bands: [{ percent, action: 'accept' }] } } } });
    expect(differing(line('1'), line('2'))).toEqual([['price.line.above.bands.0.percent', '1', '2']]);
    expect(differing({ matching: { units: { ST: 'EA', FP: 'PK' } } }, { matching: { units: { ST: 'C62' } } })).toEqual([
      ['matching.units.ST', 'EA', 'C62'],
      ['matching.units.FP', 'PK', undefined],
    ]);
  });

  it('says that a part is switched on or off, with what it holds', () => {
    const minimumValue = { amount: '500', currency: 'SEK' };
    expect(differing({}, { deviations: { minimumValue } })).toEqual([
      ['deviations.minimumValue', false, true],
      ['deviations.minimumValue.amount', undefined, '500'],
      ['deviations.minimumValue.currency', undefined, 'SEK'],
    ]);
    expect(differing({ envelope: { kind: 'sbdh' } }, { envelope: { kind: 'none' } })).toEqual([
      ['envelope', true, false],
    ]);
  });

  it('does not depend on the order of keys, and sees the mapping as a whole', () => {
    const one = { punchOut: { mapping: { tables: {}, overrides: [] } } };
    expect(differences(one, { punchOut: { mapping: { overrides: [], tables: {} } } })).toEqual([]);
    const other = { tables: { a: {} } };
    expect(differing(one, { punchOut: { mapping: other } })).toEqual([
      ['punchOut.mapping', one.punchOut.mapping, other],
    ]);
  });
});
