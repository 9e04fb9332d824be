import { z } from 'zod';
import { RoundtripError } from '../../platform/errors.ts';

export const uuid = z.uuid().meta({ description: 'Id', example: '019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11' });
export const instant = z.iso.datetime().meta({ description: 'Instant in UTC', example: '2026-11-24T09:30:00.000Z' });
export const plainDate = z.iso.date().meta({ description: 'Business date', example: '2026-11-24' });
export const shortText = z.string().min(1).max(200);

/** Path with an id. */
export const byId = z.strictObject({ id: uuid });

/** Query of every list: how many, and where the page before ended. */
export const pageQuery = z.strictObject({
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a number from 1 to 200')
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= 200, 'must be a number from 1 to 200')
    .default(50)
    .meta({ override: { type: 'integer', minimum: 1, maximum: 200, default: 50 } }),
  cursor: z.string().max(500).optional().meta({ description: '`next` of the page before' }),
});

/** Query fields of a list by time. */
export const period = {
  from: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional()
    .meta({ description: 'From this instant on', override: { type: 'string', format: 'date-time' } }),
  before: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional()
    .meta({ description: 'Before this instant', override: { type: 'string', format: 'date-time' } }),
};

/** One or several of the values, separated by commas. */
export function listOf<const T extends readonly string[]>(values: T) {
  return z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(values)).min(1).max(values.length))
    .meta({ description: `One or several of ${values.join(', ')}, separated by commas`, override: { type: 'string' } });
}

/** A page of items; `next` is absent on the last one. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({
    items: z.array(item),
    next: z.string().optional().meta({ description: 'Cursor of the next page; absent on the last one' }),
  });
}

/** The sort key after which a page starts. @throws RequestInvalid for a cursor that we did not make */
export function decodeCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const key = Buffer.from(cursor, 'base64url').toString('utf8');
  if (encodeCursor(key) === cursor && !key.includes('\0')) return key;
  throw wrongCursor(cursor);
}

function wrongCursor(cursor = ''): RoundtripError {
  return new RoundtripError('RequestInvalid', 'The cursor is not one that a page of this list gave as next.', {
    details: [{ element: 'cursor', found: cursor.slice(0, 100) }],
  });
}

/** The same for lists that are sorted by id. @throws RequestInvalid */
export function decodeId(cursor: string | undefined): string | undefined {
  const key = decodeCursor(cursor);
  if (key === undefined || uuid.safeParse(key).success) return key;
  throw wrongCursor(cursor);
}

/** The same for lists that are sorted by position; 0 before the first. @throws RequestInvalid */
export function decodePosition(cursor: string | undefined): number {
  const key = decodeCursor(cursor) ?? '0';
  if (!/^\d{1,9}$/.test(key)) throw wrongCursor(cursor);
  return Number(key);
}

/** The same for lists that are sorted by a text and the id. @throws RequestInvalid */
export function decodePair(cursor: string | undefined): readonly [string, string] | undefined {
  const key = decodeCursor(cursor);
  if (key === undefined) return undefined;
  const at = key.lastIndexOf('\n');
  if (at < 0 || !uuid.safeParse(key.slice(at + 1)).success) throw wrongCursor(cursor);
  return [key.slice(0, at), key.slice(at + 1)];
}

export function encodePair(text: string, id: string): string {
  return `${text}\n${id}`;
}

export function encodeCursor(key: string): string {
  return Buffer.from(key, 'utf8').toString('base64url');
}

/** Makes a page of one row more than asked for: the further row only says that there is a next page. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => string,
  toItem: (row: Row) => Item,
): { items: Item[]; next?: string } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? { next: encodeCursor(keyOf(last)) } : {};
  return { items: shown.map(toItem), ...next };
}
