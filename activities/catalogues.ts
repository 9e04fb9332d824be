import { Context } from '@temporalio/activity';
import { collectPage } from '../documents/catalogueCollect.ts';
import { finishExport, writePage } from '../documents/catalogueWrite.ts';
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
        return await forAWhile(exportId, 'collecting', () => collectPage(orm.em.fork(), exportId));
      } catch (error) {
        if (!(error instanceof RoundtripError) || error.type === 'StoreUnavailable') throw error;
        await refuseExport(orm.em.fork(), exportId, refusalOf(error));
        return stepAfter(exportId, 'refused');
      }
    },

    /** Writes for a while; checks and stores the document after the last item. */
    async writeCatalogue({ exportId }: ExportRef): Promise<CatalogueStep> {
      const step = await forAWhile(exportId, 'writing', () => writePage(orm.em.fork(), exportId));
      if (step.state !== 'checking') return step;
      return stepAfter(exportId, await finishExport(orm.em.fork(), exportId, () => Context.current().heartbeat()));
    },

    /** How it stands: a person may have decided. */
    async lookAtCatalogue({ exportId }: ExportRef): Promise<CatalogueStep> {
      const { state } = await readExport(orm.em.fork(), exportId);
      return stepAfter(exportId, state);
    },
  };

  async function forAWhile(id: string, at: ExportState, page: () => Promise<ExportState>): Promise<CatalogueStep> {
    const until = Date.now() + STEP;
    let state = await page();
    while (state === at && Date.now() < until) {
      Context.current().heartbeat();
      state = await page();
    }
    return stepAfter(id, state);
  }

  async function stepAfter(id: string, state: ExportState): Promise<CatalogueStep> {
    if (state === 'refused') log.error({ alert: 'catalogue', exportId: id }, 'A catalogue was not written');
    if (state !== 'done') return { state };
    const { outboundDocumentId } = await readExport(orm.em.fork(), id);
    const document = await findOutbound(orm.em.fork(), outboundDocumentId);
    return { state, ...(document?.state === 'ready' && { deliver: outboundDocumentId }) };
  }
}
