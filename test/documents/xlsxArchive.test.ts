import { expect, test } from 'vitest';
import { packSheet, packWhole, type PackedSheet } from '../../documents/xlsxArchive.ts';
import type { Column } from '../../formats/csv/catalogue.columns.ts';
import type { CatalogueHeader, CatalogueItem } from '../../formats/document/catalogue.ts';
import { writeSheet } from '../../formats/xlsx/sheet.write.ts';
import { rowsIn, sheetOf, unzip } from './xlsx.ts';

const columns: readonly Column[] = [
  { title: 'Artikelnummer', field: 'articleNumber' },
  { title: 'Benämning', field: 'name' },
  { title: 'Pris per enhet', field: 'price' },
  { title: 'Moms', field: 'vatPercent' },
];

const party = { identifiers: [], name: 'Butiken' } as unknown as CatalogueHeader['seller'];

const header: CatalogueHeader = {
  number: 'amal-2026-11-26',
  name: 'Butiken',
  issueDate: '2026-11-26',
  timestamp: '2026-11-26T10:00:00+01:00',
  ...{ currency: 'SEK', language: 'sv', seller: party, buyer: party },
};

function item(sellersId: string, name: string): CatalogueItem {
  const prices: CatalogueItem['prices'] = [{ amount: '25', baseQuantity: '2', from: '0' }];
  return { sellersId, name, prices, keywords: [], unit: 'C62', classifications: [], labels: [], pictures: [] };
}

async function packed(items: readonly CatalogueItem[]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of packWhole(writeSheet({ header, items }, columns))) pieces.push(piece);
  return Buffer.concat(pieces);
}

test('an Excel file has the parts that every reader asks for, and numbers as numbers', async () => {
  const archive = await packed([item('PÄRM', 'Pärm'), item('NAGEL', 'Nagel & <spik>')]);
  expect([...unzip(archive).keys()]).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  const sheet = sheetOf(archive);
  expect(rowsIn(sheet)).toEqual([
    ['Artikelnummer', 'Benämning', 'Pris per enhet', 'Moms'],
    ['PÄRM', 'Pärm', '12.5', ''],
    ['NAGEL', 'Nagel &amp; &lt;spik&gt;', '12.5', ''],
  ]);
  expect(sheet).toContain('<c><v>12.5</v></c>');
});

test.each([
  ...['=1+1', '+46701234567', '-12', '@SUM(A1)', '\t=1'].map((text) => [text, text]),
  ['_x003D_1', '_x005F_x003D_1'],
  ['NUL\0 och \u001F', 'NUL och '],
])('a text is a text, whatever it looks like: %j', async (name, written) => {
  const sheet = sheetOf(await packed([item('A', name)]));
  expect(sheet).not.toContain('<f>');
  expect(sheet).toContain(`t="inlineStr"><is><t xml:space="preserve">${written}</t>`);
});

test('pieces that were packed by different processes are one file', () => {
  const texts = ['<a>', 'räksmörgås '.repeat(9_000), '', '</a>'];
  let sofar: PackedSheet | undefined;
  const pieces = texts.map((text, i) => {
    const step = packSheet(sofar, Buffer.from(text), i === texts.length - 1);
    sofar = JSON.parse(JSON.stringify(step.packed)) as PackedSheet;
    return step.bytes;
  });
  expect(sheetOf(Buffer.concat(pieces))).toBe(texts.join(''));
});
