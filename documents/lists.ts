import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Mode } from '../partners/partner.entity.ts';
import { InboundDocument, type InboundState } from './inbound.entity.ts';
import { OutboundDocument, type OutboundState } from './outbound.entity.ts';

interface Page {
  /** Id of the last document of the page before. */
  readonly after?: string;
  readonly limit: number;
}

export interface InboundFilter extends Page {
  readonly partnerId?: string;
  readonly mode?: Mode;
  readonly state?: readonly InboundState[];
  /** The buyer's document number. */
  readonly number?: string;
  /** As printed in a receipt. */
  readonly reference?: string;
  readonly orderId?: string;
  /** Received from (inclusive) and before (exclusive). */
  readonly from?: Date;
  readonly before?: Date;
}

export interface OutboundFilter extends Page {
  readonly partnerId?: string;
  readonly mode?: Mode;
  readonly state?: readonly OutboundState[];
  readonly number?: string;
  readonly orderId?: string;
  /** Written from (inclusive) and before (exclusive). */
  readonly from?: Date;
  readonly before?: Date;
}

/** Inbound documents, newest first. */
export async function listInbound(em: EntityManager, filter: InboundFilter): Promise<InboundDocument[]> {
  const { partnerId, mode, state, number, reference, orderId, from, before, after, limit } = filter;
  const where: FilterQuery<InboundDocument> = {
    ...(partnerId !== undefined && { partner: partnerId }),
    ...(mode && { mode }),
    ...(state && { state: { $in: [...state] } }),
    ...(number !== undefined && { number }),
    ...(reference !== undefined && { reference }),
    ...(orderId !== undefined && { orderId }),
    ...((from ?? before) && { receivedAt: { ...(from && { $gte: from }), ...(before && { $lt: before }) } }),
    ...(after !== undefined && { id: { $lt: after } }),
  };
  return em.find(InboundDocument, where, { orderBy: { id: 'desc' }, limit, disableIdentityMap: true });
}

/** Outbound documents, newest first. */
export async function listOutbound(em: EntityManager, filter: OutboundFilter): Promise<OutboundDocument[]> {
  const { partnerId, mode, state, number, orderId, from, before, after, limit } = filter;
  const where: FilterQuery<OutboundDocument> = {
    ...(partnerId !== undefined && { partner: partnerId }),
    ...(mode && { mode }),
    ...(state && { state: { $in: [...state] } }),
    ...(number !== undefined && { number }),
    ...(orderId !== undefined && { orderId }),
    ...((from ?? before) && { createdAt: { ...(from && { $gte: from }), ...(before && { $lt: before }) } }),
    ...(after !== undefined && { id: { $lt: after } }),
  };
  return em.find(OutboundDocument, where, { orderBy: { id: 'desc' }, limit, disableIdentityMap: true });
}
