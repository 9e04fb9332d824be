import { z } from 'zod';
import { catalogueFormats } from '../formats/document/catalogue.ts';
import { csvTemplateSchema } from './csvTemplate.ts';
import { timeOfDay } from './messages.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** When catalogues go out by themselves. */
export const catalogueSchedule = z.strictObject({
  every: z.enum(['day', 'workingDay', 'week']).default('workingDay'),
  /** Of a weekly one. */
  weekday: z.enum(weekdays).default('monday'),
  /** In the shop's time zone. */
  at: timeOfDay.default('04:00'),
});
export type CatalogueSchedule = z.output<typeof catalogueSchedule>;

/** ISO weekday, 1 is Monday. */
export function weekdayNumber(weekday: CatalogueSchedule['weekday']): number {
  return weekdays.indexOf(weekday) + 1;
}

/** Places in the shop that stand in an Index or a CIF, so that buyers punch out from it. */
export const punchOutEntries = z.strictObject({
  /** One for the whole shop; one for each category; or all articles, which are then bought in the shop alone. */
  level: z.enum(['store', 'category', 'product']).default('store'),
  /** Where the setup request of such an entry goes: the partner's own address here, or that of the hub. */
  url: z.url({ protocol: /^https?$/ }),
  /** UNSPSC of the entries for shop and categories; CIF demands one. */
  classification: z
    .string()
    .regex(/^\d{8}(\d{2})?$/, 'must be 8 or 10 digits')
    .optional(),
});
export type PunchOutEntries = z.output<typeof punchOutEntries>;

/** The partner's catalogue: what it is written in, and what goes to `addresses.catalogue`. */
export const catalogueSettings = z.strictObject({
  formats: z.array(z.enum(catalogueFormats)).min(1).default(['peppol-3']),
  /** Of names and descriptions. */
  language: z.enum(['sv', 'en']).default('sv'),
  /** Everything each time, or what differs from the one before; CSV is always everything. */
  content: z.enum(['full', 'changes']).default('full'),
  /** An item that the format cannot hold: is it left out, or is nothing sent? */
  badItem: z.enum(['leaveOut', 'refuse']).default('leaveOut'),
  /** Does a person look at what has changed before it is sent? */
  approval: z.enum(['none', 'person']).default('none'),
  /** Does the partner answer catalogues of Peppol? Then its answers (catalogue responses) are taken in. */
  response: z.enum(['none', 'expected']).default('none'),
  /** Working days that it has for it, from when the catalogue has arrived, before it is pointed out that it did not answer. */
  responseWithinDays: z.number().int().min(1).max(60).default(5),
  /** Do Index and CIF go as the attachment of a cXML CatalogUploadRequest, whose answer says whether they were taken? Off: the file itself. */
  uploadRequest: z.boolean().default(false),
  /** Absent: Index and CIF hold articles alone. */
  punchOut: punchOutEntries.optional(),
  /** The receiver takes no document with more items, or more kilobytes (of 1,000 bytes): it gets several, one after the other. */
  maximumItems: z.number().int().min(1).max(1_000_000).optional(),
  maximumKilobytes: z.number().int().min(50).max(2_000_000).optional(),
  /** How CSV and Excel are laid out; absent: every field, as a Swedish spreadsheet reads it. */
  table: csvTemplateSchema.optional(),
  /** Absent: only when somebody starts one. */
  schedule: catalogueSchedule.optional(),
});
export type CatalogueSettings = z.output<typeof catalogueSettings>;
