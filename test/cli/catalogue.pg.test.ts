import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkCxml } from '../../formats/cxml/document.check.ts';
import { createPartner, saveAgreement } from '../../partners/partners.ts';
import { shopInput } from '../../shop/input/shop.ts';
import { saveShopProfile } from '../../shop/profile.ts';
import { rowsIn, sheetOf } from '../documents/xlsx.ts';
import { validate } from '../formats/ubl/rules/kit/findings.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { customers, prices, products } from '../shop/fixtures.ts';

let database: TestDatabase;
let folder: string;

const product = (articleNumber: string, rest: object = {}): object => ({
  articleNumber,
  name: { sv: `Vara ${articleNumber}` },
  category: 'Kontor',
  classifications: [{ scheme: 'UNSPSC', code: '44121706' }],
  vat: [{ country: 'SE', category: 'S', rate: '25' }],
  leadTimeDays: 2,
  ...rest,
});

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'roundtrip-catalogue-'));
  const em = database.em();
  await saveShopProfile(
    em,
    shopInput.parse({
      name: 'Järnbutiken AB',
      organisationNumber: '5599001236',
      peppolId: '0007:5599001236',
      duns: '123456789',
      address: { cityName: 'Umeå', country: 'SE' },
      contacts: [],
      timeZone: 'Europe/Stockholm',
      workingDays: [1, 2, 3, 4, 5],
    }),
  );
  await customers(
    em,
    { number: 'K-1', name: 'Ånge kommun', peppolId: '0007:2220007773', group: 'Kommuner' },
    { number: 'K-2', name: 'Utan Peppol' },
  );
  await products(
    em,
    product('P-1', {
      name: { sv: 'Blyertspenna Ö', en: 'Pencil' },
      gtins: ['9520000000011'],
      units: [{ unit: 'BX', factor: '10' }],
    }),
    product('P-2', { name: { sv: '=Suddgummi' }, classifications: [] }),
    product('P-3', { name: { sv: 'Utan pris' } }),
    product('P-4', { category: 'Verktyg' }),
    product('P-5', { status: 'withdrawn' }),
    product('R-1', { unit: 'PK' }),
    ...Array.from({ length: 1_200 }, (_, i) => product(`Q-${String(i).padStart(4, '0')}`)),
  );
  await prices(
    em,
    { articleNumber: 'P-1', amount: '9.50' },
    { articleNumber: 'P-1', amount: '80', unit: 'BX', minimumQuantity: '1' },
    { list: { code: 'AVTAL', currency: 'SEK', kind: 'group', group: 'Kommuner' }, articleNumber: 'P-1', amount: '9' },
    { articleNumber: 'R-1', amount: '7', unit: 'PK' },
    ...['P-2', 'P-4', 'P-5'].map((articleNumber) => ({ articleNumber, amount: '5' })),
    ...Array.from({ length: 1_200 }, (_, i) => ({
      articleNumber: `Q-${String(i).padStart(4, '0')}`,
      amount: `${i + 1}`,
    })),
  );
  const partnerId = await createPartner(em, { name: 'Ånge kommun', addresses: { production: 'ange' } });
  const punchOut = { assortment: { categories: ['Kontor'] } };
  await saveAgreement(em, { partnerId, mode: 'production', by: 'test', settings: { customers: ['K-1'], punchOut } });
  const silent = await createPartner(em, { name: 'Utan Peppol', addresses: { production: 'tyst' } });
  await saveAgreement(em, {
    partnerId: silent,
    mode: 'production',
    by: 'test',
    settings: { customers: ['K-2'], punchOut },
  });
  const closed = await createPartner(em, { name: 'Utan', addresses: { production: 'utan' } });
  await saveAgreement(em, { partnerId: closed, mode: 'production', by: 'test', settings: { customers: ['K-1'] } });
  return async () => {
    await database.close();
    await rm(folder, { recursive: true });
  };
});

