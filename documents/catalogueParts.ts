/** Where a catalogue is split, because its receiver takes no document larger than so much. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { CatalogueItem } from '../formats/document/catalogue.ts';
import type { CatalogueSettings } from '../partners/catalogue.ts';
import { CatalogueExport, CatalogueExportPart } from './catalogueExport.entity.ts';
import { differences, refuseExport } from './catalogueExports.ts';
import { bodyOf, frameOf, type Frame, type Written } from './catalogueText.ts';
import { packSheet } from './xlsxArchive.ts';

/** Items that are looked at in one go; of an Excel file also what is packed in one go. */
const PAGE = 500;
/** Bytes of a kilobyte. */
const KILOBYTE = 1_000;
/** Bytes by which packed pieces may come to more together than alone. */
const SLACK = 1_000;
/** Articles of one Excel file: a sheet has 1,048,576 rows, and an article with prices by quantity takes several. */
const EXCEL_ARTICLES = 200_000;

/**
 * Says which articles each document holds: as many as the agreement allows, and no more bytes. Nothing is stored yet but the plan. Where one
 * article alone is larger than a document may be, the export is refused.
 */
export async function planParts(tx: EntityManager, written: Omit<Written, 'part'>): Promise<void> {
  const { run, settings } = written;
  const plan = await dividing(tx, written, limitsOf(run, settings.catalogue));
  if ('tooLarge' in plan) {
    const refusal = {
      code: 'tooLarge',
      articleNumber: plan.tooLarge,
      kilobytes: settings.catalogue.maximumKilobytes!,
    } as const;
    await refuseExport(tx, run.id, refusal);
    return;
  }
  const rows = [...plan.ends, null].map((last, i) => ({
    ...{ export: run.id, part: i + 1, last },
    outboundDocumentId: i === 0 ? run.outboundDocumentId : v7(),
  }));
  await tx.insertMany(CatalogueExportPart, rows);
  await tx.nativeUpdate(CatalogueExport, { id: run.id }, { parts: rows.length, part: 1 });
}

interface Limits {
  readonly items: number;
  readonly bytes: number;
}

function limitsOf({ format }: CatalogueExport, { maximumItems, maximumKilobytes }: CatalogueSettings): Limits {
  const most = format === 'xlsx' ? EXCEL_ARTICLES : Infinity;
  return { items: Math.min(maximumItems ?? Infinity, most), bytes: (maximumKilobytes ?? Infinity) * KILOBYTE };
}

/** The last article of each document but the last; or the one that is larger than a document may be. */
async function dividing(
  tx: EntityManager,
  written: Omit<Written, 'part'>,
  limits: Limits,
): Promise<{ readonly ends: readonly string[] } | { readonly tooLarge: string }> {
  const { run } = written;
  const ends: string[] = [];
  if (limits.items === Infinity && limits.bytes === Infinity) return { ends };
  const measure = new Measure(written, limits.bytes);
  const frame = await measure.frame();
  const most = Math.min(PAGE, limits.items);
  let [items, bytes, after] = [0, frame, ''];
  const fits = (count: number, size: number): boolean => items + count <= limits.items && bytes + size <= limits.bytes;
  for (;;) {
    const page = await nextItems(tx, run, { after, until: null, limit: most });
    // Where all of them fit, each need not be measured.
    const isWhole = page.length > 0 && fits(page.length, await measure.sizeOf(page));
    for (const piece of isWhole ? [page] : pieces(page, run)) {
      const size = await measure.sizeOf(piece);
      if (frame + size > limits.bytes) return { tooLarge: piece[0]!.sellersId };
      if (items > 0 && !fits(piece.length, size)) {
        ends.push(after);
        [items, bytes] = [0, frame];
      }
      [items, bytes, after] = [items + piece.length, bytes + size, piece.at(-1)!.sellersId];
    }
    if (page.length < most) return { ends };
  }
}

/** What goes into one document or another: an article, or of an Excel file what is packed together. */
function pieces(page: readonly CatalogueItem[], { format }: CatalogueExport): (readonly CatalogueItem[])[] {
  if (format !== 'xlsx') return page.map((item) => [item]);
  return page.length === 0 ? [] : [page];
}

/** How many bytes articles take. */
class Measure {
  readonly #written: Written;
  readonly #isWanted: boolean;
  #frame: Frame = { head: Buffer.alloc(0), end: Buffer.alloc(0) };

  constructor(written: Omit<Written, 'part'>, most: number) {
    // the longest number and name, and the words of a change, which a later part says of each article
    const part = { part: 9_999, parts: 9_999, outboundDocumentId: written.run.outboundDocumentId };
    this.#written = { ...written, part };
    this.#isWanted = most !== Infinity;
  }

  /** What stands around them; asked first. */
  async frame(): Promise<number> {
    this.#frame = await frameOf(this.#written);
    const { head, end } = this.#frame;
    return this.#sizeOf(Buffer.concat([head, end]), true) + SLACK;
  }

  async sizeOf(items: readonly CatalogueItem[]): Promise<number> {
    return this.#isWanted ? this.#sizeOf(await bodyOf(this.#written, this.#frame, items), false) : 0;
  }

  #sizeOf(bytes: Buffer, isFrame: boolean): number {
    if (this.#written.run.format !== 'xlsx') return bytes.length;
    const sofar = isFrame ? undefined : { crc: 0, size: 0, packedSize: 0 };
    return packSheet(sofar, bytes, isFrame).bytes.length;
  }
}

/** The parts of a catalogue, in order. */
export async function partsOf(em: EntityManager, exportId: string): Promise<CatalogueExportPart[]> {
  return em.find(CatalogueExportPart, { export: exportId }, { orderBy: { part: 'asc' }, disableIdentityMap: true });
}

/** The next items that go out, by article number. */
export async function nextItems(
  tx: EntityManager,
  run: CatalogueExport,
  { after, until, limit }: { readonly after: string; readonly until: string | null; readonly limit: number },
): Promise<CatalogueItem[]> {
  if (run.changesOnly) {
    return (await differences(tx, run, { after, until, limit })).map(({ was, is }) => ({
      ...(is ?? was)!,
      change: is === null ? 'delete' : was === null ? 'add' : 'update',
    }));
  }
  const { rows } = await sql<{ item: CatalogueItem }>`
    select item from catalogue_export_item where export_id = ${run.id} and item is not null and article_number > ${after}
      and (${until}::text is null or article_number <= ${until})
    order by article_number limit ${limit}`.execute(tx.getKysely());
  return rows.map(({ item }) => item);
}
