import { describe, expect, it } from 'vitest';
import {
  actorName,
  answerWords,
  buyersSentence,
  catalogues,
  languageOf,
  nextSentence,
  orderNote,
  reasonSentence,
  timelineSentence,
  type Language,
} from '../../documents/sentences.ts';
import type { RefusalCause, TimelineCode } from '../../documents/timeline.ts';
import { languages, Words } from '../../documents/words.ts';
import type { LineDecision } from '../../shop/decision.ts';
import { reasonCodes, type PriceCause, type ReasonCode } from '../../shop/evaluation.ts';
import { reasonOf } from '../../errorCatalogue/examples/reasons.ts';
import { at, facts } from './timelineExamples.ts';

const codes = Object.keys(facts) as TimelineCode[];

function say(code: TimelineCode, language: Language): string {
  return timelineSentence({ code, facts: facts[code], actor: 'Anna' }, language, 'Europe/Stockholm');
}

describe.each(languages)('the catalogue %s', (language) => {
  const catalogue = catalogues[language];

  it('has a sentence for each thing that can happen and each reason, and no other', () => {
    expect(Object.keys(catalogue.timeline).toSorted()).toEqual(codes.toSorted());
    expect(Object.keys(catalogue.reasons.of).toSorted()).toEqual([...reasonCodes].toSorted());
    expect(Object.keys(catalogue.next).toSorted()).toEqual(Object.keys(catalogues.en.next).toSorted());
  });

  it.each(codes)('says %s as a sentence, with every value filled in', (code) => {
    expect(say(code, language)).toMatch(/^[\p{Lu}\d].*[.?)"]$/u);
    expect(say(code, language)).not.toMatch(/undefined|null|NaN|\[object|Invalid Date/);
  });

  it.each(reasonCodes)(
    'says %s with the line, what is wrong and what to do, and to the buyer what is wrong',
    (code) => {
      const sentence = reasonSentence(reasonOf(code), language);
      const note = buyersSentence(reasonOf(code), language);
      for (const text of [sentence, note]) {
        expect(text).toMatch(/[.)]$/);
        expect(text).not.toMatch(/undefined|null|\[object|NaN/);
        expect(text).toMatch(language === 'en' ? /^Line 3: \p{Ll}/u : /^Rad 3: \p{Ll}/u);
      }
      expect(sentence).toMatch(/[.)] \p{Lu}/u);
      if (/AMBIGUOUS/.test(code)) expect(sentence).toContain('10-442 Pärm A4');
      expect(note).not.toContain('10-442 Pärm A4.');
    },
  );
});

const inEnglish = (code: ReasonCode, facts: object = {}): string => reasonSentence(reasonOf(code, facts), 'en');
const inSwedish = (code: ReasonCode, facts: object = {}): string =>
  reasonSentence(reasonOf(code, facts), 'sv').replaceAll(/\s/g, ' ');

describe('reasons', () => {
  it('name prices with currency, deviation and what the agreement allows', () => {
    expect(inEnglish('PRICE_DEVIATION')).toBe(
      'Line 3: price 9.90 SEK, price of the day 10.30 SEK, 3.9 % below; the agreement allows 0 %. Accept it, change it, or reject the line.',
    );
    expect(inSwedish('PRICE_DEVIATION')).toBe(
      'Rad 3: pris 9,90 SEK, dagspris 10,30 SEK, 3,9 % under; avtalet tillåter 0 %. Acceptera det, ändra det, eller avvisa raden.',
    );
    const wide = { per: '100 EA', deviationPercent: '5.0', tolerancePercent: '2', toleranceAmount: '0.5' };
    expect(inEnglish('PRICE_DEVIATION', wide)).toContain(
      'price 9.90 SEK for 100 EA, price of the day 10.30 SEK, 5.0 % above; the agreement allows 2 %, and at most 0.50 SEK per EA.',
    );
    expect(inEnglish('PRICE_DEVIATION', { deviationPercent: undefined })).toContain(
      'price of the day 10.30 SEK; the agreement',
    );
    expect(inEnglish('PRICE_DEVIATION', { tolerancePercent: undefined, toleranceSum: '50' })).toContain(
      'the agreement allows at most 50.00 SEK for the line.',
    );
    expect(inSwedish('PRICE_DEVIATION', { tolerancePercent: undefined })).toContain('avtalet tillåter 0 %.');
    expect(inEnglish('ORDER_SUM_DEVIATION')).toContain(
      'the lines come to 105.00 SEK, at our prices to 100.00 SEK, 5.0 % above; the agreement allows at most 2.00 SEK.',
    );
    expect(inEnglish('AMOUNT_DEVIATION')).toContain('line amount 12.50 SEK, but quantity and price make 13.00 SEK.');
    expect(inEnglish('PRICE_MISSING')).toContain('the price of the day is 10.30 SEK per EA.');
    expect(inSwedish('PRICE_OF_THE_DAY_MISSING')).toContain(
      'artikel 10-442 har inget pris i SEK för den här kunden den 24 nov. 2026.',
    );
  });

  it.each<[PriceCause, string, string]>([
    [{ kind: 'unit', unit: 'BX' }, 'our price of one BX', 'vårt pris för en BX'],
    [{ kind: 'factor', factor: '100', divided: false }, '100 times our price', '100 gånger vårt pris'],
    [{ kind: 'factor', factor: '10', divided: true }, 'our price divided by 10', 'vårt pris delat med 10'],
    [{ kind: 'vat', percent: '25', included: true }, 'our price with 25 % VAT', 'vårt pris med 25 % moms'],
    [{ kind: 'vat', percent: '6', included: false }, 'our price without 6 % VAT', 'vårt pris utan 6 % moms'],
    [
      { kind: 'discount', amount: '2.5' },
      'our price before the discount of 2.50 SEK',
      'vårt pris före rabatten på 2,50 SEK',
    ],
    [
      { kind: 'earlierPrice', until: '2026-10-31' },
      'our price until 31 Oct 2026',
      'vårt pris till och med 31 okt. 2026',
    ],
    [{ kind: 'quantityBreak', quantity: '100', unit: 'EA' }, 'our price from 100 EA on', 'vårt pris från 100 EA'],
    [{ kind: 'listPrice', list: 'BAS' }, 'the price of list BAS', 'priset i prislistan BAS'],
  ])('say what a price may come from: %j', (cause, en, sv) => {
    const facts = { causes: [cause] };
    expect(inEnglish('PRICE_DEVIATION', facts)).toContain(`the agreement allows 0 %. It looks like ${en}. Accept it`);
    expect(inSwedish('PRICE_DEVIATION', facts)).toContain(`avtalet tillåter 0 %. Det ser ut som ${sv}. Acceptera`);
    expect(buyersSentence(reasonOf('PRICE_DEVIATION', facts), 'en')).toBe(
      `Line 3: price 9.90 SEK, our price 10.30 SEK. It looks like ${en}.`,
    );
  });

  it('write decimals exactly, as the language does, and leave alone what is none', () => {
    const price = { asked: '12345678901234567.105', ours: '100' };
    expect(inEnglish('PRICE_DEVIATION', price)).toContain('price 12,345,678,901,234,567.105 SEK');
    expect(inSwedish('PRICE_DEVIATION', price)).toContain('pris 12 345 678 901 234 567,105 SEK, dagspris 100,00 SEK');
    expect(inEnglish('PRICE_DEVIATION', { asked: '12,5' })).toContain('price 12,5 SEK');
  });

  it('name identities, items, limits and charges in words', () => {
    expect(inEnglish('CUSTOMER_UNKNOWN')).toBe(
      'Line 3: no customer that the partner may order for is known by organisation number 556000-1111, VAT number SE556000111101. Add the identity to the customer and run the checks again, or name the customer.',
    );
    expect(inSwedish('SELLER_MISMATCH')).toContain('organisationsnummer 556000-1111, momsnummer SE556000111101');
    expect(inEnglish('CUSTOMER_UNKNOWN', { identities: [] })).toContain('the order names its buyer by no identity.');
    expect(inEnglish('PRODUCT_UNKNOWN')).toContain(
      `no article is known by our article number 10-999, the buyer's article number 77, GTIN 07350001234566 ("Pärm A4").`,
    );
    expect(inEnglish('PRODUCT_UNKNOWN', { item: { name: 'Skruv' } })).toContain('the item ("Skruv") has no number');
    expect(inSwedish('QUANTITY_NOT_ALLOWED')).toContain('den måste vara en multipel av 5 EA.');
    expect(inEnglish('ALLOWANCE_CHARGE_PRESENT')).toContain('the order has a charge of 50.00 SEK (Frakt).');
    expect(inEnglish('UNIT_UNKNOWN')).toBe(
      "Line 3: unit 'KRT' is not known for article 10-442 (known: EA, BX (= 10 EA)). Add a conversion and run the checks again, or ask the buyer to order in a known unit.",
    );
  });

  it('tell the buyer what differs, and nothing that is for the administrator to do', () => {
    expect(buyersSentence(reasonOf('PRICE_DEVIATION'), 'en')).toBe('Line 3: price 9.90 SEK, our price 10.30 SEK.');
    const { lineNote } = answerWords('sv');
    expect(lineNote([reasonOf('PRICE_DEVIATION'), reasonOf('PRODUCT_UNKNOWN')])).toBe(
      'Pris 9,90 SEK, vårt pris 10,30 SEK. Vi har ingen artikel med vårt artikelnummer 10-999, ert artikelnummer 77, GTIN 07350001234566 ("Pärm A4").',
    );
    expect(lineNote([])).toBe('Raden accepteras inte; kontakta oss gärna om den.');
  });
});

describe('the note of an answer', () => {
  it('has a sentence a line, and says how many more there would be', () => {
    expect(orderNote(['One.', 'Two.'], 'en')).toBe('One.\nTwo.');
    expect(orderNote([], 'en')).toBe('The order is not accepted; please contact us about it.');
    const many = Array.from({ length: 100 }, (_, index) => `Sentence number ${index + 1} is here.`);
    const note = orderNote(many, 'sv');
    expect(note.length).toBeLessThanOrEqual(1_000);
    expect(note).toMatch(/^Sentence number 1 is here\.\n(.*\n)+Och \d+ till\.$/);
    expect(orderNote([`${'x'.repeat(999)}😀`], 'en')).toBe(`${'x'.repeat(999)}\uFFFD`);
  });
});

function refused(language: Language, because?: RefusalCause): string {
  const told = { error: 'DocumentInvalid', message: 'As told.' } as const;
  const entry = {
    code: 'document.refused',
    actor: 'roundtrip',
    facts: { ...told, ...(because && { because }) },
  } as const;
  return timelineSentence(entry, language);
}

describe('sentences about sessions', () => {
  it('are those of a visit', () => {
    expect(say('session.opened', 'en')).toBe('Umeå Verkstad logged a buyer in by OCI, to fill a cart.');
    expect(say('session.customerChosen', 'sv')).toBe(
      'Köparen handlar för kund UMV-1001 Umeå Verkstad AB, angiven som 7350001234566.',
    );
    expect(say('session.returned', 'en')).toBe('Cart 7F3K-Q2WD-1 went back: 2 lines, 1,234.50 SEK without VAT.');
    expect(say('session.cut', 'sv')).toBe(
      'Rad 2: DESCRIPTION kortades för inköpssystemet: "Pärm A4 blå" skickades som "Pärm A4".',
    );
    expect(say('session.cancelled', 'en')).toBe('Anna ended the visit without a cart.');
  });
});

describe('sentences', () => {
  it('are those of the guide', () => {
    expect(say('document.received', 'en')).toBe('Umeå Verkstad sent order 4711 (28A, 18 kB).');
    expect(say('customer.found', 'en')).toBe(
      'Customer UMV-1001 Umeå Verkstad AB found by organisation number 556000-1111.',
    );
    expect(say('customer.found', 'sv')).toBe(
      'Kund UMV-1001 Umeå Verkstad AB hittades med organisationsnummer 556000-1111.',
    );
    expect(say('lines.matched', 'en')).toBe('11 lines matched by our article number, 1 by GTIN.');
    const sums = { asked: '105.5', ours: '100', currency: 'SEK' };
    const checked = {
      code: 'prices.checked',
      actor: 'roundtrip',
      facts: { ...facts['prices.checked'], sums },
    } as const;
    expect(timelineSentence(checked, 'en')).toBe(
      'Prices of 12 lines compared with those of 24 Nov 2026: 105.50 SEK as asked, 100.00 SEK at our prices.',
    );
    expect(say('answer.written', 'sv')).toBe('Svar R-1 skrivet: accepterad med ändringar (30).');
    expect(say('document.read', 'sv')).toBe('Ordern lästes: 12 rader, 1 varning.');
  });

  it('name who decided', () => {
    expect(say('decision.made', 'en')).toBe('Anna accepted the order with changes: "At our price"');
    expect(say('decision.made', 'sv')).toBe('Anna accepterade ordern med ändringar: "At our price"');
    const made = { code: 'decision.made', actor: 'Anna', facts: { kind: 'accept', customer: 'K1003' } } as const;
    expect(timelineSentence(made, 'sv')).toBe('Anna accepterade ordern för kund K1003.');
    expect(say('order.status', 'en')).toBe('Anna set status New → Confirmed.');
    expect(say('delivery.cancelled', 'sv')).toBe('Anna avbröt leveransen.');
  });

  it('tell what was decided about a line', () => {
    expect(say('decision.line', 'en')).toBe(
      'Line 3: article 10-442, 10-443 instead, quantity 4 EA, price 10.30 SEK, delivery from 3 Dec 2026, delivery until 5 Dec 2026.',
    );
    const line = (decision: Partial<LineDecision>) =>
      timelineSentence(
        {
          code: 'decision.line',
          actor: 'Anna',
          facts: { ...facts['decision.line'], decision: { position: 3, action: 'accept', ...decision } },
        },
        'sv',
      );
    expect(line({})).toBe('Rad 3: accepterad som beställd.');
    expect(line({ action: 'reject', note: 'Slut.' })).toBe('Rad 3: avvisad: "Slut."');
  });

  it('tell a time with weekday and zone, without seconds', () => {
    expect(say('delivery.failed', 'en')).toBe(
      'Delivery failed at attempt 1: Connection refused. Next attempt Tue, 24 Nov 2026, 10:14 CET.',
    );
    expect(say('order.reminder', 'sv')).toBe('Väntar fortfarande på dig, till tis 24 nov. 2026 10:14 CET.');
  });

  it('say why an order was refused in the language of the reader', () => {
    const because = { rules: ['BII2-T01-R011', 'OP-T01-R009'] };
    expect(refused('en', because)).toBe(
      'Refused: The order breaks rules that it has to follow: BII2-T01-R011, OP-T01-R009.',
    );
    expect(refused('sv', 'reasons')).toBe('Avvisat: Ordern kan inte accepteras som den är.');
    expect(refused('sv')).toBe('Avvisat: As told.');
    expect(say('order.lineRejected', 'sv')).toMatch(/; avtalet tillåter 0 %\. Avvisad, som avtalet säger\.$/);
    expect(say('document.refusedFor', 'en')).toBe(
      'Line 3: price 9.90 SEK, price of the day 10.30 SEK, 3.9 % below; the agreement allows 0 %.',
    );
  });

  it('differ between the languages', () => {
    for (const code of codes) expect(say(code, 'sv'), code).not.toBe(say(code, 'en'));
    for (const code of reasonCodes) expect(inSwedish(code), code).not.toBe(inEnglish(code));
  });

  it('tell what happens next', () => {
    expect(nextSentence({ kind: 'attempt', at }, 'en')).toBe(
      'Next attempt to deliver the answer: Tue, 24 Nov 2026, 09:14 UTC.',
    );
    expect(nextSentence({ kind: 'decision', deadline: at }, 'en')).toContain('to be made by Tue, 24 Nov 2026');
    expect(nextSentence({ kind: 'decision' }, 'sv')).toBe('Väntar på ett beslut.');
    expect(nextSentence({ kind: 'visit', at }, 'en')).toContain('if nobody goes on with it.');
    for (const kind of ['start', 'confirm', 'fetch', 'undelivered', 'nothing'] as const) {
      expect(nextSentence({ kind }, 'sv')).toMatch(/\.$/);
    }
  });

  it('name the actor', () => {
    expect(actorName('partner', 'sv')).toBe('partnern');
    expect(actorName('roundtrip', 'en')).toBe('Roundtrip');
    expect(actorName('operator: Anna', 'en')).toBe('operator: Anna');
  });
});

describe('identities', () => {
  it.each([
    [{ scheme: '0007', value: '5599991030' }, 'organisation number 559999-1030'],
    [{ scheme: '0088', value: '9520009910311' }, 'GLN 9520009910311'],
    [{ scheme: '0060', value: '123456789' }, 'DUNS number 123456789'],
    [{ scheme: '0192', value: '987654321' }, 'Peppol id 0192:987654321'],
    [{ scheme: 'IBAN', value: 'SE12' }, 'IBAN SE12'],
  ])('%j is %s', (identity, text) => expect(new Words('en', 'UTC').identities([identity])).toBe(text));
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
