/** Documents as they came and went, in one tar file that outlives Roundtrip: each with what is known of it, and a sum to check it by. */
import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Header } from 'tar';
import { idAt } from '../database/ids.ts';
import { readChunks } from './chunks.ts';

export const archiveKinds = ['received', 'sent', 'visits'] as const;
export type ArchiveKind = (typeof archiveKinds)[number];

/** What stands beside a document, as `<id>.json`. */
export interface ArchivedFacts {
  readonly kind: ArchiveKind;
  readonly id: string;
  readonly partner: string;
  readonly mode: string;
  readonly format: string | null;
  readonly number: string | null;
  /** The shop's number of the order that it belongs to. */
  readonly order: string | null;
  readonly state: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly contentType: string;
  /** Bytes in the archive. */
  readonly size: number;
  /** Hex, over these bytes. */
  readonly sha256: string;
}

/** The last file of an archive: an archive without it is not complete. */
export interface ArchiveSummary {
  readonly documents: number;
  /** Hex, over `sha256 id` and a line feed of each document, in their order. */
  readonly sha256: string;
}

export const SUMMARY = 'summary.json';

const BLOCK = 512;
const PAGE = 200;

const iso = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`);
const rowsOf = {
  received: sql`select document.id, partner.name as partner, document.mode, format, document.number, orders.number as order, state,
      received_at as at, content_type, sha256
    from inbound_document document left join orders on orders.id = document.order_id
      join partner on partner.id = document.partner_id`,
  sent: sql`select document.id, partner.name as partner, document.mode, format, document.number, orders.number as order, state,
      document.created_at as at, content_type, sha256
    from outbound_document document left join orders on orders.id = document.order_id
      join partner on partner.id = document.partner_id`,
  visits: sql`select document.id, partner.name as partner, session.mode, null::text as format, document.number, null::text as order,
      document.kind as state, document.created_at as at, content_type, sha256
    from session_document document join punch_out_session session on session.id = document.session_id
      join partner on partner.id = session.partner_id`,
} as const;

/**
 * The bytes of the archive, one piece of a document in memory at a time: of every document that came or was made before a moment and
 * whose text was not removed yet. Call it in a transaction of isolation `repeatable read`, so that nothing is removed meanwhile.
 */
export async function* archiveDocuments(em: EntityManager, before: Date): AsyncGenerator<Uint8Array> {
  const sum = createHash('sha256');
  let documents = 0;
  for (const kind of archiveKinds) {
    for await (const facts of factsOf(em, kind, idAt(before))) {
      const name = `${kind}/${facts.at.slice(0, 7)}/${facts.id}`;
      yield* fileOf(`${name}.json`, Buffer.from(`${JSON.stringify(facts, null, 2)}\n`));
      yield headerOf(`${name}.${facts.contentType.includes('xml') ? 'xml' : 'bin'}`, facts.size);
      yield* readChunks(em, facts.id);
      yield paddingOf(facts.size);
      sum.update(`${facts.sha256} ${facts.id}\n`);
      documents += 1;
    }
  }
  const summary: ArchiveSummary = { documents, sha256: sum.digest('hex') };
  yield* fileOf(SUMMARY, Buffer.from(`${JSON.stringify(summary)}\n`));
  // Two empty blocks end a tar file (POSIX.1, ustar).
  yield Buffer.alloc(2 * BLOCK);
}

async function* factsOf(em: EntityManager, kind: ArchiveKind, before: string): AsyncGenerator<ArchivedFacts> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await sql<ArchivedFacts>`
      select ${kind} as kind, row.id, partner, mode, format, number, "order", state,
        to_char(at at time zone 'UTC', ${iso}) as at, content_type as "contentType",
        (select sum(length(bytes))::int from document_chunk where document_id = row.id) as size, sha256
      from (${rowsOf[kind]}) row
      where row.id > ${after}::uuid and row.id < ${before}::uuid
        and exists (select from document_chunk where document_id = row.id)
      order by row.id limit ${PAGE}`.execute(em.getKysely());
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.id;
  }
}

function* fileOf(path: string, bytes: Uint8Array): Generator<Uint8Array> {
  yield headerOf(path, bytes.length);
  yield bytes;
  yield paddingOf(bytes.length);
}

function headerOf(path: string, size: number): Uint8Array {
  const block = Buffer.alloc(BLOCK);
  new Header({ path, size, mode: 0o600, mtime: new Date(0), type: 'File' }).encode(block);
  return block;
}

function paddingOf(size: number): Uint8Array {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}
