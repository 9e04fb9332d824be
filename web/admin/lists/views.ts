import type { PlainKey } from '../../templates.ts';

export type Tone = 'good' | 'warn' | 'bad' | 'info';

/** What stands in a row under a column. */
export interface Cell {
  readonly text: string;
  readonly href?: string;
  /** A state: its colour and shape. */
  readonly tone?: Tone;
  /** An instant, which is shown instead of the text as how long ago it was. */
  readonly at?: string;
  /** Beside the text, less weighty. */
  readonly small?: string;
  /** A mark behind the text, such as *Test*. */
  readonly label?: string;
}

export interface Column {
  readonly text: string;
  readonly isNumber?: boolean;
  /** Present: the address of the list sorted by it. */
  readonly href?: string;
  readonly sorted?: 'ascending' | 'descending';
}

/** A table, which is a pile of cards on a narrow screen. */
export interface TableView {
  /** What it lists, for those who cannot see it. */
  readonly caption: string;
  readonly columns: readonly Column[];
  /** One cell for each column; the first one names the row. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** A filter of a list: a field of the form, and a value of its address. */
export interface FilterField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'search' | 'choice' | 'day';
  readonly hint?: string;
  /** Of a choice, without that of no choice. */
  readonly choices?: readonly Choice[];
}

export interface FiltersView {
  /** Where the form leads to. */
  readonly action: string;
  readonly fields: readonly (FilterField & { readonly value: string })[];
  /** What is chosen, each with the address without it. */
  readonly chips: readonly { readonly text: string; readonly href: string }[];
}

/** A list with its filters. */
/** What has come since a list was shown. */
export interface NewsView {
  /** Where it asks by itself. */
  readonly look: string;
  /** Empty: nothing. */
  readonly text: string;
  /** The list from its beginning. */
  readonly show: string;
}

export interface ListView {
  /** Present where what has come meanwhile is told. */
  readonly news?: NewsView;
  readonly filters: FiltersView;
  readonly table: TableView;
  /** Why nothing is listed, and what to do. */
  readonly empty: { readonly text: string; readonly advice: string };
  /** Addresses; empty where there is no such page. */
  readonly first: string;
  readonly next: string;
}

/** A state in words. */
export interface Mark {
  readonly tone: Tone;
  readonly key: PlainKey;
}
