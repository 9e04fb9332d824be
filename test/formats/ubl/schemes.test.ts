import { describe, expect, it } from 'vitest';
import { partySchemes } from '../../../formats/ubl/generated/bis2.codes.ts';
import { inNames, schemeCode, schemeName } from '../../../formats/ubl/schemes.ts';

const names = [...partySchemes];

describe('party identifier schemes', () => {
  it('knows each of the 67 names of 28A, and no code twice', () => {
    expect(names).toHaveLength(67);
    for (const name of names) expect(schemeName(name)).toBe(name);
    const numbers = names.map((name) => schemeCode(name)).filter((code) => code !== undefined);
    expect(numbers).toHaveLength(64);
    expect(new Set(numbers).size).toBe(64);
  });

  it('translates both ways', () => {
    for (const name of names) {
      const code = schemeCode(name);
      if (code !== undefined) expect(schemeName(code)).toBe(name);
    }
    expect(schemeCode('SE:ORGNR')).toBe('0007');
    expect(schemeName('0088')).toBe('GLN');
  });

  it('finds the older scheme of a code of today, and nothing for what 28A cannot name', () => {
    expect(schemeName('0192')).toBe('NO:ORGNR');
    expect(schemeName('0216')).toBe('FI:OVT');
    expect(inNames({ id: '5560000001', scheme: '0007' })).toEqual({ id: '5560000001', scheme: 'SE:ORGNR' });
    expect(inNames({ id: '1', scheme: '0242' })).toBeUndefined();
    expect(inNames({ id: '1' })).toBeUndefined();
  });
});
