import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AuditEntry } from '../../../../documents/audit.entity.ts';
import { collectItems } from '../../../../documents/catalogueCollect.ts';
import { readChunks } from '../../../../documents/chunks.ts';
import { finishExport, writeItems } from '../../../../documents/catalogueWrite.ts';
import { CatalogueExport } from '../../../../documents/catalogueExport.entity.ts';
import { readExport, refuseExport } from '../../../../documents/catalogueExports.ts';
import { takeTurns } from '../../../../documents/catalogueSchedule.ts';
import { TimelineEntry } from '../../../../documents/timeline.entity.ts';
import { addTimeline, timelineRow } from '../../../../documents/timeline.ts';
import { createPartner, saveAgreement } from '../../../../partners/partners.ts';
import { shopInput } from '../../../../shop/input/shop.ts';
import { saveShopProfile } from '../../../../shop/profile.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  startBrowser,
  type TestBrowser,
} from '../../../kit/browser.ts';
import { startConsole, type Console, type ConsoleClient } from '../../../kit/console.ts';
import { rowsIn, sheetOf } from '../../../documents/xlsx.ts';
import { customers, prices, products } from '../../../shop/fixtures.ts';

let console_: Console;
let browser: TestBrowser;
let reader: ConsoleClient;
let operator: ConsoleClient;
let swede: ConsoleClient;
let partnerId = '';
let path = '';

beforeAll(async () => {
  console_ = await startConsole();
  browser = await startBrowser();
  [reader, operator] = [await console_.signIn('reader'), await console_.signIn('operator')];
  swede = await console_.signIn('operator', 'sv');
  const shop = { name: 'Butiken', organisationNumber: '5560001111', timeZone: 'Europe/Stockholm' };
  await saveShopProfile(em(), shopInput.parse(shop));
  await customers(em(), { number: 'K1' });
  await products(
    em(),
    {
      articleNumber: 'PÄRM',
      name: { sv: 'Pärm för brev' },
      classifications: [{ scheme: 'UNSPSC', code: '44122000' }],
    },
    { articleNumber: 'HÄFTE', name: { sv: 'Häfte' } },
    { articleNumber: 'SAX', name: { sv: 'Sax med handtag av återvunnen plast, åttio millimeter' } },
  );
  await prices(em(), { articleNumber: 'PÄRM', amount: '10' }, { articleNumber: 'SAX', amount: '1234.5' });
  partnerId = await createPartner(em(), { name: 'Åmåls kommun', addresses: { production: 'amal' } });
  path = `/partners/${partnerId}/catalogues`;
  return console_.api.close;
}, 60_000);
afterAll(() => browser.close());

const em = () => console_.api.database.em();

async function agree(catalogue: object): Promise<void> {
  const settings = { customers: ['K1'], punchOut: {}, catalogue };
  await saveAgreement(em(), { partnerId, mode: 'production', by: 'test', settings });
}

/** Starts one by the form. @returns its id */
async function start(fields: Record<string, string> = {}): Promise<string> {
  const begun = await operator.post(path, { mode: 'production', ...fields });
  expect(begun.status).toBe(303);
  return begun.location!.split('/').at(-1)!;
}

/** As the workflow would. */
async function goOn(id: string): Promise<string> {
  for (;;) {
    const { state } = await readExport(em(), id);
    if (state === 'collecting') await collectItems(em(), id);
    else if (state === 'writing') await writeItems(em(), id);
    else if (state === 'checking') await finishExport(em(), id, () => undefined);
    else return state;
  }
}

test('a schedule says when the next one begins, and why the last one did not', async () => {
  const other = await createPartner(em(), { name: 'Ö-kommun', addresses: { production: 'o-kommun' } });
  const catalogue = { formats: ['csv' as const], schedule: { every: 'day' as const, at: '04:00' } };
  const settings = { customers: ['K1'], punchOut: {}, catalogue };
  await saveAgreement(em(), { partnerId: other, mode: 'production', by: 'test', settings });
  const days = (count: number): Date => new Date(Date.now() + count * 86_400_000);
  await takeTurns(em(), days(2));
  await takeTurns(em(), days(4));
  const { html } = await swede.get(`/partners/${other}/catalogues`);
  expect(html).toMatch(/Nästa börjar av sig själv [^<]* 04:00/);
  expect(html).toMatch(
    /Prislista \(CSV\) skulle börja [^<]* men började inte: En katalog i detta format är redan på väg/,
  );
  expect(html).toContain('Roundtrip');
  const settingsHref = /href="\/admin([^"]*sections\/catalogue)"/.exec(html)![1]!;
  expect((await swede.get(settingsHref)).html).toContain('Varje arbetsdag');
});

