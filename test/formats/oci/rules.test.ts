import { describe, expect, it } from 'vitest';
import { checkOciForm, type FormCheck } from '../../../formats/oci/form.check.ts';
import type { Parameter } from '../../../formats/oci/parameters.ts';

const form: FormCheck = { version: '5.0', charset: 'iso-8859-1', decimalSign: '.', fieldCase: 'upper' };

/** An item that breaks no rule. */
const good: Readonly<Record<string, string>> = {
  DESCRIPTION: 'Träskruv 3 < 4 mm',
  QUANTITY: '2500',
  UNIT: 'PCE',
  PRICE: '171.560',
  CURRENCY: 'SEK',
  PRICEUNIT: '1000',
  LEADTIME: '3',
  SERVICE: '',
};

const inputs = (item: Readonly<Record<string, string>>): Parameter[] =>
  Object.entries(item).map(([field, value]) => [`NEW_ITEM-${field}[1]`, value]);

const without = (...fields: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(good).filter(([field]) => !fields.includes(field)));

function ids(fields: readonly Parameter[], options: Partial<FormCheck> = {}): string[] {
  return checkOciForm(fields, { ...form, ...options }).map(({ id, severity }) => `${id} ${severity}`);
}

describe('a form', () => {
  it('that is as it must be has no findings', () => {
    expect(ids([['~OkCode', 'ADDI'], ...inputs(good), ['NEW_ITEM-LONGTEXT_1:132[]', 'Lång\ntext <b>']])).toEqual([]);
    expect(ids([])).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, string>>, string[]]>([
    ['no description', without('DESCRIPTION'), ['OCI-DESCRIPTION-REQUIRED fatal']],
    ['material number alone', { ...without('DESCRIPTION', 'UNIT'), MATNR: '4711' }, []],
    ['both', { ...good, MATNR: '4711' }, ['OCI-DESCRIPTION-MATNR info']],
    ['no quantity', without('QUANTITY'), ['OCI-QUANTITY-REQUIRED fatal']],
    ['no unit', without('UNIT'), ['OCI-UNIT-REQUIRED fatal']],
    ['no currency', without('CURRENCY'), ['OCI-CURRENCY-REQUIRED fatal']],
    ['no price, no currency', without('PRICE', 'CURRENCY'), []],
    ['contract item alone', { ...good, CONTRACT_ITEM: '10' }, ['OCI-CONTRACT-REQUIRED fatal']],
    ['quotation item alone', { ...good, EXT_QUOTE_ITEM: '1' }, ['OCI-EXT_QUOTE_ID-REQUIRED fatal']],
    ['class without scheme', { ...good, EXT_CATEGORY: 'x' }, ['OCI-EXT_SCHEMA_TYPE-REQUIRED fatal']],
    ['quantity zero', { ...good, QUANTITY: '0.000' }, ['OCI-QUANTITY-ZERO fatal']],
    ['quantity with four decimals', { ...good, QUANTITY: '1.0001' }, ['OCI-QUANTITY-FORMAT fatal']],
    ['quantity with 12 digits', { ...good, QUANTITY: '123456789012' }, ['OCI-QUANTITY-FORMAT fatal']],
    ['price with a comma', { ...good, PRICE: '1,5' }, ['OCI-PRICE-FORMAT fatal']],
    ['price with grouping', { ...good, PRICE: '1 000.00' }, ['OCI-PRICE-FORMAT fatal']],
    ['negative price', { ...good, PRICE: '-1' }, ['OCI-PRICE-FORMAT fatal']],
    ['price with a currency sign', { ...good, PRICE: '5 kr' }, ['OCI-PRICE-FORMAT fatal']],
    ['currency in small letters', { ...good, CURRENCY: 'sek' }, ['OCI-CURRENCY-FORMAT fatal']],
    ['price unit zero', { ...good, PRICEUNIT: '0' }, ['OCI-PRICEUNIT-FORMAT fatal']],
    ['price unit with a point', { ...good, PRICEUNIT: '1.0' }, ['OCI-PRICEUNIT-FORMAT fatal']],
    ['price unit too large', { ...good, PRICEUNIT: '100000' }, ['OCI-PRICEUNIT-LENGTH fatal']],
    ['lead time with a point', { ...good, LEADTIME: '2.5' }, ['OCI-LEADTIME-FORMAT fatal']],
    ['service with another letter', { ...good, SERVICE: 'S' }, ['OCI-SERVICE-FORMAT fatal']],
    ['relative attachment', { ...good, ATTACHMENT: '/x.pdf' }, ['OCI-ATTACHMENT-FORMAT fatal']],
    ['unit too long', { ...good, UNIT: 'EACH' }, ['OCI-UNIT-LENGTH fatal', 'OCI-UNIT-UNKNOWN warning']],
    ['unknown unit', { ...good, UNIT: 'Q9Q' }, ['OCI-UNIT-UNKNOWN warning']],
    ['package with an X', { ...good, UNIT: 'XBX' }, []],
    ['long description', { ...good, DESCRIPTION: 'x'.repeat(41) }, ['OCI-DESCRIPTION-LENGTH warning']],
    ['long key', { ...good, VENDORMAT: 'x'.repeat(41) }, ['OCI-VENDORMAT-LENGTH fatal']],
    ['markup', { ...good, DESCRIPTION: 'a <b>c' }, ['OCI-DESCRIPTION-CHARACTERS warning']],
    ['line break', { ...good, DESCRIPTION: 'a\nb' }, ['OCI-DESCRIPTION-CHARACTERS warning']],
    ['characters beyond the charset', { ...good, DESCRIPTION: '5 €' }, ['OCI-DESCRIPTION-CHARSET fatal']],
    ['parent that is not there', { ...good, PARENT_ID: '2', ITEM_TYPE: 'O' }, ['OCI-PARENT_ID-UNKNOWN warning']],
    ['unknown type of item', { ...good, ITEM_TYPE: 'Z' }, ['OCI-ITEM_TYPE-FORMAT fatal']],
    ['field of nobody', { ...good, SHADE: 'x' }, ['OCI-FIELD-UNKNOWN info']],
  ])('with %s', (_what, item, expected) => {
    expect(ids(inputs(item))).toEqual(expected);
  });

  it('is checked by what its version knows', () => {
    expect(ids(inputs({ ...good, TAX: '25' }), { version: '4.0' })).toEqual(['OCI-TAX-VERSION warning']);
    expect(ids(inputs({ ...good, PRICEUNIT: '100000', MATNR: 'x'.repeat(19) }), { version: '3.0' })).toEqual([
      'OCI-MATNR-LENGTH fatal',
      'OCI-DESCRIPTION-MATNR info',
    ]);
  });

  it('is checked by what the agreement says', () => {
    expect(ids(inputs({ ...good, PRICE: '171,5600' }), { decimalSign: ',', priceDecimals: 4 })).toEqual([]);
    const lower = inputs(good).map(([name, value]): Parameter => [name.toLowerCase(), value]);
    expect(ids(lower, { fieldCase: 'lower' })).toEqual([]);
    expect(new Set(ids(lower))).toEqual(new Set(['OCI-NAME fatal']));
  });

  it.each<[string, readonly Parameter[], string]>([
    ['long text in brackets', [['NEW_ITEM-LONGTEXT[1]', 'x']], 'OCI-NAME fatal'],
    ['name without index', [['NEW_ITEM-UNIT', 'PCE']], 'OCI-NAME fatal'],
    ['field twice', [['NEW_ITEM-UNIT[1]', 'KGM']], 'OCI-REPEATED fatal'],
    ['control beyond the charset', [['~CALLER', '€']], 'OCI-CHARSET fatal'],
  ])('has no %s', (_what, fields, id) => {
    expect(ids([...inputs(good), ...fields])).toEqual([id]);
  });

  it('numbers its items from 1 without gaps', () => {
    const at = (...indexes: readonly number[]): string[] =>
      ids(
        indexes.flatMap((index) =>
          inputs(good).map(([name, value]) => [name.replace('[1]', `[${index}]`), value] as const),
        ),
      );
    expect(at(0, 1)).toEqual(['OCI-INDEX-START fatal']);
    expect(at(1, 3)).toEqual(['OCI-INDEX-GAP fatal']);
    expect(at(2)).toEqual(['OCI-INDEX-GAP fatal']);
    expect(at(2, 1)).toEqual([]);
  });
});
