import type { EntityManager } from '@mikro-orm/postgresql';
import { recordChange, type Change } from '../documents/audit.ts';
import { numberOf, type CatalogueExport } from '../documents/catalogueExport.entity.ts';
import {
  beginExport,
  decideExport,
  exportStart,
  markExportStarted,
  type NewExport,
} from '../documents/catalogueExports.ts';
import type { ApiDeps } from './deps.ts';
import { tellEngine } from './engine.ts';

interface Asked {
  readonly deps: ApiDeps;
  readonly em: EntityManager;
  /** The partner, as the audit trail has it. */
  readonly subject: Change['subject'];
}

/** A person or a system wants a catalogue sent: it is stored and audited, and its workflow is started behind the answer's back. @throws as beginExport */
export async function askForCatalogue({ deps, em, subject }: Asked, given: NewExport, now: Date) {
  const run = await em.transactional(async (tx) => {
    const begun = await beginExport(tx, given, now);
    const after = { mode: begun.mode, format: begun.format };
    await recordChange(tx, { actor: given.by, action: 'catalogue.started', subject, after });
    return begun;
  });
  const start = await exportStart(em, run);
  tellEngine(deps, `catalogue ${run.id}`, async () => {
    await deps.engine.startExport(start);
    await markExportStarted(deps.orm.em.fork(), run.id);
  });
  return run;
}

/** One that waits for a person goes out, or is discarded. @throws as decideExport */
export async function decideCatalogue(
  { deps, em, subject }: Asked,
  run: CatalogueExport,
  { send, by }: { readonly send: boolean; readonly by: string },
): Promise<void> {
  // The workflow may look only when the decision is there.
  await em.transactional(async (tx) => {
    await decideExport(tx, run.id, { send, by });
    const action = send ? 'catalogue.sent' : 'catalogue.discarded';
    await recordChange(tx, { actor: by, action, subject, after: { catalogue: numberOf(run) } });
  });
  tellEngine(deps, `decision about catalogue ${run.id}`, () => deps.engine.tellExportDecided(run));
}
