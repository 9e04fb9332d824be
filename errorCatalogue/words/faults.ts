import type { DeliveryFaultCode } from '../../platform/deliveryFault.ts';
import type { XmlFaultCode } from '../../formats/xml/fault.ts';
import type { InBothLanguages } from '../entry.ts';

/** How a fault comes about, and what to do. What it means is its own sentence. */
type CauseAndRemedy = readonly [cause: string, remedy: string];

const nothing = 'Nothing at once: it is tried again by itself.';
const inget = 'Inget genast: nya försök görs av sig självt.';
const partnersCertificate = 'Ask the partner to mend the certificate of its server; then press “Retry now”.';
const partnernsCertifikat = 'Be partnern rätta certifikatet på sin server, och tryck sedan på ”Försök nu”.';

const english: Readonly<Record<DeliveryFaultCode, CauseAndRemedy>> = {
  ADDRESS_PRIVATE: [
    'The address of the agreement leads into a private network, where nothing of a partner should be.',
    'Correct the address in the agreement, or allow the network in the configuration (ALLOW_PRIVATE_ADDRESSES).',
  ],
  CREDENTIAL_MISSING: [
    'The agreement names a credential that was revoked or never set.',
    'Set the credential on the partner’s page; then press “Retry now”.',
  ],
  ADDRESS_MISSING: [
    'The address was taken out of the agreement after the document was written.',
    'Put the address into the agreement again, or let the partner fetch the document.',
  ],
  ANSWERED: [
    'The receiver’s server is in trouble, does not know the address, or does not take our credential.',
    '5xx is tried again by itself. For 4xx talk to the partner: address, credential or document is wrong.',
  ],
  CXML_STATUS: [
    'The receiver read the document and says by its Status that something is wrong.',
    '5xx is tried again by itself. For 4xx read the text of the Status, and talk to the partner.',
  ],
  NO_CXML: [
    'Something on the way answered instead of the receiver: a log-in page, a proxy, a wrong address.',
    'Compare the address with the partner’s documentation.',
  ],
  SMTP_REPLY: [
    'The mail server does not take the message, for example because the mailbox is not there.',
    'Correct the address, or talk to whoever runs the mail server.',
  ],
  SMTP_LOGIN: ['User name or password of SMTP_URL is wrong.', 'Correct SMTP_URL and start again.'],
  SMTP_NO_TLS: [
    'The mail server speaks without encryption.',
    'Use another mail server, or allow it with SMTP_STARTTLS in a network of your own.',
  ],
  MAIL_UNSET: ['The installation has no mail server.', 'Set SMTP_URL, and start again.'],
  MAILBOX_LOGIN: ['User name or password of IMAP_URL is wrong, or was changed.', 'Correct IMAP_URL and start again.'],
  MAILBOX_NO_TLS: [
    'The server of the mailbox speaks without encryption.',
    'Use imaps://, or allow it with IMAP_STARTTLS in a network of your own.',
  ],
  MAILBOX_MISSING: [
    'The end of IMAP_URL is misspelled, or the folder was renamed or removed.',
    'Mend the end of IMAP_URL (INBOX is the usual one), or make the folder.',
  ],
  MAILBOX_FOLDER: [
    'The server of the mailbox lets nobody make folders, or its room is used up.',
    'Make the folder by hand, or give the mailbox more room.',
  ],
  MAIL_TOO_LARGE: [
    'Catalogues and orders with attachments can be longer than mail servers take.',
    'Send them over HTTP or SFTP: choose another way at the address in the agreement.',
  ],
  ACCESS_POINT_ANSWERED: [
    'The access point read the document and says what is wrong, for example that the receiver is not registered for it.',
    '5xx is tried again by itself. For 4xx read its sentence, compare the identifiers in the agreement, and talk to the access point.',
  ],
  ACCESS_POINT_UNSET: [
    'The agreement sends by Peppol and names no address of its own.',
    'Set ACCESS_POINT_URL, or put the address of the access point into the agreement; then press “Retry now”.',
  ],
  NOT_ENVELOPED: [
    'The document was written before the agreement packed documents into envelopes, or is in a format that Peppol does not carry.',
    'Let the partner fetch it, or send it another way; documents that are written from now on have an envelope.',
  ],
  CONNECTION_REFUSED: ['Nothing listens at the address and port, or a firewall refuses.', nothing],
  CONNECTION_CLOSED: [
    'The receiver or a proxy closed the connection in the middle, or the receiver does not take our client certificate.',
    nothing,
  ],
  NAME_UNKNOWN: [
    'The name of the server is misspelled, or was taken out of DNS.',
    'Compare the address with the partner.',
  ],
  DNS_AWAY: ['Our own name service does not answer.', `${nothing} If it stays, look at the network.`],
  UNREACHABLE: ['A firewall drops the connection, or the receiver is switched off.', nothing],
  NO_ANSWER: ['The receiver is overloaded, or works on the document for too long.', nothing],
  ANSWER_UNFINISHED: ['The receiver stopped in the middle of its answer.', nothing],
  CERTIFICATE_EXPIRED: ['The partner has forgotten to renew it.', partnersCertificate],
  CERTIFICATE_SELF_SIGNED: ['The partner uses a certificate that no authority has signed.', partnersCertificate],
  CERTIFICATE_UNTRUSTED: ['The certificate comes from an authority of the partner’s own.', partnersCertificate],
  CERTIFICATE_INCOMPLETE: ['The partner’s server does not send the certificates in between.', partnersCertificate],
  CERTIFICATE_OTHER_NAME: [
    'The address has another name than the certificate, often an IP address.',
    partnersCertificate,
  ],
  CLIENT_CERTIFICATE_REFUSED: [
    'The partner’s server lets in only clients with a certificate that it knows.',
    'Set the client certificate among the credentials, name it at the address in the agreement, or let the partner enter ours; then press “Retry now”.',
  ],
  CLIENT_CERTIFICATE_EXPIRED: [
    'The client certificate that the agreement names was valid until a day that has passed.',
    'Set a new one of the same name on the partner’s page; then press “Retry now”.',
  ],
  HOST_KEY_CHANGED: [
    'The server was set up anew, or somebody stands in between and plays the server.',
    'Ask the partner, by telephone, for the fingerprint of its key; only then correct it in the agreement.',
  ],
  LOGIN_REFUSED: [
    'User name, password or key is wrong, or the partner has not entered our key yet.',
    'Set the credential on the partner’s page, or let the partner enter our key.',
  ],
  FOLDER_MISSING: ['The folder was never made, or has another name.', 'Make it, or correct it in the agreement.'],
  FOLDER_DENIED: [
    'The user may not read or write there, or the folder leads out of the one that is set apart for partners.',
    'Let whoever runs the server give the right, or correct the folder in the agreement.',
  ],
  DISK_FULL: ['The disk or the quota of the server is used up.', 'Tell whoever runs the server; it is tried again.'],
  SPOOL_FULL: [
    'The disk of the folder that DATA_DIR names is full. The document was not taken, and waits where it is.',
    'Make room on that disk; then the document is taken by itself.',
  ],
  CONNECTION_FAILED: ['The connection broke off in a way that has no name of its own here.', nothing],
  NO_ATTEMPT: ['The series of attempts ended before one could be finished.', 'Press “Retry now”.'],
};

