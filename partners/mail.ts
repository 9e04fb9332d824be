import { z } from 'zod';
import { languages } from '../documents/words.ts';

/**
 * Mail to customers whose orders come in a process without answers (SveOrder 2.0, 3A, order only): what would be an order response or a
 * despatch advice elsewhere is told by mail (docs/notifications.md).
 */
export const mailSettings = z.strictObject({
  /** `whenClean`: at once when nothing waits, and after a decision. `afterPerson`: after a decision. */
  confirmations: z.enum(['never', 'whenClean', 'afterPerson']).default('never'),
  deliveries: z.boolean().default(false),
  /** Absent: the buyer's contact in the order, else the customer's first contact with a mail address. In test nothing is sent without it. */
  to: z.email().max(254).optional(),
  language: z.enum(languages).default('sv'),
});
export type MailSettings = z.output<typeof mailSettings>;
