import type { Language } from '../../documents/words.ts';

/** What kind of mistake breaks a rule: it tells the usual cause and the way out. */
export type RuleKind =
  | 'missing'
  | 'outside'
  | 'code'
  | 'sum'
  | 'negative'
  | 'period'
  | 'identifier'
  | 'count'
  | 'fixed'
  | 'form'
  | 'depends';

export interface KindWords {
  readonly cause: string;
  readonly remedy: string;
}

const english: Readonly<Record<RuleKind, KindWords>> = {
  missing: {
    cause: 'The document leaves out what the rule demands. Often the field is empty in the system that wrote it.',
    remedy: 'Fill in the field in the sending system, or have it mapped to the place that the rule names.',
  },
  outside: {
    cause: 'The sending system writes an element that UBL knows but this format does not use in this place.',
    remedy: 'Leave the element out, or send its value in a place that the format has.',
  },
  code: {
    cause: 'The value is not in the code list: a code of one’s own, another spelling, or another version of the list.',
    remedy: 'Send a code of the list, letter by letter as the list has it.',
  },
  sum: {
    cause: 'The amounts do not go together: another rounding, or a line, charge, allowance or tax that was left out.',
    remedy: 'Compute the amount from its parts again, round it as the rule says, and send the document again.',
  },
  negative: {
    cause: 'A number has a minus or is missing, often because a return or a credit was written as an order.',
    remedy: 'Send the number without a minus. Settle returns and credits outside the order.',
  },
  period: {
    cause: 'Two dates do not go together: they were swapped, or one of them comes from an older document.',
    remedy: 'Correct the dates, so that the end is not before the start and lies within the period around it.',
  },
  identifier: {
    cause:
      'The number is mistyped, has the wrong number of digits, or stands with the scheme of another kind of number.',
    remedy: 'Correct the number, or its scheme (schemeID).',
  },
  count: {
    cause: 'Something stands more often, or more seldom, than the rule allows.',
    remedy: 'Keep as many as the rule allows, and leave out the rest.',
  },
  fixed: {
    cause: 'The value is another one than the specification fixes, often copied from another document type or version.',
    remedy: 'Write the value exactly as the rule names it.',
  },
  form: {
    cause: 'The value is written in another form than the format knows.',
    remedy: 'Write it as the rule says.',
  },
  depends: {
    cause: 'Two values of the document contradict each other, or one of them is missing.',
    remedy: 'Correct the one that is wrong, so that both go together.',
  },
};

const swedish: Readonly<Record<RuleKind, KindWords>> = {
  missing: {
    cause: 'Dokumentet utelämnar det som regeln kräver. Ofta är fältet tomt i systemet som skrev dokumentet.',
    remedy: 'Fyll i fältet i det sändande systemet, eller låt mappa det till platsen som regeln anger.',
  },
  outside: {
    cause: 'Det sändande systemet skriver ett element som UBL har men som formatet inte använder på den platsen.',
    remedy: 'Utelämna elementet, eller skicka värdet på en plats som formatet har.',
  },
  code: {
    cause: 'Värdet finns inte i kodlistan: en egen kod, en annan stavning eller en annan version av listan.',
    remedy: 'Skicka en kod ur listan, bokstav för bokstav som den står där.',
  },
  sum: {
    cause: 'Beloppen går inte ihop: en annan avrundning, eller en rad, avgift, rabatt eller moms som har fallit bort.',
    remedy: 'Räkna om beloppet från dess delar, avrunda som regeln säger och skicka dokumentet igen.',
  },
  negative: {
    cause: 'Ett tal har minus eller saknas, ofta för att en retur eller kreditering har skrivits som en order.',
    remedy: 'Skicka talet utan minus. Gör upp om returer och krediteringar utanför ordern.',
  },
  period: {
    cause: 'Två datum går inte ihop: de har bytt plats, eller ett av dem kommer från ett äldre dokument.',
    remedy: 'Rätta datumen, så att slutet inte ligger före början och ryms inom perioden omkring.',
  },
  identifier: {
    cause: 'Numret är felskrivet, har fel antal siffror eller står med schemat för en annan sorts nummer.',
    remedy: 'Rätta numret eller dess schema (schemeID).',
  },
  count: {
    cause: 'Något står fler eller färre gånger än regeln tillåter.',
    remedy: 'Behåll så många som regeln tillåter och utelämna resten.',
  },
  fixed: {
    cause:
      'Värdet är ett annat än det som specifikationen fastställer, ofta kopierat från en annan dokumenttyp eller version.',
    remedy: 'Skriv värdet precis som regeln anger det.',
  },
  form: {
    cause: 'Värdet är skrivet i en annan form än formatet har.',
    remedy: 'Skriv det så som regeln säger.',
  },
  depends: {
    cause: 'Två värden i dokumentet säger emot varandra, eller ett av dem saknas.',
    remedy: 'Rätta det som är fel, så att båda går ihop.',
  },
};

export const kindWords: Readonly<Record<Language, Readonly<Record<RuleKind, KindWords>>>> = {
  en: english,
  sv: swedish,
};
