import type { EntityManager } from '@mikro-orm/postgresql';
import { answerWords, orderNote, type Language } from '../documents/sentences.ts';
import { rejectionSentences } from '../shop/orderAnswer.ts';
import type { OrderDetail } from '../shop/orderQueries.ts';

/** Why an order is rejected, as its answer and its state tell the buyer. */
export async function rejectionNote(em: EntityManager, order: OrderDetail, language: Language): Promise<string> {
  return orderNote(await rejectionSentences(em, order, answerWords(language)), language);
}
