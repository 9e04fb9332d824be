import { describe, expect, it } from 'vitest';
import type { CartLine } from '../../../formats/document/cart.ts';
import { unmapped, type FieldValues, type MappedFields } from '../../../formats/document/outgoingField.ts';
import { OciFieldTooLong, OciFieldUnwritable } from '../../../formats/oci/error.ts';
import { ociFields } from '../../../formats/oci/fields.ts';
import { checkOciForm } from '../../../formats/oci/form.check.ts';
import { writeEmptyOciForm, writeOciForm, type OciFormOptions } from '../../../formats/oci/form.write.ts';
import { expectGolden } from '../../kit/golden.ts';
import { cart, formOptions, type GivenOptions, gloves, header, mounting, printed, screws, value } from './kit.ts';

const mapped = (...lines: readonly FieldValues[]): MappedFields => ({
  header: {},
  line: (position) => lines[position - 1] ?? {},
});

/** The fields of a cart with one line, by name without index. */
function item(
  line: Partial<CartLine>,
  given: GivenOptions = {},
  values: FieldValues = {},
): Readonly<Record<string, string>> {
  const lines = [{ ...screws, ...line, position: 1 }];
  const { form } = writeOciForm({ header, lines }, mapped(values), formOptions(given));
  const items = form.fields.filter(([name]) => name.startsWith('NEW_ITEM-'));
  return Object.fromEntries(items.map(([name, text]) => [name.replace(/^NEW_ITEM-|\[1\]$|_1:132\[\]$/g, ''), text]));
}

describe('return forms as files', () => {
  it.each([
    ['3.0', { version: '3.0', returnTo: { charset: 'iso-8859-1' } }],
    ['4.0', {}],
    ['5.0', { version: '5.0', vendor: '0000104711' }],
    [
      'split.lower.empty',
      {
        hookUrl: 'split',
        fieldCase: 'lower',
        emptyFields: 'send',
        decimalSign: ',',
        lineBreaks: 'space',
        version: '4.01',
      },
    ],
  ] as const)('%s', (name, given) => {
    const options = formOptions(given);
    const { form, cuts } = writeOciForm(cart, mapped({}, { CUST_FIELD1: 'Åsa' }), options);
    const list = cuts.map(({ position, field, was, sent }) => `cut ${position} ${field}: ${was} -> ${sent}\n`);
    expectGolden(`oci/form.${name}.txt`, `${printed(form)}${list.join('')}`);
    const findings = checkOciForm(form.fields, { ...options, charset: form.charset });
    expect(findings.filter(({ severity }) => severity === 'fatal')).toEqual([]);
  });
});

describe('the frame of a form', () => {
  it('without items has the controls alone', () => {
    expect(printed(writeEmptyOciForm(formOptions()))).toBe(
      'post https://srm.kund.example/hook?sid=42&klient=100\ntarget _top, charset utf-8\n' +
        '~OkCode = ADDI\n~TARGET = _top\n~CALLER = CTLG\n',
    );
    expect(writeEmptyOciForm(formOptions({ echoControls: false })).fields).toEqual([]);
  });

  it('takes the query of the hook apart, always for a GET form, which would lose it', () => {
    const options: GivenOptions = {
      echoControls: false,
      returnTo: { hookUrl: 'https://a.example/h;v=1?x=%C3%A5+b&x=2&tom#rest' },
    };
    for (const given of [{ hookUrl: 'split' }, { returnMethod: 'get' }] as const) {
      expect(writeEmptyOciForm(formOptions({ ...options, ...given }))).toMatchObject({
        action: 'https://a.example/h;v=1',
        fields: [
          ['x', 'å b'],
          ['x', '2'],
          ['tom', ''],
        ],
      });
    }
    const plain: GivenOptions = { ...options, returnTo: { hookUrl: 'https://a.example/h' }, hookUrl: 'split' };
    expect(writeEmptyOciForm(formOptions(plain))).toMatchObject({ action: 'https://a.example/h', fields: [] });
  });

  it('gives back the bytes of the query, whatever the charset', () => {
    const returnTo = { hookUrl: 'https://a.example/?x=%E5', charset: 'iso-8859-1' } as const;
    const form = writeEmptyOciForm(formOptions({ hookUrl: 'split', echoControls: false, returnTo }));
    expect(form.fields).toEqual([['x', 'å']]);
  });

  it('takes apart whatever query there is', () => {
    const returnTo = { hookUrl: `https://a.example/?${'x&'.repeat(1900)}` };
    expect(writeEmptyOciForm(formOptions({ returnMethod: 'get', echoControls: false, returnTo })).fields).toHaveLength(
      1900,
    );
  });

  it('leaves the address of SAP GUI as it is, and posts to it', () => {
    const returnTo = { hookUrl: 'SAPEVENT:POST' };
    const form = writeEmptyOciForm(formOptions({ hookUrl: 'split', returnMethod: 'get', returnTo }));
    expect(form).toMatchObject({ action: 'SAPEVENT:POST', method: 'post' });
  });
});

