import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, asyncProperty, constantFrom, property, string } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cifProblem, writeCif } from '../../../formats/cif/cif.write.ts';
import { columnFields } from '../../../formats/csv/catalogue.columns.ts';
import { writeCsvCatalogue, type CsvTemplate } from '../../../formats/csv/catalogue.write.ts';
import { csvText } from '../../../formats/csv/cell.ts';
import { checkCxml } from '../../../formats/cxml/document.check.ts';
import { writeIndex } from '../../../formats/cxml/index.write.ts';
import { cxmlVersions } from '../../../formats/cxml/versions.ts';
import type { Catalogue, CatalogueItem } from '../../../formats/document/catalogue.ts';
import { writeCatalogue1A } from '../../../formats/ubl/catalogue1a.write.ts';
import { writeCatalogue3 } from '../../../formats/ubl/catalogue3.write.ts';
import { expectGolden } from '../../kit/golden.ts';
import { noOracle, Oracle } from '../../kit/oracle.ts';
import { utf8 } from '../kit.ts';
import { validate } from '../ubl/rules/kit/findings.ts';
import { drill, full, header, nut, textOf } from './catalogues.ts';

const supplier = { domain: 'DUNS', identity: '123456789' };
const index = { version: '1.2.050', suppliers: [supplier], classificationDomain: 'UNSPSC' } as const;
const template: CsvTemplate = {
  separator: ';',
  byteOrderMark: true,
  decimalSign: ',',
  columns: columnFields.map((field) => ({ title: field, field })),
};

/** With other data of the one item; what is undefined is not there. */
const withItem = (change: Partial<CatalogueItem>): Catalogue => ({ header, items: [{ ...drill, ...change }] });

const matrix: readonly [name: string, catalogue: Catalogue][] = [
  ['everything, and only what must be', full],
  ['many lines', { header, items: Array.from({ length: 50 }, (_, i) => ({ ...drill, sellersId: `SD-${i}` })) }],
  ['in English', { ...full, header: { ...header, language: 'en' } }],
  ['free of charge', withItem({ prices: [{ amount: '0', baseQuantity: '1', from: '0' }] })],
  ...['25', '12', '6', '0'].map((percent): [string, Catalogue] => [
    `VAT of ${percent} %`,
    withItem({ tax: { category: 'S', percent } }),
  ]),
  ...['E', 'Z', 'AE'].map((category): [string, Catalogue] => [
    `VAT category ${category}`,
    withItem({ tax: { category, percent: '0' } }),
  ]),
  [
    'text that XML cannot carry',
    withItem({ name: 'Å\u0000\u000bÖ', description: ' \u0001 ', keywords: ['\u0002', 'ö'] }),
  ],
  ['a broken number by GS1', withItem({ standardId: { scheme: '0160', id: '07300000000108' } })],
  [
    'parties with names alone',
    {
      header: { ...header, seller: { ...header.seller, identifications: [] } },
      items: [nut],
    },
  ],
];

const ubl = { 'peppol-3-catalogue': writeCatalogue3, 'peppol-1a-catalogue': writeCatalogue1A } as const;

describe.each(Object.entries(ubl))('%s', (format, write) => {
  it('is written as before', async () => {
    expectGolden(`catalogue/${format}.xml`, await textOf(write(full)));
  });

  it.each(matrix)('breaks no rule of ours: %s', async (_, catalogue) => {
    const { findings, format: found } = validate(utf8(await textOf(write(catalogue))));
    expect(findings).toEqual([]);
    expect(found).toBe(format);
  });

  it('reads items one by one', async () => {
    let read = 0;
    const items = (function* () {
      for (; read < 10_000; read++) yield drill;
    })();
    const pieces = write({ header, items });
    await pieces.next();
    expect(read).toBeLessThan(50);
    await pieces.return();
  });
});

const missing = noOracle();
if (missing) console.log(`Catalogues are not shown to the official validators: ${missing}.`);

