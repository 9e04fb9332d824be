import type { FormatId, OrderHeader } from '../formats/document/order.ts';
import { answerFormat, type AnswerFormat } from './answers.ts';

/** What follows an order. */
export type FollowingKind = 'confirmation' | 'delivery' | 'status' | 'receipt';

export type DespatchFormat = 'peppol-30a-despatch-advice' | 'peppol-3-despatch-advice' | 'cxml-ship-notice-request';
export type MessageFormat = AnswerFormat | DespatchFormat | 'cxml-status-update-request';

type Following = Pick<OrderHeader, 'format' | 'profileId' | 'controlKeys'>;

const despatchFormats: Readonly<Partial<Record<AnswerFormat, DespatchFormat>>> = {
  'peppol-28a-order-response': 'peppol-30a-despatch-advice',
  'peppol-3-order-response': 'peppol-3-despatch-advice',
  'peppol-3-order-response-advanced': 'peppol-3-despatch-advice',
};

/**
 * The format of a message about an order; undefined where its process has none, or the order itself wants none (cXML, ControlKeys): an
 * order in 28A is answered in 28A and its goods are announced in 30A, Order 3 in version 3, cXML in cXML; order only, 3A and SveOrder 2.0
 * have nothing that goes back.
 */
export function messageFormat(kind: FollowingKind, order: Following): MessageFormat | undefined {
  const answer = answerFormat(order);
  if (kind === 'confirmation') return answer;
  if (order.format === ('cxml-order-request' satisfies FormatId)) return cxmlFormat(kind, order);
  if (kind === 'delivery') return answer && despatchFormats[answer];
  const isOrder3 = answer !== undefined && answer !== 'peppol-28a-order-response';
  return kind === 'receipt' && isOrder3 ? answer : undefined;
}

function cxmlFormat(kind: FollowingKind, { controlKeys }: Following): MessageFormat | undefined {
  if (kind === 'status') return 'cxml-status-update-request';
  return kind === 'delivery' && controlKeys?.shipNotice !== 'notAllowed' ? 'cxml-ship-notice-request' : undefined;
}

/** Does a message in this format go in cXML: with a secret in it, and an answer to be read? */
export function isCxmlFormat(format: FormatId): boolean {
  return format.startsWith('cxml-');
}

/** May a document in this format go as the attachment of a CatalogUploadRequest? */
export function canBeUploaded(format: FormatId): boolean {
  return format === 'catalogue-cxml-index' || format === 'catalogue-cif';
}
