import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cart, CartLine } from '../../../formats/document/cart.ts';
import { Decimal } from '../../../formats/document/decimal.ts';
import { unmapped, type MappedFields } from '../../../formats/document/outgoingField.ts';
import { isWritable } from '../../../formats/oci/charset.ts';
import { ociFields, ociVersions } from '../../../formats/oci/fields.ts';
import { checkOciForm } from '../../../formats/oci/form.check.ts';
import { readOciReturn } from '../../../formats/oci/form.read.ts';
import { writeOciForm, type OciFormOptions } from '../../../formats/oci/form.write.ts';
import { decodeParameters, RETURN_LIMITS } from '../../../formats/oci/parameters.ts';
import { plainLines, withoutMarkup } from '../../../formats/oci/text.ts';
import { formOptions, header, posted, screws, utf8 } from './kit.ts';

const key = fc.stringMatching(/^[A-Za-z0-9ÅÄÖåäö_./-]{1,40}$/);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom('<script>alert(1)</script>', '"><b>', 'a\r\nb', "~'&=+%00", 'x[2]', '\uD83D'),
);
const amount = fc.tuple(fc.nat(999_999), fc.nat(9999)).map(([whole, part]) => `${whole}.${`${part}`.padStart(4, '0')}`);
const line = fc
  .record({
    name: anyText.map((text) => `Å${text}`),
    description: anyText,
    sellersId: key,
    productKey: key,
    quantity: fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.nat(999)).map(([whole, part]) => `${whole}.${part}`),
    unit: fc.constantFrom('PCE', 'KGM', 'MTR', 'BX', 'HUR'),
    price: fc.record({ amount, baseQuantity: fc.constantFrom('1', '10', '100', '1000') }),
    service: fc.boolean(),
  })
  .map((values) => ({ ...screws, ...values }));
const carts: fc.Arbitrary<Cart> = fc
  .array(line, { minLength: 1, maxLength: 5 })
  .map((lines): Cart => ({ header, lines: lines.map((each, i) => ({ ...each, position: i + 1 })) }));
const options: fc.Arbitrary<OciFormOptions> = fc
  .record({
    version: fc.constantFrom(...ociVersions),
    hookUrl: fc.constantFrom('unchanged', 'split'),
    fieldCase: fc.constantFrom('upper', 'lower'),
    emptyFields: fc.constantFrom('omit', 'send'),
    decimalSign: fc.constantFrom('.', ','),
    lineBreaks: fc.constantFrom('keep', 'space'),
    charset: fc.constantFrom('utf-8', 'iso-8859-1', 'windows-1252'),
  })
  .map(({ charset, ...rest }) => formOptions({ ...rest, returnTo: { charset } }));

const utf8Options = options.map((given) => ({ ...given, returnTo: { ...given.returnTo, charset: 'utf-8' } as const }));

/** Through the browser and back. */
function received(cart: Cart, given: OciFormOptions): ReturnType<typeof readOciReturn> {
  const { form } = writeOciForm(cart, unmapped, given);
  return readOciReturn(decodeParameters(utf8(posted(form.fields)), 'utf-8', RETURN_LIMITS), given.version);
}

function expectSame(line: CartLine, fields: Readonly<Record<string, string>>): void {
  expect(fields).toMatchObject({ VENDORMAT: line.sellersId, EXT_PRODUCT_ID: line.productKey, UNIT: line.unit });
  expect(new Decimal(fields['QUANTITY']!).eq(line.quantity)).toBe(true);
  const price = new Decimal(fields['PRICE']!).times(line.price.baseQuantity);
  expect(price.eq(new Decimal(line.price.amount).times(fields['PRICEUNIT']!))).toBe(true);
  expect(fields['SERVICE']).toBe(line.service ? 'X' : undefined);
  expect(withoutMarkup(line.name.toWellFormed()).startsWith(fields['DESCRIPTION']!)).toBe(true);
}

describe('a cart that is written and read', () => {
  it('is the same cart', () => {
    fc.assert(
      fc.property(carts, utf8Options, (cart, given) => {
        const { items } = received(cart, given);
        expect(items).toHaveLength(cart.lines.length);
        cart.lines.forEach((each, i) => expectSame(each, items[i]!.fields));
      }),
    );
  });

  it('keeps any text in UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (description) => {
        const { items } = received({ header, lines: [{ ...screws, description }] }, formOptions());
        expect(items[0]!.fields['LONGTEXT'] ?? '').toBe(plainLines(description.toWellFormed()));
      }),
    );
  });
});

describe('whatever is written', () => {
  const noisy: MappedFields = {
    header: {},
    line: (position) =>
      Object.fromEntries(
        ociFields.filter(({ kind }) => kind === 'text').map(({ name }) => [name, `Ł"><\r\n'&${position}`.repeat(9)]),
      ),
  };

  it('breaks no rule, whatever the texts', () => {
    fc.assert(
      fc.property(carts, options, fc.constantFrom(unmapped, noisy), (cart, given, mapped) => {
        const { form, cuts } = writeOciForm(cart, mapped, given);
        const findings = checkOciForm(form.fields, { ...given, charset: form.charset });
        expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
        for (const { was, sent } of cuts) expect(was.startsWith(sent)).toBe(true);
      }),
    );
  });

  it('can be written in the charset and has one line a value', () => {
    fc.assert(
      fc.property(carts, options, (cart, given) => {
        for (const [name, value] of writeOciForm(cart, noisy, given).form.fields) {
          expect(isWritable(`${name}${value}`, given.returnTo.charset)).toBe(true);
          expect(/longtext/i.test(name) ? value.replaceAll('\n', '') : value).not.toMatch(/\p{Cc}/u);
        }
      }),
    );
  });
});
