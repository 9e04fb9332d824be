import { answersTo } from '../documents/outbound.ts';
import { statusWords } from '../documents/sentences.ts';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  writeConfirmationRequest,
  type ConfirmationContext,
  type OrderConfirmation,
} from '../formats/cxml/confirmationRequest.write.ts';
import type { OrderHeader } from '../formats/document/order.ts';
import { writeOrderResponse3 } from '../formats/ubl/orderResponse3.write.ts';
import { writeOrderResponse } from '../formats/ubl/orderResponse.write.ts';
import type { AnswerFormat } from '../partners/answers.ts';
import { cxmlContext, orderPayloadId, payloadIdOf } from './messageContext.ts';
import { enveloped } from './envelope.ts';
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

/** An answer in the format that its order asks for, as a stream; cXML whole, as its format is written. */
export async function* answerText(
  em: EntityManager,
  inHand: DocumentInHand,
  answer: AnswerToWrite,
): AsyncGenerator<string> {
  const { id, format, response, now } = answer;
  const { language } = inHand.agreement.settings.answers;
  if (format === 'peppol-28a-order-response') {
    yield* enveloped(inHand, { id, format, now }, writeOrderResponse(response, statusWords(language)));
  } else if (format === 'cxml-confirmation-request') {
    yield await writeConfirmationRequest(response, await confirmationContext(em, inHand, answer));
  } else yield* enveloped(inHand, { id, format, now }, writeOrderResponse3(response, format));
}

/** A confirmation that is not the first takes the place of the one before it. */
async function confirmationContext(
  em: EntityManager,
  inHand: DocumentInHand,
  { id, format, header, response, now }: AnswerToWrite,
): Promise<ConfirmationContext> {
  const { document, agreement } = inHand;
  const { settings } = agreement;
  const earlier = (await answersTo(em, document.id)).filter((one) => one.id < id && one.format === format);
  const [first, latest] = [earlier[0], earlier.at(-1)];
  return {
    ...cxmlContext(inHand, { id, number: response.number, version: settings.cxml.confirmationVersion, now }),
    orderPayloadId: orderPayloadId(inHand, header),
    ...(first && latest && { replaces: { payloadId: payloadIdOf(document, latest), confirmId: first.number } }),
    changes: 'except',
    classificationDomain: settings.punchOut?.cxml?.classificationDomain ?? 'UNSPSC',
  };
}
