import { Context } from '@temporalio/activity';
import { collectItems } from '../documents/catalogueCollect.ts';
import { finishExport, writeItems } from '../documents/catalogueWrite.ts';
import { readExport, refuseExport } from '../documents/catalogueExports.ts';
import { refusalOf } from '../documents/catalogueRefusals.ts';
import { findOutbound } from '../documents/outbound.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { ExportState } from '../documents/catalogueExport.entity.ts';
import type { ActivityDeps } from './deps.ts';
import type { CatalogueStep } from './steps.ts';

interface ExportRef {
  readonly exportId: string;
}

/** Milliseconds after which a step ends and another one goes on: a worker that stops waits no longer than that. */
const STEP = 15_000;

/** A catalogue, page by page: each page stands once it is done. */
export function createCatalogueActivities({ orm, log }: Pick<ActivityDeps, 'orm' | 'log'>) {
  return {
    /** Reads items and prices for a while. What the set-up lacks ends the export with the reason. */
    async collectCatalogue({ exportId }: ExportRef): Promise<CatalogueStep> {
      try {
        return await stepAfter(exportId, await collectItems(orm.em.fork(), exportId, forAWhile()));
      } catch (error) {
        if (!(error instanceof RoundtripError) || error.type === 'StoreUnavailable') throw error;
        await refuseExport(orm.em.fork(), exportId, refusalOf(error));
        return stepAfter(exportId, 'refused');
      }
    },

    /** Writes for a while; checks and stores the document after the last item. */
    async writeCatalogue({ exportId }: ExportRef): Promise<CatalogueStep> {
      const state = await writeItems(orm.em.fork(), exportId, forAWhile());
      if (state !== 'checking') return stepAfter(exportId, state);
      return stepAfter(exportId, await finishExport(orm.em.fork(), exportId, () => Context.current().heartbeat()));
    },

    /** How it stands: a person may have decided. */
    async lookAtCatalogue({ exportId }: ExportRef): Promise<CatalogueStep> {
      const { state } = await readExport(orm.em.fork(), exportId);
      return stepAfter(exportId, state);
    },
  };

  async function stepAfter(id: string, state: ExportState): Promise<CatalogueStep> {
    if (state === 'refused') log.error({ alert: 'catalogue', exportId: id }, 'A catalogue was not written');
    if (state !== 'done') return { state };
    const { outboundDocumentId } = await readExport(orm.em.fork(), id);
    const document = await findOutbound(orm.em.fork(), outboundDocumentId);
    return { state, ...(document?.state === 'ready' && { deliver: outboundDocumentId }) };
  }
}

/** Says after each page whether the step goes on, and the engine that it lives. */
function forAWhile(): () => boolean {
  const until = Date.now() + STEP;
  return () => {
    Context.current().heartbeat();
    return Date.now() < until;
  };
}
