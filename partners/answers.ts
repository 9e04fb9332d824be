import type { FormatId, OrderHeader } from '../formats/document/order.ts';
import { responseFormat } from '../formats/ubl/profiles.ts';
import type { Agreement } from './agreement.ts';

/** What decides about answers to an order. */
type Answered = Pick<OrderHeader, 'format' | 'profileId' | 'controlKeys'>;
export type AnswerFormat = NonNullable<ReturnType<typeof responseFormat>> | 'cxml-confirmation-request';

/**
 * The format of the answers to an order; undefined where its process has none, or the order itself wants none (cXML,
 * ControlKeys/OCInstruction).
 */
export function answerFormat(order: Answered): AnswerFormat | undefined {
  if (order.format !== ('cxml-order-request' satisfies FormatId)) return responseFormat(order);
  return order.controlKeys?.confirmation === 'notAllowed' ? undefined : 'cxml-confirmation-request';
}

/** The agreement as it holds for an order: where no answer can be given, nothing depends on one. */
export function agreementFor(agreement: Agreement, order: Answered): Agreement {
  if (answerFormat(order) !== undefined) return agreement;
  return { ...agreement, answers: { ...agreement.answers, acceptance: 'none' } };
}