describe('a price', () => {
  it.each([
    ['171.56', '1000', '171.56', '1000'],
    ['10.00', '1', '10', '1'],
    ['24.0375', '1', '240.375', '10'],
    ['0.00015', '1', '0.015', '100'],
    ['0.00001', '1', '0.001', '100'],
    ['3', '0.5', '30', '5'],
    ['0', '1', '0', '1'],
  ])('of %s per %s is sent as %s per %s', (amount, baseQuantity, price, unit) => {
    expect(item({ price: { amount, baseQuantity } })).toMatchObject({ PRICE: price, PRICEUNIT: unit });
  });

  it('has three decimals in 3.0, and as many as the agreement says', () => {
    const price = { amount: '12.5', baseQuantity: '1' };
    expect(item({ price }, { version: '3.0' })).toMatchObject({ PRICE: '12.500', QUANTITY: '2500.000' });
    expect(item({ price }, { priceDecimals: 2, decimalSign: ',' })).toMatchObject({ PRICE: '12,50' });
    expect(item({ price: { amount: '1.2345', baseQuantity: '1' } }, { priceDecimals: 4 })).toMatchObject({
      PRICE: '1.2345',
      PRICEUNIT: '1',
    });
  });

  it('that no price unit can say is rounded, and that is told', () => {
    const lines = [{ ...screws, price: { amount: '1.23456789', baseQuantity: '1' } }];
    const { form, cuts } = writeOciForm({ header, lines }, unmapped, formOptions());
    expect(value(form, 'NEW_ITEM-PRICE[1]')).toBe('12345.679');
    expect(value(form, 'NEW_ITEM-PRICEUNIT[1]')).toBe('10000');
    expect(cuts).toEqual([{ field: 'PRICE', position: 1, was: '1.23456789 per 1', sent: '12345.679 per 10000' }]);
    expect(item({ price: lines[0]!.price }, { version: '3.0' })).toMatchObject({
      PRICE: '123456.789',
      PRICEUNIT: '100000',
    });
  });

  it.each([
    ['0.000000001', '1'],
    ['123456789012', '1'],
    ['1', '0.1234567'],
  ])('of %s per %s cannot be said', (amount, baseQuantity) => {
    expect(() => item({ price: { amount, baseQuantity } })).toThrow(OciFieldTooLong);
  });

  it('keeps the price unit that the buyer was told, where that can say it', () => {
    const price = { amount: '12.5', baseQuantity: '1' };
    const priceUnits = new Map([['prod_01HZX', '100']]);
    expect(item({ price }, { priceUnits })).toMatchObject({ PRICE: '1250', PRICEUNIT: '100' });
    const third = { amount: '10', baseQuantity: '3' };
    expect(item({ price: third }, { priceUnits })).toMatchObject({ PRICE: '10', PRICEUNIT: '3' });
  });
});

