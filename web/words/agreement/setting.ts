/** What one setting is called, and what a person should know who fills it in. */
export interface SettingWord {
  readonly label: string;
  readonly hint?: string;
  /** Of a table: what its key is called, and what its value is. */
  readonly key?: string;
  readonly entry?: string;
}

/** By path, from any group on: `bands.*.percent` is that of every list of bands. */
export type SettingWords = Readonly<Record<string, SettingWord>>;
