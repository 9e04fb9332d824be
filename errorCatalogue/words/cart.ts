import type { LintId } from '../../partners/lint/finding.ts';
import type { InBothLanguages } from '../entry.ts';

/** What is wrong with a line of a cart in the shop itself, and a cart without lines. */
export type CartCode =
  | 'CART-EMPTY'
  | 'CART-PRICE-CHANGED'
  | 'CART-PRICE-MISSING'
  | 'CART-WITHDRAWN'
  | 'CART-UNIT-GONE'
  | 'CART-NOT-ALLOWED'
  | 'CART-QUANTITY';

type CartWords = readonly [meaning: string, cause: string, remedy: string];

const english: Readonly<Record<LintId | CartCode, CartWords>> = {
  'CART-EMPTY': [
    'The cart is empty.',
    'The buyer pressed Continue without an article.',
    'Put an article into the cart, or leave without a cart.',
  ],
  'CART-PRICE-CHANGED': [
    'The price of an article has changed since it was put into the cart.',
    'A new price list came into force during the visit.',
    'The buyer confirms the new price in the cart.',
  ],
  'CART-PRICE-MISSING': [
    'An article in the cart has no price any more.',
    'A price list has ended, or the article was taken out of it.',
    'Add a price for the customer, or remove the article from the cart.',
  ],
  'CART-WITHDRAWN': [
    'An article in the cart is withdrawn.',
    'The article was withdrawn during the visit, or stands in an old cart.',
    'Choose the replacement, or remove the article from the cart.',
  ],
  'CART-UNIT-GONE': [
    'An article in the cart does not have its unit any more.',
    'The units of the article were changed.',
    'Put the article into the cart again in another unit.',
  ],
  'CART-NOT-ALLOWED': [
    'An article in the cart is outside the customer’s assortment.',
    'The assortment was changed, or the article comes from an old cart.',
    'Remove the article from the cart, or add it to the assortment.',
  ],
  'CART-QUANTITY': [
    'A quantity in the cart cannot be delivered so.',
    'It is below the least, above the most, or no multiple of the package.',
    'Change the quantity as the cart says.',
  ],
  'LINT-CART-EMPTY': [
    'The purchasing system does not take an empty cart, or may fail on it.',
    'The buyer pressed Continue without an article.',
    'Put an article into the cart, or leave without a cart.',
  ],
  'LINT-LINE-COUNT': [
    'The cart has more lines than the purchasing system takes.',
    'The platform or the agreement has a limit.',
    'Send some of the lines in another cart.',
  ],
  'LINT-FIELD-COUNT': [
    'The form has more fields than the purchasing system reads.',
    'Many web servers read only the first thousand fields of a form.',
    'Send some of the lines in another cart, or map fewer fields.',
  ],
  'LINT-MINIMUM-VALUE': [
    'The cart is worth less than the smallest order that is agreed.',
    'The agreement has a least value.',
    'Add articles, or a larger quantity.',
  ],
  'LINT-CURRENCY': [
    'The cart is in another currency than the agreement says.',
    'A mapping sets the currency, or the agreement was changed.',
    'Correct the mapping or the agreement.',
  ],
  'LINT-LENGTH': [
    'A text is longer than its field: the rest is cut.',
    'The field of the protocol or the platform is short.',
    'Shorten the text at the article, or map a shorter one.',
  ],
  'LINT-BYTES': [
    'A text has more bytes in UTF-8 than its field.',
    'Å, ä and ö are two bytes each, and the platform counts bytes.',
    'Shorten the text at the article, or map a shorter one.',
  ],
  'LINT-KEY-LENGTH': [
    'A number or code is longer than its field, and a shortened one would be another.',
    'A long article number, and a short field of the protocol or the platform.',
    'Map a shorter number.',
  ],
  'LINT-KEY-CHARACTERS': [
    'A number or code has characters that do not get through.',
    'The charset of the form or the platform does not have them.',
    'Map a number without these characters.',
  ],
  'LINT-CHARSET': [
    'A text has characters that the charset of the form lacks.',
    'The agreement or the call asks for ISO-8859-1.',
    'Agree on UTF-8, or change the text.',
  ],
  'LINT-NUMBER': [
    'A field for numbers is filled with something else.',
    'A mapping to the wrong field.',
    'Correct the mapping.',
  ],
  'LINT-QUANTITY-DIGITS': [
    'The quantity has more digits than the purchasing system takes.',
    'A small unit, or many decimals.',
    'Choose another quantity or unit.',
  ],
  'LINT-PRICE-DIGITS': [
    'The price has more digits than can be sent.',
    'A price with many decimals, for example of a screw.',
    'Set the price for a larger quantity, for example for 100.',
  ],
  'LINT-PRICE-ZERO': [
    'The article costs nothing, which some systems take for a missing price.',
    'A free sample.',
    'Nothing has to be done if the purchasing system takes it.',
  ],
  'LINT-UNIT-UNKNOWN': [
    'The unit is no code of UN/ECE Recommendation 20 or 21.',
    'The article has a unit of the shop’s own.',
    'Put the unit into the unit table of the agreement.',
  ],
  'LINT-UNIT-UNMAPPED': [
    'The purchasing system loses or misreads a unit that it has not mapped.',
    'The unit is rare.',
    'Ask the buyer, and put the unit into the unit table of the agreement.',
  ],
  'LINT-UNIT-UNSENDABLE': [
    'The format of the cart has no such unit.',
    'The article has a unit that the code list of the format lacks.',
    'Choose another unit for the article.',
  ],
  'LINT-VAT-MISSING': [
    'A line has no VAT, which a Peppol cart must have.',
    'The article has no rate for the country of delivery.',
    'Add the rate to the article.',
  ],
  'LINT-UNSPSC-MISSING': [
    'A line has no code of the classification that the purchasing system sorts by.',
    'The article is not classified.',
    'Add the code to the article.',
  ],
  'LINT-UNSPSC-LENGTH': [
    'A classification code does not have the digits that the purchasing system reads.',
    'A shortened code, or a code of another classification.',
    'Write the code in full.',
  ],
  'LINT-UNSPSC-VERSION': [
    'The UNSPSC code is of another version than the purchasing system sorts by.',
    'The articles were classified by an older version.',
    'Map the codes to the other version, or agree on ours.',
  ],
  'LINT-MAPPING': [
    'A rule of the mapping cannot work on a value.',
    'The value is not in the table of the rule, or is no number or date.',
    'Add the value to the table, or correct the mapping.',
  ],
};

