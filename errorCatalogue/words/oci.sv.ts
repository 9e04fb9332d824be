import type { WordsOf } from '../entry.ts';
import type { OciCode } from '../oci.ts';
import type { englishOciFields } from './oci.en.ts';

/** Swedish: what is said of OCI calls and of the forms that carts are returned in. */
export const swedishOci: WordsOf<OciCode> = {
  'OCI-CALL-XML': {
    meaning: 'Anropet vill ha kundvagnen som XML, vilket inte erbjuds.',
    cause: 'Katalogen är inställd på XML-varianten av OCI i inköpssystemet.',
    example: '~xmlDocument: Anropet är i XML-varianten, som inte erbjuds. Väntade: HTML-varianten.',
    remedy: 'Ställ om katalogen till HTML-varianten.',
  },
  'OCI-CALL-FUNCTION-CLOSED': {
    meaning: 'Anropet ber om en funktion som avtalet inte öppnar.',
    cause: 'Inköpssystemet validerar eller söker fast det inte är avtalat.',
    example: 'FUNCTION: Funktionen är inte öppen. Hittade: BACKGROUND_SEARCH. Väntade: DETAIL, VALIDATE.',
    remedy: 'Öppna funktionen i avtalet, eller stäng av den i inköpssystemet.',
  },
  'OCI-CALL-FUNCTION-UNKNOWN': {
    meaning: 'Funktionen finns inte i OCI; anropet tas som en vanlig session.',
    cause: 'Ett felstavat värde, eller en egen funktion i inköpssystemet.',
    example: 'FUNCTION: Funktionen är okänd; anropet tas som en session. Hittade: SEARCH.',
    remedy: 'Rätta parametern FUNCTION i katalogens anropsstruktur.',
  },
  'OCI-CALL-SEARCHSTRING': {
    meaning: 'En bakgrundssökning behöver ord att söka efter.',
    cause: 'SEARCHSTRING saknas eller är tom.',
    example: 'SEARCHSTRING: BACKGROUND_SEARCH behöver den. Väntade: ord att söka efter.',
    remedy: 'Skicka SEARCHSTRING.',
  },
  'OCI-CALL-PRODUCTID': {
    meaning: 'DETAIL och VALIDATE behöver veta vilken produkt det gäller.',
    cause: 'PRODUCTID saknas: kundvagnens EXT_PRODUCT_ID sparades inte.',
    example: 'PRODUCTID: VALIDATE behöver den. Väntade: EXT_PRODUCT_ID från en tidigare kundvagn.',
    remedy: 'Spara kundvagnens EXT_PRODUCT_ID, och skicka det som PRODUCTID.',
  },
  'OCI-CALL-QUANTITY': {
    meaning: 'Mängden som ska valideras är ingen mängd.',
    cause: 'QUANTITY är 0 eller inget tal.',
    example: 'QUANTITY: Mängden är ingen. Hittade: 0. Väntade: ett tal över 0 som 2 eller 2.5.',
    remedy: 'Skicka ett tal över 0.',
  },
  'OCI-CALL-HOOK-MISSING': {
    meaning: 'Anropet säger inte vart kundvagnen ska.',
    cause: 'HOOK_URL saknas i katalogens anropsstruktur, eller heter något annat.',
    example: 'HOOK_URL: En session behöver en adress att återvända till. Väntade: en fullständig https-adress.',
    remedy: 'Lägg till HOOK_URL i anropsstrukturen, eller ange dess parameter eller en fast returadress i avtalet.',
  },
  'OCI-CALL-SAPEVENT': {
    meaning: 'Kundvagnen ska tillbaka in i SAP GUI, vilket avtalet inte öppnar.',
    cause: 'Katalogen anropas från SAP GUI, inte från en webbläsare.',
    example: 'HOOK_URL: Returen till SAP GUI är inte öppen. Hittade: SAPEVENT:OCI.',
    remedy: 'Öppna den i avtalet, eller anropa katalogen från webbläsaren.',
  },
  'OCI-CALL-HOOK-HTTP': {
    meaning: 'Returadressen är inte krypterad; webbläsare varnar eller stoppar.',
    cause: 'HOOK_URL börjar med http.',
    example: 'HOOK_URL: Returadressen är inte krypterad; webbläsare varnar eller stoppar. Hittade: http:.',
    remedy: 'Använd https i inköpssystemet.',
  },
  'OCI-CALL-HOOK-ADDRESS': {
    meaning: 'Returadressen är ingen adress till en webbsida.',
    cause: 'HOOK_URL har klippts av, eller är en sökväg utan värd.',
    example: 'HOOK_URL: Returadressen är ingen adress till en webbsida. Väntade: https.',
    remedy: 'Skicka en hel adress med https och värd.',
  },
  'OCI-CALL-CHARSET': {
    meaning: 'Anropet ber om en teckenkodning som sidor inte skrivs i; den avtalade används.',
    cause: 'http_content_charset har ett ovanligt värde.',
    example: 'http_content_charset: Sidor skrivs inte i den kodningen. Hittade: utf-16.',
    remedy: 'Skicka utf-8, iso-8859-1 eller windows-1252, eller utelämna parametern.',
  },
  'OCI-CALL-TARGET': {
    meaning: 'Ramen som kundvagnen ska återvända till har inget användbart namn; det bortses från.',
    cause: 'returntarget eller ~TARGET har otillåtna tecken.',
    example: 'returntarget: Det är inget namn på en ram och används inte. Hittade: min ram!.',
    remedy: 'Skicka _top, _parent, _self, _blank eller namnet på en ram.',
  },
  'OCI-CALL-FIXED': {
    meaning: 'En parameter har inte det värde som är avtalat.',
    cause: 'En fast parameter saknas i anropsstrukturen, eller hör till en annan katalog.',
    example: 'SUPPLIER: Parametern har inte det avtalade värdet.',
    remedy: 'Jämför de fasta parametrarna med åtkomstbladet.',
  },
  'OCI-CALL-CHARACTERS': {
    meaning: 'En parameter har styrtecken.',
    cause: 'Ett värde har kopierats med radbrytningar eller osynliga tecken.',
    example: 'USERNAME: Parametern har styrtecken.',
    remedy: 'Skriv värdet på nytt i anropsstrukturen.',
  },
  'OCI-CALL-LOGIN-IN-QUERY': {
    meaning: 'Användare och lösenord står i adressen, där loggar och andra sidor ser dem.',
    cause: 'Katalogen anropas med GET.',
    example: 'PASSWORD: Inloggningen står i adressen, där loggar och andra sidor ser den. Väntade: ett POST-formulär.',
    remedy: 'Låt inköpssystemet anropa med POST.',
  },
  'OCI-NAME': {
    meaning: 'Ett namn i formuläret är inget fält för en artikel, eller inte stavat som det måste vara.',
    cause: 'En mappning till ett felstavat fält.',
    example: 'NEW_ITEM-DESCR: Namnet är inget fält för en artikel. Väntade: NEW_ITEM-FIELD[1].',
    remedy: 'Rätta mappningen.',
  },
  'OCI-REPEATED': {
    meaning: 'Ett fält för en artikel finns två gånger; det första gäller.',
    cause: 'Två mappningar fyller samma fält.',
    example: 'NEW_ITEM-VENDORMAT[1]: Fältet finns två gånger.',
    remedy: 'Ta bort en av mappningarna.',
  },
  'OCI-FIELD-UNKNOWN': {
    meaning: 'Fältet finns inte i OCI; de flesta mottagare bortser från det.',
    cause: 'En mappning fyller ett eget fält i inköpssystemet.',
    example: 'NEW_ITEM-COSTCENTER[1]: Fältet finns inte i OCI.',
    remedy: 'Inget behöver göras om mottagaren vill ha det.',
  },
  'OCI-CHARSET': {
    meaning: 'Ett fält har tecken som sidan inte kan skrivas med.',
    cause: 'Avtalet eller anropet ber om ISO-8859-1, och en text har andra tecken.',
    example: '~OkCode: Fältet har tecken som sidan inte kan skrivas med.',
    remedy: 'Kom överens om UTF-8.',
  },
  'OCI-INDEX-START': {
    meaning: 'Artiklarna räknas från 0 i stället för från 1.',
    cause: 'Formuläret har skrivits av ett annat program.',
    example: 'NEW_ITEM: Artiklarna börjar på 0. Hittade: 0. Väntade: 1, 2, 3 ...',
    remedy: 'Räkna artiklarna från 1.',
  },
  'OCI-INDEX-GAP': {
    meaning: 'Ett nummer saknas i artiklarnas följd.',
    cause: 'Formuläret har skrivits av ett annat program, eller fält har försvunnit.',
    example: 'NEW_ITEM: Det saknas en artikel före den här. Hittade: 4. Väntade: 1, 2, 3 ...',
    remedy: 'Numrera artiklarna utan luckor.',
  },
  'OCI-PARENT_ID-UNKNOWN': {
    meaning: 'En artikel hör till en annan som inte finns i formuläret.',
    cause: 'Strukturen är felmappad.',
    example: 'NEW_ITEM-PARENT_ID[3]: Artikeln anger ingen artikel i formuläret. Hittade: 9.',
    remedy: 'Ange en artikel i formuläret, eller utelämna PARENT_ID.',
  },
  'OCI-XML': {
    meaning: 'Dokumentet i XML-varianten är inte base64.',
    cause: 'Formuläret har skrivits av ett annat program, eller har klippts av.',
    example: '~xmlDocument: Dokumentet i XML-varianten är inte base64.',
    remedy: 'Skicka dokumentet i base64.',
  },
  'OCI-FIELD': {
    meaning: 'Ett värde ryms inte i något fält i formuläret, så kundvagnen hölls kvar.',
    cause: 'Ett värde är längre eller har fler siffror än OCI tillåter, även efter avkortning.',
    example: 'NEW_ITEM-PRICE[2]: Hittade: 123456789012.50. Väntade: högst 11 siffror och 3 decimaler.',
    remedy: 'Rätta artikeln eller mappningen; köparen trycker sedan på Fortsätt igen.',
  },
  'OCI-DESCRIPTION-MATNR': {
    meaning: 'Artikeln har också ett av köparens materialnummer: köparen ser kanske sin egen text.',
    cause: 'Både MATNR och DESCRIPTION är ifyllda.',
    example: 'NEW_ITEM-DESCRIPTION[1]: MATNR anges också: köparen visar kanske sin egen text.',
    remedy: 'Inget behöver göras.',
  },
  'OCI-DESCRIPTION-CHARACTERS': {
    meaning: 'Beskrivningen har uppmärkning, styrtecken eller radbrytningar.',
    cause: 'Artikelns namn har kopierats från en webbsida.',
    example: 'NEW_ITEM-DESCRIPTION[1]: Väntade: ren text på en rad.',
    remedy: 'Rensa artikelns namn.',
  },
  'OCI-QUANTITY-ZERO': {
    meaning: 'Mängden är noll.',
    cause: 'En mappning sätter mängden.',
    example: 'NEW_ITEM-QUANTITY[1]: QUANTITY är noll. Väntade: ett tal över 0.',
    remedy: 'Rätta mappningen.',
  },
  'OCI-UNIT-UNKNOWN': {
    meaning: 'Enheten är ingen kod i UN/ECE:s rekommendation 20 eller 21.',
    cause: 'Artikeln har en enhet som är butikens egen.',
    example: 'NEW_ITEM-UNIT[1]: UNIT är ingen kod i UN/ECE:s rekommendation 20 eller 21. Hittade: KRT.',
    remedy: 'Lägg enheten i avtalets enhetstabell.',
  },
};

