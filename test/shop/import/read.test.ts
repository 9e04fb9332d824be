import { describe, expect, it } from 'vitest';
import type { ImportKind } from '../../../shop/import/kinds.ts';
import { readRows } from '../../../shop/import/read.ts';
import type { SourceRow } from '../../../shop/import/rows.ts';

// In small pieces, so that letters, quotes and lines are cut anywhere.
async function* pieces(content: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(content: string | Uint8Array, kind: ImportKind = 'products'): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const row of readRows(pieces(content), kind)) rows.push(row);
  return rows;
}

describe('CSV', () => {
  it('reads the columns of a product', async () => {
    const csv = [
      'articleNumber;name.sv;name.en;unit;units;gtins;buyersNumbers;stock;leadTimeDays;classifications;vat;labels',
      'A-1;"Penna, ""blå"";\nräfflad";Pen;C62;BX=10|PK=2,5;9520000000011|40170725;K1=X=Y;12,5;3;UNSPSC:26.0801:44121704|eClass::1:2;SE:S:25,5;Svanen | Ny',
    ].join('\r\n');
    expect(await read(csv)).toEqual([
      {
        row: 2,
        values: {
          articleNumber: 'A-1',
          name: { sv: 'Penna, "blå";\nräfflad', en: 'Pen' },
          unit: 'C62',
          units: [
            { unit: 'BX', factor: '10' },
            { unit: 'PK', factor: '2.5' },
          ],
          gtins: ['9520000000011', '40170725'],
          buyersNumbers: [{ customer: 'K1', number: 'X=Y' }],
          stock: '12.5',
          leadTimeDays: 3,
          classifications: [
            { scheme: 'UNSPSC', version: '26.0801', code: '44121704' },
            { scheme: 'eClass', code: '1:2' },
          ],
          vat: [{ country: 'SE', category: 'S', rate: '25.5' }],
          labels: ['Svanen', 'Ny'],
        },
      },
    ]);
  });

  it('leaves empty cells and empty entries out', async () => {
    const csv =
      'number,name,active,deliveryAddresses.0.gln,deliveryAddresses.1.gln,contacts.0.name\nK1,Kund,nej,,123,\n';
    expect(await read(csv, 'customers')).toEqual([
      { row: 2, values: { number: 'K1', name: 'Kund', active: false, deliveryAddresses: [{ gln: '123' }] } },
    ]);
  });

  it.each([
    ['comma', 'articleNumber,unit\nA,C62'],
    ['semicolon', 'articleNumber;unit\nA;C62'],
    ['tab', 'articleNumber\tunit\nA\tC62'],
    ['byte order mark, empty lines, no last line end', '\uFEFFarticleNumber,unit\r\n\r\nA,C62'],
  ])('%s', async (_, csv) => {
    expect((await read(csv)).map((row) => 'values' in row && row.values)).toEqual([
      { articleNumber: 'A', unit: 'C62' },
    ]);
  });

  it('tells a row with too many or too few cells, and goes on', async () => {
    expect(await read('articleNumber,unit\nA\nB,C62,x\nC,C62')).toEqual([
      { row: 2, unreadable: 'has 1 cells, the first row has 2' },
      { row: 3, unreadable: 'has 3 cells, the first row has 2' },
      { row: 4, values: { articleNumber: 'C', unit: 'C62' } },
    ]);
  });

  it('has no rows without rows', async () => {
    expect(await read('articleNumber,unit\n')).toEqual([]);
    expect(await read('')).toEqual([]);
  });

  it.each([
    ['unknown columns', 'articleNumber,colour\nA,red', 'Unknown columns: colour'],
    ['columns that only look like a field', 'articleNumber,__proto__\nA,red', 'Unknown columns: __proto__'],
    ['a column twice', 'unit,unit\nA,B', 'twice'],
    ['an open quotation mark', 'articleNumber,unit\n"A,C62', 'not CSV: Quote Not Closed'],
  ])('refuses a file with %s', async (_, csv, message) => {
    await expect(read(csv)).rejects.toMatchObject({
      type: 'DocumentMalformed',
      message: expect.stringContaining(message),
    });
  });

  it('refuses what is not UTF-8', async () => {
    const latin1 = Uint8Array.from(Buffer.from('articleNumber,name.sv\nA,Pärm\n', 'latin1'));
    await expect(read(latin1)).rejects.toMatchObject({
      type: 'DocumentMalformed',
      message: expect.stringContaining('UTF-8'),
    });
  });
});

describe('NDJSON', () => {
  it('reads lines, and tells those that are none', async () => {
    expect(await read('\n{"articleNumber":"Å"}\n{"broken"\n\n{"articleNumber":"B"}')).toEqual([
      { row: 2, values: { articleNumber: 'Å' } },
      { row: 3, unreadable: 'is not JSON' },
      { row: 5, values: { articleNumber: 'B' } },
    ]);
  });

  it('refuses a line without end', async () => {
    const endless = `{"name":"${'x'.repeat(4_100_000)}`;
    const all = async () => {
      for await (const row of readRows(pieces(`{}\n${endless}`, 65_536), 'products')) expect(row).toBeDefined();
    };
    await expect(all()).rejects.toMatchObject({
      type: 'DocumentMalformed',
      message: expect.stringContaining('longer'),
    });
  });
});
