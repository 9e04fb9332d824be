/** The fields of T without `undefined` in their types. */
export type Present<T> = { [K in keyof T]: Exclude<T[K], undefined | null> };

/** A copy without the fields that are undefined or null: the API leaves out what is absent. */
export function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as Present<T>;
}
