import { z } from 'zod';
import { columnFields } from '../formats/csv/catalogue.columns.ts';
import type { CsvTemplate } from '../formats/csv/catalogue.write.ts';
import { columnTitles } from './columnTitles.ts';

/** How a catalogue is laid out as CSV, and which columns Excel gets (docs/catalogue.md). */
export const csvTemplateSchema = z.strictObject({
  separator: z.enum([',', ';', '\t']).default(';'),
  /** Excel takes UTF-8 for something else without. */
  byteOrderMark: z.boolean().default(true),
  decimalSign: z.enum(['.', ',']).default(','),
  /** None: every field. */
  columns: z
    .array(z.strictObject({ title: z.string().min(1).max(100), field: z.enum(columnFields) }))
    .max(100)
    .default([]),
}) satisfies z.ZodType<CsvTemplate>;

/** The layout as agreed; where nothing is said every field, named in the language, as a Swedish spreadsheet reads it. */
export function templateOf({
  table,
  language,
}: {
  readonly table?: CsvTemplate | undefined;
  readonly language: 'en' | 'sv';
}): CsvTemplate {
  const template = table ?? csvTemplateSchema.parse({});
  if (template.columns.length > 0) return template;
  return { ...template, columns: columnFields.map((field) => ({ title: columnTitles[language][field], field })) };
}
