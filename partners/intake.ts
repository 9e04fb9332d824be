import { z } from 'zod';
import type { FormatId } from '../formats/document/order.ts';

/** Formats that say how it stands with documents that we sent. */
export const statusFormats = [
  'peppol-36a-mlr',
  'peppol-3-mlr',
  'peppol-mls',
  'cxml-status-update-request',
] as const satisfies readonly FormatId[];
export type StatusFormat = (typeof statusFormats)[number];

export function isStatusFormat(format: FormatId | null | undefined): format is StatusFormat {
  return statusFormats.some((each) => each === format);
}

/** What comes in beside orders, and what becomes of documents that nobody has agreed on. */
export const intakeSettings = z.strictObject({
  /** Documents about documents of ours that may come in. */
  statuses: z.array(z.enum(statusFormats)).default([]),
  /**
   * What the sender of a document is told that is not agreed, or that no partner of a hub has sent: the refusal, or a receipt since it is
   * kept and may be run again. Of a hub it is the hub's own setting.
   */
  quarantine: z.enum(['refuse', 'receipt']).default('refuse'),
});
