/** Ends of sentences that schemas say in English (platform/issues.ts), in Swedish. */
const sentences: Readonly<Record<string, string>> = {
  'is missing': 'saknas',
  'is not a known field': 'är inget känt fält',
  'must not be empty': 'får inte vara tomt',
  'must be a GTIN with 8, 12, 13 or 14 digits and a right check digit':
    'måste vara ett GTIN med 8, 12, 13 eller 14 siffror och rätt kontrollsiffra',
  'must be a VAT category of UNCL5305 such as S': 'måste vara en momskategori enligt UNCL5305, till exempel S',
  'must be a code of UN/ECE Rec 21 such as CT or PX':
    'måste vara en kod enligt UN/ECE Rec 21, till exempel CT eller PX',
  'must be a country code of ISO 3166-1 such as SE': 'måste vara en landskod enligt ISO 3166-1, till exempel SE',
  'must be a country code such as SE': 'måste vara en landskod, till exempel SE',
  'must be a currency code of ISO 4217 such as SEK': 'måste vara en valutakod enligt ISO 4217, till exempel SEK',
  'must be a decimal such as 2 or 2.5': 'måste vara ett tal, till exempel 2 eller 2.5',
  'must be a decimal such as 2 or 2.5, with at most 8 decimals':
    'måste vara ett tal, till exempel 2 eller 2.5, med högst 8 decimaler',
  'must be a decimal with at most 12 decimals': 'måste vara ett tal med högst 12 decimaler',
  'must be a host such as srm.example.com or *.example.com':
    'måste vara ett värdnamn, till exempel srm.example.com eller *.example.com',
  'must be a number or current': 'måste vara ett nummer eller current',
  'must be a percentage such as 25': 'måste vara en procentsats, till exempel 25',
  'must be a time of day such as 16:00': 'måste vara ett klockslag, till exempel 16:00',
  'must be a time zone such as Europe/Stockholm': 'måste vara en tidszon, till exempel Europe/Stockholm',
  'must be a unit code of UN/ECE Recommendation 20 such as C62':
    'måste vara en enhetskod enligt UN/ECE Recommendation 20, till exempel C62',
  'must be a version such as 26.0801': 'måste vara en version, till exempel 26.0801',
  'must be after from': 'måste vara efter from',
  'must be an ISO 6523 code such as 0007': 'måste vara en kod enligt ISO 6523, till exempel 0007',
  'must be an http or https URL': 'måste vara en adress som börjar med http eller https',
  'must be an identifier without spaces and colons': 'måste vara en identifierare utan blanksteg och kolon',
  'must be another currency': 'måste vara en annan valuta',
  'must be changed where the price or the article is another': 'måste ändras om priset eller artikeln är en annan',
  'must be there to send by Peppol': 'måste finnas för att skicka via Peppol',
  'must be there to send mail': 'måste finnas för att skicka e-post',
  'must be there to send over HTTP': 'måste finnas för att skicka över HTTP',
  'must be a mail address such as order@example.com, or a domain such as @example.com':
    'måste vara en e-postadress, till exempel order@example.com, eller en domän, till exempel @example.com',
  'must change something': 'måste ändra något',
  'must be made of YYYY, MM, DD and signs between them': 'måste bestå av YYYY, MM, DD och tecken emellan',
  'must be a folder such as partner/in': 'måste vara en mapp, till exempel partner/in',
  'must be a fingerprint such as SHA256:… of ssh-keygen -lf':
    'måste vara ett fingeravtryck, till exempel SHA256:… från ssh-keygen -lf',
  'must be a host name or address': 'måste vara ett värdnamn eller en adress',
  'must be there to put files': 'måste finnas för att lägga filer',
  'must be there for SFTP': 'måste finnas för SFTP',
  'must be more than 0': 'måste vara mer än 0',
  'must be one character': 'måste vara ett tecken',
  'must be one mail address': 'måste vara en e-postadress',
  'must be scheme and id such as 0007:5560001111': 'måste vara schema och id, till exempel 0007:5560001111',
  'must be there, since the shop is called': 'måste finnas, eftersom butiken anropas',
  'must be off: WooCommerce has no prices of a customer': 'måste vara av: WooCommerce har inga priser för en kund',
  'must begin with https': 'måste börja med https',
  'there is no such customer': 'kunden finns inte',
  'there is no such product': 'artikeln finns inte',
  'there is no such order': 'ordern finns inte',
  'the product has no conversion for this unit': 'artikeln har ingen omräkning för enheten',
  'the list is told in two ways': 'prislistan beskrivs på två sätt',
  'must be there for a customer list, and only there': 'ska finnas för en kunds prislista, och bara där',
  'must be there for a group list, and only there': 'ska finnas för en grupps prislista, och bara där',
  'must have 13 digits': 'måste ha 13 siffror',
  'must have 18 digits': 'måste ha 18 siffror',
  'must have 9 digits': 'måste ha 9 siffror',
  'must have a right check digit': 'måste ha rätt kontrollsiffra',
  'must have a text in Swedish or English': 'måste ha en text på svenska eller engelska',
  'must have either a path or a literal': 'måste ha antingen en sökväg eller ett fast värde',
  'must have exactly one of path, literal, join, firstOf and empty':
    'måste ha exakt ett av path, literal, join, firstOf och empty',
  'must have join where it has a separator': 'måste ha join där det har en separator',
  'must have no control characters': 'får inte ha några styrtecken',
  'must name each rung once': 'får nämna varje steg bara en gång',
  'must name each source once': 'får nämna varje källa bara en gång',
  'must not be before promisedFrom': 'får inte vara före promisedFrom',
  'must not be before validFrom': 'får inte vara före validFrom',
  'must not contain NUL or half characters': 'får inte innehålla NUL eller halva tecken',
  'must not stand beside quotation': 'får inte stå bredvid quotation',
  'must not stand beside tolerancePercent, toleranceAmount or beyond: bands say it all':
    'får inte stå bredvid tolerancePercent, toleranceAmount eller beyond: banden säger allt',
  'must be a date such as 2026-11-24': 'måste vara ett datum, till exempel 2026-11-24',
  'must be an instant such as 2026-11-24T09:30:00Z': 'måste vara en tidpunkt, till exempel 2026-11-24T09:30:00Z',
  'must be an id such as 019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11':
    'måste vara ett id, till exempel 019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11',
  'must be a URL such as https://orders.example.com/inbox':
    'måste vara en adress, till exempel https://orders.example.com/inbox',
  'must be an IPv4 range such as 192.0.2.0/24': 'måste vara ett IPv4-intervall, till exempel 192.0.2.0/24',
  'must be an IPv6 range such as 2001:db8::/32': 'måste vara ett IPv6-intervall, till exempel 2001:db8::/32',
  'must be a text': 'måste vara en text',
  'must be a number': 'måste vara ett tal',
  'must be a whole number': 'måste vara ett heltal',
  'must be true or false': 'måste vara ja eller nej',
  'must be a list': 'måste vara en lista',
  'must be an object': 'måste vara ett objekt',
  'is not a known path': 'är ingen känd sökväg',
  'is not a known table': 'är ingen känd tabell',
  'is not in the table': 'finns inte i tabellen',
  'is not a number': 'är inget tal',
  'is not a date': 'är inget datum',
  'is too long': 'är för långt',
  'cannot be a number': 'kan inte vara ett tal',
  'may carry a secret and never goes into a document that a browser carries':
    'kan bära en hemlighet och går aldrig in i ett dokument som en webbläsare bär',
  'is about a person; the agreement does not allow personalData':
    'handlar om en person; avtalet tillåter inte personuppgifter',
  'a line of the order': 'en rad i ordern',
  'a customer number of the agreement': 'ett kundnummer i avtalet',
  'a price that deviates': 'ett pris som avviker',
  'an order that was rejected or cancelled': 'en order som är avvisad eller makulerad',
  'for example NetworkID/AN01000000001': 'till exempel NetworkID/AN01000000001',
  'for example lindstroms': 'till exempel lindstroms',
  'names of the buyer in From': 'köparens namn i From',
  'names of the shop, to ask for a profile with': 'butikens namn, att be om en profil med',
  'one of the customers of the agreement': 'en av avtalets kunder',
  'an https address of the purchasing system': 'en https-adress i inköpssystemet',
  'no host is agreed': 'inget värdnamn är avtalat',
  'the instance identifier of a document that was sent': 'instansidentifieraren för ett dokument som har skickats',
  'an identity that the agreement names': 'en identitet som avtalet nämner',
  'an XML document': 'ett XML-dokument',
  'a sender that one agreement names': 'en avsändare som ett avtal nämner',
  'a name of the agreement': 'ett namn i avtalet',
  'a partner of this hub': 'en partner i den här hubben',
  'one partner of this hub, not several': 'en partner i den här hubben, inte flera',
  'text without elements in UTF-8, ISO-8859-1 or the like, not in base64':
    'text utan element i UTF-8, ISO-8859-1 eller liknande, inte i base64',
  'a new payloadID': 'ett nytt payloadID',
  'a price of the day in the currency of the agreement': 'ett dagspris i avtalets valuta',
  'a name': 'en benämning',
  'has a character that cannot be stored, or is nested too deep':
    'har ett tecken som inte kan sparas, eller är för djupt nästlat',
  '1 to 200 visible ASCII characters': '1 till 200 synliga ASCII-tecken',
  'application/xml or text/xml': 'application/xml eller text/xml',
  'nothing: the line was rejected': 'inget: raden är avvisad',
  'nothing: the rest was cancelled': 'inget: resten är makulerad',
  'a number': 'ett tal',
  'a table of the mapping': 'en tabell i mappningen',
  'a path of header, line, customer or session': 'en sökväg i header, line, customer eller session',
  'a path of header, customer or session': 'en sökväg i header, customer eller session',
};

