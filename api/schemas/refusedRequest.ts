import { z } from 'zod';
import { intakeChecks, type RefusedRequest } from '../../documents/refusedRequest.entity.ts';
import { credentialFaults } from '../../partners/credentialFault.ts';
import { modes } from '../../partners/partner.entity.ts';
import { present, type Shown } from '../present.ts';
import { instant, pageQuery, uuid } from './common.ts';
import { errorDetail } from './errorDetail.ts';

export const refusedRequestQuery = pageQuery.extend({
  partner: uuid.optional().meta({ description: 'Id of a partner; left out: also requests to unknown addresses' }),
});

export const refusedRequest = z
  .strictObject({
    id: uuid,
    at: instant,
    reference: z.string().meta({ description: 'As the sender was told it' }),
    path: z.string(),
    remoteAddress: z.string(),
    claimedUser: z.string().optional(),
    partnerId: uuid.optional().meta({ description: 'Known when the address exists' }),
    inboundDocumentId: uuid.optional().meta({ description: 'The document that was kept all the same' }),
    mode: z.enum(modes).optional().meta({ description: 'Of the address' }),
    failedCheck: z.enum(intakeChecks),
    error: z.string().optional().meta({ description: 'Code of the error catalogue' }),
    credentialFault: z
      .enum(credentialFaults)
      .optional()
      .meta({ description: 'Which part of a log-in was wrong; its sender was not told' }),
    status: z.int().meta({ description: 'HTTP status that was answered' }),
    message: z.string(),
    details: z.array(errorDetail).meta({ description: 'Where, what was found and what was expected; without secrets' }),
  })
  .meta({ id: 'RefusedRequest' });

export const refusedRequestDetail = refusedRequest
  .extend({
    headers: z.record(z.string(), z.string()).meta({ description: 'Without secrets' }),
    body: z.string().meta({ description: 'The first 4 KiB, secrets masked' }),
  })
  .meta({ id: 'RefusedRequestDetail' });

export function showRefusedRequest(row: RefusedRequest): Shown<typeof refusedRequest> {
  const { id, at, reference, path, remoteAddress, failedCheck, status, message, details } = row;
  const { claimedUser, partnerId, inboundDocumentId, mode, error, credentialFault } = row;
  return {
    ...{ id, at: at.toISOString(), reference, path, remoteAddress, failedCheck, status, message },
    details: [...details],
    ...present({ claimedUser, partnerId, inboundDocumentId, mode, error, credentialFault }),
  };
}
