/** An agreement as a file, to keep or to carry to another installation. It holds names of secrets and never a secret. */
import { z } from 'zod';
import { RoundtripError } from '../platform/errors.ts';
import type { DraftSettings } from './draft.entity.ts';
import { modes, type Mode } from './partner.entity.ts';

const FORMAT = 'roundtrip-agreement';
/** Counts changes of this file's shape; settings that a later release added have their defaults. */
const FORMAT_VERSION = 1;
const LONGEST = 2_000_000;

const agreementFile = z.object({
  format: z.literal(FORMAT),
  formatVersion: z.literal(FORMAT_VERSION),
  partner: z.string().max(500),
  mode: z.enum(modes),
  version: z.int().min(0),
  exportedAt: z.iso.datetime(),
  settings: z.record(z.string(), z.unknown()),
});
export type AgreementFile = z.output<typeof agreementFile>;

export function writeAgreementFile(
  given: { readonly partner: string; readonly mode: Mode; readonly version: number; readonly settings: DraftSettings },
  now: Date,
): string {
  const { partner, mode, version, settings } = given;
  const file: AgreementFile = {
    ...{ format: FORMAT, formatVersion: FORMAT_VERSION, partner, mode, version },
    ...{ exportedAt: now.toISOString(), settings: { ...settings } },
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** Reads a file as `writeAgreementFile` writes it; its settings may be wrong. @throws RequestInvalid */
export function readAgreementFile(text: string): AgreementFile {
  const result = agreementFile.safeParse(parsed(text));
  if (result.success) return result.data;
  throw new RoundtripError('RequestInvalid', 'This is no file of an agreement that was saved here.', {
    details: [{ expected: `JSON with "format": "${FORMAT}" and "formatVersion": ${FORMAT_VERSION}` }],
  });
}

function parsed(text: string): unknown {
  if (text.length > LONGEST) return undefined;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
