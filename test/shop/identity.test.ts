import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressKey,
  gs1CheckDigit,
  hasGs1CheckDigit,
  identitiesOf,
  identitiesText,
  isOrganisationNumber,
  normaliseGtin,
  normaliseIdentity,
  parsePeppolId,
  partyIdentities,
} from '../../shop/identity.ts';

describe('normaliseIdentity', () => {
  it.each([
    [
      { scheme: 'SE:ORGNR', id: '559999-1014' },
      { scheme: '0007', value: '5599991014' },
    ],
    [
      { scheme: '0007', id: '165599991014' },
      { scheme: '0007', value: '5599991014' },
    ],
    [
      { scheme: 'gln', id: ' 9520009901012 ' },
      { scheme: '0088', value: '9520009901012' },
    ],
    [
      { scheme: 'SE:VAT', id: 'se559999101401' },
      { scheme: 'VAT', value: 'SE559999101401' },
    ],
    [
      { scheme: '9955', id: 'SE559999101401' },
      { scheme: 'VAT', value: 'SE559999101401' },
    ],
    [
      { scheme: 'NO:ORGNR', id: '999 888 777' },
      { scheme: '0192', value: '999888777' },
    ],
    [
      { scheme: 'DK:CVR', id: '12345678' },
      { scheme: '0184', value: '12345678' },
    ],
    [
      { scheme: 'IBAN', id: 'x1' },
      { scheme: 'IBAN', value: 'X1' },
    ],
    [{ id: '42' }, { scheme: '', value: '42' }],
  ])('%j', (identifier, expected) => {
    expect(normaliseIdentity(identifier)).toEqual(expected);
  });

  it('is the same after a second time', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (scheme, id) => {
        const once = normaliseIdentity({ scheme, id });
        expect(normaliseIdentity({ scheme: once.scheme, id: once.value }).scheme).toBe(once.scheme);
      }),
    );
  });
});

describe('partyIdentities', () => {
  it('gathers endpoint, identification, VAT and organisation number, each once', () => {
    const identities = partyIdentities({
      endpoint: { scheme: 'SE:ORGNR', id: '5599991014' },
      identifications: [{ scheme: 'GLN', id: '9520009901012' }, { id: 'without scheme' }],
      vat: { id: 'SE559999101401' },
      legal: { id: '559999-1014' },
    });
    expect(identities).toEqual([
      { scheme: '0088', value: '9520009901012' },
      { scheme: '0007', value: '5599991014' },
      { scheme: 'VAT', value: 'SE559999101401' },
    ]);
  });

  it.each([
    ['gln', '0088:9520009901012'],
    ['organisationNumber', '0007:5599991014'],
    ['vat', 'VAT:SE559999101401'],
    ['duns', '0060:999999999'],
    ['peppol', '0007:5599991022'],
    ['other', 'NETWORKID:AN01, 0192:999888777'],
  ] as const)('tells %s from the others', (rung, expected) => {
    const party = {
      endpoint: { scheme: '0007', id: '5599991022' },
      identifications: [
        { scheme: 'GLN', id: '9520009901012' },
        { scheme: 'NetworkID', id: 'AN01' },
        { scheme: 'DUNS', id: '999999999' },
        { scheme: 'NO:ORGNR', id: '999 888 777' },
      ],
      vat: { id: 'SE559999101401' },
      legal: { id: '559999-1014' },
    };
    expect(identitiesText(identitiesOf(party, [rung]))).toBe(expected);
    expect(identitiesOf(party, [])).toEqual([]);
  });

  it('reads a Peppol participant id', () => {
    expect(parsePeppolId('0007:5599991014')).toEqual({ scheme: '0007', id: '5599991014' });
  });
});

describe('addressKey', () => {
  it('does not see case, spaces and punctuation, and takes no country for Sweden', () => {
    const one = addressKey({ streetName: 'Åkervägen 12 B', postalZone: '123 47', cityName: 'BJÖRKVIK', country: 'SE' });
    const other = addressKey({ streetName: 'åkervägen  12b', postalZone: '12347', cityName: 'Björkvik' });
    expect(one).toBe(other);
  });

  it('tells streets and countries apart', () => {
    const street = { postalZone: '12347', cityName: 'Björkvik' };
    const keys = [
      addressKey({ ...street, streetName: 'Storgatan 1' }),
      addressKey({ ...street, streetName: 'Storgatan 11' }),
      addressKey({ ...street, streetName: 'Storgatan 1', country: 'NO' }),
    ];
    expect(new Set(keys).size).toBe(3);
  });
});

describe('check digits', () => {
  // GS1 General Specifications, figure 7.9-1 and a GLN of the demonstration range.
  it.each(['6291041500213', '9520009900015', '40170725'])('%s is right', (digits) => {
    expect(hasGs1CheckDigit(digits)).toBe(true);
  });

  it('find every single wrong digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
        const right = body + gs1CheckDigit(body);
        const digit = String((Number(right[at]) + by) % 10);
        expect(hasGs1CheckDigit(right)).toBe(true);
        expect(hasGs1CheckDigit(right.slice(0, at) + digit + right.slice(at + 1))).toBe(false);
      }),
    );
  });

  it('of organisation numbers are Luhn', () => {
    expect(isOrganisationNumber('2021005489')).toBe(true);
    expect(isOrganisationNumber('2021005488')).toBe(false);
  });

  it.each([
    ['6291041500213', '06291041500213'],
    ['40170725', '00000040170725'],
    ['16291041500210', '16291041500210'],
    ['629104150021', '00629104150021'],
    ['62910415002', undefined],
    ['ABC', undefined],
  ])('normaliseGtin %s', (text, expected) => {
    expect(normaliseGtin(text)).toBe(expected);
  });
});
