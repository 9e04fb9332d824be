import { columnTitles } from '../../../partners/columnTitles.ts';
import type { ColumnField } from '../../../formats/csv/catalogue.columns.ts';

type ColumnOptions = { readonly [F in ColumnField as `field=${F}`]: string };

/** What the columns of a table may hold, called as their headings are where nobody has named them. */
export function columnOptions(language: 'en' | 'sv'): ColumnOptions {
  const named = Object.entries(columnTitles[language]).map(([field, title]) => [`field=${field}`, title]);
  return Object.fromEntries(named) as ColumnOptions;
}
