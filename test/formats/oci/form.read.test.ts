import { describe, expect, it } from 'vitest';
import { readOciReturn } from '../../../formats/oci/form.read.ts';
import type { Parameter } from '../../../formats/oci/parameters.ts';

/** What is required, so that findings are about the test's own fields. */
const needed = (index: number): Parameter[] => [
  [`NEW_ITEM-DESCRIPTION[${index}]`, 'x'],
  [`NEW_ITEM-QUANTITY[${index}]`, '1'],
  [`NEW_ITEM-UNIT[${index}]`, 'PCE'],
];

const ids = (fields: readonly Parameter[]): string[] => readOciReturn(fields).findings.map(({ id }) => id);

describe('reading a return form', () => {
  it('takes indexes from 0, gaps, any order, any case and blanks', () => {
    const { items, findings } = readOciReturn([
      [' new_item-description[7] ', ' Sjuan '],
      ['NEW_ITEM-Quantity[7]', '1'],
      ['NEW_ITEM-UNIT[7]', 'PCE'],
      ...needed(0),
    ]);
    expect(items).toEqual([
      { index: 0, fields: { DESCRIPTION: 'x', QUANTITY: '1', UNIT: 'PCE', PRICEUNIT: '1' } },
      { index: 7, fields: { DESCRIPTION: 'Sjuan', QUANTITY: '1', UNIT: 'PCE', PRICEUNIT: '1' } },
    ]);
    expect(findings).toEqual([]);
  });

  it.each([
    ['NEW_ITEM-LONGTEXT_2:132[]', 2],
    ['NEW_ITEM-LONGTEXT_2:132', 2],
    ['NEW_ITEM-LONGTEXT_2:132[2]', 2],
    ['NEW_ITEM-LONGTEXT_2:132[][2]', 2],
    ['NEW_ITEM-LONGTEXT:132[3]', 3],
    ['NEW_ITEM-LONGTEXT[4]', 4],
    ['NEW_ITEM-LONGTEXT[1]:132[]', 1],
    ['NEW_ITEM-LONGTEXT_1[1]', 1],
    ['new_item-longtext_12:132[]', 12],
  ])('finds the item of %s', (name, index) => {
    expect(readOciReturn([[name, 'Lång text']]).items).toMatchObject([{ index, fields: { LONGTEXT: 'Lång text' } }]);
  });

  it('joins the parts of a long text and makes its breaks line feeds', () => {
    const { items } = readOciReturn([
      ...needed(1),
      ['NEW_ITEM-LONGTEXT_1:132[]', 'a\r\nb'],
      ['NEW_ITEM-LONGTEXT_1:132[]', 'c'],
    ]);
    expect(items[0]!.fields['LONGTEXT']).toBe('a\nb\nc');
  });

  it.each([
    ['PRICE', '00000001730.900', '1730.9'],
    ['PRICE', '171,5607', '171.5607'],
    ['QUANTITY', ' 2500.000 ', '2500'],
    ['PRICEUNIT', '1.0', '1'],
    ['PRICEUNIT', ' ', '1'],
    ['PRICEUNIT', '000000100', '100'],
    ['LEADTIME', '00003', '3'],
  ])('reads the number %s %s', (field, sent, read) => {
    const others = needed(1).filter(([name]) => !name.includes(field));
    const { items, findings } = readOciReturn([
      ...others,
      [`NEW_ITEM-${field}[1]`, sent],
      ['NEW_ITEM-CURRENCY[1]', 'SEK'],
    ]);
    expect(items[0]!.fields[field]).toBe(read);
    expect(findings).toEqual([]);
  });

  it.each([
    ['NEW_ITEM-PRICE[1]', '1 730,90', 'OCI-PRICE-FORMAT'],
    ['NEW_ITEM-PRICE[1]', '-5', 'OCI-PRICE-FORMAT'],
    ['NEW_ITEM-PRICEUNIT[1]', '0', 'OCI-PRICEUNIT-FORMAT'],
    ['NEW_ITEM-GTIN[1]', '0735', undefined],
    ['NEW_ITEM-SHADE[1]', 'röd', 'OCI-FIELD-UNKNOWN'],
    ['NEW_ITEM-[1]', 'x', 'OCI-NAME'],
    ['NEW_ITEM-PRICE[x]', 'x', 'OCI-NAME'],
    ['NEW_ITEM-PRICE[1234567]', 'x', 'OCI-NAME'],
    ['NEW_ITEM-LONGTEXT:132[]', 'x', 'OCI-NAME'],
    ['NEW_ITEM-UNIT[1]', 'KGM', 'OCI-REPEATED'],
  ])('tells what is odd: %s = %s', (name, sent, id) => {
    const fields: Parameter[] = [...needed(1), [name, sent], ['NEW_ITEM-CURRENCY[1]', 'SEK']];
    expect(ids(fields)).toEqual(id === undefined ? [] : [id]);
  });

  it('tells which items a purchasing system would drop', () => {
    const { items, findings } = readOciReturn([
      ...needed(1),
      ['NEW_ITEM-DESCRIPTION[2]', 'Utan antal och enhet'],
      ['NEW_ITEM-PRICE[2]', '5'],
      ['NEW_ITEM-EXT_CATEGORY_ID[2]', '1'],
    ]);
    expect(items).toHaveLength(2);
    expect(findings.map(({ id, severity, element }) => [id, severity, element])).toEqual([
      ['OCI-QUANTITY-REQUIRED', 'fatal', 'NEW_ITEM-QUANTITY[2]'],
      ['OCI-UNIT-REQUIRED', 'fatal', 'NEW_ITEM-UNIT[2]'],
      ['OCI-CURRENCY-REQUIRED', 'fatal', 'NEW_ITEM-CURRENCY[2]'],
      ['OCI-EXT_SCHEMA_TYPE-REQUIRED', 'fatal', 'NEW_ITEM-EXT_SCHEMA_TYPE[2]'],
    ]);
  });

  it('keeps what is no item’s', () => {
    const { items, others } = readOciReturn([
      ['~OkCode', 'ADDI'],
      ['sid', '42'],
      ['NEW_ITEM-DESCRIPTION[1]', ''],
    ]);
    expect(items).toEqual([]);
    expect(others).toEqual([
      ['~OkCode', 'ADDI'],
      ['sid', '42'],
    ]);
  });

  it.each(['~xmlDocument', '~XMLDOCUMENT', 'xmldocument'])('decodes the XML variant in %s', (name) => {
    const { xml } = readOciReturn([
      ['~xml_type', 'ESAPO-3.5'],
      [name, btoa('<Order/>')],
    ]);
    expect(xml?.type).toBe('ESAPO-3.5');
    expect(new TextDecoder().decode(xml?.document)).toBe('<Order/>');
    expect(ids([[name, '<Order/>']])).toEqual(['OCI-XML']);
  });
});
