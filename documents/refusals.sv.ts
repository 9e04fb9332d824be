import type { ErrorType } from '../platform/errors.ts';

/** Why the intake has refused a document, where a program was told it in English. The values stand in the document's error. */
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
  return refusals[error] ?? message;
}
