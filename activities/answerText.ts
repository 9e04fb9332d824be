import { answersTo } from '../documents/outbound.ts';
import { statusWords } from '../documents/sentences.ts';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { InboundDocument } from '../documents/inbound.entity.ts';
import type { CredentialName } from '../formats/cxml/credentials.ts';
import {
  writeConfirmationRequest,
  type ConfirmationContext,
  type OrderConfirmation,
} from '../formats/cxml/confirmationRequest.write.ts';
import type { Identifier, OrderHeader } from '../formats/document/order.ts';
import { writeOrderResponse3 } from '../formats/ubl/orderResponse3.write.ts';
import { writeOrderResponse } from '../formats/ubl/orderResponse.write.ts';
import type { AnswerFormat } from '../partners/answers.ts';
import { cxmlNames } from '../partners/cxml.ts';
import type { DocumentInHand } from './orderInHand.ts';

/** Which answer is written, and when. */
export interface AnswerToWrite {
  /** Id of the outbound document. */
  readonly id: string;
  readonly format: AnswerFormat;
  readonly header: OrderHeader;
  readonly response: OrderConfirmation;
  readonly now: Date;
}

export const contentTypes: Readonly<Record<AnswerFormat, string>> = {
  'peppol-28a-order-response': 'application/xml; charset=utf-8',
  'peppol-3-order-response': 'application/xml; charset=utf-8',
  'peppol-3-order-response-advanced': 'application/xml; charset=utf-8',
  'cxml-confirmation-request': 'text/xml; charset=UTF-8',
};

/** An answer in the format that its order asks for, as a stream; cXML whole, as its format is written. */
export async function* answerText(
  em: EntityManager,
  inHand: DocumentInHand,
  answer: AnswerToWrite,
): AsyncGenerator<string> {
  const { format, response } = answer;
  const { language } = inHand.agreement.settings.answers;
  if (format === 'peppol-28a-order-response') yield* writeOrderResponse(response, statusWords(language));
  else if (format === 'cxml-confirmation-request') {
    yield await writeConfirmationRequest(response, await confirmationContext(em, inHand, answer));
  } else yield* writeOrderResponse3(response, format);
}

const USER_AGENT = 'Roundtrip';

/** The secret of Sender is not in it: it is put in for each attempt to send (postDocument). */
async function confirmationContext(
  em: EntityManager,
  { document, agreement: { settings } }: DocumentInHand,
  { id, header, response, now }: AnswerToWrite,
): Promise<ConfirmationContext> {
  const from = ourNames(document, cxmlNames(settings).to);
  const earlier = (await answersTo(em, document.id)).filter((one) => one.id < id);
  const [first, latest] = [earlier[0], earlier.at(-1)];
  return {
    version: settings.cxml.confirmationVersion,
    payloadId: payloadIdOf(document, { id, number: response.number }),
    timestamp: now.toISOString(),
    language: settings.answers.language,
    ...{ from, to: document.buyer.map(nameOf), sender: from[0]!, userAgent: USER_AGENT },
    test: document.mode === 'test',
    orderPayloadId: header.messageId ?? document.envelope?.instanceIdentifier ?? '',
    ...(first && latest && { replaces: { payloadId: payloadIdOf(document, latest), confirmId: first.number } }),
    changes: 'except',
    classificationDomain: settings.punchOut?.cxml?.classificationDomain ?? 'UNSPSC',
  };
}

/** Unique for ever, and the same on every attempt. */
function payloadIdOf(
  { partnerCode }: InboundDocument,
  answer: { readonly id: string; readonly number: string },
): string {
  return `${answer.number}.${answer.id}@${partnerCode}.roundtrip`;
}

/** The names of the agreement, else the one that the order called us by. */
function ourNames({ envelope }: InboundDocument, agreed: readonly CredentialName[]): readonly CredentialName[] {
  return agreed.length > 0 ? agreed : [nameOf(envelope?.receiver ?? { id: '' })];
}

function nameOf({ scheme = '', id }: Identifier): CredentialName {
  return { domain: scheme, identity: id };
}
