import { describe, expect, test } from 'vitest';
import { deliverySentence } from '../../documents/deliveryFaults.ts';
import { englishDelivery } from '../../documents/deliveryFaults.en.ts';
import { swedishDelivery } from '../../documents/deliveryFaults.sv.ts';
import { detailSentence, refusalSentence } from '../../documents/sentences.ts';
import { keptFailure, unreadable } from '../../documents/unreadable.ts';
import { swedishFaults } from '../../documents/xmlFaults.sv.ts';
import { XmlError } from '../../formats/xml/error.ts';
import { faultSentence, type XmlFault } from '../../formats/xml/fault.ts';
import { englishFaults } from '../../formats/xml/sentences.en.ts';
import { deliveryFaults, xmlFaults } from '../../errorCatalogue/examples/faults.ts';
import type { DeliveryFault } from '../../platform/deliveryFault.ts';
import { RoundtripError } from '../../platform/errors.ts';

const listed = <F>(faults: object): F[] => Object.entries(faults).map(([code, values]) => ({ code, ...values }) as F);

describe('what cannot be read is told in both languages', () => {
  test.each(listed<XmlFault>(xmlFaults))('$code', (fault) => {
    const english = faultSentence(englishFaults, fault);
    const swedish = faultSentence(swedishFaults, fault);
    for (const sentence of [english, swedish]) expect(sentence).toMatch(/^[A-ZÅÄÖ].*[^.]$/);
    expect(swedish).not.toBe(english);
    expect(swedish).not.toMatch(/\b(the|is|not|document)\b|undefined/i);
  });

  test('with its place, and without English from the library', () => {
    const fault = { code: 'NOT_WELL_FORMED', message: 'no whitespace between attributes' } as const;
    const because = { fault, line: 3, column: 7 };
    expect(refusalSentence(because, 'sv')).toBe('Dokumentet är inte välformad XML (rad 3, kolumn 7).');
    expect(refusalSentence(because, 'en')).toBe(
      'The document is not well-formed XML: no whitespace between attributes (line 3, column 7).',
    );
    expect(detailSentence({ line: 3, found: '<a b="1"c', expected: '</a>' }, 'sv')).toBe(
      'Här står: <a b="1"c. Här ska stå: </a>.',
    );
    expect(detailSentence({ line: 3 }, 'en')).toBe('');
  });

  test('is kept in the language of the partner; other failures as their sender was told', () => {
    const error = new XmlError(
      'encoding',
      { code: 'BYTES_WRONG', encoding: 'UTF-8' },
      { line: 1, column: 2, found: 'e5' },
    );
    expect(keptFailure(unreadable(error), 'sv')).toEqual({
      error: {
        type: 'DocumentMalformed',
        message: 'Alla byte är inte UTF-8, som dokumentet sägs vara i (rad 1, kolumn 2).',
        details: [{ line: 1, found: 'e5' }],
      },
      because: { fault: { code: 'BYTES_WRONG', encoding: 'UTF-8' }, line: 1, column: 2 },
    });
    const other = new RoundtripError('DocumentTooLarge', 'Too large.');
    expect(keptFailure(other, 'sv')).toEqual({
      error: { type: 'DocumentTooLarge', message: 'Too large.', details: [] },
    });
  });

  test('values of a fault are bounded and hold no control characters, whatever the document says', () => {
    const fault = { code: 'ENCODING_UNREAD', where: 'declaration', name: `\u0000${'å'.repeat(5_000)}` } as const;
    const told = new XmlError('encoding', fault, { line: 1, column: 1 }).fault;
    expect(JSON.stringify(told).length).toBeLessThan(400);
    expect(faultSentence(swedishFaults, told)).not.toMatch(/\p{Cc}/u);
  });
});

describe('what keeps a delivery from arriving is told in both languages', () => {
  test.each(listed<DeliveryFault>(deliveryFaults))('$code', (fault) => {
    const english = deliverySentence(englishDelivery, fault);
    const swedish = deliverySentence(swedishDelivery, fault);
    for (const sentence of [english, swedish]) expect(sentence).toMatch(/^[A-ZÅÄÖ].*\.$/);
    expect(swedish).not.toBe(english);
    expect(swedish).not.toMatch(/\b(the|is|not|receiver)\b|undefined/i);
  });
});
