import { refusalSentence } from './catalogueRefusals.ts';
import type { CatalogueSentences } from './catalogueEvents.ts';

/** What happens to catalogues, in English. */
export const englishCatalogueEvents: CatalogueSentences = {
  'catalogue.written': ({ number, items, leftOut }, words) =>
    `Catalogue ${number} was written: ${words.count(items, { one: 'item', other: 'items' })}, ${leftOut} left out.`,
  'catalogue.waiting': ({ partner, number, added, changed, removed, leftOut }) =>
    `Catalogue ${number} for ${partner} waits for a decision: ${added} added, ${changed} changed, ${removed} removed, ${leftOut} left out.`,
  'catalogue.refused': ({ partner, number, refusal }) =>
    `Catalogue ${number} for ${partner} was not written, and nothing of it was sent: ${refusalSentence(refusal, 'en')}`,
  'catalogue.unanswered': ({ partner, number, due }, words) =>
    `${partner} has not said by ${words.time(due)} whether it takes catalogue ${number}.`,
};
