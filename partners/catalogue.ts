import { z } from 'zod';
import { catalogueFormats } from '../formats/document/catalogue.ts';

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
});
export type CatalogueSettings = z.output<typeof catalogueSettings>;
