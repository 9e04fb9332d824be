import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { BUYER } from '../../bench/articles.ts';
import { seedShop } from '../../bench/seed.ts';
import { exportCatalogue } from '../../documents/catalogue.ts';
import { forget } from '../../documents/catalogueCheck.ts';
import { collectItems } from '../../documents/catalogueCollect.ts';
import { numberOf, type CatalogueExport } from '../../documents/catalogueExport.entity.ts';
import { beginExport, leftOutItems, readExport } from '../../documents/catalogueExports.ts';
import { finishExport, writeItems } from '../../documents/catalogueWrite.ts';
import { catalogueOutcomes } from '../../documents/catalogueAnswers.ts';
import { findDueParts, storePart } from '../../documents/catalogueDelivery.ts';
import { partsOf } from '../../documents/catalogueParts.ts';
import { readChunks } from '../../documents/chunks.ts';
import { findOutbound } from '../../documents/outbound.ts';
import { DocumentValidator } from '../../formats/validate.ts';
import { catalogueFormats, type CatalogueFormat } from '../../formats/document/catalogue.ts';
import { templateOf } from '../../partners/csvTemplate.ts';
import { createPartner, findAgreement, saveAgreement } from '../../partners/partners.ts';
import { sheetOf } from './xlsx.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';

/** More than two pages. */
const ARTICLES = 1_100;
const now = new Date();
let database: TestDatabase;
let partnerId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  await seedShop(database.url, ARTICLES);
  const db = database.em().getKysely();
  await sql`update shop set peppol_id = '0007:5599001236'`.execute(db);
  await sql`insert into customer_identity (customer_id, kind, scheme, value)
    select id, 'peppol', '0007', '2220007773' from customer`.execute(db);
  await sql`update product set classifications = '[{"scheme": "UNSPSC", "code": "44121618"}]'
    where article_number <> 'BA-0000004'`.execute(db);
  partnerId = await createPartner(database.em(), { name: 'Köparen', addresses: { production: 'koparen' } });
  await agree({});
  return () => database.close();
});

async function agree(catalogue: object, more: object = {}): Promise<void> {
  const settings = { customers: [BUYER.customerNumber], punchOut: {}, catalogue, ...more };
  await saveAgreement(database.em(), { partnerId, mode: 'production', by: 'test', settings });
}

async function begin(format: CatalogueFormat): Promise<CatalogueExport> {
  return beginExport(database.em(), { partnerId, mode: 'production', format, by: 'Anna' }, now);
}

/** Each page by a process of its own, as if the one before had died right after it. */
async function toTheEnd(id: string): Promise<string[]> {
  const states: string[] = [];
  for (let state = 'collecting'; ;) {
    if (state === 'collecting') state = await collectItems(database.em(), id);
    else if (state === 'writing') state = await writeItems(database.em(), id);
    else if (state === 'checking') state = await finishExport(database.em(), id, () => undefined);
    else return states;
    states.push(state);
  }
}

