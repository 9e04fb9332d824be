import { ParentClosePolicy, startChild, workflowInfo } from '@temporalio/workflow';
import { deliverDocument } from './deliverDocument.ts';
import { deliverDocumentId } from './ids.ts';
import type { DeliveryTimes } from './messages.ts';
import { rtPartner } from './searchAttributes.ts';

/** Starts the delivery and leaves it alone: it outlives the workflow that wrote the document, and nobody waits for it. */
export async function startDelivery(
  outboundDocumentId: string,
  times: DeliveryTimes,
  what = 'Order response',
): Promise<void> {
  const partner = workflowInfo().typedSearchAttributes.get(rtPartner);
  await startChild(deliverDocument, {
    workflowId: deliverDocumentId(outboundDocumentId),
    parentClosePolicy: ParentClosePolicy.ABANDON,
    args: [{ outboundDocumentId, times }],
    ...(partner === undefined
      ? {}
      : { staticSummary: `${what} to ${partner}`, typedSearchAttributes: [{ key: rtPartner, value: partner }] }),
  });
}
