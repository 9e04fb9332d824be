import type { EntityManager } from '@mikro-orm/postgresql';
import type { Decision } from '../documents/decision.entity.ts';
import { findInbound } from '../documents/inbound.ts';
import { findAgreement } from '../partners/partners.ts';
import { RoundtripError } from './errors.ts';
import type { Engine } from './temporal.ts';

/** Tells the workflows of a stored decision: the one that waits for it, or a new one that answers an order in status New. */
export async function tellDecision(em: EntityManager, engine: Engine, decision: Decision): Promise<void> {
  const document = await findInbound(em, decision.inboundDocument);
  if (!document) throw new RoundtripError('NotFound', 'The document of the decision is not there.');
  const { id: inboundDocumentId, partner: partnerId, partnerCode, mode, agreementVersion, number } = document;
  const { settings: agreement } = await findAgreement(em, partnerId, mode, agreementVersion);
  if (decision.about === 'hold') {
    await engine.tellDecision({ inboundDocumentId, partnerId, partnerCode, number, agreement }, decision.id);
    return;
  }
  const { orderId, answerNumber } = decision;
  if (!orderId || !answerNumber) throw new Error(`decision ${decision.id} is about no order`);
  await engine.startOrderAnswer({ orderId, answerNumber, partnerCode, number: number ?? '', agreement });
}