async function rawBytes({ outboundDocumentId }: Pick<CatalogueExport, 'outboundDocumentId'>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of readChunks(database.em(), outboundDocumentId)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function bytesOf(run: Pick<CatalogueExport, 'outboundDocumentId'>): Promise<string> {
  return (await rawBytes(run)).toString();
}

async function atOnce(run: CatalogueExport): Promise<string> {
  const { settings: agreement } = await findAgreement(database.em(), partnerId, 'production');
  const asked = {
    code: 'koparen',
    agreement,
    format: run.format,
    template: templateOf({ language: 'sv' }),
    language: 'sv' as const,
  };
  const told = { onItem: () => undefined, onLeftOut: () => undefined };
  let text = '';
  for await (const piece of await exportCatalogue(database.em(), { ...asked, ...told, day: run.day }, now))
    text += piece;
  return text.replaceAll(`koparen-${run.day}`, numberOf(run));
}

test.each(catalogueFormats)('%s written page by page is what one stroke writes', async (format) => {
  const run = await begin(format);
  const states = await toTheEnd(run.id);
  expect(states).toEqual([...['collecting', 'collecting', 'writing'], ...['writing', 'writing', 'checking', 'done']]);
  expect(format === 'xlsx' ? sheetOf(await rawBytes(run)) : await bytesOf(run)).toBe(await atOnce(run));
});

test('a page that was written is not written again, and an export that is over stays as it is', async () => {
  const run = await begin('csv');
  await toTheEnd(run.id);
  const text = await bytesOf(run);
  expect(await writeItems(database.em(), run.id)).toBe('done');
  expect(await finishExport(database.em(), run.id, () => undefined)).toBe('done');
  expect(await bytesOf(run)).toBe(text);
});

test.each([0, 2])('what a process has not written itself is read once more: it ends after %i pages', async (pages) => {
  const run = await begin('peppol-1a');
  for (let i = 0; i < 3; i += 1) await collectItems(database.em(), run.id);
  for (let i = 0; i < 3; i += 1) {
    await writeItems(database.em(), run.id);
    if (i === pages) forget(run.outboundDocumentId);
  }
  let chunks = 0;
  expect(await finishExport(database.em(), run.id, () => (chunks += 1))).toBe('done');
  expect(chunks).toBeGreaterThan(1);
  const bytes = await rawBytes(run);
  const [part] = await partsOf(database.em(), run.id);
  expect(part).toMatchObject({ size: bytes.length, sha256: hash('sha256', bytes) });
});

test('what a process has written itself is not read again, and a broken rule refuses it all the same', async () => {
  const toNobody = sql`update customer_identity set scheme = '9999' where kind = 'peppol'`;
  await toNobody.execute(database.em().getKysely());
  for (const isForgotten of [false, true]) {
    const run = await begin('peppol-3');
    await collectItems(database.em(), run.id, () => true);
    expect(await writeItems(database.em(), run.id, () => true)).toBe('checking');
    if (isForgotten) forget(run.outboundDocumentId);
    let chunks = 0;
    expect(await finishExport(database.em(), run.id, () => (chunks += 1))).toBe('refused');
    expect(chunks > 0).toBe(isForgotten);
    const { refusal } = await readExport(database.em(), run.id);
    expect(refusal).toMatchObject({ code: 'rules', broken: [{ path: expect.stringContaining('ReceiverParty') }] });
  }
  await sql`update customer_identity set scheme = '0007' where kind = 'peppol'`.execute(database.em().getKysely());
});

test('an item that the format cannot hold is left out and told, or refuses the whole, as agreed', async () => {
  const run = await begin('cif');
  await toTheEnd(run.id);
  expect(await readExport(database.em(), run.id)).toMatchObject({ state: 'done', items: ARTICLES - 1, leftOut: 1 });
  const left = await leftOutItems(database.em(), run.id, { limit: 5 });
  expect(left).toMatchObject([{ articleNumber: 'BA-0000004', problem: { field: 'classification' } }]);
  await agree({ badItem: 'refuse' });
  const refused = await begin('cif');
  await toTheEnd(refused.id);
  expect(await readExport(database.em(), refused.id)).toMatchObject({
    state: 'refused',
    refusal: { code: 'leftOut', count: 1, first: { articleNumber: 'BA-0000004' } },
  });
});

test('changes alone: nothing is sent where nothing has changed', async () => {
  await agree({ content: 'changes' });
  const run = await begin('cxml-index');
  expect(run.changesOnly).toBe(true);
  await toTheEnd(run.id);
  expect(await readExport(database.em(), run.id)).toMatchObject({ state: 'unchanged', changed: 0 });
  await sql`update product set status = 'withdrawn' where article_number = 'BA-0000009'`.execute(
    database.em().getKysely(),
  );
  const next = await begin('cxml-index');
  await toTheEnd(next.id);
  const text = await bytesOf(next);
  expect(text).toContain('<Index loadmode="Incremental">');
  expect(text.match(/<IndexItem>/g)).toHaveLength(1);
  expect(text).toContain('<IndexItemDelete>');
  const list = await begin('cif');
  await toTheEnd(list.id);
  expect((await bytesOf(list)).split('\r\n').filter((row) => row.endsWith('"T"'))).toHaveLength(1);
});

const envelope = {
  kind: 'sbdh' as const,
  shop: { scheme: '0007', id: '5599001236' },
  partner: { scheme: '0007', id: '2220007773' },
};

/** The documents of a catalogue that was split. */
async function textsOf(run: CatalogueExport): Promise<string[]> {
  const parts = await partsOf(database.em(), run.id);
  return Promise.all(parts.map(async ({ outboundDocumentId }) => bytesOf({ outboundDocumentId })));
}

async function sheetsOf(parts: readonly { readonly outboundDocumentId: string }[]): Promise<string[]> {
  return Promise.all(parts.map(async (part) => sheetOf(await rawBytes(part))));
}

const articles = (text: string): string[] => text.match(/BA-\d+(?=[<";])/g) ?? [];

describe('a catalogue that its receiver takes in pieces', () => {
  test('is split by articles: every part is right in an envelope of its own, says which it is, and adds to the first', async () => {
    await agree({ maximumItems: 400 }, { envelope });
    const run = await begin('peppol-3');
    expect((await toTheEnd(run.id)).at(-1)).toBe('done');
    const texts = await textsOf(run);
    expect(texts.map((text) => text.match(/<cac:CatalogueLine>/g)?.length)).toEqual([
      400,
      400,
      (await readExport(database.em(), run.id)).items - 800,
    ]);
    expect(texts.map((text) => /<cbc:ID>([^<]*)<\/cbc:ID>/.exec(text)![1])).toEqual(
      [1, 2, 3].map((part) => `${numberOf(run)}-${part}of3`),
    );
    expect(texts.map((text) => /<cbc:Name>([^<]*)</.exec(text)![1])).toEqual(
      [1, 2, 3].map((part) => expect.stringContaining(` (${part}/3)`)),
    );
    expect(texts.map((text) => text.match(/<cbc:ActionCode[^>]*>(\w+)/)![1])).toEqual(['Replace', 'Update', 'Update']);
    const parts = await partsOf(database.em(), run.id);
    expect(texts.map((text) => /<InstanceIdentifier>([^<]*)/.exec(text)![1])).toEqual(
      parts.map(({ outboundDocumentId }) => outboundDocumentId),
    );
    for (const text of texts) {
      const validator = new DocumentValidator({ core: false });
      validator.write(Buffer.from(text));
      expect(validator.finish()).toMatchObject({ valid: true });
    }
  });

  test.each(['csv', 'cxml-index', 'xlsx'] as const)('is split by size: %s', async (format) => {
    const most = format === 'xlsx' ? 50 : 100;
    await agree({ maximumKilobytes: most, ...(format === 'xlsx' && { maximumItems: 500 }) });
    const run = await begin(format);
    expect((await toTheEnd(run.id)).at(-1)).toBe('done');
    const parts = await partsOf(database.em(), run.id);
    expect(parts.length).toBeGreaterThan(1);
    for (const { size } of parts) expect(size).toBeLessThanOrEqual(most * 1_000);
    const texts = format === 'xlsx' ? await sheetsOf(parts) : await textsOf(run);
    const said = texts.map((text) => text.match(/<Index loadmode="\w+">|<Comments[^>]*>[^<]*/g)?.join());
    expect(said.map((each) => each?.replace(/<Comments[^>]*>.* /, ''))).toEqual(
      parts.map(({ part }) =>
        format === 'cxml-index'
          ? `<Index loadmode="${part === 1 ? 'Full' : 'Incremental'}">,(${part}/${parts.length})`
          : undefined,
      ),
    );
    const found = texts.flatMap(articles);
    const { items } = await readExport(database.em(), run.id);
    expect(new Set(found).size).toBe(items);
  });

  test('goes out one after the other, and not at all behind a newer one', async () => {
    await agree({ maximumItems: 600 }, { addresses: { catalogue: { url: 'https://example.org/catalogues' } } });
    const run = await begin('csv');
    await toTheEnd(run.id);
    const em = () => database.em();
    const stored = async () => (await catalogueOutcomes(em(), [run.id])).get(run.id)!.documents;
    expect(await stored()).toHaveLength(1);
    const due = async () => (await findDueParts(em())).filter(({ exportId }) => exportId === run.id);
    expect(await due()).toEqual([]);
    await sql`update outbound_document set state = 'delivered' where id = ${run.outboundDocumentId}`.execute(
      em().getKysely(),
    );
    expect(await due()).toEqual([{ exportId: run.id, part: 2 }]);
    const both = await Promise.all((await due()).flatMap((part) => [storePart(em(), part), storePart(em(), part)]));
    expect(both.filter(Boolean)).toMatchObject([{ format: 'catalogue-csv', partnerId }]);
    expect(await stored()).toHaveLength(2);
    expect((await findOutbound(em(), (await stored())[1]!))?.number).toBe(`${numberOf(run)}-2of2`);

    const older = await begin('csv');
    await toTheEnd(older.id);
    await toTheEnd((await begin('csv')).id);
    await sql`update outbound_document set state = 'delivered' where id = ${older.outboundDocumentId}`.execute(
      em().getKysely(),
    );
    expect((await findDueParts(em())).filter(({ exportId }) => exportId === older.id)).toEqual([]);
  });

  test('is refused where one article alone is larger than a document may be', async () => {
    await agree({ maximumKilobytes: 50 });
    await sql`update product set description = jsonb_build_object('sv', repeat('å', 30000)) where article_number = 'BA-0000005'`.execute(
      database.em().getKysely(),
    );
    const run = await begin('csv');
    expect((await toTheEnd(run.id)).at(-1)).toBe('refused');
    const { refusal } = await readExport(database.em(), run.id);
    expect(refusal).toEqual({ code: 'tooLarge', articleNumber: 'BA-0000005', kilobytes: 50 });
  });
});
