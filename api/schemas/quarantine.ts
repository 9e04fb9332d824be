import { z } from 'zod';
import type { Quarantined } from '../../documents/quarantine.ts';
import { quarantineStates } from '../../documents/quarantined.entity.ts';
import { inboundStates } from '../../documents/inbound.entity.ts';
import type { RunAgain } from '../punchin/runAgain.ts';
import { present, type Shown } from '../present.ts';
import { instant, listOf, pageQuery, shortText, uuid } from './common.ts';
import { documentError, inboundDetail, inboundDocument, showInbound } from './document.ts';

export const quarantineQuery = pageQuery.extend({
  partner: uuid.optional().meta({ description: 'Id of the partner or hub whose secret was shown' }),
  state: listOf(quarantineStates).optional(),
});

export const quarantined = z
  .strictObject({
    id: uuid,
    state: z.enum(quarantineStates).meta({ description: '`handled`: it was run again, as `handledDocumentId`' }),
    told: z.enum(['refusal', 'receipt']).meta({ description: 'What its sender got' }),
    document: inboundDocument,
    sender: inboundDetail.shape.buyer.meta({ description: 'Who sent it, by what it says itself' }),
    envelope: inboundDetail.shape.envelope,
    customizationId: z.string().optional(),
    handledDocumentId: uuid.optional(),
    discardReason: z.string().optional(),
    settledBy: z.string().optional(),
    settledAt: instant.optional(),
  })
  .meta({ id: 'QuarantinedDocument' });

export const runAgainBody = z
  .strictObject({
    partner: uuid.optional().meta({ description: 'Only what this partner or hub has sent' }),
    ids: z.array(uuid).min(1).max(200).optional().meta({ description: 'Only these' }),
    limit: z.int().min(1).max(200).default(100),
  })
  .meta({ id: 'RunAgainFilter' });

export const discardBody = z.strictObject({ reason: shortText }).meta({ id: 'DiscardReason' });

export const runAgainResult = z
  .strictObject({
    id: uuid,
    outcome: z.enum(['handled', 'kept']),
    documentId: uuid.optional().meta({ description: 'The ordinary document that it is now' }),
    reference: z.string().optional(),
    state: z.enum(inboundStates).optional().meta({ description: '`duplicate`: equal bytes came meanwhile' }),
    error: documentError.optional().meta({ description: 'Why it stays' }),
  })
  .meta({ id: 'RunAgainResult' });

export function showQuarantined({ entry, document }: Quarantined): Shown<typeof quarantined> {
  const { state, told, handledDocument: handledDocumentId, discardReason, settledBy, settledAt } = entry;
  const { id, buyer, envelope, customizationId } = document;
  return {
    ...{ id, state, told, document: showInbound(document), sender: [...buyer] },
    ...present({ customizationId, handledDocumentId, discardReason, settledBy }),
    ...(envelope && { envelope }),
    ...(settledAt && { settledAt: settledAt.toISOString() }),
  };
}

export function showRunAgain(id: string, result: RunAgain): Shown<typeof runAgainResult> {
  if (result.outcome === 'kept') {
    const { type, message, details } = result.error;
    return { id, outcome: 'kept', error: { type, message, details: [...details] } };
  }
  const { id: documentId, reference, state } = result.receipt;
  return { id, outcome: 'handled', documentId, reference, state };
}
