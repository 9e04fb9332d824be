import { z } from 'zod';
import type { BrowserForm } from '../../formats/document/browserForm.ts';
import { Decimal, plain } from '../../formats/document/decimal.ts';
import type { SessionInHand } from '../../sessions/inHand.ts';
import { punchOutOperations, punchOutProtocols } from '../../sessions/operations.ts';
import {
  messageKinds,
  sessionDocumentKinds,
  sessionLanguages,
  type PunchOutSession,
  type SessionDocument,
} from '../../sessions/session.entity.ts';
import { sessionStates } from '../../sessions/states.ts';
import { punchOutSessionId } from '../../workflows/ids.ts';
import { present, type Shown } from '../present.ts';
import { instant, listOf, pageQuery, period, uuid } from './common.ts';
import { mode } from './partner.ts';

const protocol = z.enum(punchOutProtocols).meta({ id: 'PunchOutProtocol' });

export const sessionQuery = pageQuery.extend({
  partner: uuid.optional().meta({ description: 'Id of the partner' }),
  mode: mode.optional(),
  protocol: protocol.optional(),
  state: listOf(sessionStates).optional(),
  customer: uuid.optional().meta({ description: 'Id of the customer' }),
  cart: z.string().min(1).max(40).optional().meta({
    description: 'Code of the cart, or number of a cart that went back',
    example: '7F3K-Q2WD-1',
  }),
  ...period,
});

export const session = z
  .strictObject({
    id: uuid,
    partnerId: uuid,
    partnerCode: z.string().meta({ description: 'Address that the buyer came by' }),
    mode,
    agreementVersion: z.int().meta({ description: 'In force at login' }),
    protocol,
    operation: z.enum(punchOutOperations),
    state: z.enum(sessionStates).meta({
      description: '`authenticated`: the start link was not opened yet. `returned`: a cart went back',
    }),
    customerId: uuid,
    cartCode: z.string().meta({ description: 'Short name of the cart', example: '7F3K-Q2WD' }),
    returns: z.int().meta({ description: 'How often a cart went back' }),
    createdAt: instant,
    lastSeenAt: instant.optional(),
    expiresAt: instant.meta({ description: 'When it ends if nobody does anything' }),
    returnedAt: instant.optional().meta({ description: 'When the last cart went back' }),
    finishedAt: instant.optional(),
  })
  .meta({ id: 'Session' });

export const sessionDetail = session
  .extend({
    customer: z.strictObject({ number: z.string(), name: z.string() }),
    language: z.enum(sessionLanguages),
    user: z
      .strictObject({ key: z.string().optional(), name: z.string().optional(), mail: z.string().optional() })
      .meta({ description: 'Who shopped, as the purchasing system said; forgotten 90 days after the end' }),
    returnUrl: z.string().optional().meta({ description: 'Where carts go back to, as the call said' }),
    parameters: z.record(z.string(), z.string()).meta({ description: 'Of the call, without secrets' }),
    lifeEndsAt: instant,
    workflowId: z.string().meta({ description: 'In the Temporal pages' }),
  })
  .meta({ id: 'SessionDetail' });

export const sessionDocument = z
  .strictObject({
    id: uuid,
    kind: z.enum(sessionDocumentKinds).meta({ description: '`cart`: a message to the purchasing system' }),
    purpose: z.enum(messageKinds).optional().meta({ description: 'Of a cart: what it says' }),
    number: z.string().optional().meta({ description: 'Number of the cart' }),
    createdAt: instant,
    contentType: z.string(),
    size: z.int().meta({ description: 'Bytes' }),
    sha256: z.string(),
    lineCount: z.int().optional(),
    total: z.string().optional().meta({ description: 'Net sum of the lines' }),
    currency: z.string().optional(),
  })
  .meta({ id: 'SessionDocument' });

export const sessionDocuments = z.strictObject({ items: z.array(sessionDocument) });

export const byDocument = z.strictObject({ id: uuid, document: uuid });

export const sessionForm = z
  .strictObject({
    number: z.string().optional().meta({ description: 'Number of the cart' }),
    action: z.string(),
    method: z.enum(['post', 'get']),
    target: z.string(),
    charset: z.enum(['utf-8', 'iso-8859-1', 'windows-1252']).meta({ description: 'The form must be posted in it' }),
    fields: z.array(z.strictObject({ name: z.string(), value: z.string() })).meta({ description: 'In their order' }),
  })
  .meta({ id: 'SessionForm' });

export function showSession(row: PunchOutSession): Shown<typeof session> {
  const { id, partnerCode, mode, agreementVersion, protocol, operation, state, cartCode, returns } = row;
  return {
    ...{
      id,
      partnerId: row.partner,
      partnerCode,
      mode,
      agreementVersion,
      protocol,
      operation,
      state,
      cartCode,
      returns,
    },
    customerId: row.customer,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    ...(row.lastSeenAt && { lastSeenAt: row.lastSeenAt.toISOString() }),
    ...(row.returnedAt && { returnedAt: row.returnedAt.toISOString() }),
    ...(row.finishedAt && { finishedAt: row.finishedAt.toISOString() }),
  };
}

export function showSessionDetail({ row, customer }: SessionInHand): Shown<typeof sessionDetail> {
  const { language, parameters, userKey: key, userName: name, userMail: mail, partnerCode, id } = row;
  const { url: returnUrl } = row.returnSpec;
  return {
    ...showSession(row),
    customer: { number: customer.number, name: customer.name },
    ...{ language, parameters, user: present({ key, name, mail }) },
    ...present({ returnUrl }),
    lifeEndsAt: row.lifeEndsAt.toISOString(),
    workflowId: punchOutSessionId(partnerCode, id),
  };
}

export function showSessionDocument(row: SessionDocument): Shown<typeof sessionDocument> {
  const { id, kind, contentType, size, sha256, purpose, number, lineCount, currency, total } = row;
  return {
    ...{ id, kind, createdAt: row.createdAt.toISOString(), contentType, size, sha256 },
    ...present({ purpose, number, lineCount, currency }),
    ...(total && { total: plain(new Decimal(total)) }),
  };
}

export function showForm(form: BrowserForm, number: string | null | undefined): Shown<typeof sessionForm> {
  const { action, method, target, charset, fields } = form;
  return {
    ...present({ number }),
    ...{ action, method, target, charset, fields: fields.map(([name, value]) => ({ name, value })) },
  };
}