const swedish: Readonly<Record<DeliveryFaultCode, CauseAndRemedy>> = {
  ADDRESS_PRIVATE: [
    'Adressen i avtalet leder in i ett privat nät, där inget av en partners borde finnas.',
    'Rätta adressen i avtalet, eller tillåt nätet i konfigurationen (ALLOW_PRIVATE_ADDRESSES).',
  ],
  CREDENTIAL_MISSING: [
    'Avtalet anger en inloggningsuppgift som har återkallats eller aldrig satts.',
    'Sätt uppgiften på partnerns sida, och tryck sedan på ”Försök nu”.',
  ],
  ADDRESS_MISSING: [
    'Adressen togs bort ur avtalet efter att dokumentet skrevs.',
    'Sätt in adressen i avtalet igen, eller låt partnern hämta dokumentet.',
  ],
  ANSWERED: [
    'Mottagarens server har problem, känner inte adressen eller godtar inte vår inloggning.',
    'Efter 5xx görs nya försök av sig självt. Vid 4xx: prata med partnern, för adress, inloggning eller dokument är fel.',
  ],
  CXML_STATUS: [
    'Mottagaren har läst dokumentet och säger med sin Status att något är fel.',
    'Efter 5xx görs nya försök av sig självt. Vid 4xx: läs texten i Status och prata med partnern.',
  ],
  NO_CXML: [
    'Något på vägen svarade i stället för mottagaren: en inloggningssida, en proxy, en felaktig adress.',
    'Jämför adressen med partnerns dokumentation.',
  ],
  SMTP_REPLY: [
    'E-postservern tar inte emot meddelandet, till exempel för att brevlådan inte finns.',
    'Rätta adressen, eller prata med den som sköter e-postservern.',
  ],
  SMTP_LOGIN: ['Användarnamn eller lösenord i SMTP_URL är fel.', 'Rätta SMTP_URL och starta om.'],
  SMTP_NO_TLS: [
    'E-postservern talar utan kryptering.',
    'Använd en annan e-postserver, eller tillåt det med SMTP_STARTTLS i ett eget nät.',
  ],
  MAIL_UNSET: ['Installationen har ingen e-postserver.', 'Sätt SMTP_URL och starta om.'],
  MAILBOX_LOGIN: ['Användarnamn eller lösenord i IMAP_URL är fel, eller har ändrats.', 'Rätta IMAP_URL och starta om.'],
  MAILBOX_NO_TLS: [
    'Brevlådans server talar utan kryptering.',
    'Använd imaps://, eller tillåt det med IMAP_STARTTLS i ett eget nät.',
  ],
  MAILBOX_MISSING: [
    'Slutet av IMAP_URL är felstavat, eller så har mappen döpts om eller tagits bort.',
    'Rätta slutet av IMAP_URL (INBOX är det vanliga), eller skapa mappen.',
  ],
  MAILBOX_FOLDER: [
    'Brevlådans server låter ingen skapa mappar, eller så är dess utrymme slut.',
    'Skapa mappen för hand, eller ge brevlådan mer utrymme.',
  ],
  MAIL_TOO_LARGE: [
    'Kataloger och order med bilagor kan vara större än vad e-postservrar tar emot.',
    'Skicka dem över HTTP eller SFTP: välj ett annat sätt vid adressen i avtalet.',
  ],
  ACCESS_POINT_ANSWERED: [
    'Accesspunkten har läst dokumentet och säger vad som är fel, till exempel att mottagaren inte är registrerad för det.',
    'Efter 5xx görs nya försök av sig självt. Vid 4xx: läs meningen, jämför identiteterna i avtalet och prata med accesspunkten.',
  ],
  ACCESS_POINT_UNSET: [
    'Avtalet skickar via Peppol och anger ingen egen adress.',
    'Sätt ACCESS_POINT_URL, eller ange accesspunktens adress i avtalet. Tryck sedan på ”Försök nu”.',
  ],
  NOT_ENVELOPED: [
    'Dokumentet skrevs innan avtalet packade dokument i kuvert, eller har ett format som Peppol inte bär.',
    'Låt partnern hämta det, eller skicka det på ett annat sätt; dokument som skrivs från och med nu har kuvert.',
  ],
  CONNECTION_REFUSED: ['Inget lyssnar på adressen och porten, eller så nekar en brandvägg.', inget],
  CONNECTION_CLOSED: [
    'Mottagaren eller en proxy stängde anslutningen mitt i, eller så godtar mottagaren inte vårt klientcertifikat.',
    inget,
  ],
  NAME_UNKNOWN: ['Serverns namn är felstavat, eller har tagits bort ur DNS.', 'Stäm av adressen med partnern.'],
  DNS_AWAY: ['Vår egen namntjänst svarar inte.', `${inget} Om det fortsätter: titta på nätverket.`],
  UNREACHABLE: ['En brandvägg släpper anslutningen, eller så är mottagaren avstängd.', inget],
  NO_ANSWER: ['Mottagaren är överbelastad, eller arbetar för länge med dokumentet.', inget],
  ANSWER_UNFINISHED: ['Mottagaren slutade mitt i sitt svar.', inget],
  CERTIFICATE_EXPIRED: ['Partnern har glömt att förnya det.', partnernsCertifikat],
  CERTIFICATE_SELF_SIGNED: ['Partnern använder ett certifikat som ingen utfärdare har signerat.', partnernsCertifikat],
  CERTIFICATE_UNTRUSTED: ['Certifikatet kommer från partnerns egen utfärdare.', partnernsCertifikat],
  CERTIFICATE_INCOMPLETE: ['Partnerns server skickar inte de mellanliggande certifikaten.', partnernsCertifikat],
  CERTIFICATE_OTHER_NAME: ['Adressen har ett annat namn än certifikatet, ofta en IP-adress.', partnernsCertifikat],
  CLIENT_CERTIFICATE_REFUSED: [
    'Partnerns server släpper bara in klienter med ett certifikat som den känner.',
    'Sätt klientcertifikatet bland inloggningsuppgifterna, ange det vid adressen i avtalet, eller be partnern lägga in vårt. Tryck sedan på ”Försök nu”.',
  ],
  CLIENT_CERTIFICATE_EXPIRED: [
    'Klientcertifikatet som avtalet anger gällde till en dag som har passerat.',
    'Sätt ett nytt med samma namn på partnerns sida, och tryck sedan på ”Försök nu”.',
  ],
  HOST_KEY_CHANGED: [
    'Servern har satts upp på nytt, eller så står någon emellan och utger sig för att vara servern.',
    'Fråga partnern, per telefon, efter nyckelns fingeravtryck; rätta det i avtalet först därefter.',
  ],
  LOGIN_REFUSED: [
    'Användarnamn, lösenord eller nyckel är fel, eller så har partnern inte lagt in vår nyckel än.',
    'Sätt uppgiften på partnerns sida, eller be partnern lägga in vår nyckel.',
  ],
  FOLDER_MISSING: ['Mappen har aldrig skapats, eller heter något annat.', 'Skapa den, eller rätta den i avtalet.'],
  FOLDER_DENIED: [
    'Användaren får inte läsa eller skriva där, eller så leder mappen ut ur den som är avsatt för partner.',
    'Be den som sköter servern ge rättigheten, eller rätta mappen i avtalet.',
  ],
  DISK_FULL: ['Disken eller utrymmet på servern är slut.', 'Säg till den som sköter servern; nya försök görs.'],
  SPOOL_FULL: [
    'Disken med mappen som DATA_DIR anger är full. Dokumentet togs inte emot och väntar där det är.',
    'Gör plats på den disken; sedan hämtas dokumentet av sig självt.',
  ],
  CONNECTION_FAILED: ['Anslutningen bröts på ett sätt som inte har något eget namn här.', inget],
  NO_ATTEMPT: ['Raden av försök tog slut innan något blev klart.', 'Tryck på ”Försök nu”.'],
};

