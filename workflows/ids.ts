/** Workflow ids, both ways. Ids are readable in Temporal: no names, no addresses. */
export const TASK_QUEUE = 'roundtrip';
export const NAMESPACE = 'roundtrip';

export function punchInOrderId(partner: string, inboundDocumentId: string): string {
  return `punchin:${partner}:${inboundDocumentId}`;
}

export function orderAnswerId(orderId: string, answerNumber: number): string {
  return `answer:${orderId}:${answerNumber}`;
}

export function deliverDocumentId(outboundDocumentId: string): string {
  return `deliver:${outboundDocumentId}`;
}

export function sendNoticesId(noticeId: string): string {
  return `notify:${noticeId}`;
}

export function handOverOrderId(orderId: string): string {
  return `handover:${orderId}`;
}

/** One at a time. */
export const PULL_SHOP_ID = 'pull:shop';

export function dryRunWorkflowId(dryRunId: string): string {
  return `dryrun:${dryRunId}`;
}

export function exportCatalogueId(partner: string, exportId: string): string {
  return `catalogue:${partner}:${exportId}`;
}

export function punchOutSessionId(partner: string, sessionId: string): string {
  return `punchout:${partner}:${sessionId}`;
}

export type WorkflowRef =
  | { readonly kind: 'punchin'; readonly partner: string; readonly inboundDocumentId: string }
  | { readonly kind: 'answer'; readonly orderId: string; readonly answerNumber: number }
  | { readonly kind: 'deliver'; readonly outboundDocumentId: string }
  | { readonly kind: 'notify'; readonly noticeId: string }
  | { readonly kind: 'handover'; readonly orderId: string }
  | { readonly kind: 'catalogue'; readonly partner: string; readonly exportId: string }
  | { readonly kind: 'punchout'; readonly partner: string; readonly sessionId: string };

/** The inverse of the functions above; undefined for an id that is not ours. */
export function parseWorkflowId(id: string): WorkflowRef | undefined {
  const [kind, first, second, ...rest] = id.split(':');
  if (rest.length > 0 || !first) return undefined;
  if (kind === 'punchin' && second) return { kind, partner: first, inboundDocumentId: second };
  if (kind === 'catalogue' && second) return { kind, partner: first, exportId: second };
  if (kind === 'punchout' && second) return { kind, partner: first, sessionId: second };
  if (kind === 'answer' && second && /^\d+$/.test(second)) {
    return { kind, orderId: first, answerNumber: Number(second) };
  }
  if (kind === 'handover' && second === undefined) return { kind, orderId: first };
  if (kind === 'notify' && second === undefined) return { kind, noticeId: first };
  if (kind === 'deliver' && second === undefined) return { kind, outboundDocumentId: first };
  return undefined;
}