describe('a text', () => {
  it('that does not fit is cut, and stands in full in the long text', () => {
    const { form, cuts } = writeOciForm({ header, lines: [{ ...gloves, position: 1 }] }, unmapped, formOptions());
    const full = 'Nitrilhandske puderfri, blå, storlek L, förpackning om 100 st';
    const sent = 'Nitrilhandske puderfri, blå, storlek L,';
    expect(value(form, 'NEW_ITEM-DESCRIPTION[1]')).toBe(sent);
    expect(value(form, 'NEW_ITEM-LONGTEXT_1:132[]')).toBe(full);
    expect(cuts).toEqual([{ field: 'DESCRIPTION', position: 1, was: full, sent }]);
  });

  it('in full comes before the long text, unless that begins with it', () => {
    const name = 'Träskruv med försänkt huvud 3x20 mm, förzinkad';
    expect(item({ name, description: 'Spår PZ1.' })['LONGTEXT']).toBe(`${name}\nSpår PZ1.`);
    expect(item({ name, description: `${name}. Spår PZ1.` })['LONGTEXT']).toBe(`${name}. Spår PZ1.`);
    expect(item({ name }, {}, { LONGTEXT: '' })['LONGTEXT']).toBeUndefined();
  });

  it('has no markup, no control characters and no line breaks where it is short', () => {
    const name = ' Skruv\r\n<b>M8</b>\t<<i>b>3 < 4\u0000\u2028<!-- x -->slut ';
    expect(item({ name })['DESCRIPTION']).toBe('Skruv M8 3 < 4 slut');
    expect(item({ description: 'a\r\nb\u0007<b>\tc\n' })['LONGTEXT']).toBe('a\nb<b> c');
    expect(item({ description: 'a\r\nb' }, { lineBreaks: 'space' })['LONGTEXT']).toBe('a b');
  });

  it('never ends in half a character', () => {
    const name = `${'x'.repeat(39)}😀😀`;
    expect(item({ name })['DESCRIPTION']).toBe('x'.repeat(39));
  });

  it('is in characters of the page', () => {
    const returnTo = { charset: 'iso-8859-1' } as const;
    expect(item({ name: 'Kabel ‹5 €› – “svart”' }, { returnTo })['DESCRIPTION']).toBe('Kabel \'5 EUR\' - "svart"');
  });
});

