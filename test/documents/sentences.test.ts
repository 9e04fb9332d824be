import { describe, expect, it } from 'vitest';
import {
  actorName,
  catalogues,
  languageOf,
  nextSentence,
  reasonSentence,
  timelineSentence,
  type Language,
} from '../../documents/sentences.ts';
import type { TimelineCode, TimelineFacts } from '../../documents/timeline.ts';
import { languages, Words } from '../../documents/words.ts';
import { reasonCodes, type Reason } from '../../shop/evaluation.ts';

const reason: Reason = {
  code: 'UNIT_UNKNOWN',
  line: '3',
  field: 'LineItem/Quantity/@unitCode',
  found: 'KRT',
  expected: 'EA, BX of 10',
};
const at = '2026-11-24T09:14:02.000Z';

/** Facts for every code: a code that is missing here does not compile. */
const facts: { readonly [C in TimelineCode]: TimelineFacts[C] } = {
  'document.received': { partner: 'Umeå Verkstad', number: '4711', format: 'peppol-28a-order', size: 18_432 },
  'document.repeated': { partner: 'Umeå Verkstad', reference: '7F3K-Q2WD' },
  'document.refused': { error: 'DocumentMalformed', message: 'The document ends too early.' },
  'document.read': { lines: 12, warnings: 1 },
  'document.finding': { rule: 'BII2-T01-R011', line: 88, text: 'Something is not right.' },
  'document.duplicate': { key: 'order', reference: '7F3K-Q2WD' },
  'document.tested': {},
  'customer.found': { customer: 'UMV-1001', by: 'organisation number', value: '5560001111' },
  'lines.matched': { counts: { sellersItemId: 11, gtin: 1 } },
  'prices.checked': { lines: 12, day: '2026-11-24' },
  'order.held': { reasons: 1, deadline: at },
  'order.reason': { reason },
  'order.reminder': { deadline: at },
  'order.deadlinePassed': { deadline: at },
  'order.placed': { number: 'SO-100001', status: 'New' },
  'order.status': { from: 'New', to: 'Confirmed' },
  'decision.made': { kind: 'acceptWithChanges', note: 'At our price' },
  'decision.refused': { message: 'The order was rejected meanwhile.' },
  'answer.written': { number: 'R-1', code: '30' },
  'answer.kept': { number: 'R-1' },
  'delivery.failed': { attempt: 1, error: 'Connection refused.', nextAttemptAt: at },
  'delivery.delivered': { attempt: 2, httpStatus: 202 },
  'delivery.refused': { attempt: 1, error: 'HTTP 403.' },
  'delivery.gaveUp': { attempts: 9, error: 'Connection refused.' },
  'delivery.retryAsked': {},
  'delivery.cancelled': {},
};
const codes = Object.keys(facts) as TimelineCode[];

function say(code: TimelineCode, language: Language): string {
  return timelineSentence({ code, facts: facts[code] }, language, 'Europe/Stockholm');
}

