import type { ErrorType } from '../platform/errors.ts';
import { knownError } from '../platform/errors.sv.ts';

/** Why the intake has refused a document, by what another program's words (a parser's, an older release's) are about. */
const refusals: Readonly<Partial<Record<ErrorType, string>>> = {
  DocumentMalformed: 'Dokumentet går inte att läsa.',
  DocumentTooLarge: 'Dokumentet är större än avtalat.',
  DocumentUnsupported: 'Dokumentet har inget format som är avtalat.',
  SenderMismatch: 'Avsändaren är ingen som avtalet nämner, eller nämns i flera partners avtal.',
  Conflict: 'Meddelandet har kommit tidigare med annat innehåll.',
  AccessDenied: 'Det finns inget avtal för testdokument.',
};

/** @param message as its sender was told, for what has no sentence of its own */
export function refusedInSwedish(error: ErrorType, message: string): string {
  return knownError(message) ?? refusals[error] ?? message;
}
