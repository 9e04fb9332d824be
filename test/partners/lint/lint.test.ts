import { describe, expect, test } from 'vitest';
import type { BrowserForm } from '../../../formats/document/browserForm.ts';
import type { Cart, CartLine } from '../../../formats/document/cart.ts';
import { unmapped } from '../../../formats/document/outgoingField.ts';
import { lintIds } from '../../../partners/lint/finding.ts';
import { lintCart, lintForm, lintRules, type LintOptions } from '../../../partners/lint/lint.ts';
import { lintNote, lintSentence } from '../../../partners/lint/sentences.ts';
import { applyMapping, resolveMapping } from '../../../partners/mapping/apply.ts';
import type { CartProtocol } from '../../../partners/mapping/schema.ts';
import { platformIds } from '../../../partners/platforms/ids.ts';
import { platformFor } from '../../../partners/platforms/platforms.ts';
import { expectGolden } from '../../kit/golden.ts';
import { cartLine, cartOf, contextOf, punchOut } from '../cart.ts';

interface Given {
  readonly protocol?: CartProtocol;
  readonly settings?: object;
  readonly options?: Partial<LintOptions>;
  readonly header?: Partial<Cart['header']>;
}

/** Findings of a cart by the agreement's mapping. */
function lint(lines: readonly Partial<CartLine>[], given: Given = {}) {
  return lintOf(cartOf(lines, given.header), given);
}

function lintOf(cart: Cart, { protocol = 'oci', settings = {}, options }: Given) {
  const from = [{ domain: 'DUNS', identity: '1' }];
  const agreed = punchOut({ oci: {}, cxml: { from }, peppol: {}, ...settings });
  const template = platformFor(agreed, protocol).mapping;
  const mapped = applyMapping(resolveMapping(template, agreed.mapping, protocol, 'K1001'), contextOf(cart));
  return lintCart(cart, mapped, { protocol, settings: agreed, ...options });
}

const peppol = (document: 'peppol-18a-cart' | 'peppol-3-cart'): Given => ({
  protocol: 'peppol',
  options: { document },
});
const platform = (id: string, protocol: CartProtocol = 'cxml'): Given => ({ protocol, settings: { platform: id } });
const { tax: _tax, ...lineWithoutTax } = cartLine();
const untaxed: Cart = { ...cartOf(), lines: [lineWithoutTax] };
const long = 'Handtvål med hudvård, parfymfri, 5 liter i dunk';
const word = 'åäö';

test.each(['oci', 'cxml', 'peppol'] as const)('a plain cart has no finding in %s', (protocol) => {
  expect(lint([{}, {}], { protocol })).toEqual([]);
});

describe('a cart', () => {
  test('with more lines than agreed is refused, and the buyer is told', () => {
    expect(lint([{}, {}, {}], { settings: { maximumLines: 2 } })).toMatchObject([
      { id: 'LINT-LINE-COUNT', effect: 'refuse', audience: 'buyer', found: '3', expected: '2' },
    ]);
    expect(lint([{}, {}], { settings: { maximumLines: 2 } })).toEqual([]);
  });

  test('below the minimum order value is refused, at it not', () => {
    const settings = { minimumOrderValue: '34.32' };
    expect(lint([{}], { settings })).toMatchObject([
      { id: 'LINT-MINIMUM-VALUE', effect: 'refuse', audience: 'buyer', found: '34.31 SEK', expected: '34.32 SEK' },
    ]);
    expect(lint([{}], { settings, header: { total: '34.320' } })).toEqual([]);
    expect(lint([], { settings, header: { total: '0' } })).toEqual([]);
  });

  test('in another currency, or mixed by the mapping, is refused', () => {
    const found = { id: 'LINT-CURRENCY', effect: 'refuse', audience: 'administrator', expected: 'SEK' };
    expect(lint([{}], { protocol: 'cxml', header: { currency: 'NOK' } })).toMatchObject([{ ...found, found: 'NOK' }]);
    const mapping = { oci: { line: { CURRENCY: { firstOf: [{ path: 'line.reference' }, { literal: 'SEK' }] } } } };
    expect(lint([{}, { reference: 'EUR' }, { reference: 'EUR' }], { settings: { mapping } })).toMatchObject([
      { ...found, found: 'EUR', line: 2, field: 'CURRENCY' },
    ]);
  });

  test('without lines is noted where the system may fail on it, and only to the administrator', () => {
    expect(lint([], platform('oracle'))).toMatchObject([
      { id: 'LINT-CART-EMPTY', effect: 'notice', audience: 'administrator', status: 'assumed' },
    ]);
    expect(lint([], platform('coupa'))).toEqual([]);
  });

  test('of many fields is noted where they may not be read', () => {
    const fields = Array.from({ length: 1_001 }, (_, i) => [`f${i}`, ''] as const);
    const form: BrowserForm = { action: 'https://x.example', method: 'post', target: '_top', charset: 'utf-8', fields };
    const of = (settings: object, given = form) => lintForm(given, { protocol: 'oci', settings: punchOut(settings) });
    expect(of({})).toMatchObject([{ id: 'LINT-FIELD-COUNT', effect: 'notice', found: '1001', expected: '1000' }]);
    expect(of({}, { ...form, fields: fields.slice(1) })).toEqual([]);
    expect(of({ platform: 'sap-srm' })).toEqual([]);
  });
});