describe.each(languages)('the catalogue %s', (language) => {
  const catalogue = catalogues[language];

  it('has a sentence for each thing that can happen and each reason, and no other', () => {
    expect(Object.keys(catalogue.timeline).toSorted()).toEqual(codes.toSorted());
    expect(Object.keys(catalogue.reasons).toSorted()).toEqual([...reasonCodes].toSorted());
    expect(Object.keys(catalogue.next).toSorted()).toEqual(Object.keys(catalogues.en.next).toSorted());
  });

  it.each(codes)('says %s as a sentence, with every value filled in', (code) => {
    expect(say(code, language)).toMatch(/^[\p{Lu}\d].*[.?)"]$/u);
    expect(say(code, language)).not.toMatch(/undefined|null|NaN|\[object|Invalid Date/);
  });

  it.each(reasonCodes)('says %s with what was found, what was expected and what to do', (code) => {
    const candidates = [{ id: '1', number: '10-442', name: 'Pärm A4', by: 'GTIN' }];
    const sentence = reasonSentence({ ...reason, code, found: 'FOUND', expected: 'EXPECTED', candidates }, language);
    expect(sentence.startsWith(language === 'en' ? 'Line 3: ' : 'Rad 3: ')).toBe(true);
    expect(sentence).toMatch(/FOUND|EXPECTED/);
    if (/AMBIGUOUS/.test(code)) expect(sentence).toContain('10-442 Pärm A4');
    expect(sentence).not.toMatch(/undefined|null|\[object/);
  });
});

describe('sentences', () => {
  it('are those of the guide', () => {
    expect(reasonSentence(reason, 'en')).toBe(
      "Line 3: Unit 'KRT' is not known for the article (known: EA, BX of 10). Add a conversion, or ask the buyer to order in a known unit.",
    );
    expect(say('document.received', 'en')).toBe('Umeå Verkstad sent order 4711 (28A, 18 kB).');
    expect(say('lines.matched', 'en')).toBe('11 lines matched by our article number, 1 by GTIN.');
    expect(say('delivery.failed', 'en')).toBe(
      'Delivery failed at attempt 1: Connection refused. Next attempt 24 Nov 2026, 10:14:02.',
    );
    expect(say('answer.written', 'sv')).toBe('Svar R-1 skrivet: accepterad med ändringar (30).');
    expect(say('document.read', 'sv')).toBe('Ordern lästes: 12 rader, 1 varning.');
  });

  it('differ between the languages', () => {
    for (const code of codes) expect(say(code, 'sv'), code).not.toBe(say(code, 'en'));
    for (const code of reasonCodes) {
      expect(reasonSentence({ ...reason, code }, 'sv')).not.toBe(reasonSentence({ ...reason, code }, 'en'));
    }
  });

  it('write decimals exactly, as the language does', () => {
    const price = { ...reason, code: 'PRICE_DEVIATION', found: '12345678901234567.105', expected: '100.00' } as const;
    expect(reasonSentence(price, 'en')).toContain('Price 12,345,678,901,234,567.105, price of the day 100:');
    expect(reasonSentence(price, 'sv').replaceAll(/\s/g, ' ')).toContain(
      'Pris 12 345 678 901 234 567,105, dagspris 100:',
    );
    expect(reasonSentence({ ...price, found: '10 for 3' }, 'en')).toContain('Price 10 for 3,');
  });

  it('tell what happens next', () => {
    expect(nextSentence({ kind: 'attempt', at }, 'en')).toBe(
      'Next attempt to deliver the answer: 24 Nov 2026, 09:14:02.',
    );
    expect(nextSentence({ kind: 'decision', deadline: at }, 'en')).toContain('to be made by 24 Nov 2026');
    expect(nextSentence({ kind: 'decision' }, 'sv')).toBe('Väntar på ett beslut.');
    for (const kind of ['start', 'fetch', 'nothing'] as const) expect(nextSentence({ kind }, 'sv')).toMatch(/\.$/);
  });

  it('name the actor', () => {
    expect(actorName('partner', 'sv')).toBe('partnern');
    expect(actorName('roundtrip', 'en')).toBe('Roundtrip');
    expect(actorName('operator: Anna', 'en')).toBe('operator: Anna');
  });
});

describe('the language', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['sv', 'sv'],
    ['sv-FI, en;q=0.8', 'sv'],
    ['en;q=0.8, sv;q=0.9', 'sv'],
    ['de, sv;q=0.5', 'en'],
    ['*', 'en'],
  ])('of %j is %s', (asked, language) => expect(languageOf(asked)).toBe(language));
});

describe('sizes', () => {
  it.each([
    [0, '0 byte'],
    [999, '999 byte'],
    [1_500, '1.5 kB'],
    [18_432, '18 kB'],
    [45_000_000, '45 MB'],
  ])('%i bytes are %s', (bytes, text) => expect(new Words('en', 'UTC').size(bytes)).toBe(text));
});
