import type { Words } from '../../../documents/words.ts';
import type { partnersFoldersEnglish } from './partnersFolders.en.ts';

const files = { one: 'fil', other: 'filer' };
const folders = { one: 'mapp', other: 'mappar' };
const looks = { one: 'kontroll', other: 'kontroller' };

export const partnersFoldersSwedish: typeof partnersFoldersEnglish = {
  partnersFolders: 'Mappar och servrar',
  partnersFoldersIntro:
    'Dokument som partnern lägger i en mapp hämtas av sig själva, och våra läggs där partnern hämtar dem. Vilka mappar det är står i avtalet.',
  partnersNoFolders:
    'Inget gällande avtal anger någon mapp, filserver eller accesspunkt hos partnern: dokumenten kommer och går på annat sätt. Allt detta läggs till i avtalet.',
  partnersShowFolders: 'Visa mapparna',
  partnersFoldersCount: ({ count }, w) => w.count(count, folders),
  partnersFoldersWork: ({ count, at }, w) => `${w.count(count, folders)}, senast kontrollerade ${w.time(at)}`,
  partnersFoldersFail: ({ count, failures, why }, w) =>
    `${failures} av ${w.count(count, folders)} går inte att använda: ${why}`,
  partnersFetchedFrom: 'Hämtas från',
  partnersPutInto: 'Läggs i',
  partnersGivenTo: 'Lämnas till accesspunkten',
  partnersFolderWorks: 'Fungerar',
  partnersFolderFails: 'Fungerar inte',
  partnersNotLookedYet: 'Inte kontrollerad ännu',
  partnersLookSoon:
    'En arbetsprocess kontrollerar mappen inom några sekunder. Står detta kvar körs ingen sådan, eller så är partnern pausad.',
  partnersSeeDeliveries: 'Hur det går för varje dokument står bland leveranserna',
  partnersLooksFailed: ({ count }, w: Words) =>
    `${w.count(count, looks)} i rad misslyckades. Inget går förlorat: filerna ligger kvar.`,
  partnersLooked: ({ at }, w) => `Senaste kontroll: ${w.time(at)}.`,
  partnersLastFile: ({ file, at }, w) => `Senaste fil: ${file}, ${w.time(at)}.`,
  partnersNoFileYet: 'Ingen fil har kommit ännu.',
  partnersFilesWaiting: ({ count }, w) =>
    `${w.count(count, files)} kan ännu vara under skrivning: nästa kontroll tar det som inte har ändrats.`,
  partnersNextLook: ({ at }, w) => `Nästa kontroll: ${w.time(at)}.`,
  partnersLookNow: 'Kontrollera nu',
  partnersTryConnection: 'Prova anslutningen',
  partnersLookAsked: ({ name }) => `${name} kontrolleras inom några sekunder.`,
  partnersConnected: ({ name, count }, w) => `Anslutningen till ${name} fungerar; ${w.count(count, files)} där.`,
  partnersNotConnected: ({ name, why }) => `Ingen anslutning till ${name}. ${why}`,
  partnersKindShownBearer: 'Token (Bearer), eller lösenord eller nyckel till en filserver',
  partnersSetServerLogin: 'Sätt inloggningen till en filserver',
  partnersSetServerLoginHint:
    'För SFTP: ett lösenord, eller en privat nyckel vars publika hälft partnern har. Användarnamnet står i avtalet.',
  partnersServerPassword: 'Lösenord',
  partnersServerKey: 'Eller filen med den privata nyckeln',
  partnersServerKeyHint:
    'I PEM- eller OpenSSH-form, utan lösenfras, som ssh-keygen skriver den. Den visas aldrig igen.',
  partnersKeyOrPassword: 'Inget sattes: ange antingen ett lösenord på högst 500 tecken eller en fil med en nyckel.',
  partnersKeyFromFile:
    'Inget sattes: en privat nyckel väljs som fil, under ”Sätt inloggningen till en filserver”. Ett certifikat har sitt eget formulär.',
  partnersServerKeyUnreadable:
    'Inget sattes: filen är ingen privat nyckel, eller så har den en lösenfras. Ta bort den med ssh-keygen -p, och välj den nya filen.',
};
