import { z } from 'zod';

const mailAddress = z.email().max(254);

/** One mail address, and nothing that a header could take for another one. */
export function isMailAddress(text: string): boolean {
  return mailAddress.safeParse(text).success;
}
