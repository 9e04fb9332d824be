import type { DocumentStanding, DocumentStatus, StatusReason } from '../document/documentStatus.ts';
import { compact } from '../ubl/read.ts';
import type { CxmlDocument } from './envelope.parse.ts';
import { parseStatusUpdateRequest, standing, type StatusDetail, type Standing } from './statusUpdateRequest.parse.ts';

const STANDINGS: Readonly<Record<Standing, DocumentStanding>> = {
  accepted: 'accepted',
  underWay: 'acknowledged',
  refused: 'refused',
};

/**
 * What a StatusUpdateRequest says of a document, in the neutral words (cXML digest, section 10).
 * @throws CxmlProblem as parseStatusUpdateRequest
 */
export function documentStatus(document: CxmlDocument): DocumentStatus {
  const update = parseStatusUpdateRequest(document);
  const { status, detail, documentPayloadId } = update;
  const text = [status.text, status.message, wordsOf(detail)].filter((one) => one !== undefined && one !== '');
  return compact({
    format: 'cxml-status-update-request' as const,
    standing: STANDINGS[standing(update)],
    about: [documentPayloadId, numberOf(detail)].filter((name) => name !== undefined),
    text: [...new Set(text)].join(': ') || undefined,
    reasons: [{ code: String(status.code) }, ...reasonsOf(detail)],
  });
}

function numberOf(detail: StatusDetail | undefined): string | undefined {
  if (detail?.kind === 'document') return detail.documentId;
  return detail?.kind === 'invoice' ? detail.invoiceId : undefined;
}

function wordsOf(detail: StatusDetail | undefined): string | undefined {
  if (detail === undefined) return undefined;
  if (detail.kind === 'integration') return detail.message ?? detail.documentStatus;
  if (detail.kind === 'document' || detail.kind === 'invoice') return detail.comments ?? detail.type;
  return detail.kind === 'sourcing' ? (detail.text ?? detail.action) : detail.type;
}

/** Lines that are not simply accepted. */
function reasonsOf(detail: StatusDetail | undefined): StatusReason[] {
  if (detail?.kind !== 'document') return [];
  return detail.items
    .filter(({ type }) => type?.toLowerCase() !== 'accepted')
    .map(({ lineNumber, code, type, comments }) => compact({ place: lineNumber, code, text: comments ?? type }));
}