/** Findings that every field may have: OCI-<FIELD>-REQUIRED and so on. */
export const swedishOciFields: {
  readonly [K in keyof typeof englishOciFields]: {
    readonly meaning: (field: string) => string;
    readonly cause: string;
    readonly remedy: string;
  };
} = {
  REQUIRED: {
    meaning: (field) => `Fältet ${field} för en artikel saknas.`,
    cause: 'Artikeln saknar värdet, eller en mappning tömmer det.',
    remedy: 'Fyll i värdet på artikeln, eller mappa ett annat.',
  },
  FORMAT: {
    meaning: (field) => `Fältet ${field} är inte skrivet som det måste vara.`,
    cause: 'En mappning fyller fältet med ett värde av annat slag.',
    remedy: 'Rätta mappningen eller artikeln.',
  },
  LENGTH: {
    meaning: (field) => `Fältet ${field} är längre än mottagare tar emot; de klipper av det.`,
    cause: 'En lång text eller ett långt nummer på artikeln.',
    remedy: 'Korta värdet, eller mappa ett kortare.',
  },
  VERSION: {
    meaning: (field) => `Fältet ${field} är nyare än den version av OCI som köparen läser.`,
    cause: 'Avtalet eller anropet anger en äldre version.',
    remedy: 'Inget behöver göras: mottagaren bortser från fältet. Kom överens om en nyare version om det behövs.',
  },
  CHARSET: {
    meaning: (field) => `Fältet ${field} har tecken som sidan inte kan skrivas med.`,
    cause: 'Avtalet eller anropet ber om ISO-8859-1, och texten har andra tecken.',
    remedy: 'Kom överens om UTF-8, eller ändra texten.',
  },
};