describe('a key', () => {
  it.each([
    ['VENDORMAT', { sellersId: 'x'.repeat(41) }],
    ['MATNR', { buyersId: 'x'.repeat(41) }],
    ['EXT_PRODUCT_ID', { productKey: 'x'.repeat(41) }],
    ['ATTACHMENT', { pictures: [`https://a.example/${'x'.repeat(240)}`] }],
    ['CONTRACT', { contract: '12345678901' }],
    ['UNIT', { unit: 'EACH' }],
    ['QUANTITY', { quantity: '0.0001' }],
    ['QUANTITY', { quantity: '123456789012' }],
  ])('is never cut: %s', (field, line) => {
    let error: unknown;
    try {
      item(line);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(OciFieldTooLong);
    expect(error).toMatchObject({ field, position: 1 });
  });

  it('of the buyer is shorter in 3.0', () => {
    expect(() => item({ buyersId: 'x'.repeat(19) }, { version: '3.0' })).toThrow(OciFieldTooLong);
  });

  it('is never written in other characters', () => {
    const returnTo = { charset: 'iso-8859-1' } as const;
    expect(() => item({ sellersId: 'Łódź-1' }, { returnTo })).toThrow(OciFieldUnwritable);
    expect(() => item({ sellersId: 'a\nb' })).toThrow(OciFieldUnwritable);
    expect(item({ sellersId: 'Ö-1' }, { returnTo })['VENDORMAT']).toBe('Ö-1');
  });
});

describe('fields of an item', () => {
  it('are as an agreement maps them; an empty text leaves one out', () => {
    const values = { CUST_FIELD2: 'K\n1', VENDORMAT: '', UNIT: 'ST', GTIN: '07350000000019', DESCRIPTION: 'Egen' };
    const written = item({}, {}, values);
    expect(written).toMatchObject({ CUST_FIELD2: 'K 1', UNIT: 'ST', GTIN: '07350000000019', DESCRIPTION: 'Egen' });
    expect(written).not.toHaveProperty('VENDORMAT');
  });

  it('that OCI does not know are left out', () => {
    expect(Object.keys(item({}, {}, { 'X"><script>': '1', toString: '2' }))).toEqual(Object.keys(item({})));
  });

  it('always have the key of the product where DETAIL or VALIDATE is open', () => {
    expect(item({}, { functions: ['VALIDATE'] }, { EXT_PRODUCT_ID: '' })['EXT_PRODUCT_ID']).toBe('prod_01HZX');
    expect(item({}, {}, { EXT_PRODUCT_ID: 'egen' })['EXT_PRODUCT_ID']).toBe('egen');
    expect(item({}, { functions: ['SOURCING'] })).not.toHaveProperty('EXT_PRODUCT_ID');
  });

  it('name a quotation only where prices are promised', () => {
    expect(item({})).toMatchObject({ EXT_QUOTE_ID: 'K-2026-000042', EXT_QUOTE_ITEM: screws.id });
    const { validUntil, ...unpromised } = header;
    expect(validUntil).toBeDefined();
    const { form } = writeOciForm({ header: unpromised, lines: [screws] }, unmapped, formOptions());
    expect(value(form, 'NEW_ITEM-EXT_QUOTE_ID[1]')).toBeUndefined();
  });

  it('tell how long delivery takes: the article’s own days, or until it is in stock', () => {
    const { leadTimeDays, ...rest } = screws;
    expect(leadTimeDays).toBe(3);
    const days = (line: Partial<CartLine>): string | undefined => {
      const lines = [{ ...rest, ...line }];
      return value(writeOciForm({ header, lines }, unmapped, formOptions()).form, 'NEW_ITEM-LEADTIME[1]');
    };
    expect(days({})).toBeUndefined();
    expect(days({ leadTimeDays: 0 })).toBe('0');
    expect(days({ leadTimeDays: 5, availableFrom: '2026-11-20' })).toBe('5');
    expect(days({ leadTimeDays: 5, availableFrom: '2027-01-04' })).toBe('40');
    expect(days({ availableFrom: '2026-11-20' })).toBeUndefined();
  });

  it('name the class by UNSPSC where the article has it', () => {
    expect(item({})).toMatchObject({ EXT_SCHEMA_TYPE: 'UNSPSC', EXT_CATEGORY_ID: '31161504' });
    expect(item({ classifications: [{ scheme: 'CPV', code: '44500000' }] })).toMatchObject({
      EXT_SCHEMA_TYPE: 'CPV',
      EXT_CATEGORY_ID: '44500000',
    });
  });

  it('tell what belongs together from 4.01 on, and VAT in 5.0', () => {
    const fields = (version: OciFormOptions['version']): string[] =>
      writeOciForm({ header, lines: [screws, gloves, { ...mounting, partOf: 1 }] }, unmapped, formOptions({ version }))
        .form.fields.filter(([name]) => /PARENT_ID|ITEM_TYPE|TAX/.test(name))
        .map(([name, text]) => `${name} ${text}`);
    expect(fields('4.0')).toEqual([]);
    expect(fields('4.01')).toEqual(['NEW_ITEM-ITEM_TYPE[1] R', 'NEW_ITEM-PARENT_ID[3] 1', 'NEW_ITEM-ITEM_TYPE[3] O']);
    expect(fields('5.0')).toContain('NEW_ITEM-TAX[1] 25');
  });

  it('are all there where empty ones are wanted, but for those that are none of OCI', () => {
    const written = Object.keys(item({}, { emptyFields: 'send', version: '5.0' }));
    expect(written).toEqual(ociFields.filter(({ extra }) => !extra).map(({ name }) => name));
  });
});
