import { describe, expect, it } from 'vitest';
import type { Cart, CartLine } from '../../../formats/document/cart.ts';
import type { MappedFields } from '../../../formats/document/outgoingField.ts';
import { isCartUnit } from '../../../formats/ubl/cart.codes.ts';
import { peppolCartFields } from '../../../formats/ubl/cart.fields.ts';
import { expectGolden } from '../../kit/golden.ts';
import { utf8 } from '../kit.ts';
import { drill, formats, fullCart, lunch, smallCart, writtenCart } from './carts.ts';
import { validate } from './rules/kit/findings.ts';

function withLines(...changes: readonly Partial<CartLine>[]): Cart {
  return { ...fullCart, lines: changes.map((change, i) => ({ ...drill, id: `${i + 1}`, ...change, position: i + 1 })) };
}

function mapping(header: Record<string, string>, line: Record<string, string>): MappedFields {
  return { header, line: () => line };
}

describe.each(formats)('%s as a file', (format) => {
  it.each([
    ['full', fullCart],
    ['small', smallCart],
  ])('%s', async (name, cart) => {
    expectGolden(`ubl/${format}.${name}.xml`, await writtenCart(format, cart));
  });

  it('is known by its content, and breaks no rule; what is warned about, the parties do not have', async () => {
    const full = validate(utf8(await writtenCart(format, fullCart)));
    expect(full).toEqual({ format, valid: true, findings: [], omitted: 0 });
    const small = validate(utf8(await writtenCart(format, smallCart)));
    const endpoints = ['EUGEN-T77-R006', 'EUGEN-T77-R007'];
    expect(small.findings.map(({ id }) => id)).toEqual(format === 'peppol-18a-cart' ? endpoints : []);
  });
});

describe('what is written', () => {
  it('has an end of the validity in 18A even without a promise: the day of issue', async () => {
    const { validUntil: _, ...header } = fullCart.header;
    const cart = { ...fullCart, header };
    expect(await writtenCart('peppol-18a-cart', cart)).toContain('<cbc:EndDate>2026-02-03</cbc:EndDate>');
    expect(await writtenCart('peppol-3-cart', cart)).not.toContain('ValidityPeriod>\n    <cbc:EndDate');
  });

  it('names the seller once in 18A, mutually agreed where it has no registered number', async () => {
    const text = await writtenCart('peppol-18a-cart', smallCart);
    expect(text).toContain('<cbc:ID schemeID="ZZZ">77</cbc:ID>');
    expect((await writtenCart('peppol-18a-cart', fullCart)).match(/schemeID="GLN">7300000000011/g)).toHaveLength(1);
  });

  it('does not claim a scheme in Punch Out 3 whose check the number fails', async () => {
    const seller = { ...fullCart.header.seller, endpoint: { scheme: '0007', id: '5599001237' }, identifications: [] };
    const text = await writtenCart('peppol-3-cart', { ...fullCart, header: { ...fullCart.header, seller } });
    expect(text).not.toContain('5599001237');
    expect(validate(utf8(text)).valid).toBe(true);
  });

  it.each([
    ['SE', '25', 'S', 'S'],
    ['SE', '12', 'AA', 'S'],
    ['SE', '6', 'AA', 'S'],
    ['SE', '0', 'Z', 'Z'],
    ['FI', '25.5', 'S', 'S'],
    ['FI', '14', 'AA', 'S'],
    ['DE', '7', 'S', 'S'],
  ])('VAT in %s, %s %%, is %s in 18A and %s in 3', async (country, percent, in18a, in3) => {
    const deliveryPlace = { address: { country } };
    const cart = withLines({ tax: { category: 'S', percent } });
    const place = { ...cart, header: { ...cart.header, deliveryPlace } };
    expect(await writtenCart('peppol-18a-cart', place)).toContain(`<cbc:ID schemeID="UNCL5305">${in18a}</cbc:ID>`);
    expect(await writtenCart('peppol-3-cart', place)).toContain(
      `<cac:ClassifiedTaxCategory>\n        <cbc:ID>${in3}</cbc:ID>`,
    );
  });

  it('leaves out what would be an empty element, and characters that XML does not have', async () => {
    const cart = withLines({
      description: ' \n',
      manufacturer: '\u0000',
      labels: [' '],
      pictures: [''],
      name: ' Borr\u0007 ',
    });
    for (const format of formats) {
      const text = await writtenCart(format, cart);
      expect(text).not.toMatch(/Description|ManufacturerParty|Certificate/);
      expect(text).toContain('<cbc:Name>Borr</cbc:Name>');
      expect(validate(utf8(text)).findings).toEqual([]);
    }
  });
});

