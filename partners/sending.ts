import { z } from 'zod';

/** What happens when an address of the partner does not take what it is sent (docs/processes.md). */
export const sendingSettings = z.strictObject({
  /** So many failures in a row at an address, and what is to be sent to it waits while one document at a time tries. */
  failures: z.number().int().min(1).max(1_000).default(10),
  /** The pause between two such attempts grows up to this, or to that of the installation (DELIVERY_LONGEST_RETRY). */
  longestPauseMinutes: z
    .number()
    .positive()
    .max(24 * 60)
    .default(10),
  /** How fast what waited is sent afterwards: documents a minute. */
  perMinute: z.number().int().min(1).max(10_000).default(600),
});
export type SendingSettings = z.output<typeof sendingSettings>;
