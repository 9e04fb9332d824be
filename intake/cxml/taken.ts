import type { EntityManager } from '@mikro-orm/postgresql';
import type { ArrivedDocument } from '../../documents/inbound.ts';
import { attachedParts } from '../../formats/cxml/comments.parse.ts';
import type { CxmlHeader } from '../../formats/cxml/credentials.ts';
import { documentStatus } from '../../formats/cxml/documentStatus.ts';
import type { CxmlDocument } from '../../formats/cxml/envelope.parse.ts';
import { parseOrderRequest } from '../../formats/cxml/orderRequest.parse.ts';
import { CxmlProblem } from '../../formats/cxml/problem.ts';
import type { FormatId } from '../../formats/document/order.ts';
import { partOf, type MimePart } from '../../formats/mime/multipart.parse.ts';
import { cxmlNames } from '../../partners/cxml.ts';
import type { AgreementInForce } from '../../partners/partners.ts';
import { expected, fromProblem } from './read.ts';
import { requireNames } from './names.ts';
import type { Watched } from '../guest.ts';
import { agreedFormats } from '../look.ts';
import { refuseOtherContent } from './seen.ts';

/** A document whose partner is known. */
export interface CxmlArrival {
  readonly document: CxmlDocument;
  readonly header: CxmlHeader;
  readonly agreement: AgreementInForce;
  readonly arrived: Pick<ArrivedDocument, 'partnerId' | 'mode' | 'envelope'>;
  /** The parts beside the document. */
  readonly attachments: readonly MimePart[];
  /** A person has said whose it is: what its header calls the partner is not asked. */
  readonly isVouched?: boolean;
}

/** Requests that may be stored, and the format that an agreement opens each by. */
const REQUESTS: Readonly<Record<string, FormatId>> = {
  OrderRequest: 'cxml-order-request',
  StatusUpdateRequest: 'cxml-status-update-request',
};

/**
 * Refuses at once what makes a document unusable; what a person can clear up is not (cXML digest, sections 4 and 7).
 * @throws DocumentUnsupported, RequestInvalid, SenderMismatch, Conflict
 */
export async function checkTaken(em: EntityManager, visit: Watched, arrival: CxmlArrival): Promise<void> {
  const { document, header, agreement, arrived, attachments, isVouched } = arrival;
  visit.check = 'body';
  requireAgreed(document, agreement);
  if (!isVouched) requireNames(visit, header, cxmlNames(agreement.settings));
  visit.check = 'body';
  if (document.name === 'OrderRequest') requireUsable(document);
  else expected(() => documentStatus(document));
  requireParts(document, attachments);
  await refuseOtherContent(em, arrived, document);
}

/** @throws DocumentUnsupported, RequestInvalid */
function requireAgreed({ kind, name, payloadId }: CxmlDocument, agreement: AgreementInForce): void {
  const format = kind === 'request' && Object.hasOwn(REQUESTS, name) ? REQUESTS[name] : undefined;
  const agreed = agreedFormats(agreement);
  if (format === undefined || !agreed.includes(format)) {
    const names = Object.keys(REQUESTS).filter((each) => agreed.includes(REQUESTS[each]!));
    const place = {
      element: kind === 'request' ? 'Request' : kind,
      found: name,
      expected: [...names, 'ProfileRequest'].join(' or '),
    };
    throw fromProblem(new CxmlProblem(450, 'This is no document that is agreed.', place));
  }
  if (payloadId === undefined) {
    throw fromProblem(new CxmlProblem(400, 'The document has no payloadID.', { element: 'cXML/@payloadID' }));
  }
}

/** @throws RequestInvalid */
function requireUsable(document: CxmlDocument): void {
  const fatal = parseOrderRequest(document).findings.find(({ severity }) => severity === 'fatal');
  if (!fatal) return;
  const { text, path: element, ...place } = fatal;
  throw fromProblem(new CxmlProblem(400, text, { element, ...place }));
}

/** A file that the order speaks of and that did not come could change what is ordered. @throws RequestInvalid */
function requireParts({ content }: CxmlDocument, attachments: readonly MimePart[]): void {
  const missing = content && attachedParts(content).find((id) => !partOf(attachments, id));
  if (missing === undefined) return;
  const place = { element: 'Attachment/URL', found: `cid:${missing}`, expected: 'a part with that Content-ID' };
  throw fromProblem(new CxmlProblem(400, 'An attachment that the document names is not in the message.', place));
}
