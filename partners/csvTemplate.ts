import { z } from 'zod';
import { csvFields, type CsvTemplate } from '../formats/csv/catalogue.write.ts';

/** How a catalogue is laid out as CSV (docs/catalogue.md). */
export const csvTemplateSchema = z.strictObject({
  separator: z.enum([',', ';', '\t']).default(';'),
  /** Excel takes UTF-8 for something else without. */
  byteOrderMark: z.boolean().default(true),
  decimalSign: z.enum(['.', ',']).default(','),
  columns: z
    .array(z.strictObject({ title: z.string().min(1).max(100), field: z.enum(csvFields) }))
    .min(1)
    .max(100),
}) satisfies z.ZodType<CsvTemplate>;

/** Every field under its own name, as a Swedish spreadsheet reads it. */
export const wholeTemplate: CsvTemplate = csvTemplateSchema.parse({
  columns: csvFields.map((field) => ({ title: field, field })),
});
