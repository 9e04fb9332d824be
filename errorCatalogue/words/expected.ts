import type { Language } from '../../documents/words.ts';

/** What a rule expects, in Swedish: phrases of its English. Names, codes and values stay as they are. */
const phrases: readonly [english: RegExp, swedish: string][] = [
  [/^a value where (\S+)(?: or (\S+))? is empty$/, 'ett värde där $1 är tomt'],
  [/^a value where (\S+) is filled$/, 'ett värde där $1 är ifyllt'],
  [/^a value where (\S+) or (\S+) is filled$/, 'ett värde där $1 eller $2 är ifyllt'],
  [/^a value in every item$/, 'ett värde i varje artikel'],
  [/^at most (\d+) characters \((\d+) in 3\.0\)$/, 'högst $1 tecken ($2 i 3.0)'],
  [/^at most (\d+) characters$/, 'högst $1 tecken'],
  [/^at most (\d+) decimals$/, 'högst $1 decimaler'],
  [
    /^up to (\d+) digits, the decimal sign and up to (\d+) digits, nothing else$/,
    'upp till $1 siffror, decimaltecknet och upp till $2 siffror, inget annat',
  ],
  [/^three letters \((.+)\)$/, 'tre bokstäver ($1)'],
  [/^a whole number above (\d+)$/, 'ett heltal över $1'],
  [/^a whole number$/, 'ett heltal'],
  [/^X or nothing$/, 'X eller inget'],
  [/^an absolute web address$/, 'en fullständig webbadress'],
  [/^nothing before (.+)$/, 'inget före $1'],
  [/^at least (.+)$/, 'minst $1'],
  [/^greater than (.+)$/, 'större än $1'],
  [/^a number above (\S+)$/, 'ett tal över $1'],
  [/^a media type such as (.+)$/, 'en medietyp som $1'],
  [/^a date such as (.+)$/, 'ett datum som $1'],
  [/^a VAT number such as (.+)$/, 'ett momsnummer som $1'],
  [/^an identifier such as (.+)$/, 'en identitet som $1'],
  [/^a code of Peppol party identifier schemes$/, 'en kod ur Peppols scheman för parters identiteter'],
  [
    /^a code of UN\/ECE Recommendation (\d+) \(without packages\)$/,
    'en kod ur UN/ECE:s rekommendation $1 (utan förpackningar)',
  ],
  [/^a code of UN\/ECE Recommendation (\d+)$/, 'en kod ur UN/ECE:s rekommendation $1'],
  [/^a code of (.+) \(subset\)$/, 'en kod ur $1 (urval)'],
  [/^a code of (.+)$/, 'en kod ur $1'],
  [/^an Italian fiscal code$/, 'en italiensk skattekod'],
  [/^digits, the last a check digit of GS1$/, 'siffror, den sista en kontrollsiffra enligt GS1'],
  [/^(\d+) digits, the last a check digit$/, '$1 siffror, den sista en kontrollsiffra'],
  [/^(\d+) digits, the last two check digits$/, '$1 siffror, de två sista kontrollsiffror'],
  [/^(\d+) digits with check digits$/, '$1 siffror med kontrollsiffror'],
  [/^(\w+) and (\d+) digits with a check digit$/, '$1 och $2 siffror med en kontrollsiffra'],
  [/^(\w+) and (\d+) digits, or (\d+) digits$/, '$1 och $2 siffror, eller $3 siffror'],
  [/^(\w+) and (\d+) digits$/, '$1 och $2 siffror'],
  [/^(\d+) letters or digits$/, '$1 bokstäver eller siffror'],
  [/^(\d+) digits$/, '$1 siffror'],
  [/^plain text on one line$/, 'ren text på en rad'],
];

/** What is expected, in the language as far as it is words. @param english as the rule has it */
export function expectedIn(language: Language, english: string): string {
  if (language === 'en') return english;
  const [pattern, swedish] = phrases.find(([each]) => each.test(english)) ?? [/ or /g, ' eller '];
  return english.replace(pattern, swedish);
}