describe('catalogues of a partner', () => {
  test('without an agreement the page says what is missing', async () => {
    const { html } = await operator.get(path);
    expect(html).toContain('The partner has no agreement yet');
    expect(html).not.toContain('<form class="filters"');
  });

  test('one is started, waits with what it holds, is sent, and can be downloaded; the audit trail knows it', async () => {
    await agree({ formats: ['csv'], approval: 'person' });
    expect((await reader.get(path)).html).not.toContain('Start a catalogue');
    expect((await reader.post(path)).status).toBe(403);
    const id = await start();
    const one = `${path}/${id}`;
    expect((await operator.get(one)).html).toContain('hx-trigger="every 2s"');
    const again = await swede.post(path, { mode: 'production', format: 'csv' });
    expect(again.status).toBe(422);
    expect(again.html).toContain('är redan på väg till partnern');

    expect(await goOn(id)).toBe('waiting');
    const waits = (await operator.get(one)).html;
    expect(waits).toContain('The first one in this format, with 2 articles; 1 left out. Nothing has been sent');
    expect(waits).toContain('1,234.50 SEK / pc');
    const told = await em().find(TimelineEntry, { code: 'catalogue.waiting' });
    expect(told.map(({ facts }) => facts)).toMatchObject([{ partner: 'Åmåls kommun', exportId: id, added: 2 }]);
    expect((await swede.get('/')).html).toContain('En katalog till Åmåls kommun väntar på ett beslut');
    expect((await swede.get(`${one}?show=left-out`)).html).toContain('Den har inget dagspris i avtalets valuta.');
    expect((await reader.get(one)).html).not.toContain('/decision');
    expect((await reader.post(`${one}/decision`, { send: 'yes' })).status).toBe(403);

    await operator.post(`${one}/decision`, { send: 'yes' });
    await operator.post(`${one}/decision`, { send: 'no' });
    expect((await operator.get(one)).html).toContain('somebody has decided already');
    expect(await goOn(id)).toBe('done');
    const done = (await operator.get(one)).html;
    const file = /href="\/admin(\/documents\/out\/[^"]*\/file)"/.exec(done)![1]!;
    const { html: text, headers } = await operator.get(file);
    expect(text).toContain('Pärm för brev');
    expect(headers.get('content-disposition')).toMatch(/\.csv$/);
    const { outboundDocumentId } = await readExport(em(), id);
    await em().nativeUpdate(CatalogueExport, { id }, { answerDue: new Date(), answerRemindedAt: new Date() });
    expect((await swede.get('/')).html).toContain('Åmåls kommun har inte i tid sagt om en katalog tas emot');
    expect((await swede.get(one)).html).toContain('Svar saknas sedan');
    const said = {
      format: 'peppol-3-catalogue-response',
      standing: 'refused',
      reasons: [{ text: 'Pris saknas' }],
    } as const;
    await addTimeline(em(), [timelineRow('status.received', said, { outboundDocumentId })]);
    expect((await swede.get(one)).html).toMatch(/Mottagaren säger genom Katalogsvar 3: [^<]*Pris saknas/);
    const actions = (await em().find(AuditEntry, { subjectId: partnerId }, { orderBy: { id: 'asc' } })).map(
      ({ action }) => action,
    );
    expect(actions).toEqual(['catalogue.started', 'catalogue.sent']);
  });

  test('the next one is compared with it: prices before and now, and what was taken out', async () => {
    await prices(em(), { articleNumber: 'PÄRM', amount: '11.25' }, { articleNumber: 'HÄFTE', amount: '3' });
    await products(em(), { articleNumber: 'SAX', name: { sv: 'Sax' }, status: 'withdrawn' });
    const id = await start({ format: 'csv' });
    expect(await goOn(id)).toBe('waiting');
    const { html } = await swede.get(`${path}/${id}`);
    expect(html).toContain('Sedan den förra: 1 tillagd, 1 ändrad, 1 borttagen. Inget har skickats');
    const rows = [...html.matchAll(/<tr data-row>[\s\S]*?<\/tr>/g)].map(([row]) =>
      row
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    );
    expect(rows).toEqual([
      'HÄFTE Häfte Tillagd 3,00 SEK / st',
      'PÄRM Pärm för brev Ändrad 10,00 SEK / st 11,25 SEK / st',
      'SAX Sax med handtag av återvunnen plast, åttio millimeter Borttagen 1 234,50 SEK / st',
    ]);
    await operator.post(`${path}/${id}/decision`, { send: 'no' });
    expect((await operator.get(`${path}/${id}`)).html).toContain('Nothing of it was sent.');
  });

  test('one in Excel has the columns of the agreement and is a file to keep', async () => {
    const columns = [
      { title: 'Vårt nummer', field: 'articleNumber' as const },
      { title: 'Pris', field: 'price' as const },
    ];
    await agree({ formats: ['xlsx'], table: { columns } });
    const id = await start();
    expect(await goOn(id)).toBe('done');
    const file = /href="\/admin(\/documents\/out\/[^"]*)\/file"/.exec((await operator.get(`${path}/${id}`)).html)![1]!;
    expect((await operator.get(`${file}/file`)).headers.get('content-disposition')).toMatch(/\.xlsx$/);
    expect((await swede.get(file)).html).toContain('Prislista (Excel)');
    expect((await swede.get(`${file}/text`)).status).toBe(200);
    const pieces: Buffer[] = [];
    const { outboundDocumentId } = await readExport(em(), id);
    for await (const piece of readChunks(em(), outboundDocumentId)) pieces.push(piece);
    expect(rowsIn(sheetOf(Buffer.concat(pieces)))).toEqual([
      ['Vårt nummer', 'Pris'],
      ['HÄFTE', '3'],
      ['PÄRM', '11.25'],
    ]);
  });

  test('one that is refused says why in the words of the reader', async () => {
    await agree({ formats: ['cif'], badItem: 'refuse' });
    const id = await start();
    expect(await goOn(id)).toBe('refused');
    expect((await swede.get(`${path}/${id}`)).html).toContain(
      'Artiklar som inte kan stå i katalogen: 1. Den första är HÄFTE: Den har ingen UNSPSC-kod, som CIF kräver.',
    );
    expect((await operator.get('/')).html).toContain('A catalogue for Åmåls kommun could not be written');
    const other = await start({ format: 'peppol-3' });
    const broken = [{ id: 'PEPPOL-T19-R001', path: '/Catalogue', text: 'A catalogue must have a provider.' }];
    await refuseExport(em(), other, { code: 'rules', broken });
    const { html } = await operator.get(`${path}/${other}`);
    expect(html).toContain('It breaks official rules, so nothing of it was sent');
    expect(html).toContain('/errors/PEPPOL-T19-R001');
  });

  test('of another partner there is nothing to see', async () => {
    const other = await createPartner(em(), { name: 'Annan', addresses: { production: 'annan' } });
    const [, id] = /catalogues\/([\da-f-]{36})"/.exec((await reader.get(path)).html)!;
    expect((await reader.get(`/partners/${other}/catalogues/${id}`)).status).toBe(404);
  });
});