export const deliveryWords: InBothLanguages<typeof english> = { en: english, sv: swedish };

/** What kind of fault of the bytes it is, and a piece of text that has it. */
export const xmlKinds: Readonly<Record<XmlFaultCode, readonly [kind: XmlKind, snippet: string]>> = {
  XML_VERSION: ['kind', '<?xml version="1.1"?>'],
  ENCODING_UNREAD: ['encoding', '<?xml version="1.0" encoding="windows-1252"?>'],
  ENCODING_CONTRADICTED: ['encoding', '<?xml version="1.0" encoding="UTF-16"?>'],
  ENCODING_NOT_THERE: ['encoding', 'Content-Type: application/xml; charset=UTF-16'],
  CHARSET_CONTRADICTED: ['encoding', 'Content-Type: application/xml; charset=utf-8'],
  SIGNATURE_UNREAD: ['encoding', '4C 6F A7 94'],
  BYTES_WRONG: ['encoding', 'Ume\\xE5'],
  DOCTYPE: ['markup', '<!DOCTYPE Order>'],
  DOCTYPE_ENTITY: ['markup', '<!DOCTYPE cXML [<!ENTITY a "b">]>'],
  TOO_MUCH: ['size', '<cac:OrderLine>…</cac:OrderLine>'],
  NAMESPACE_DECLARATION: ['markup', '<Order xmlns:xmlns="urn:x">'],
  NAMESPACE_PREFIX: ['markup', '<cbc:ID>4711</cbc:ID>'],
  NAME_COLON: ['markup', '<a:b:c/>'],
  ATTRIBUTE_TWICE: ['markup', '<cbc:ID schemeID="0007" schemeID="0088">'],
  CLOSING_TAG: ['markup', '<cac:Item>…</cac:Itme>'],
  ENDS_TOO_EARLY: ['cut', '<Order><cbc:ID>4711</cbc:ID>'],
  ENDS_IN_MARKUP: ['cut', '<Order><cbc:I'],
  EMPTY: ['cut', '<?xml version="1.0"?>'],
  TEXT_OUTSIDE_ROOT: ['markup', '<Order>…</Order> --'],
  SECOND_ROOT: ['markup', '<Order>…</Order><Order>…</Order>'],
  ENTITY_UNDEFINED: ['markup', '<cbc:Name>Skruv &nbsp; mutter</cbc:Name>'],
  CHARACTER: ['markup', '<cbc:Note>\\x0B</cbc:Note>'],
  CHARACTER_REFERENCE: ['markup', '<cbc:Note>&#11;</cbc:Note>'],
  TAG_NAME: ['markup', '<cbc:Note>1 < 2</cbc:Note>'],
  NOT_WELL_FORMED: ['markup', '<cbc:ID schemeID="0007"schemeName="x">'],
  NO_ORDER: ['kind', '<Invoice>…</Invoice>'],
  NO_CART: ['kind', '<Invoice>…</Invoice>'],
  FORMAT: ['kind', '<cbc:CustomizationID>urn:x</cbc:CustomizationID>'],
  ENVELOPE_EMPTY: ['kind', '<StandardBusinessDocument>…</StandardBusinessDocument>'],
  ENVELOPE_FULL: ['kind', '<StandardBusinessDocument>…<Order/><Order/></StandardBusinessDocument>'],
};

