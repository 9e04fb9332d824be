import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findProduct } from '../../shop/products.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'roundtrip-import-'));
  return async () => {
    await database.close();
    await rm(folder, { recursive: true });
  };
});

function roundtrip(...parameters: string[]): Promise<{ code: number; out: string; err: string }> {
  const main = new URL('../../cli/main.ts', import.meta.url).pathname;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [main, 'import', ...parameters],
      { env: { ...process.env, DATABASE_URL: database.url } },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('roundtrip import', () => {
  it('stores what is right, exits 1 and writes a report beside the file for what is not', async () => {
    const path = await file('products.csv', 'articleNumber;name.sv;unit\nA;Räksmörgås;C62\n=B;"Fel; enhet";styck\n');
    const { code, out } = await roundtrip('products', path);
    expect(code).toBe(1);
    expect(out).toContain('products: 2 rows, 1 stored, 1 refused');
    expect(out).toContain('row 3, unit: "styck"');
    expect(await readFile(`${path}.refused.csv`, 'utf8')).toMatch(
      /^row,column,value,reason\n3,unit,styck,must be a unit code/,
    );
    expect(await findProduct(database.em(), 'A')).toMatchObject({ name: { sv: 'Räksmörgås' } });
  });

  it('speaks JSON, and with --dry-run stores nothing', async () => {
    const path = await file('dry.ndjson', '{"articleNumber":"DRY","name":{"sv":"Torr"},"unit":"C62"}\n');
    const { code, out } = await roundtrip('products', path, '--dry-run', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      kind: 'products',
      dryRun: true,
      rows: 1,
      stored: 1,
      refused: 0,
      refusedRows: null,
    });
    expect(await findProduct(database.em(), 'DRY')).toBeUndefined();
  });

  it('makes a report where it is told, without formulas for spreadsheets', async () => {
    const report = join(folder, 'report.csv');
    const path = await file('prices.csv', 'list.code,list.currency,articleNumber,amount,unit\nBAS,SEK,"=1+1",5,C62\n');
    expect((await roundtrip('prices', path, '--report', report)).code).toBe(1);
    expect(await readFile(report, 'utf8')).toContain("2,articleNumber,'=1+1,there is no such product\n");
  });

  it('says what is wrong with a file in a sentence', async () => {
    const missing = await roundtrip('products', join(folder, 'nothing.csv'));
    expect(missing).toMatchObject({ code: 1, err: expect.stringContaining('cannot be read: ENOENT') });
    const path = await file('wrong.csv', 'articleNumber,colour\nA,red\n');
    expect(await roundtrip('products', path)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^Unknown columns: colour\./),
    });
  });

  it('exits 2 for a kind that there is not', async () => {
    expect((await roundtrip('invoices', 'x')).code).toBe(2);
  });
});
