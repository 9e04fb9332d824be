import type { EntityManager } from '@mikro-orm/postgresql';
import { findPartner } from '../partners/partners.ts';
import { numberOf, type CatalogueExport } from './catalogueExport.entity.ts';
import type { CatalogueRefusal } from './catalogueRefusals.ts';
import { addTimeline, timelineRow } from './timeline.ts';

/** Tells subscribers that a catalogue waits for a person. */
export async function tellWaiting(
  tx: EntityManager,
  run: CatalogueExport,
  counts: { readonly added: number; readonly changed: number; readonly removed: number; readonly leftOut: number },
): Promise<void> {
  const { added, changed, removed, leftOut } = counts;
  const facts = { ...(await named(tx, run)), added, changed, removed, leftOut };
  await addTimeline(tx, [timelineRow('catalogue.waiting', facts, {})]);
}

/** Tells subscribers that one was not written. */
export async function tellRefused(tx: EntityManager, run: CatalogueExport, refusal: CatalogueRefusal): Promise<void> {
  await addTimeline(tx, [timelineRow('catalogue.refused', { ...(await named(tx, run)), refusal }, {})]);
}

/** Tells subscribers that the partner has not said in time whether it takes one. */
export async function tellUnanswered(tx: EntityManager, run: CatalogueExport, due: Date): Promise<void> {
  const facts = { ...(await named(tx, run)), due: due.toISOString() };
  const about = { outboundDocumentId: run.outboundDocumentId };
  await addTimeline(tx, [timelineRow('catalogue.unanswered', facts, about)]);
}

async function named(tx: EntityManager, run: CatalogueExport) {
  const partner = (await findPartner(tx, run.partner))?.name ?? '';
  return { partnerId: run.partner, partner, exportId: run.id, number: numberOf(run) };
}
