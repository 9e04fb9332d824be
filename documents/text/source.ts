import type { EntityManager } from '@mikro-orm/postgresql';
import { parseContentType } from '../../formats/mime/contentType.ts';
import { CHUNK_BYTES, readChunks } from '../chunks.ts';
import { rootPart } from '../rootPart.ts';

/** How a text is shown: as it came, or as a person reads it. */
export const textViews = ['pretty', 'received'] as const;
export type TextView = (typeof textViews)[number];

/** A stored document whose bytes are to be shown. */
export interface StoredBytes {
  readonly id: string;
  readonly contentType: string;
}

/** A text in pieces that are bytes as characters (ISO 8859-1), in which the signs of ASCII are themselves. */
export interface TextSource {
  /** Its bytes never change: what was found out of them may be kept under it. */
  readonly key: string;
  /** What decodes its lines. */
  readonly charset: string;
  readonly isXml: boolean;
  /** @param offset bytes before the first piece */
  read(offset: number): AsyncIterable<string> | Iterable<string>;
}

/** JSON that is longer is shown as it came. */
const LONGEST_JSON = 2_000_000;
const ENCODING = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/;

/** @returns undefined for bytes that are no text */
export async function openText(
  em: EntityManager,
  stored: StoredBytes,
  view: TextView,
): Promise<TextSource | undefined> {
  const head = (await readChunks(em, stored.id).next()).value ?? Buffer.alloc(0);
  const type = parseContentType(stored.contentType);
  const declared = type?.parameters.get('charset');
  if (view === 'pretty' && type?.type === 'multipart/related') {
    const root = rootOf(await wholeOf(em, stored.id), stored.contentType);
    if (root) return textOf(`${stored.id} root`, Buffer.from(root.bytes), root.charset);
  }
  if (isUtf16(head)) return textOf(`${stored.id} utf-16`, await wholeOf(em, stored.id), undefined);
  if (head.includes(0)) return undefined;
  if (view === 'pretty' && !startsXml(head)) {
    const readable = await readableText(em, stored, type?.type, head);
    if (readable !== undefined) return inMemory(`${stored.id} readable`, Buffer.from(readable), 'utf-8');
  }
  const isXml = startsXml(head);
  return {
    ...{ key: stored.id, isXml, charset: charsetOf(head, declared) },
    read: (offset) => chunksFrom(em, stored.id, offset),
  };
}

/** A form or JSON, a value a line; undefined where it is neither. */
async function readableText(
  em: EntityManager,
  { id }: StoredBytes,
  type: string | undefined,
  head: Buffer,
): Promise<string | undefined> {
  if (type === 'application/x-www-form-urlencoded') {
    const fields = new URLSearchParams((await wholeOf(em, id)).toString('latin1'));
    return [...fields].map(([name, value]) => `${name} = ${value}`).join('\n');
  }
  if (!/^\s*[[{]/.test(head.toString('latin1', 0, 200))) return undefined;
  const whole = await wholeOf(em, id);
  if (whole.length > LONGEST_JSON) return undefined;
  try {
    return JSON.stringify(JSON.parse(whole.toString('utf8')), null, 2);
  } catch {
    return undefined;
  }
}

/** The document of a multipart message; undefined where the message cannot be taken apart. */
function rootOf(body: Buffer, contentType: string) {
  try {
    return rootPart(body, contentType);
  } catch {
    return undefined;
  }
}

function textOf(key: string, bytes: Buffer, charset: string | undefined): TextSource | undefined {
  if (isUtf16(bytes)) {
    const utf16 = new TextDecoder(bytes[0] === 0xfe ? 'utf-16be' : 'utf-16le').decode(bytes);
    return inMemory(key, Buffer.from(utf16), 'utf-8');
  }
  return bytes.includes(0) ? undefined : inMemory(key, bytes, charsetOf(bytes, charset));
}

function inMemory(key: string, bytes: Buffer, charset: string): TextSource {
  return { key, charset, isXml: startsXml(bytes), read: (offset) => [bytes.toString('latin1', offset)] };
}

async function* chunksFrom(em: EntityManager, id: string, offset: number): AsyncGenerator<string> {
  const first = Math.floor(offset / CHUNK_BYTES);
  let skip = offset - first * CHUNK_BYTES;
  for await (const chunk of readChunks(em, id, first)) {
    yield chunk.toString('latin1', skip);
    skip = 0;
  }
}

async function wholeOf(em: EntityManager, id: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(em, id)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function startsXml(head: Buffer): boolean {
  return /^(?:\u00EF\u00BB\u00BF)?\s*</.test(head.toString('latin1', 0, 1_000));
}

function isUtf16(head: Buffer): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
}

/** What decodes it: as its XML declaration says, else its content type. One that nobody knows is read as UTF-8. */
function charsetOf(head: Buffer, declared: string | undefined): string {
  const named = ENCODING.exec(head.toString('latin1', 0, 200))?.[1] ?? declared ?? 'utf-8';
  try {
    return new TextDecoder(named).encoding;
  } catch {
    return 'utf-8';
  }
}
