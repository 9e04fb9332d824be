import { refusalSentence } from './catalogueRefusals.ts';
import type { CatalogueSentences } from './catalogueEvents.ts';

/** Vad som händer med kataloger, på svenska. */
export const swedishCatalogueEvents: CatalogueSentences = {
  'catalogue.written': ({ number, items, leftOut }, words) =>
    `Katalog ${number} skrevs: ${words.count(items, { one: 'artikel', other: 'artiklar' })}, ${leftOut} utelämnade.`,
  'catalogue.waiting': ({ partner, number, added, changed, removed, leftOut }) =>
    `Katalog ${number} till ${partner} väntar på ett beslut: ${added} tillagda, ${changed} ändrade, ${removed} borttagna, ${leftOut} utelämnade.`,
  'catalogue.refused': ({ partner, number, refusal }) =>
    `Katalog ${number} till ${partner} skrevs inte, och inget av den skickades: ${refusalSentence(refusal, 'sv')}`,
  'catalogue.unanswered': ({ partner, number, due }, words) =>
    `${partner} har inte senast ${words.time(due)} sagt om katalog ${number} tas emot.`,
};
