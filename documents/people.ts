/** Where a person's data stands, and its removal when the person asks for it (GDPR, articles 15 and 17). */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { v7 } from 'uuid';
import { RoundtripError } from '../platform/errors.ts';
import { recordChange } from './audit.ts';
import { finishedDocuments, removeBytes } from './retention.ts';

/** One place where names were found. */
export interface PersonPlace {
  readonly place: string;
  readonly count: number;
  /** Of some of them: ids, or numbers where there are such. */
  readonly examples: readonly string[];
  /** `stays`: people or the law need it there; it is changed where it is kept, or goes after its time. */
  readonly fate: 'words' | 'texts' | 'stays';
}

/** Columns of one table in which people may stand. */
interface Place {
  readonly place: string;
  readonly table: string;
  readonly id: string;
  readonly texts?: readonly string[];
  readonly jsons?: readonly string[];
  readonly stays?: true;
  /** Rows to which something still happens are left alone. */
  readonly where?: string;
}

const places: readonly Place[] = [
  {
    ...{ place: 'orders', table: 'orders', id: 'number', jsons: ['header', 'reasons'] },
    texts: ['buyers_reference', 'goods_mark', 'delivery_place', 'response_note'],
  },
  { place: 'lines of orders', table: 'order_line', id: 'order_id', jsons: ['line', 'reasons'] },
  { place: 'versions of orders', table: 'order_version', id: 'order_id', jsons: ['header'] },
  { place: 'lines of versions', table: 'order_version_line', id: 'order_id', jsons: ['line'] },
  { place: 'notes about orders', table: 'order_note', id: 'order_id', texts: ['text'] },
  { place: 'messages about orders', table: 'order_message', id: 'order_id', jsons: ['content'] },
  { place: 'decisions', table: 'decision', id: 'id', jsons: ['content'], where: 'applied_at is not null' },
  {
    ...{ place: 'punch-out visits', table: 'punch_out_session', id: 'id' },
    ...{ texts: ['user_key', 'user_name', 'user_mail'], jsons: ['parameters', 'original_cart'] },
  },
  { place: 'lines of carts', table: 'session_cart_line', id: 'session_id', texts: ['note', 'reference'] },
  { place: 'carts that went back', table: 'session_document', id: 'session_id', jsons: ['form'] },
  {
    ...{ place: 'mails and webhook messages', table: 'notice', id: 'id', texts: ['recipient', 'last_error'] },
    ...{ jsons: ['content'], where: 'finished_at is not null' },
  },
  {
    ...{ place: 'requests that were turned away', table: 'refused_request', id: 'reference' },
    ...{ texts: ['claimed_user', 'message', 'body'], jsons: ['headers', 'details'] },
  },
  { place: 'received documents', table: 'inbound_document', id: 'reference', jsons: ['headers', 'error'] },
  { place: 'attempts to deliver', table: 'delivery_attempt', id: 'document_id', texts: ['error', 'answer'] },
  { place: 'timelines', table: 'timeline_entry', id: 'id', jsons: ['facts'] },
  { place: 'who did it, in timelines', table: 'timeline_entry', id: 'id', texts: ['actor'], stays: true },
  { place: 'accounts (Settings, Accounts)', table: 'account', id: 'name', texts: ['name'], stays: true },
  {
    ...{ place: 'trail of changes', table: 'audit_entry', id: 'id', stays: true },
    ...{ texts: ['actor', 'subject_name'], jsons: ['before', 'after'] },
  },
  { place: 'authors of notes', table: 'order_note', id: 'order_id', texts: ['author'], stays: true },
  { place: 'customers (Shop)', table: 'customer', id: 'number', texts: ['name'], jsons: ['contacts'], stays: true },
  {
    ...{ place: 'addresses of customers (Shop)', table: 'customer_address', id: 'customer_id', stays: true },
    ...{ texts: ['name', 'street_name', 'additional_street_name'], jsons: ['contact'] },
  },
  { place: 'partners', table: 'partner', id: 'name', texts: ['name'], stays: true },
  { place: 'agreements (Partners)', table: 'partner_agreement', id: 'partner_id', jsons: ['settings'], stays: true },
  { place: 'subscriptions (Notifications)', table: 'subscription', id: 'address', texts: ['address'], stays: true },
];

const SHORTEST = 3;
const EXAMPLES = 5;
/** What stands where a name was. */
const REMOVED = '[removed]';