describe('a text', () => {
  test('that is longer than 40 characters is cut in OCI, with the cut shown', () => {
    expect(lint([{ name: long }])).toMatchObject([
      {
        id: 'LINT-LENGTH',
        effect: 'cut',
        line: 1,
        field: 'DESCRIPTION',
        found: long,
        expected: '40',
        becomes: 'Handtvål med hudvård, parfymfri, 5 liter',
        source: 'OCI 4.3',
      },
    ]);
    expect(lint([{ name: long.slice(0, 40) }])).toEqual([]);
  });

  test('is cut where the platform cuts it', () => {
    const description = 'ö'.repeat(257);
    expect(lint([{ description }], platform('jaggaer')).filter(({ id }) => id === 'LINT-LENGTH')).toMatchObject([
      { field: 'ItemDetail/Description', expected: '256', becomes: 'ö'.repeat(256), source: 'cXML 14, JAGGAER' },
    ]);
    expect(lint([{ description }], { protocol: 'cxml' })).toEqual([]);
  });

  test('is counted in bytes where the platform does', () => {
    const description = `${'ö'.repeat(1_000)}x`;
    const [finding] = lint([{ description }], platform('ariba'));
    expect(finding).toMatchObject({ id: 'LINT-BYTES', effect: 'cut', expected: '2000' });
    expect(finding?.becomes).toMatch(/^ö{299}…$/);
    expect(lint([{ description: 'ö'.repeat(1_000) }], platform('ariba'))).toEqual([]);
  });

  test('is told with what becomes of characters that the charset lacks', () => {
    expect(lint([{ name: 'Pris i € – 5 ☃' }])).toMatchObject([
      { id: 'LINT-CHARSET', effect: 'cut', expected: 'iso-8859-1', becomes: 'Pris i EUR - 5 ?' },
    ]);
    expect(lint([{ name: 'Pris i €' }], { options: { charset: 'windows-1252' } })).toEqual([]);
    expect(lint([{ name: 'Pris i € ☃' }], { settings: { oci: { charset: 'utf-8' } } })).toEqual([]);
  });
});

describe('a key', () => {
  test('that is too long is refused, never cut', () => {
    const found = { id: 'LINT-KEY-LENGTH', effect: 'refuse', audience: 'administrator', line: 1 };
    expect(lint([{ sellersId: 'x'.repeat(41) }])).toMatchObject([{ ...found, field: 'VENDORMAT', expected: '40' }]);
    expect(lint([{ sellersId: 'x'.repeat(26) }], platform('oracle'))).toMatchObject([
      { ...found, field: 'ItemID/SupplierPartID', expected: '25', source: 'cXML 14, Oracle' },
    ]);
    expect(lint([{ auxiliaryId: 'x'.repeat(101) }], platform('ariba'))).toMatchObject([
      { ...found, field: 'ItemID/SupplierPartAuxiliaryID', expected: '100' },
    ]);
    expect(lint([{ unit: 'XBXX' }])).toMatchObject([
      { ...found, field: 'UNIT', expected: '3' },
      { id: 'LINT-UNIT-UNKNOWN' },
    ]);
  });

  test('is as long as the version of the call lets it', () => {
    const line = { buyersId: '7'.repeat(19) };
    expect(lint([line])).toEqual([]);
    expect(lint([line], { options: { version: '3.0' } })).toMatchObject([{ field: 'MATNR', expected: '18' }]);
  });

  test('with characters that do not get through is told', () => {
    expect(lint([{ sellersId: 'Š-1' }])).toMatchObject([
      { id: 'LINT-KEY-CHARACTERS', effect: 'refuse', field: 'VENDORMAT', expected: 'iso-8859-1' },
    ]);
    expect(lint([{ sellersId: 'A\r\nB' }])).toMatchObject([{ effect: 'refuse', found: 'AU+000DU+000AB' }]);
    expect(lint([{ sellersId: 'A{1}?' }], platform('ariba'))).toMatchObject([
      { id: 'LINT-KEY-CHARACTERS', effect: 'cut', becomes: 'A1', expected: '?{}' },
    ]);
  });
});

