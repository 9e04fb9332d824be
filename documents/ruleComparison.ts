import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Bis3Release } from '../formats/ubl/rules/releases.ts';
import { DocumentValidator, type ValidationResult } from '../formats/validate.ts';
import { readChunks } from './chunks.ts';

/** Documents of Peppol BIS 3 have names of formats that begin so: the others have one release of rules. */
const BIS3 = 'peppol-3-';
const PAGE = 200;

export interface ComparedDocuments {
  /** All of them where absent. */
  readonly partnerId?: string | undefined;
  /** Received or written since then. */
  readonly since: Date;
  readonly from: Bis3Release;
  readonly to: Bis3Release;
}

/** What two releases of the rules say of one stored document. */
export interface ComparedDocument {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly format: string;
  /** The document's own number; null where it could not be read. */
  readonly number: string | null;
  readonly at: Date;
  /** Is it valid by `from`, by `to`? */
  readonly valid: { readonly from: boolean; readonly to: boolean };
  /** Ids of rules that only one of the two finds broken, each once. */
  readonly only: { readonly from: readonly string[]; readonly to: readonly string[] };
}

type Row = Pick<ComparedDocument, 'id' | 'direction' | 'format' | 'number' | 'at'>;

/** Judges every stored document of BIS 3, received and written, by both releases; oldest first, one in memory at a time. */
export async function* compareReleases(em: EntityManager, asked: ComparedDocuments): AsyncGenerator<ComparedDocument> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const page = await pageOf(em, asked, after);
    for (const row of page) yield await compare(em, row, asked);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.id;
  }
}

/** Ids are ordered by time (uuid v7). */
async function pageOf(em: EntityManager, { partnerId, since }: ComparedDocuments, after: string): Promise<Row[]> {
  const partner = partnerId ?? null;
  const { rows } = await sql<Row>`
    select id, 'in' as direction, format, number, received_at as at from inbound_document
    where id > ${after} and complete and format like ${`${BIS3}%`} and received_at >= ${since}
      and (${partner}::uuid is null or partner_id = ${partner})
    union all
    select id, 'out', format, number, created_at from outbound_document
    where id > ${after} and format like ${`${BIS3}%`} and created_at >= ${since}
      and (${partner}::uuid is null or partner_id = ${partner})
    order by id limit ${PAGE}`.execute(em.getKysely());
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

async function compare(em: EntityManager, row: Row, { from, to }: ComparedDocuments): Promise<ComparedDocument> {
  const earlier = new DocumentValidator({ core: false, bis3: from });
  const later = new DocumentValidator({ core: false, bis3: to });
  for await (const chunk of readChunks(em, row.id)) {
    earlier.write(chunk);
    later.write(chunk);
  }
  const before = earlier.finish();
  const after = later.finish();
  return {
    ...row,
    valid: { from: before.valid, to: after.valid },
    only: { from: onlyIn(before, after), to: onlyIn(after, before) },
  };
}

function onlyIn(one: ValidationResult, other: ValidationResult): string[] {
  const found = new Set(other.findings.map(({ id }) => id));
  return [...new Set(one.findings.map(({ id }) => id))].filter((id) => !found.has(id)).toSorted();
}