/** The names as whole words, in small or capital letters, in text and in JSON as text, where a line feed is `\n`. */
function patternOf(names: readonly string[]): string {
  for (const name of names) {
    if (name.trim().length < SHORTEST || /["\\]/.test(name)) {
      const message = `“${name}” cannot be looked for: ${SHORTEST} characters are needed, without " and \\.`;
      throw new RoundtripError('RequestInvalid', message);
    }
  }
  const escaped = names.map((name) => name.trim().replace(/[^\p{L}\p{N}\s]/gu, '\\$&'));
  return `(?:(?<![[:alnum:]])|(?<=\\\\[nrt]))(?:${escaped.join('|')})(?![[:alnum:]])`;
}

/** Case and letters beyond ASCII count as Unicode says, whatever the database's own collation. */
const asText = (column: string) => sql`(${sql.ref(column)}::text collate "pg_c_utf8")`;

function matches({ texts = [], jsons = [], where = 'true' }: Place, pattern: string): RawBuilder<unknown> {
  const found = [...texts, ...jsons].map((column) => sql`${asText(column)} ~* ${pattern}`);
  return sql`(${sql.join(found, sql` or `)}) and ${sql.raw(where)}`;
}

/** @throws RequestInvalid for a name that is too short, or has a quotation mark or a backslash */
export async function findPerson(em: EntityManager, names: readonly string[]): Promise<PersonPlace[]> {
  const pattern = patternOf(names);
  const found: PersonPlace[] = [];
  for (const each of places) {
    const { rows } = await sql<{ count: number; examples: string[] | null }>`
      select count(*)::int as count, (array_agg(distinct ${sql.ref(each.id)}::text))[1:${sql.lit(EXAMPLES)}] as examples
      from ${sql.table(each.table)} where ${matches(each, pattern)}`.execute(em.getKysely());
    const { count, examples } = rows[0]!;
    if (count > 0)
      found.push({ place: each.place, count, examples: examples ?? [], fate: each.stays ? 'stays' : 'words' });
  }
  const texts = await textsWith(em, names);
  const place = 'texts of documents';
  if (texts.length > 0) {
    found.push({ place, count: texts.length, examples: texts.slice(0, EXAMPLES), fate: 'texts' });
  }
  return found;
}

/**
 * Ids of documents whose bytes have a name, in UTF-8 or Latin 1: as it is given, in small letters, in capitals, or with capital initials.
 * What is packed (Excel, attachments in base64) is not looked into.
 */
async function textsWith(em: EntityManager, names: readonly string[]): Promise<string[]> {
  const written = names.map((name) => name.trim()).flatMap((name) => [name, ...casesOf(name.toLowerCase())]);
  const needles = written.flatMap((name) => [Buffer.from(name, 'utf8'), Buffer.from(name, 'latin1')]);
  const longest = Math.max(...needles.map(({ length }) => length));
  const has = (bytes: RawBuilder<unknown>) =>
    sql`(${sql.join(
      needles.map((needle) => sql`position(${needle}::bytea in ${bytes}) > 0`),
      sql` or `,
    )})`;
  const { rows } = await sql<{ id: string }>`
    select distinct document_id as id from document_chunk chunk where ${has(sql`chunk.bytes`)}
    union
    select first.document_id from document_chunk first
      join document_chunk next on next.document_id = first.document_id and next.seq = first.seq + 1
      where ${has(sql`substring(first.bytes from length(first.bytes) - ${longest}::int) || substring(next.bytes from 1 for ${longest}::int)`)}
    order by id`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}

function casesOf(small: string): string[] {
  const initials = small.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  return [small, small.toUpperCase(), initials];
}

export interface Removal {
  readonly by: string;
  /** Texts of documents as well: orders are accounting records for years, and what is removed is gone. */
  readonly texts: boolean;
}

/**
 * Puts `[removed]` where the names stand, and removes texts of documents that have them, for good: of those to which nothing can happen any
 * more. What stays, findPerson says. The trail says that it was done, not about whom.
 * @returns what was found and changed
 * @throws RequestInvalid as findPerson does
 */
export async function removePerson(
  em: EntityManager,
  names: readonly string[],
  { by, texts }: Removal,
): Promise<PersonPlace[]> {
  const pattern = patternOf(names);
  return em.transactional(async (tx) => {
    const found = (await findPerson(tx, names)).filter(({ fate }) => fate === 'words' || (fate === 'texts' && texts));
    for (const place of places) {
      if (!place.stays && found.some((one) => one.place === place.place)) await replaceIn(tx, place, pattern);
    }
    const documents = texts ? await finishedDocuments(tx, await textsWith(tx, names)) : [];
    await removeBytes(tx, documents);
    const done = found.map((one) => (one.fate === 'texts' ? { ...one, count: documents.length } : one));
    const after = Object.fromEntries(done.map(({ place, count }) => [place, count]));
    await recordChange(tx, {
      ...{ actor: by, action: 'person.removed', after },
      subject: { kind: 'person', id: v7(), name: REMOVED },
    });
    return done;
  });
}

async function replaceIn(tx: EntityManager, place: Place, pattern: string): Promise<void> {
  const { table, texts = [], jsons = [] } = place;
  const replaced = (column: string) => sql`regexp_replace(${asText(column)}, ${pattern}, ${REMOVED}, 'gi')`;
  const changes = [
    ...texts.map((column) => sql`${sql.ref(column)} = ${replaced(column)}`),
    ...jsons.map((column) => sql`${sql.ref(column)} = ${replaced(column)}::jsonb`),
  ];
  await sql`update ${sql.table(table)} set ${sql.join(changes)} where ${matches(place, pattern)}`.execute(
    tx.getKysely(),
  );
}
