import { condition, proxyActivities, setCurrentDetails, setHandler } from '@temporalio/workflow';
import type { createCatalogueActivities } from '../activities/catalogues.ts';
import type { CatalogueStep } from '../activities/steps.ts';
import { catalogueDecided, currentStage, type ExportCatalogueInput, type ExportCatalogueResult } from './messages.ts';
import { startDelivery } from './startDelivery.ts';

/** Ordinary activities: a catalogue takes minutes, and must not stand in the way of orders. */
const { collectCatalogue, writeCatalogue, lookAtCatalogue } = proxyActivities<
  ReturnType<typeof createCatalogueActivities>
>({
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** A catalogue is collected, perhaps looked at by a person, written, checked, and handed to a delivery. */
export async function exportCatalogue({ exportId, delivery }: ExportCatalogueInput): Promise<ExportCatalogueResult> {
  let isTold = false;
  let step: CatalogueStep = { state: 'collecting' };
  setHandler(catalogueDecided, () => void (isTold = true));
  setHandler(currentStage, () => step.state);

  for (;;) {
    const { state }: CatalogueStep = step;
    setCurrentDetails(state);
    if (state === 'collecting') step = await collectCatalogue({ exportId });
    else if (state === 'writing' || state === 'checking') step = await writeCatalogue({ exportId });
    else if (state === 'waiting') {
      // The decision is a row: one that nobody could tell of is found all the same.
      await condition(() => isTold, '6 hours');
      isTold = false;
      step = await lookAtCatalogue({ exportId });
    } else break;
  }
  if (step.deliver !== undefined) await startDelivery(step.deliver, delivery, 'Catalogue');
  return { state: step.state };
}
