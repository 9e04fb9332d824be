import { sql, type RawBuilder } from 'kysely';

/** A timestamptz column as ISO 8601 text in UTC with milliseconds, whatever time zone the server has. */
export function instant(column: string): RawBuilder<string> {
  return sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** JSON for a jsonb column, which takes neither NUL nor half of a surrogate pair: a text that was cut may end in one. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'string' ? item.toWellFormed().replaceAll('\0', '') : item,
  );
}

/** A copy that PostgreSQL can hold: plain data whose texts are without NUL and half characters. */
export function storable<T>(value: T): T {
  return JSON.parse(jsonText(value)) as T;
}