const patterns: readonly (readonly [RegExp, string])[] = [
  [/^must be a number from (\d+) to (\d+)$/, 'måste vara ett tal från $1 till $2'],
  [/^must have at least (\d+) characters$/, 'måste ha minst $1 tecken'],
  [/^must have at most (\d+) characters$/, 'får ha högst $1 tecken'],
  [/^must have at least (\d+) entries$/, 'måste ha minst $1 poster'],
  [/^must have at most (\d+) entries$/, 'får ha högst $1 poster'],
  [/^cannot work on a number$/, 'går inte att använda på ett tal'],
  [/^cannot work on a text$/, 'går inte att använda på en text'],
  [/^cannot work on a date$/, 'går inte att använda på ett datum'],
  [/^a step for a number$/, 'ett steg för ett tal'],
  [/^a step for a text$/, 'ett steg för en text'],
  [/^a step for a date$/, 'ett steg för ett datum'],
  [/^a field of the header of (\w+)$/, 'ett fält i huvudet i $1'],
  [/^a field of the line of (\w+)$/, 'ett fält i raden i $1'],
  [/^at most (\S+) bytes$/, 'högst $1 byte'],
  [/^at most (\S+) lines$/, 'högst $1 rader'],
  [/^at least (\S+)$/, 'minst $1'],
  [/^1 to (\S+)$/, '1 till $1'],
  [/^(\S+) of the domain$/, '$1 för domänen'],
  [/^JSON with "format": "(.*)" and "formatVersion": (\S+)$/, 'JSON med "format": "$1" och "formatVersion": $2'],
  [/^at most (\S+) characters$/, 'högst $1 tecken'],
  [/^must be at least (\S+)$/, 'måste vara minst $1'],
  [/^must be at most (\S+)$/, 'får vara högst $1'],
  [/^must be more than (\S+)$/, 'måste vara mer än $1'],
  [/^must be less than (\S+)$/, 'måste vara mindre än $1'],
  [/^at most (\S+) of (\S+) agreed$/, 'högst $1 av $2 avtalade'],
  [/^at least (\S+), which was delivered$/, 'minst $1, som har levererats'],
  [/^parts that come to (\S+), or one that is changed$/, 'delar som blir $1 tillsammans, eller en som ändras'],
  [/^line (.+) \(position (\d+)\)$/, 'rad $1 (position $2)'],
  [/^must be a package: (.*)$/, 'måste vara ett kolli: $1'],
  [/^must be the id of another package: (.*)$/, 'måste vara id för ett annat kolli: $1'],
];

/** The Swedish of what a schema or a failure says of a value; undefined for what is no sentence of ours. */
export function knownIssue(sentence: string): string | undefined {
  const known = sentences[sentence];
  if (known !== undefined) return known;
  for (const [pattern, swedish] of patterns) if (pattern.test(sentence)) return sentence.replace(pattern, swedish);
  return undefined;
}

/** The Swedish of what `issueText` says; of a sentence that is in no schema of ours the English. */
export function swedishIssue(sentence: string): string {
  const known = knownIssue(sentence);
  if (known !== undefined) return known;
  return sentence.replace(/^must be /, 'måste vara ').replaceAll(/, or | or /g, ' eller ');
}
