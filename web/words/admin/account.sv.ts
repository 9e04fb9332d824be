import type { Words } from '../../../documents/words.ts';
import type { accountEnglish } from './account.en.ts';

export const accountSwedish: typeof accountEnglish = {
  accountLoginTitle: 'Logga in',
  accountName: 'Namn',
  accountPassword: 'Lösenord',
  accountLoginButton: 'Logga in',
  accountForgotten: 'Glömt? En administratör gör en ny länk till dig under Inställningar, Konton.',
  accountLeft: 'Du är utloggad.',
  accountEnded: 'Du loggades ut, för inget hände på ett tag. Logga in igen för att fortsätta där du var.',
  accountEndedKept:
    'Du loggades ut, för inget hände på ett tag. Det du hade skrivit är sparat: logga in igen, så står det i sitt formulär.',
  accountLoginEmpty: 'Skriv ditt namn och ditt lösenord.',
  accountLoginWrong: 'Namnet eller lösenordet är fel. Kontrollera dem och försök igen.',
  accountLoginTooMany: ({ seconds }: { seconds: number }, w: Words) =>
    `För många försök. Försök igen om ${w.duration(seconds)}; själva kontot är inte låst.`,
  accountToLogin: 'Till inloggningen',
  accountFirstTitle: 'Sätt upp Roundtrip',
  accountFirstText:
    'Ingen kan logga in än. Länken som gör den första administratören står i terminalen där npm start körs. Annars gör det här kommandot en:',
  accountCode: 'Länk eller kod',
  accountCodeHint: 'Hela länken, eller det som står efter det sista snedstrecket i den.',
  accountCodeUnknown: 'Länken är okänd, använd eller för gammal. Gör en ny.',
  accountGoOn: 'Fortsätt',
  accountMakeText: 'Välj namnet och lösenordet som du ska logga in med.',
  accountNameHint: 'Ditt namn eller din e-postadress. Det står vid allt som du ändrar.',
  accountNameNeeded: 'Skriv ett namn på högst 100 tecken.',
  accountNameTaken: ({ name }: { name: string }) => `Det finns redan ett konto ${name}. Välj ett annat namn.`,
  accountChooseTitle: 'Välj ett lösenord',
  accountChooseText: ({ name }: { name: string }) =>
    `För kontot ${name}. Där du är inloggad med ett äldre lösenord loggas du ut.`,
  accountPasswordNew: 'Nytt lösenord',
  accountPasswordAgain: 'Nytt lösenord igen',
  accountPasswordHint: ({ count }: { count: number }) =>
    `Minst ${count} tecken. Flera ord som inte hör ihop är lätta att minnas och svåra att gissa.`,
  accountPasswordShort: ({ count }: { count: number }) => `Lösenordet är för kort; det behöver ${count} tecken.`,
  accountPasswordLong: 'Lösenordet är för långt; 200 tecken är det mesta.',
  accountPasswordName: 'Lösenordet är inte mycket mer än ditt namn. Välj ett annat.',
  accountPasswordCommon: 'Lösenordet är ett av de första som andra skulle prova. Välj ett annat.',
  accountPasswordTwice: 'De två lösenorden är inte lika. Skriv båda igen.',
  accountSetButton: 'Spara och logga in',
  accountLinkEnded: 'Länken fungerar inte längre',
  accountLinkEndedText:
    'Den är använd eller äldre än tre dagar. En administratör gör en ny under Inställningar, Konton. Om ingen kan logga in gör det här kommandot en:',
  accountTitle: 'Ditt konto',
  accountLanguage: 'Sidornas språk',
  accountLanguageButton: 'Spara språket',
  accountLanguageSaved: 'Språket är sparat.',
  accountPasswordHeading: 'Lösenord',
  accountPasswordCurrent: 'Nuvarande lösenord',
  accountPasswordWrong: 'Det är inte ditt nuvarande lösenord.',
  accountPasswordButton: 'Byt lösenord',
  accountPasswordSaved: 'Lösenordet är bytt. På andra ställen där du var inloggad är du utloggad.',
  accountPasswordElsewhere: 'Du loggar in genom organisationen; lösenordet byts där.',
  accountOidc: 'Logga in genom organisationen',
  accountOidcOr: 'Eller med namn och lösenord i Roundtrip:',
  accountOidcFailed: 'Inloggningen lyckades inte',
  accountOidcAgain: 'Försök igen',
  accountOidcUnreachable:
    'Organisationens inloggningstjänst svarar inte. Försök igen om en minut; så länge fungerar namn och lösenord i Roundtrip.',
  accountOidcRefused:
    'Inloggningstjänsten släppte inte in dig, eller så avbröt du där. Försök igen eller fråga dem som sköter den.',
  accountOidcStale: 'Inloggningen påbörjades inte här eller tog längre än tio minuter. Börja om.',
  accountOidcNoRole:
    'Inloggningstjänsten känner dig men ger dig ingen roll i Roundtrip. Be dem som sköter den att ge dig en.',
  accountOidcDisabled: 'Ditt konto är avstängt här. En administratör slår på det under Inställningar, Konton.',
  accountOidcAnswer:
    'Svaret från inloggningstjänsten gick inte att lita på. Försök igen; händer det igen, lämna referensen vidare.',
};
