import type { EntityManager } from '@mikro-orm/postgresql';
import { CatalogueExportPart } from './catalogueExport.entity.ts';
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

/** What the receiver has got of a catalogue, and said of it. */
export interface CatalogueOutcome {
  /** Ids of the outbound documents that are stored, in order. */
  readonly documents: readonly string[];
  /** Of several a refusal, or else the latest; undefined: none. */
  readonly answer: CatalogueAnswer | undefined;
}

/** By the id of the export; none for one of which nothing is stored. */
export async function catalogueOutcomes(
  em: EntityManager,
  exportIds: readonly string[],
): Promise<ReadonlyMap<string, CatalogueOutcome>> {
  const where = { export: { $in: [...exportIds] }, storedAt: { $ne: null } };
  const parts = await em.find(CatalogueExportPart, where, { orderBy: { part: 'asc' }, disableIdentityMap: true });
  const all = parts.map(({ outboundDocumentId }) => outboundDocumentId);
  const answers = await catalogueAnswers(em, all);
  const byExport = Map.groupBy(parts, (part) => part.export);
  return new Map(
    [...byExport].map(([id, of]) => {
      const documents = of.map(({ outboundDocumentId }) => outboundDocumentId);
      const said = documents.flatMap((document) => answers.get(document) ?? []);
      const latest = said.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1);
      return [id, { documents, answer: said.find(({ standing }) => standing === 'refused') ?? latest }];
    }),
  );
}
