import type { statisticsEnglish } from './statistics.en.ts';

export const statisticsSwedish: typeof statisticsEnglish = {
  statisticsIntro: 'Vad varje partner skickar och får. Allt räknas i den timme då det började.',
  statisticsNone: 'Inget gick mellan dig och någon partner under den här tiden.',
  statisticsNoneAdvice: 'Välj en längre tid, eller testdokument i stället för produktion.',
  statisticsOrders: 'Ordrar',
  statisticsFirstTimeRight: 'Rätt från början',
  statisticsDecided: 'Lagda efter beslut',
  statisticsWaiting: 'Väntar',
  statisticsRefused: 'Avvisade',
  statisticsSessions: 'Sessioner',
  statisticsCarts: 'Kundvagnar tillbaka',
  statisticsDeviating: 'Avvikande rader',
  statisticsOutside: 'Utanför avtalet',
  statisticsResponse: 'Tid till ordersvaret',
  statisticsConfirmation: 'Tid till orderbekräftelsen',
  statisticsDelivery: 'Tid till leveransaviseringen',
  statisticsUndelivered: 'Kom inte fram',
  statisticsMeaning: 'Vad kolumnerna betyder',
  statisticsOrdersMeaning: 'Ordrar som lades, väntar eller avvisades. Dubbletter och ändringar räknas inte.',
  statisticsFirstTimeRightMeaning: 'Hur många av dem som lades utan en fråga till någon.',
  statisticsDeviatingMeaning: 'Rader vars pris inte är dagspriset; utanför avtalet är det som dess tolerans inte tar.',
  statisticsTimeMeaning:
    'Från att ordern togs emot tills köparen hade dokumentet: hälften kom tidigare. Dokument som sparas för att hämtas räknas från när de skrevs.',
};
