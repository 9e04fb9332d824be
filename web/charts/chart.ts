/** A chart as a page shows it: pictures, key to the colours, and the figures as a table. */
export interface Chart {
  readonly title: string;
  /** What it shows in one sentence; also the text alternative of its pictures. */
  readonly says: string;
  /** None where there is nothing to draw; several of the same kind beside each other have captions. */
  readonly pictures: readonly { readonly svg: string; readonly caption?: string }[];
  readonly key: readonly ChartKey[];
  readonly table: ChartTable;
}

export interface ChartKey {
  readonly colour: Colour;
  readonly name: string;
}

/** The figures behind it. */
export interface ChartTable {
  readonly columns: readonly string[];
  /** `texts` as a page shows them, in its language; `values` for programs: ISO 8601 instants, numbers with a decimal point. */
  readonly rows: readonly { readonly texts: readonly string[]; readonly values: readonly string[] }[];
}

/** Colours of assets/charts.css that colour-blind people tell apart, in light and dark. */
export const colours = ['blue', 'sky', 'orange', 'red', 'green', 'purple', 'grey'] as const;
export type Colour = (typeof colours)[number];

/** One kind of what is counted. */
export interface Series extends ChartKey {
  /** By step. */
  readonly counts: readonly number[];
}

/** What stands below a step; most steps of a long time have no label. */
export interface Step {
  readonly label: string;
  readonly shown: boolean;
}

export function paint(colour: Colour): string {
  return `var(--chart-${colour})`;
}
