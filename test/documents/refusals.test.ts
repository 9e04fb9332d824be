import { describe, expect, it } from 'vitest';
import { timelineSentence } from '../../documents/sentences.ts';
import type { ErrorType } from '../../platform/errors.ts';

const told = (error: ErrorType, message: string, language: 'en' | 'sv'): string =>
  timelineSentence({ code: 'document.refused', facts: { error, message }, actor: 'roundtrip' }, language);

describe('why the intake refused a document', () => {
  it('is told as its sender was told in English, and in words of its own in Swedish', () => {
    const message = 'No partner of this hub has the sender of the document in its agreement.';
    expect(told('SenderMismatch', message, 'en')).toBe(`Refused: ${message}`);
    expect(told('SenderMismatch', message, 'sv')).toBe(
      'Avvisat: Ingen partner i den här hubben har dokumentets avsändare i sitt avtal.',
    );
    expect(told('Conflict', 'x', 'sv')).toBe('Avvisat: Meddelandet har kommit tidigare med annat innehåll.');
  });

  it('is told as its sender was told where there is no sentence', () => {
    expect(told('RequestInvalid', 'ItemOut has no quantity.', 'sv')).toBe('Avvisat: ItemOut has no quantity.');
  });
});