describe('a number', () => {
  test('of a quantity that does not fit is refused, and the buyer can change it', () => {
    expect(lint([{ quantity: '1.2345' }])).toMatchObject([
      { id: 'LINT-QUANTITY-DIGITS', effect: 'refuse', audience: 'buyer', found: '1.2345', expected: '11.3' },
    ]);
    expect(lint([{ quantity: '1.2345' }], { protocol: 'cxml' })).toEqual([]);
  });

  test('of a price is told for more units; where that is not enough it is rounded, or refused', () => {
    expect(lint([{ price: { amount: '0.0001234', baseQuantity: '1' } }])).toEqual([]);
    expect(lint([{ price: { amount: '1.234567891', baseQuantity: '1' } }])).toMatchObject([
      { id: 'LINT-PRICE-DIGITS', effect: 'cut', becomes: '12345.679 / 10000', field: 'PRICE' },
    ]);
    expect(lint([{ price: { amount: '123456789012', baseQuantity: '1' } }])).toMatchObject([
      { id: 'LINT-PRICE-DIGITS', effect: 'refuse' },
    ]);
    expect(lint([{ price: { amount: '0.1234567', baseQuantity: '1' } }], platform('ariba'))).toMatchObject([
      { id: 'LINT-PRICE-DIGITS', effect: 'cut', becomes: '0.1235', expected: '*.4' },
    ]);
    expect(lint([{ price: { amount: '0.00001', baseQuantity: '1' } }], platform('ariba'))).toMatchObject([
      { id: 'LINT-PRICE-DIGITS', effect: 'refuse' },
    ]);
  });

  test('of nothing is noted', () => {
    expect(lint([{ price: { amount: '0.00', baseQuantity: '1' } }])).toMatchObject([
      { id: 'LINT-PRICE-ZERO', effect: 'notice', audience: 'administrator' },
    ]);
  });

  test('that the mapping does not give is refused', () => {
    const mapping = (literal: string) => ({
      settings: { mapping: { oci: { line: { LEADTIME: { firstOf: [{ path: 'line.note' }, { literal }] } } } } },
    });
    expect(lint([{ note: 'snart' }], mapping('3'))).toMatchObject([
      { id: 'LINT-NUMBER', field: 'LEADTIME', found: 'snart' },
    ]);
    expect(lint([{}], mapping('2.5'))).toMatchObject([{ id: 'LINT-NUMBER', found: '2.5' }]);
    expect(lint([{}], mapping('123456'))).toMatchObject([{ id: 'LINT-NUMBER', expected: '5' }]);
    expect(lint([{}], mapping('3'))).toEqual([]);
    const freight = { cxml: { header: { Shipping: { path: 'session.parameters.ACCOUNT_CODE' } } } };
    expect(lint([{}], { protocol: 'cxml', settings: { mapping: freight } })).toEqual([]);
    const text = { cxml: { header: { Shipping: { path: 'session.parameters.Kostnadsställe' } } } };
    expect(lint([{}], { protocol: 'cxml', settings: { mapping: text } })).toMatchObject([
      { id: 'LINT-NUMBER', effect: 'refuse', field: 'Shipping', found: 'Ö-12' },
    ]);
  });
});

