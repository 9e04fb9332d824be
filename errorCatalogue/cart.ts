import { lintIds, type LintFinding, type LintId } from '../partners/lint/finding.ts';
import { lintSentence } from '../partners/lint/sentences.ts';
import type { CatalogueEntry } from './entry.ts';
import { cartWords, type CartCode } from './words/cart.ts';

/** What the sentence of an example says. */
const values: Readonly<Partial<Record<LintId, Partial<LintFinding>>>> = {
  'LINT-LINE-COUNT': { found: '620', expected: '500' },
  'LINT-FIELD-COUNT': { found: '1240', expected: '1000' },
  'LINT-MINIMUM-VALUE': { found: '420.00 SEK', expected: '500.00 SEK' },
  'LINT-CURRENCY': { found: 'EUR', expected: 'SEK' },
  'LINT-LENGTH': {
    line: 3,
    field: 'DESCRIPTION',
    found: 'Pärm A4 med rygg 60 mm, blå, med ficka och etikett',
    expected: '40',
    becomes: 'Pärm A4 med rygg 60 mm, blå, med ficka o',
  },
  'LINT-BYTES': { line: 3, field: 'Description', found: 'Sågblad för trä', expected: '12', becomes: 'Sågblad f' },
  'LINT-KEY-LENGTH': { line: 3, field: 'MATGROUP', found: '4412200300-A', expected: '10' },
  'LINT-KEY-CHARACTERS': { line: 3, field: 'ItemID/SupplierPartID', found: '10/442', expected: '/', becomes: '10442' },
  'LINT-CHARSET': { line: 3, field: 'DESCRIPTION', found: 'Ω-profil', expected: 'iso-8859-1', becomes: '?-profil' },
  'LINT-NUMBER': { line: 3, field: 'LEADTIME', found: '3–5 dagar', expected: '5' },
  'LINT-QUANTITY-DIGITS': { line: 3, found: '0.12345', expected: '11.3' },
  'LINT-PRICE-DIGITS': { line: 3, found: '0.04567', expected: '11.2', becomes: '4.57 / 100' },
  'LINT-PRICE-ZERO': { line: 3, found: '0.00' },
  'LINT-UNIT-UNKNOWN': { line: 3, found: 'KRT' },
  'LINT-UNIT-UNMAPPED': { line: 3, found: 'XBX', becomes: 'EA' },
  'LINT-UNIT-UNSENDABLE': { line: 3, found: 'XBX' },
  'LINT-VAT-MISSING': { line: 3, found: '10-442' },
  'LINT-UNSPSC-MISSING': { line: 3, expected: 'UNSPSC' },
  'LINT-UNSPSC-LENGTH': { line: 3, found: '4412', expected: '8' },
  'LINT-UNSPSC-VERSION': { line: 3, found: '19', expected: '26' },
  'LINT-MAPPING': { line: 3, field: 'MATGROUP', found: '44122003', expected: 'table MaterialGroups' },
};

/** A finding as a cart could have it. */
function exampleFinding(id: LintId): LintFinding {
  return { id, effect: 'refuse', audience: 'administrator', source: '', status: 'confirmed', ...values[id] };
}

const isLint = (code: LintId | CartCode): code is LintId => (lintIds as readonly string[]).includes(code);

/** Found at the cart's lines in the shop: article, quantity and unit. */
const atLine = { en: 'Line 3: 10-442, 7 EA', sv: 'Rad 3: 10-442, 7 EA' } as const;

/** What is wrong with a cart before it leaves. */
export function cartEntries(): CatalogueEntry[] {
  const codes = Object.keys(cartWords.en) as (LintId | CartCode)[];
  return codes.map((code) => ({
    code,
    family: 'cart',
    facts: {},
    words: (language) => {
      const [meaning, cause, remedy] = cartWords[language][code];
      const told = code === 'CART-EMPTY' ? '0' : atLine[language];
      const example = isLint(code) ? lintSentence(exampleFinding(code), language) : `${told} (${code})`;
      return { meaning, cause, example, remedy };
    },
  }));
}