test('in a browser: a person follows one to the decision and lets it go, on any screen', async () => {
  await agree({ formats: ['csv'], approval: 'person' });
  const visit = await console_.browserAs(browser, 'operator');
  const page = await visit.open(path);
  await expectAccessible(page);
  await keepScreenshot(page, 'list');
  await page.getByLabel('Format').selectOption('csv');
  await page.getByRole('button', { name: 'Börja' }).click();
  await page.getByText('Artiklar och priser läses.').first().waitFor();
  const id = page.url().split('/').at(-1)!;
  await collectItems(em(), id);
  await page.getByRole('button', { name: 'Skicka den' }).waitFor();
  await expectAccessible(page);
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page);
    await keepScreenshot(page, `one-${width}`);
  }
  await page.getByRole('button', { name: 'Skicka den' }).click();
  await page.getByText('Den skrivs och skickas.').waitFor();
  await goOn(id);
  await page.getByRole('link', { name: /^Leverans av/ }).waitFor();
  await page.setViewportSize({ width: 360, height: 900 });
  await visit.open(path);
  await expectNoSidewaysScroll(page);
  await keepScreenshot(page, 'list-360');
  const columns = [{ title: 'Artikel', field: 'articleNumber' }];
  await agree({ schedule: {}, table: { columns } });
  await visit.open(`/partners/${partnerId}/agreements/production/sections/catalogue`);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await keepScreenshot(page, 'settings-360');
  expect(visit.complaints).toEqual([]);
});
