import type { EntityManager } from '@mikro-orm/postgresql';
import { TimelineEntry } from './timeline.entity.ts';
import type { TimelineFacts } from './timeline.ts';

/** What the receiver of a catalogue has said of it. */
export type CatalogueAnswer = TimelineFacts['status.received'] & { readonly at: Date };

/** The latest answer to each catalogue, by the id of the outbound document; none for one that was not answered. */
export async function catalogueAnswers(
  em: EntityManager,
  outboundDocumentIds: readonly string[],
): Promise<ReadonlyMap<string, CatalogueAnswer>> {
  const where = { outboundDocumentId: { $in: [...outboundDocumentIds] }, code: 'status.received' as const };
  const entries = await em.find(TimelineEntry, where, { orderBy: { id: 'asc' }, disableIdentityMap: true });
  return new Map(
    entries.map(({ outboundDocumentId, facts, at }) => [
      outboundDocumentId!,
      { ...(facts as TimelineFacts['status.received']), at },
    ]),
  );
}
