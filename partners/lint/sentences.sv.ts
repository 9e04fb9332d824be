import type { LintSentences } from './sentences.ts';
import { digitsOf, money } from './values.ts';

const arrives = (becomes: string | undefined): string => (becomes === undefined ? '' : ` "${becomes}" kommer fram.`);
const atField = (field: string | undefined): string => (field === undefined ? 'ett värde' : field);

/** Values that are words, as Swedish says them. */
function expectedText(expected: string | undefined): string {
  if (expected === 'a number') return 'ett tal';
  if (expected === 'a date') return 'ett datum';
  return (expected ?? '').replace(/^table /, 'tabellen ');
}

function digits(expected: string | undefined): string {
  const { whole, decimals } = digitsOf(expected);
  return whole === undefined ? `${decimals} decimaler` : `${whole} siffror och ${decimals} decimaler`;
}

/** Swedish. */
export const swedishLint: LintSentences = {
  line: (line) => `Rad ${line}: `,
  of: {
    'LINT-CART-EMPTY': ({ effect }) =>
      effect === 'refuse'
        ? 'ditt inköpssystem tar inte emot en tom kundvagn. Lägg en artikel i den, eller gå tillbaka utan kundvagn.'
        : 'kundvagnen är tom; inköpssystemet klarar kanske inte av det.',
    'LINT-LINE-COUNT': ({ found, expected }) =>
      `kundvagnen har ${found} rader, ditt inköpssystem tar högst ${expected}. Skicka en del av dem nu och resten i en annan kundvagn.`,
    'LINT-FIELD-COUNT': ({ effect, found, expected }) =>
      effect === 'refuse'
        ? `kundvagnen är för lång: ditt inköpssystem läser ${expected} formulärfält, den har ${found}. Skicka en del av raderna i en annan kundvagn.`
        : `formuläret har ${found} fält; många inköpssystem läser bara de första ${expected} och tappar resten av kundvagnen.`,
    'LINT-MINIMUM-VALUE': ({ found, expected }, w) =>
      `kundvagnen är värd ${money(found, w)}, minsta order är ${money(expected, w)}. Lägg till artiklar eller öka antalet.`,
    'LINT-CURRENCY': ({ found, expected }) =>
      `valutan är ${found}, avtalet säger ${expected}. Rätta mappningen eller avtalet.`,
    'LINT-LENGTH': ({ field, found, expected, becomes }) =>
      `${atField(field)} rymmer ${expected} tecken, "${found}" är längre.${arrives(becomes)}`,
    'LINT-BYTES': ({ field, found, expected, becomes }) =>
      `${atField(field)} rymmer ${expected} byte, "${found}" har fler.${arrives(becomes)}`,
    'LINT-KEY-LENGTH': ({ field, found, expected }) =>
      `${atField(field)} rymmer ${expected} tecken, "${found}" är längre, och ett avkortat vore ett annat. Mappa ett kortare värde.`,
    'LINT-KEY-CHARACTERS': ({ field, found, expected, becomes }) =>
      `${atField(field)} "${found}" har tecken som inte kommer fram (${expected}).${becomes === undefined ? ' Mappa ett annat värde.' : arrives(becomes)}`,
    'LINT-CHARSET': ({ field, found, expected, becomes }) =>
      `${atField(field)} "${found}" har tecken som saknas i ${expected}.${arrives(becomes)}`,
    'LINT-NUMBER': ({ field, found, expected }) =>
      `${atField(field)} måste vara ett tal${expected === undefined ? '' : ` med högst ${expected} tecken`}; mappningen ger "${found}". Rätta mappningen.`,
    'LINT-QUANTITY-DIGITS': ({ found, expected }) =>
      `antalet ${found} har fler siffror än ditt inköpssystem tar emot (${digits(expected)}). Välj ett annat antal eller en annan enhet.`,
    'LINT-PRICE-DIGITS': ({ found, expected, becomes }) =>
      becomes === undefined
        ? `priset ${found} har fler siffror än som kan skickas (${digits(expected)}). Sätt priset för en annan mängd.`
        : `priset ${found} har fler siffror än som kan skickas (${digits(expected)}).${arrives(becomes)}`,
    'LINT-PRICE-ZERO': () => 'artikeln kostar ingenting; en del inköpssystem tar det för att priset saknas.',
    'LINT-UNIT-UNKNOWN': ({ found }) =>
      `enheten ${found} finns inte i UN/ECE:s rekommendation 20 eller 21. Lägg den i mappningens enhetstabell, eller rätta artikeln.`,
    'LINT-UNIT-UNMAPPED': ({ found, becomes }) =>
      becomes === undefined
        ? `ett inköpssystem som inte har mappat enheten ${found} tappar raden. Fråga köparen, och lägg enheten i mappningens enhetstabell.`
        : `ett inköpssystem som inte har mappat enheten ${found} läser den som ${becomes}. Fråga köparen, och lägg enheten i mappningens enhetstabell.`,
    'LINT-UNIT-UNSENDABLE': ({ found }) =>
      `kundvagnens format har ingen enhet ${found}. Välj en annan enhet för artikeln.`,
    'LINT-VAT-MISSING': ({ found }) =>
      `artikel ${found} har ingen moms i leveranslandet, och den måste stå i kundvagnen. Lägg till momssatsen.`,
    'LINT-UNSPSC-MISSING': ({ expected }) =>
      `artikeln har ingen ${expected}-kod, som inköpssystemet sorterar och attesterar efter.`,
    'LINT-UNSPSC-LENGTH': ({ found, expected }) =>
      `klassificeringskoden "${found}" har inte de ${expected} siffror som inköpssystemet läser.`,
    'LINT-UNSPSC-VERSION': ({ found, expected }) =>
      `UNSPSC-koden är av version ${found}, inköpssystemet sorterar efter ${expected}.`,
    'LINT-MAPPING': ({ field, found, expected }) =>
      `mappningen av ${atField(field)} kan inte använda "${found}": väntade ${expectedText(expected)}. Rätta mappningen.`,
  },
};