describe('units', () => {
  it('are without packages in 18A', () => {
    const known = ['H87', 'EA', 'SET', 'XBX', 'XPK', 'PK', 'BX', 'PCE'].map((unit) =>
      formats.map((format) => isCartUnit(format, unit)),
    );
    const [both, only3, none] = [
      [true, true],
      [false, true],
      [false, false],
    ];
    expect(known).toEqual([both, both, both, only3, only3, none, none, none]);
  });

  it('that the cart cannot be in are what the rules say', async () => {
    const text = await writtenCart('peppol-18a-cart', withLines({ unit: 'XBX' }));
    expect(validate(utf8(text)).findings.map(({ id }) => id)).toEqual(['OP-T77-R002', 'OP-T77-R001']);
    const mapped = mapping({}, { 'BatchQuantity/@unitCode': 'NAR' });
    const expressed = await writtenCart('peppol-18a-cart', withLines({ unit: 'XBX' }), mapped);
    expect(validate(utf8(expressed)).findings).toEqual([]);
    expect(expressed.match(/unitCode="NAR"/g)).toHaveLength(2);
  });
});

describe('fields that the agreement maps', () => {
  const names = (level: 'header' | 'line'): string[] =>
    peppolCartFields
      .filter((field) => field.level === level)
      .map(({ name }) => name.replace('CommodityClassification[name]', 'CommodityClassification[UNSPSC]'));
  const unit = 'BatchQuantity/@unitCode';
  const give = (level: 'header' | 'line', value: (name: string) => string): Record<string, string> =>
    Object.fromEntries(names(level).map((name) => [name, name === unit ? 'SET' : value(name)]));

  it('are all in Punch Out 3, and all but the buyer’s number in 18A', async () => {
    const value = (name: string): string => `värde av ${name}`;
    const mapped = mapping(give('header', value), give('line', value));
    for (const format of formats) {
      const text = await writtenCart(format, withLines({}), mapped);
      const missing = [...names('header'), ...names('line')].filter(
        (name) => name !== unit && !text.includes(`>${value(name)}<`),
      );
      expect(missing).toEqual(format === 'peppol-18a-cart' ? ['Item/BuyersItemIdentification/ID'] : []);
      expect(validate(utf8(text)).findings).toEqual([]);
    }
  });

  it('are left out where the mapping gives nothing', async () => {
    const mapped = mapping(
      give('header', () => ''),
      { ...give('line', () => ''), 'Item/Name': 'Borr' },
    );
    for (const format of formats) {
      const text = await writtenCart(format, withLines({}), mapped);
      expect(text).not.toMatch(
        /Contract|Contact|Description|SellersItem|BuyersItem|Manufacturer|TransactionConditions/,
      );
      // The standard number is left to know the item by.
      expect(validate(utf8(text)).findings).toEqual([]);
    }
  });

  it('name properties of their own, or take the place of ours', async () => {
    const mapped = mapping(
      {},
      { 'Item/AdditionalItemProperty[Konto]': '4010', 'Item/AdditionalItemProperty[ServiceIndicator]': 'true' },
    );
    const text = await writtenCart('peppol-3-cart', withLines({}), mapped);
    expect(text.match(/<cbc:Name>(Konto|ServiceIndicator)<\/cbc:Name>\s*<cbc:Value>\w+/g)).toEqual([
      expect.stringMatching(/ServiceIndicator.*true$/s),
      expect.stringMatching(/Konto.*4010$/s),
    ]);
  });

  it('change what parts of a bundle name their item by', async () => {
    const mapped: MappedFields = {
      header: {},
      line: (position): Record<string, string> =>
        position === 1 ? { 'Item/SellersItemIdentification/ID': 'SD-18-SET' } : {},
    };
    const text = await writtenCart('peppol-18a-cart', { ...fullCart, lines: [drill, lunch] }, mapped);
    expect(text).toMatch(/<cbc:Name>PartOf<\/cbc:Name>\s*<cbc:Value>SD-18-SET</);
  });
});
