import { proxyActivities, setCurrentDetails } from '@temporalio/workflow';
import type { createDryRunActivities } from '../activities/dryRuns.ts';
import type { DryRunInput } from './messages.ts';

/** Ordinary activities: a run works for minutes, and must not stand in the way of orders. */
const { rehearseDocuments } = proxyActivities<ReturnType<typeof createDryRunActivities>>({
  startToCloseTimeout: '5 minutes',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** Stored documents go through a draft of an agreement, until all are done or a person stops it. Nothing of it is carried out. */
export async function dryRun({ dryRunId }: DryRunInput): Promise<void> {
  setCurrentDetails('rehearsing');
  for (let more = true; more;) ({ more } = await rehearseDocuments({ dryRunId }));
  setCurrentDetails('ended');
}
