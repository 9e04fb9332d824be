import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathItemObject } from 'zod-openapi';
import { instant, uuid } from './schemas/common.ts';
import { errorDetail } from './schemas/errorDetail.ts';

/** What a sender gets for a document that is stored. */
export const receipt = z
  .strictObject({
    id: uuid,
    reference: z.string().meta({ description: 'Quote it when asking for help', example: '972R-HKRC' }),
    state: z
      .string()
      .meta({ description: 'Of an equal document that came before: what became of it', example: 'received' }),
    receivedAt: instant,
    links: z.strictObject({ self: z.url().meta({ description: 'Where the state can be asked for' }) }),
  })
  .meta({ id: 'Receipt', description: 'The document is stored, not yet accepted' });

const refusal = z
  .strictObject({
    error: z.strictObject({
      code: z.string().meta({ example: 'SenderMismatch' }),
      message: z.string().meta({ description: 'One sentence for a person' }),
      reference: z.string(),
      id: uuid.optional().meta({ description: 'The document is kept in state refused' }),
      details: z.array(errorDetail).optional(),
      documentation: z.url(),
    }),
  })
  .meta({ id: 'DocumentRefusal' });

/** What an access point may tell beside a status; nothing of it is needed. */
const accessPointError = z
  .object({ error: z.object({ message: z.string().meta({ example: 'Unknown participant 0007:5599991030' }) }) })
  .meta({ id: 'AccessPointError', description: 'Its sentence is shown to people, 300 characters of it' });

const envelope = {
  required: true,
  description:
    'A Standard Business Document by the Peppol Business Message Envelope: header with sender, receiver, document type, process and country, then the document',
  content: { 'application/xml': { schema: { type: 'string' as const } } },
};

const refused = (description: string) => ({ description, content: { 'application/json': { schema: refusal } } });
const told = (description: string) => ({ description, content: { 'application/json': { schema: accessPointError } } });

/** A document that came by Peppol, given to us. @param server where our addresses for partners are */
function give(server: string): ZodOpenApiPathItemObject {
  const operation: ZodOpenApiOperationObject = {
    operationId: 'giveDocument',
    tags: ['accessPoint'],
    summary: 'An access point gives us a document that came by Peppol',
    description:
      'Whose it is is found by the sender of the envelope, or by the buyer; exactly one partner behind the hub must have that identity in its agreement. An envelope with the same sender and instance identifier is taken once: equal bytes get the same receipt, other content is refused later (state `refused`, `Conflict`). Message Level Status and Message Level Response come to the same address.',
    security: [{ accessPoint: [] }],
    requestParams: {
      path: z.object({ hub: z.string().meta({ description: 'Name of the access point in the console' }) }),
    },
    requestBody: envelope,
    responses: {
      202: {
        description: 'Stored: the access point may forget it',
        content: { 'application/json': { schema: receipt } },
      },
      400: refused('It cannot be read'),
      401: refused('User or secret is wrong'),
      403: refused('Of no partner, or of several, or switched off'),
      413: refused('Too large'),
      415: refused('Not in a format that is agreed'),
      429: refused('Too many in a minute: again after `Retry-After`'),
      503: refused('Not now: again after `Retry-After`; nothing was stored'),
    },
  };
  return { servers: [{ url: server }], post: operation };
}

/** A document of ours, given to the access point. */
const taken: ZodOpenApiOperationObject = {
  operationId: 'takeDocument',
  tags: ['accessPoint'],
  summary: 'We give an access point a document to deliver by Peppol',
  description:
    'Posted to ACCESS_POINT_URL, or to the address of the agreement. Every 2xx means that the access point has it and delivers it. Tried again after 408, 425, 429, 5xx or no answer, with the same `Message-Id` and the same bytes; any other status stops and calls a person. What becomes of it afterwards is told by Message Level Status.',
  requestParams: {
    header: z.object({
      'Message-Id': z
        .string()
        .meta({ description: '`urn:uuid:` and the instance identifier of the envelope, the same on every attempt' }),
    }),
  },
  requestBody: envelope,
  responses: {
    202: { description: 'Taken for delivery' },
    409: { description: 'The instance identifier was taken before: counts as delivered' },
    422: told('It will never be delivered: the receiver is not registered, the envelope is wrong'),
    503: told('Not now: again after `Retry-After`'),
  },
};

/** Whether the access point is there and takes our log-in. */
const probed: ZodOpenApiOperationObject = {
  operationId: 'probeAccessPoint',
  tags: ['accessPoint'],
  summary: 'We ask an access point whether it knows us',
  description:
    'A person in the console tries the connection: the address that takes documents, with the same `Authorization`. An access point that has nothing of the kind answers 404 or 405; documents go there all the same.',
  responses: {
    204: { description: 'It knows us' },
    401: { description: 'User or secret is wrong' },
    405: { description: 'It is there, and takes POST alone' },
  },
};

/** What an access point and we exchange over HTTP (docs/peppol-access-point.md), for the OpenAPI document. */
export function accessPointContract(publicUrl: string) {
  return {
    paths: { '/punchin/hub/{hub}': give(publicUrl) },
    webhooks: { takeDocument: { post: taken, get: probed } },
    securitySchemes: {
      accessPoint: { type: 'http', scheme: 'basic', description: 'User and secret of the hub in the console' },
    },
    tags: [{ name: 'accessPoint', description: 'The exchange with a Peppol access point' }],
  } as const;
}
