import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { addTimeline, timelineRow } from './timeline.ts';

/** Notes in the timeline that the partner has fetched an answer, the first time that it did. */
export async function noteFetch(
  em: EntityManager,
  answer: { readonly id: string; readonly number: string; readonly inboundDocumentId: string },
): Promise<void> {
  const { id, number, inboundDocumentId } = answer;
  await em.transactional(async (tx) => {
    // Who asks twice at once is noted once.
    await sql`select from outbound_document where id = ${id} for update`.execute(tx.getKysely());
    const { rows } = await sql`
      select from timeline_entry where outbound_document_id = ${id} and code = 'answer.fetched' limit 1`.execute(
      tx.getKysely(),
    );
    if (rows.length > 0) return;
    const about = { inboundDocumentId, outboundDocumentId: id, actor: 'partner' };
    await addTimeline(tx, [timelineRow('answer.fetched', { number }, about)]);
  });
}