function catalogue(...parameters: string[]): Promise<{ code: number; out: string; err: string }> {
  const main = new URL('../../cli/main.ts', import.meta.url).pathname;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [main, 'catalogue', ...parameters],
      { env: { ...process.env, DATABASE_URL: database.url } },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

const asked = (format: string, out: string, ...more: string[]): string[] => [
  ...['--partner', 'ange', '--format', format, '--out', join(folder, out), '--day', '2026-11-25'],
  ...more,
];
const written = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

describe('roundtrip catalogue', () => {
  it.each([
    ['peppol-3', 'XPK'],
    ['peppol-1a', 'PK'],
  ])('writes the assortment at the customer’s prices as %s', async (format, pack) => {
    const { code, out } = await catalogue(...asked(format, `${format}.xml`));
    expect(out).toContain(`${format}: 1203 items written`);
    expect(out).toContain('1 left out');
    expect(code).toBe(1);
    const text = await written(`${format}.xml`);
    expect(validate(Buffer.from(text)).findings.filter(({ severity }) => severity === 'fatal')).toEqual([]);
    expect(text).toContain(`<cbc:OrderableUnit>${pack}</cbc:OrderableUnit>`);
    const ids = [...text.matchAll(/<cac:CatalogueLine>\s*<cbc:ID>([^<]+)</g)].map(([, id]) => id);
    expect(ids.slice(0, 3)).toEqual(['P-1', 'P-2', 'Q-0000']);
    expect(new Set(ids).size).toBe(1_203);
    expect(text).toContain('<cbc:PriceAmount currencyID="SEK">9</cbc:PriceAmount>');
    expect(text).toContain('Blyertspenna Ö');
    expect(await written(`${format}.xml.leftout.csv`)).toBe(
      'articleNumber,field,found,expected\nP-3,price,,a price of the day in the currency of the agreement\n',
    );
  });

  it('writes an Index that is valid by its DTD', async () => {
    const { out } = await catalogue(...asked('cxml-index', 'index.xml', '--json', '--language', 'en'));
    expect(JSON.parse(out)).toMatchObject({ format: 'cxml-index', items: 1_203, leftOut: 1 });
    const text = await written('index.xml');
    expect(checkCxml(Buffer.from(text)).findings).toEqual([]);
    expect(text).toContain('<SupplierID domain="DUNS">123456789</SupplierID>');
    expect(text).toContain('Pencil');
  });

  it('leaves out of a CIF what has no UNSPSC, and says so', async () => {
    await catalogue(...asked('cif', 'full.cif'));
    expect((await written('full.cif')).split('\r\n').filter((row) => row.startsWith('"123456789"'))).toHaveLength(
      1_202,
    );
    expect(await written('full.cif.leftout.csv')).toContain('P-2,classification,,a code of UNSPSC\n');
  });

  it('lays out a CSV by a template, without formulas', async () => {
    const template = join(folder, 'template.json');
    const columns = [
      { title: 'Artikelnummer', field: 'articleNumber' },
      { title: 'Benämning', field: 'name' },
      { title: 'Från antal', field: 'quantityFrom' },
      { title: 'Pris', field: 'price' },
    ];
    await writeFile(template, JSON.stringify({ columns }));
    await catalogue(...asked('csv', 'lista.csv', '--template', template));
    const rows = (await written('lista.csv')).split('\r\n');
    expect(rows.slice(0, 3)).toEqual([
      '\uFEFFArtikelnummer;Benämning;Från antal;Pris',
      'P-1;Blyertspenna Ö;0;9',
      "P-2;'=Suddgummi;0;5",
    ]);
  });

  it('writes an Excel file that opens: numbers as numbers, texts as texts, nothing where nothing is', async () => {
    const { out } = await catalogue(...asked('xlsx', 'lista.xlsx'));
    expect(out).toContain('xlsx: 1203 items written');
    const sheet = sheetOf(await readFile(join(folder, 'lista.xlsx')));
    const [titles, ...rows] = rowsIn(sheet);
    const [first, second] = rows.map((row) => Object.fromEntries(titles!.map((title, i) => [title, row[i]])));
    expect(first).toMatchObject({ Artikelnummer: 'P-1', Benämning: 'Blyertspenna Ö', GTIN: '09520000000011' });
    expect(first).toMatchObject({ 'Pris per enhet': '9', 'Moms, procent': '25', Märkningar: '' });
    expect(second).toMatchObject({ Benämning: '=Suddgummi', UNSPSC: '' });
    expect(sheet).toContain('<c><v>9</v></c>');
    expect(sheet).not.toMatch(/<t[^>]*><\/t>|<f>/);
    expect(rows).toHaveLength(1_203);
  });

  it('writes nothing that breaks an official rule: a buyer without a Peppol participant id', async () => {
    const { code, err } = await catalogue(...asked('peppol-3', 'broken.xml'), '--partner', 'tyst');
    expect(code).toBe(1);
    expect(err).toMatch(
      /breaks official rules and was not written.\nPEPPOL-T19-B\d+ at \/Catalogue\/ReceiverParty.*EndpointID/s,
    );
    expect(existsSync(join(folder, 'broken.xml'))).toBe(false);
  });

  it('writes nothing with --strict when an item would be left out, and keeps the file that was there', async () => {
    await writeFile(join(folder, 'kept.csv'), 'from yesterday');
    const { code, err } = await catalogue(...asked('csv', 'kept.csv', '--strict'));
    expect(code).toBe(1);
    expect(err).toContain('P-3 cannot stand in the catalogue: price is ""');
    expect(await written('kept.csv')).toBe('from yesterday');
    expect(existsSync(join(folder, 'kept.csv.unfinished'))).toBe(false);
  });

  it.each([
    ['an unknown partner', ['--partner', 'okänd'], 1, 'No partner with an agreement has the address okänd.'],
    ['a partner without PunchOut', ['--partner', 'utan'], 1, 'The agreement with this partner opens no PunchOut.'],
    ['a day that is none', ['--day', '2026-02-30'], 2, 'a day such as 2026-11-25 is expected'],
    ['a template that is not there', ['--template', '/ingen/mall.json'], 2, 'cannot be read as JSON'],
    ['a folder that is not there', ['--out', '/ingen/katalog.csv'], 1, 'cannot be written: ENOENT'],
  ])('tells %s', async (_, parameters, code, text) => {
    const answer = await catalogue(...asked('csv', 'none.csv'), ...parameters);
    expect(answer.err).toContain(text);
    expect(answer.code).toBe(code);
    expect(existsSync(join(folder, 'none.csv'))).toBe(false);
  });
});