describe.runIf(missing === undefined)('the official validators find nothing in', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-catalogue-'));
  let oracle: Oracle;
  beforeAll(() => {
    oracle = new Oracle();
  });
  afterAll(() => {
    oracle.close();
    rmSync(folder, { recursive: true });
  });

  const all = Object.entries(ubl).flatMap(([format, write]) =>
    matrix.map(([name, catalogue]) => ({ format, name, write, catalogue })),
  );
  it.each(all)('$format: $name', { timeout: 60_000 }, async ({ write, catalogue }) => {
    const file = join(folder, 'catalogue.xml');
    writeFileSync(file, await textOf(write(catalogue)));
    expect(await oracle.judge(file)).toMatchObject({ valid: true, xsd: [], failed: [] });
  });
});

describe('cXML Index', () => {
  it('is written as before', async () => {
    expectGolden('catalogue/index.xml', await textOf(writeIndex(full, index)));
  });

  it.each(cxmlVersions)('is valid by its DTD, declared as %s', async (version) => {
    for (const [, catalogue] of matrix) {
      const { findings, format } = checkCxml(utf8(await textOf(writeIndex(catalogue, { ...index, version }))));
      expect(findings).toEqual([]);
      expect(format).toBe('cxml-index');
    }
  });
});

/** Reads quoted cells with doubled quotes, as CIF has them. */
function cells(row: string): string[] {
  return [...row.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, cell]) => cell!.replaceAll('""', '"'));
}

describe('CIF 3.0', () => {
  it('is written as before', async () => {
    expectGolden('catalogue/catalogue.cif', await textOf(writeCif({ header, items: [drill] }, supplier)));
  });

  it('demands UNSPSC, and a price of one unit with four decimals', () => {
    expect(cifProblem(drill)).toBeUndefined();
    expect(cifProblem(nut)).toMatchObject({ field: 'classification', found: '' });
    const third: CatalogueItem = { ...drill, prices: [{ amount: '10', baseQuantity: '3', from: '0' }] };
    expect(cifProblem(third)).toMatchObject({ field: 'price', found: '10 for 3' });
  });

  it('gives back any text, on one line', async () => {
    await assert(
      asyncProperty(string({ unit: 'binary', maxLength: 50 }), async (name) => {
        const text = await textOf(writeCif(withItem({ name }), supplier));
        const rows = text.split('\r\n');
        const row = cells(rows[rows.indexOf('DATA') + 1]!);
        expect(row).toHaveLength(15);
        expect(row[12]).toBe(
          name
            .toWellFormed()
            .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
            .trim(),
        );
        expect(rows.slice(-2)).toEqual(['ENDOFDATA', '']);
      }),
    );
  });
});

/** Reads CSV (RFC 4180) with one separator. */
function csvRows(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = new RegExp(`(?:"((?:[^"]|"")*)"|([^"\\r\\n${separator}]*))(${separator}|\\r\\n|$)`, 'g');
  for (const [, quoted, bare, end] of text.matchAll(pattern)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare!);
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.length > 1);
}

describe('CSV', () => {
  it('is written as before', async () => {
    expectGolden('catalogue/catalogue.csv', await textOf(writeCsvCatalogue(full, template)));
  });

  it('has one row for each item where no column asks for quantity breaks', async () => {
    const columns = [
      { title: 'Artikel', field: 'articleNumber' },
      { title: 'Pris', field: 'price' },
    ] as const;
    const other = { ...template, columns, byteOrderMark: false, decimalSign: '.', separator: ',' } as const;
    expect(await textOf(writeCsvCatalogue(full, other))).toBe('Artikel,Pris\r\nSD-18,1295\r\nMutter <M6>,0.25\r\n');
  });

  it('never has a cell that a spreadsheet takes for a formula', () => {
    assert(
      property(constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', ' =', '\u00a0@'), string(), (start, rest) => {
        const cell = csvText(start + rest).replace(/^"/, '');
        expect(cell.startsWith("'")).toBe(true);
      }),
    );
  });

  it('gives back any other text', async () => {
    const columns = [
      { title: 'Namn', field: 'name' },
      { title: 'Enhet', field: 'unit' },
    ] as const;
    await assert(
      asyncProperty(constantFrom(';', ',', '\t' as const), string({ unit: 'grapheme' }), async (separator, rest) => {
        const name = `Å${rest}`;
        const text = await textOf(writeCsvCatalogue(withItem({ name }), { ...template, columns, separator }));
        expect(csvRows(text, separator)[1]).toEqual([name, 'C62']);
      }),
    );
  });
});
