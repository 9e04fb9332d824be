import type { z } from 'zod';

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

/** What an endpoint may answer under a schema; nobody changes it any more. */
export type Shown<Schema extends z.ZodType> = DeepReadonly<z.input<Schema>>;

type Absentable<T> = {
  [K in keyof T]-?: null extends T[K] ? K : undefined extends T[K] ? K : never;
}[keyof T];

/** T with fields that may be left out where T has ones that may be null or undefined. */
export type Present<T> = { [K in Exclude<keyof T, Absentable<T>>]: T[K] } & {
  [K in Absentable<T>]?: Exclude<T[K], null | undefined>;
};

/** A copy without the fields that are undefined or null: the API leaves out what is absent. */
export function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as Present<T>;
}
