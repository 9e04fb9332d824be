import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { PunchInStatusInput } from './messages.ts';
import { rtState } from './searchAttributes.ts';
import { steps } from './steps.ts';

/** A receiver says how it stands with a document of ours: it is written down where the document is looked at. */
export async function punchInStatus({ inboundDocumentId }: PunchInStatusInput): Promise<{ readonly outcome: string }> {
  const { outcome } = await steps.recordStatus({ inboundDocumentId });
  setCurrentDetails(outcome);
  upsertSearchAttributes([{ key: rtState, value: outcome }]);
  return { outcome };
}