describe('a unit', () => {
  test('that nobody knows is noted once, unless the mapping has it', () => {
    const lines = [{ unit: 'ÖRE' }, { unit: 'ÖRE' }, { unit: 'XBX' }, { unit: 'PCE' }, { unit: 'PK' }];
    expect(lint(lines)).toMatchObject([{ id: 'LINT-UNIT-UNKNOWN', effect: 'notice', found: 'ÖRE', line: 1 }]);
    const units = { entries: [{ ours: 'ÖRE', theirs: 'ST' }], unknown: 'keep' };
    expect(lint(lines, { settings: { mapping: { tables: { units } } } })).toEqual([]);
  });

  test('that the system may not have mapped is noted, until the unit table has it', () => {
    expect(lint([{ unit: 'XBX' }, { unit: 'EA' }], platform('jaggaer'))).toMatchObject([
      { id: 'LINT-UNIT-UNMAPPED', found: 'XBX', becomes: 'EA', effect: 'notice' },
    ]);
    expect(lint([{ unit: 'XBX' }], platform('sap-srm', 'oci'))).toEqual([]);
    expect(lint([{ unit: 'PCE' }], platform('sap-srm', 'oci'))).toMatchObject([
      { id: 'LINT-UNIT-UNMAPPED', found: 'PCE' },
    ]);
    const tables = { units: { entries: [{ ours: 'PCE', theirs: 'PCE' }] } };
    const settings = { platform: 'sap-srm', mapping: { tables } };
    expect(lint([{ unit: 'PCE' }], { settings })).toEqual([]);
  });

  test('that the table of the agreement misses keeps the cart back', () => {
    const settings = { mapping: { tables: { units: { entries: [{ ours: 'C62', theirs: 'ST' }] } } } };
    expect(lint([{}, { unit: 'XBX' }, { unit: 'XBX' }], { settings })).toMatchObject([
      { id: 'LINT-MAPPING', effect: 'refuse', audience: 'administrator', line: 2, field: 'UNIT', found: 'XBX' },
    ]);
  });

  test('of a package cannot go in a cart of 18A, and the buyer can choose another', () => {
    const refused = { id: 'LINT-UNIT-UNSENDABLE', effect: 'refuse', audience: 'buyer', found: 'XBX', line: 2 };
    expect(lint([{}, { unit: 'XBX' }], peppol('peppol-18a-cart'))).toMatchObject([refused]);
    expect(lint([{}, { unit: 'XBX' }], peppol('peppol-3-cart'))).toEqual([]);
    expect(lint([{ unit: 'PCE' }], peppol('peppol-3-cart'))).toMatchObject([{ ...refused, found: 'PCE', line: 1 }]);
  });
});

test('a line without VAT cannot go in a Peppol cart', () => {
  expect(lintOf(untaxed, { protocol: 'peppol' })).toMatchObject([
    { id: 'LINT-VAT-MISSING', effect: 'refuse', line: 1, found: 'SKR-320' },
  ]);
});

describe('a classification', () => {
  const unspsc = (code: string, version?: string) => ({
    classifications: [{ scheme: 'UNSPSC', code, ...(version !== undefined && { version }) }],
  });

  test('that is missing or of another length is noted where the system sorts by it', () => {
    const ids = (line: Partial<CartLine>, given: Given) => lint([line], given).map(({ id }) => id);
    expect(ids({ classifications: [] }, { protocol: 'cxml' })).toEqual(['LINT-UNSPSC-MISSING']);
    expect(ids({ classifications: [] }, {})).toEqual([]);
    expect(ids(unspsc('311615'), { protocol: 'cxml' })).toEqual(['LINT-UNSPSC-LENGTH']);
    expect(ids(unspsc('31.16.15'), { protocol: 'cxml' })).toEqual(['LINT-UNSPSC-LENGTH']);
    const mapping = { cxml: { line: { 'ItemDetail/Classification[UNSPSC]': { literal: '31160000' } } } };
    expect(ids({ classifications: [] }, { protocol: 'cxml', settings: { mapping } })).toEqual([]);
  });

  test('of another version than the agreement names is noted', () => {
    const of = (version: string | undefined, unspscVersion: string) =>
      lint([unspsc('31161504', version)], { settings: { unspscVersion } });
    expect(of('26.0801', '26')).toEqual([]);
    expect(of(undefined, '26')).toEqual([]);
    expect(of('260.1', '26')).toMatchObject([{ id: 'LINT-UNSPSC-VERSION', found: '260.1', expected: '26' }]);
  });
});

test('carts without a mapping are checked as well', () => {
  const settings = punchOut({ oci: {} });
  expect(lintCart(cartOf([{ name: long }]), unmapped, { protocol: 'oci', settings })).toHaveLength(1);
});

