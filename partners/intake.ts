import { z } from 'zod';
import type { Agreement } from './agreement.ts';
import { catalogueResponseFormats, type CatalogueResponseFormat } from '../formats/document/documentStatus.ts';
import type { FormatId } from '../formats/document/order.ts';
import { mailIntake } from './mailIntake.ts';

/** Formats that say how it stands with documents that we sent, where the agreement opens them. */
export const statusFormats = [
  'peppol-36a-mlr',
  'peppol-3-mlr',
  'peppol-mls',
  'cxml-status-update-request',
] as const satisfies readonly FormatId[];
export type StatusFormat = (typeof statusFormats)[number] | CatalogueResponseFormat;

export function isStatusFormat(format: FormatId | null | undefined): format is StatusFormat {
  return [...statusFormats, ...catalogueResponseFormats].some((each) => each === format);
}

/** What a partner may say of documents of ours: what the agreement opens, and answers to catalogues where it expects them. */
export function takenStatuses({ intake, catalogue }: Pick<Agreement, 'intake' | 'catalogue'>): readonly StatusFormat[] {
  return [...intake.statuses, ...(catalogue.response === 'expected' ? catalogueResponseFormats : [])];
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
  /** Documents by mail; absent: none are taken. */
  mail: mailIntake.optional(),
});

/** Which message level responses are sent to orders in UBL: technical word beside the order response, which is about business. */
export const mlrSettings = z.strictObject({
  /** Of a document that is refused for the rules that it breaks. */
  negative: z.boolean().default(false),
  /** Of every other one that can be read; the buyer has to have asked for it. */
  positive: z.boolean().default(false),
});
export type MlrSettings = z.output<typeof mlrSettings>;