const swedish: Readonly<Record<LintId | CartCode, CartWords>> = {
  'CART-EMPTY': [
    'Kundvagnen är tom.',
    'Köparen tryckte på Fortsätt utan någon artikel.',
    'Lägg en artikel i kundvagnen, eller gå tillbaka utan kundvagn.',
  ],
  'CART-PRICE-CHANGED': [
    'En artikels pris har ändrats sedan den lades i kundvagnen.',
    'En ny prislista började gälla under besöket.',
    'Köparen bekräftar det nya priset i kundvagnen.',
  ],
  'CART-PRICE-MISSING': [
    'En artikel i kundvagnen har inte längre något pris.',
    'En prislista har gått ut, eller så har artikeln tagits bort ur den.',
    'Lägg till ett pris för kunden, eller ta bort artikeln ur kundvagnen.',
  ],
  'CART-WITHDRAWN': [
    'En artikel i kundvagnen har utgått.',
    'Artikeln utgick under besöket, eller ligger i en gammal kundvagn.',
    'Välj ersättaren, eller ta bort artikeln ur kundvagnen.',
  ],
  'CART-UNIT-GONE': [
    'En artikel i kundvagnen har inte längre sin enhet.',
    'Artikelns enheter har ändrats.',
    'Lägg artikeln i kundvagnen igen i en annan enhet.',
  ],
  'CART-NOT-ALLOWED': [
    'En artikel i kundvagnen ligger utanför kundens sortiment.',
    'Sortimentet har ändrats, eller så kommer artikeln från en gammal kundvagn.',
    'Ta bort artikeln ur kundvagnen, eller lägg till den i sortimentet.',
  ],
  'CART-QUANTITY': [
    'En mängd i kundvagnen kan inte levereras så.',
    'Den är under den minsta, över den största eller ingen multipel av förpackningen.',
    'Ändra mängden som kundvagnen säger.',
  ],
  'LINT-CART-EMPTY': [
    'Inköpssystemet tar inte emot en tom kundvagn, eller klarar kanske inte av den.',
    'Köparen tryckte på Fortsätt utan någon artikel.',
    'Lägg en artikel i kundvagnen, eller gå tillbaka utan kundvagn.',
  ],
  'LINT-LINE-COUNT': [
    'Kundvagnen har fler rader än inköpssystemet tar emot.',
    'Plattformen eller avtalet har en gräns.',
    'Skicka en del av raderna i en annan kundvagn.',
  ],
  'LINT-FIELD-COUNT': [
    'Formuläret har fler fält än inköpssystemet läser.',
    'Många webbservrar läser bara de första tusen fälten i ett formulär.',
    'Skicka en del av raderna i en annan kundvagn, eller mappa färre fält.',
  ],
  'LINT-MINIMUM-VALUE': [
    'Kundvagnen är värd mindre än den minsta order som är avtalad.',
    'Avtalet har ett minsta ordervärde.',
    'Lägg till artiklar, eller öka antalet.',
  ],
  'LINT-CURRENCY': [
    'Kundvagnen är i en annan valuta än avtalet säger.',
    'En mappning sätter valutan, eller så har avtalet ändrats.',
    'Rätta mappningen eller avtalet.',
  ],
  'LINT-LENGTH': [
    'En text är längre än sitt fält: resten klipps av.',
    'Protokollets eller plattformens fält är kort.',
    'Korta texten på artikeln, eller mappa en kortare.',
  ],
  'LINT-BYTES': [
    'En text har fler byte i UTF-8 än sitt fält.',
    'Å, ä och ö är två byte var, och plattformen räknar byte.',
    'Korta texten på artikeln, eller mappa en kortare.',
  ],
  'LINT-KEY-LENGTH': [
    'Ett nummer eller en kod är längre än sitt fält, och ett avkortat vore ett annat.',
    'Ett långt artikelnummer, och ett kort fält i protokollet eller plattformen.',
    'Mappa ett kortare nummer.',
  ],
  'LINT-KEY-CHARACTERS': [
    'Ett nummer eller en kod har tecken som inte kommer fram.',
    'Formulärets teckenkodning eller plattformen har dem inte.',
    'Mappa ett nummer utan dessa tecken.',
  ],
  'LINT-CHARSET': [
    'En text har tecken som saknas i formulärets teckenkodning.',
    'Avtalet eller anropet ber om ISO-8859-1.',
    'Kom överens om UTF-8, eller ändra texten.',
  ],
  'LINT-NUMBER': ['Ett fält för tal är fyllt med något annat.', 'En mappning till fel fält.', 'Rätta mappningen.'],
  'LINT-QUANTITY-DIGITS': [
    'Antalet har fler siffror än inköpssystemet tar emot.',
    'En liten enhet, eller många decimaler.',
    'Välj ett annat antal eller en annan enhet.',
  ],
  'LINT-PRICE-DIGITS': [
    'Priset har fler siffror än som kan skickas.',
    'Ett pris med många decimaler, till exempel på en skruv.',
    'Sätt priset för en större mängd, till exempel för 100.',
  ],
  'LINT-PRICE-ZERO': [
    'Artikeln kostar ingenting, vilket en del system tar för att priset saknas.',
    'Ett gratisprov.',
    'Inget behöver göras om inköpssystemet tar emot det.',
  ],
  'LINT-UNIT-UNKNOWN': [
    'Enheten är ingen kod i UN/ECE:s rekommendation 20 eller 21.',
    'Artikeln har en enhet som är butikens egen.',
    'Lägg enheten i avtalets enhetstabell.',
  ],
  'LINT-UNIT-UNMAPPED': [
    'Inköpssystemet tappar eller misstolkar en enhet som det inte har mappat.',
    'Enheten är ovanlig.',
    'Fråga köparen, och lägg enheten i avtalets enhetstabell.',
  ],
  'LINT-UNIT-UNSENDABLE': [
    'Kundvagnens format har ingen sådan enhet.',
    'Artikeln har en enhet som formatets kodlista saknar.',
    'Välj en annan enhet för artikeln.',
  ],
  'LINT-VAT-MISSING': [
    'En rad har ingen moms, som en Peppol-kundvagn måste ha.',
    'Artikeln har ingen momssats för leveranslandet.',
    'Lägg till momssatsen på artikeln.',
  ],
  'LINT-UNSPSC-MISSING': [
    'En rad har ingen kod i den klassificering som inköpssystemet sorterar efter.',
    'Artikeln är inte klassificerad.',
    'Lägg till koden på artikeln.',
  ],
  'LINT-UNSPSC-LENGTH': [
    'En klassificeringskod har inte så många siffror som inköpssystemet läser.',
    'En avkortad kod, eller en kod i en annan klassificering.',
    'Skriv hela koden.',
  ],
  'LINT-UNSPSC-VERSION': [
    'UNSPSC-koden är av en annan version än den som inköpssystemet sorterar efter.',
    'Artiklarna klassificerades efter en äldre version.',
    'Mappa koderna till den andra versionen, eller kom överens om vår.',
  ],
  'LINT-MAPPING': [
    'En regel i mappningen kan inte använda ett värde.',
    'Värdet finns inte i regelns tabell, eller är inget tal eller datum.',
    'Lägg till värdet i tabellen, eller rätta mappningen.',
  ],
};

export const cartWords: InBothLanguages<typeof english> = { en: english, sv: swedish };
