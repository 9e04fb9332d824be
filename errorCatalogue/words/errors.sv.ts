import type { ErrorType } from '../../platform/errors.ts';
import type { WordsOf } from '../entry.ts';

/** Swedish: what the API and the intake answer. */
export const swedishErrors: WordsOf<ErrorType | 'Unexpected'> = {
  DocumentMalformed: {
    meaning: 'Texten som skickades går inte att läsa: den är inte XML, JSON, CSV eller NDJSON, eller den är avklippt.',
    cause: 'Ett program som sätter ihop XML för hand, en felaktig teckenkodning eller en överföring som bröts.',
    example: 'En sluttagg passar inte det öppna elementet (rad 27, kolumn 14).',
    remedy: 'Rätta det som skriver texten på raden som anges, och skicka igen.',
  },
  DocumentInvalid: {
    meaning: 'Dokumentet går att läsa men bryter mot reglerna för sitt format.',
    cause: 'Ett värde saknas eller är fel. Detaljerna anger varje regel med dess plats.',
    example: 'BII2-T01-R010, rad 88: Den beställda mängden måste finnas och får inte vara negativ. Hittade: -2.',
    remedy: 'Slå upp varje regel som anges, rätta värdena och skicka dokumentet igen.',
  },
  DocumentUnsupported: {
    meaning: 'Dokumentet har en typ, version eller kodning som inte tas emot på den här adressen.',
    cause: 'En annan dokumenttyp än den avtalade, fel Content-Type, ett komprimerat innehåll eller XML 1.1.',
    example: 'Dokumentet har inget format som är avtalat. Hittade: peppol-3-order. Väntade: peppol-28a-order.',
    remedy: 'Skicka ett av formaten som anges, eller be butiken lägga till formatet i avtalet.',
  },
  DocumentTooLarge: {
    meaning: 'Det är fler byte, element inuti varandra eller attribut än som läses.',
    cause: 'En mycket lång order, stora bilagor eller en slinga i programmet som skriver dokumentet.',
    example: 'Dokumentet är större än avtalat. Hittade: 61000000 byte. Väntade: högst 50000000.',
    remedy: 'Dela upp dokumentet, skicka bilagorna på annat sätt eller kom överens med butiken om en högre gräns.',
  },
  RequestInvalid: {
    meaning: 'Ett fält i anropet är okänt, saknas eller är fel, eller anger något som inte finns.',
    cause: 'Ett felstavat fält, ett värde i en annan form eller ett id från ett annat system.',
    example: 'settings.price.tolerancePercent måste vara ett decimaltal som 2 eller 2.5, inte 2,5.',
    remedy: 'Rätta varje fält som detaljerna anger, och skicka anropet igen.',
  },
  CredentialRejected: {
    meaning:
      'Användare, hemlighet eller nyckel saknas, är fel eller återkallad. Den som anropar får aldrig veta vilket.',
    cause: 'En felskriven hemlighet, en som har återkallats eller testhemligheten på produktionsadressen.',
    example: 'Användare eller hemlighet stämmer inte för den här adressen.',
    remedy: 'Jämför adress, användare och hemlighet med åtkomstbladet. Butiken ser under Nekade anrop vad som var fel.',
  },
  AccessDenied: {
    meaning: 'Den som anropar är känd, eller kan vara det, men får inte göra detta.',
    cause:
      'En nätverksadress som inte är avtalad, en nyckel utan rättigheten, ett stängt protokoll eller en returadress hos en främmande värd.',
    example: 'Anrop från 192.0.2.10 är inte avtalade för den här adressen.',
    remedy: 'Be butikens administratör tillåta det i avtalet eller nyckeln.',
  },
  SenderMismatch: {
    meaning: 'Dokumentet anger en avsändare eller mottagare som avtalet inte har.',
    cause:
      'Företaget har bytt namn eller gått ihop med ett annat, en koncern skickar för ett nytt bolag, eller From och To har testnamn.',
    example: 'From anger ingen i avtalet. Element: Header/From/Credential. Hittade: DUNS/123456789.',
    remedy: 'Skicka det avtalade namnet, eller be butiken lägga till det nya i avtalet.',
  },
  PartnerUnknown: {
    meaning: 'Ingen partner har den här adressen, eller ingen av navets partner är avsändaren.',
    cause: 'En felstavad eller gammal adress, eller en partners adress hos ett nav.',
    example: 'Det finns ingen partner på den här adressen.',
    remedy: 'Jämför adressen med åtkomstbladet, bokstav för bokstav.',
  },
  PartnerDisabled: {
    meaning: 'Partnern är avstängd, eller så har adressen inget avtal ännu.',
    cause: 'Butiken har avslutat anslutningen eller inte börjat den.',
    example: 'Det finns inget avtal för den här adressen ännu.',
    remedy: 'Prata med butiken. Dess administratör slår på partnern eller sätter ett avtal i kraft.',
  },
  PartnerPaused: {
    meaning: 'Butiken har pausat mottagningen. Inget går förlorat: avsändaren behåller dokumentet.',
    cause: 'Underhåll, eller ett fel som butiken vill titta på först.',
    example: 'Mottagningen är pausad. Inget lagrades: skicka dokumentet igen senare.',
    remedy: 'Skicka samma dokument igen efter de sekunder som Retry-After anger.',
  },
  Maintenance: {
    meaning: 'Roundtrip underhålls och tar inte emot något. Inget går förlorat: avsändaren behåller dokumentet.',
    cause: 'En ny version, en flytt eller en reparation som butiken har planerat.',
    example: 'Roundtrip underhålls till ungefär 2026-11-26 14:00 UTC. Inget lagrades: skicka det igen senare.',
    remedy: 'Skicka samma dokument igen efter de sekunder som Retry-After anger.',
  },
  RequestTimeout: {
    meaning: 'Innehållet kom inte i tid. Inget lagrades.',
    cause: 'En långsam förbindelse, en proxy som håller kvar innehållet eller ett för stort Content-Length.',
    example: 'Innehållet kom inte i tid.',
    remedy: 'Skicka samma dokument igen. Om det fortsätter: titta på proxyservrarna på vägen.',
  },
  RateLimited: {
    meaning: 'Det kom fler anrop inom en minut än som är avtalat.',
    cause: 'Ett massutskick, eller ett program som upprepar ett nekat anrop utan paus.',
    example: 'Fler än 600 anrop inom en minut är inte avtalade.',
    remedy: 'Vänta så många sekunder som Retry-After anger, eller kom överens om fler anrop.',
  },
  NotFound: {
    meaning: 'Det finns inget på den här adressen, eller inget med detta id.',
    cause: 'En felstavad adress, ett id från en annan installation eller något som har tagits bort.',
    example: 'Det finns inget på /api/v1/order.',
    remedy: 'Kontrollera adress och id.',
  },
  MethodNotAllowed: {
    meaning: 'Adressen är rätt, men inte HTTP-metoden.',
    cause: 'En adress som vill ha POST öppnades i en webbläsare, eller en omdirigering gjorde POST till GET.',
    example: 'GET är inte möjligt här, men POST.',
    remedy: 'Använd metoden som rubriken Allow anger.',
  },
  Conflict: {
    meaning: 'Det går inte ihop med det som redan finns.',
    cause:
      'En status som har gått vidare, ett beslut som redan är fattat, en upptagen adress eller ett meddelande-id med annat innehåll.',
    example: 'Samma payloadID har kommit tidigare med annat innehåll.',
    remedy: 'Läs det som finns och bestäm på nytt. Ett meddelande med annat innehåll behöver ett eget id.',
  },
  Outdated: {
    meaning: 'Någon annan har ändrat det sedan det lästes. Inget har skrivits över.',
    cause: 'Två personer eller två program arbetar med samma sak.',
    example: 'En annan version har sparats under tiden; läs den och upprepa.',
    remedy: 'Läs det igen, gör ändringen igen och spara.',
  },
  SessionExpired: {
    meaning: 'Tiden för denna punchout är slut.',
    cause: 'Besöket stod stilla längre än avtalat.',
    example: 'Sessionen är avslutad.',
    remedy: 'Börja om från inköpssystemet.',
  },
  SessionClosed: {
    meaning: 'Denna punchout avslutades utan kundvagn.',
    cause: 'Köparen eller butiken avbröt besöket.',
    example: 'Sessionen avbröts.',
    remedy: 'Börja om från inköpssystemet.',
  },
  StartTokenUsed: {
    meaning: 'Startlänken har öppnats förut. Den räcker till ett besök.',
    cause: 'Bakåtknappen, ett bokmärke eller ett program som tittar på länkar före köparen.',
    example: 'Startlänken är redan använd.',
    remedy: 'Börja om från inköpssystemet.',
  },
  PartnerRejected: {
    meaning: 'En mottagare nekade det vi skickade, och ett nytt försök skulle inte ändra något.',
    cause: 'Fel adress eller inloggning hos mottagaren, eller ett dokument som den inte tar emot.',
    example: 'Mottagaren svarade 404.',
    remedy: 'Rätta orsaken tillsammans med partnern, och tryck sedan på ”Försök nu” vid leveransen.',
  },
  PartnerThrottled: {
    meaning: 'En mottagare ber oss skicka långsammare.',
    cause: 'Många dokument på en gång.',
    example: 'Mottagaren svarade 429.',
    remedy: 'Inget: det görs ett nytt försök av sig självt, så sent som mottagaren säger.',
  },
  PartnerUnavailable: {
    meaning: 'En mottagare är borta eller har problem.',
    cause: 'Underhåll, ett nätverksfel eller en överbelastad mottagare.',
    example: 'Mottagaren svarade 503.',
    remedy: 'Inget: nya försök görs så många dagar som är avtalat. Ring partnern om det fortsätter.',
  },
  StoreUnavailable: {
    meaning: 'Vår databas är borta eller överbelastad. Inget lagrades.',
    cause: 'En omstart, ett nätverksfel eller en full disk hos oss.',
    example: 'Databasen kan inte nås just nu; försök igen.',
    remedy: 'Skicka samma anrop igen efter de sekunder som Retry-After anger.',
  },
  EngineUnavailable: {
    meaning: 'Arbetsflödesmotorn är borta, och det här anropet behöver den.',
    cause: 'En omstart eller ett nätverksfel hos oss. Order tas emot ändå.',
    example: 'Arbetsflödesmotorn kan inte nås just nu; försök igen.',
    remedy: 'Upprepa anropet efter de sekunder som Retry-After anger.',
  },
  Unexpected: {
    meaning: 'Ett fel i programmet. Det har loggats och räknats.',
    cause: 'Något som ingen hade tänkt på.',
    example: 'Något gick fel hos oss. Ange referensen när du ber om hjälp.',
    remedy: 'Upprepa anropet; inget görs två gånger. Om det fortsätter: ange referensen.',
  },
};