export type XmlKind = 'encoding' | 'markup' | 'cut' | 'size' | 'kind';

export const xmlWords: InBothLanguages<Readonly<Record<XmlKind, CauseAndRemedy>>> = {
  en: {
    encoding: [
      'The bytes are written in another encoding than the declaration or the header says.',
      'Write the document in UTF-8, and say UTF-8 in the XML declaration and in Content-Type.',
    ],
    markup: [
      'The XML was put together as text, or changed by hand.',
      'Let an XML library write the document, and escape & and < in texts.',
    ],
    cut: [
      'The transfer broke off, a file was read while it was written, or an empty file was sent.',
      'Send the whole document again.',
    ],
    size: [
      'The document is much larger than orders are, or a loop wrote something again and again.',
      'Split the document, or agree on a higher limit with the shop.',
    ],
    kind: [
      'Another kind of document was sent than is read at this address.',
      'Send a document of an agreed format, as XML 1.0, one in each envelope.',
    ],
  },
  sv: {
    encoding: [
      'Byten är skrivna i en annan kodning än den som deklarationen eller rubriken anger.',
      'Skriv dokumentet i UTF-8, och ange UTF-8 i XML-deklarationen och i Content-Type.',
    ],
    markup: [
      'XML-koden har satts ihop som text eller ändrats för hand.',
      'Låt ett XML-bibliotek skriva dokumentet, och skriv & och < i texter som &amp; och &lt;.',
    ],
    cut: [
      'Överföringen bröts, en fil lästes medan den skrevs eller en tom fil skickades.',
      'Skicka hela dokumentet igen.',
    ],
    size: [
      'Dokumentet är mycket större än order brukar vara, eller så har en slinga skrivit något om och om igen.',
      'Dela upp dokumentet, eller kom överens med butiken om en högre gräns.',
    ],
    kind: [
      'En annan sorts dokument skickades än den som läses på den här adressen.',
      'Skicka ett dokument i ett avtalat format, som XML 1.0, ett i varje kuvert.',
    ],
  },
};