describe('rules by platforms', () => {
  /** Lines of which each trips something. */
  const lines: Partial<CartLine>[] = [
    { name: long, description: `${word.repeat(700)} € ☃` },
    { sellersId: `${'x'.repeat(41)}?{}`, auxiliaryId: 'y'.repeat(101) },
    { quantity: '1.23456' },
    { price: { amount: '1.234567891', baseQuantity: '1' } },
    { price: { amount: '0', baseQuantity: '1' } },
    { unit: 'XBX' },
    { unit: 'ÖRE' },
    { classifications: [] },
    { classifications: [{ scheme: 'UNSPSC', version: '11', code: '3116' }] },
  ];
  const broken = { 'ItemDetail/LeadTime': { literal: 'x', transforms: [{ do: 'date', format: 'YYYY' }] } };
  const mapping = { oci: { line: { LEADTIME: broken['ItemDetail/LeadTime'] } }, cxml: { line: broken } };

  test('are as the table says', () => {
    const columns = platformIds.flatMap((id) => {
      const { protocols } = platformFor({ platform: id }, 'oci');
      return protocols.value.map((protocol) => [id, protocol] as const);
    });
    const rows = columns.map(([id, protocol]) => {
      const settings = { platform: id, maximumLines: 5, minimumOrderValue: '1000', unspscVersion: '26', mapping };
      const given: Given = { protocol, settings, options: { document: 'peppol-18a-cart' } };
      const inEuro = { ...given, header: { currency: 'EUR' } };
      const all = [...lint(lines, given), ...lint([{}], inEuro), ...lintOf(untaxed, given), ...lint([], given)];
      const first = all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
      const told = first.map(
        (finding) => `  ${finding.id} ${finding.effect} (${finding.audience}, ${finding.status}, ${finding.source})`,
      );
      return `${id}, ${protocol}\n${told.join('\n')}\n`;
    });
    expectGolden('lint/platforms.txt', rows.join('\n'));
  });

  test('every rule has an id of the list and is in it once', () => {
    expect([...lintRules.map(({ id }) => id), 'LINT-FIELD-COUNT'].toSorted()).toEqual([...lintIds].toSorted());
  });
});

describe('sentences', () => {
  test.each(['en', 'sv'] as const)('in %s tell every finding, with its values', (language) => {
    for (const id of lintIds) {
      const finding = {
        id,
        effect: 'refuse',
        audience: 'buyer',
        field: 'UNIT',
        found: 'F1',
        expected: '11.3',
        source: 'agreement',
        status: 'confirmed',
      } as const;
      for (const given of [finding, { ...finding, becomes: 'B1' }, { ...finding, effect: 'notice' as const }]) {
        expect(lintNote(given, language)).toMatch(/^[A-ZÅÄÖ].*\.$/);
        expect(lintNote(given, language)).not.toMatch(/undefined|NaN|\s\s/);
      }
    }
  });

  test('stand with their line', () => {
    const [finding] = lint([{}, { name: long }]);
    expect(lintSentence(finding!, 'en')).toBe(
      'Line 2: DESCRIPTION takes 40 characters, "Handtvål med hudvård, parfymfri, 5 liter i dunk" is longer. "Handtvål med hudvård, parfymfri, 5 liter" arrives.',
    );
    expect(lintSentence(finding!, 'sv')).toMatch(/^Rad 2: DESCRIPTION rymmer 40 tecken, /);
  });

  test('tell amounts and digits as people read them', () => {
    const [minimum] = lint([{}], { settings: { minimumOrderValue: '1500' } });
    expect(lintSentence(minimum!, 'sv').replaceAll(/\s/g, ' ')).toBe(
      'Kundvagnen är värd 34,31 SEK, minsta order är 1 500,00 SEK. Lägg till artiklar eller öka antalet.',
    );
    const [quantity] = lint([{ quantity: '1.2345' }]);
    expect(lintSentence(quantity!, 'en')).toContain('(11 digits and 3 decimals)');
  });
});

test('5,000 lines are checked within a second or so', () => {
  const cart = cartOf(
    Array.from({ length: 5_000 }, () => ({ ...cartLine(), name: long })).map((line, i) => ({
      ...line,
      position: i + 1,
    })),
  );
  const started = performance.now();
  expect(
    lintCart(cart, unmapped, { protocol: 'oci', settings: punchOut({ oci: {}, maximumLines: 5_000 }) }),
  ).toHaveLength(5_000);
  expect(performance.now() - started).toBeLessThan(5_000);
});
