import type { EntityManager } from '@mikro-orm/postgresql';
import { findInbound } from '../../../documents/inbound.ts';
import type { InboundDocument } from '../../../documents/inbound.entity.ts';
import { findOutbound } from '../../../documents/outbound.ts';
import type { OutboundDocument } from '../../../documents/outbound.entity.ts';
import { RoundtripError } from '../../../platform/errors.ts';

/** @throws NotFound */
export async function readInbound(em: EntityManager, id: string): Promise<InboundDocument> {
  const document = await findInbound(em, id);
  if (!document) throw new RoundtripError('NotFound', 'There is no such inbound document.');
  return document;
}

/** @throws NotFound */
export async function readOutbound(em: EntityManager, id: string): Promise<OutboundDocument> {
  const document = await findOutbound(em, id);
  if (!document) throw new RoundtripError('NotFound', 'There is no such outbound document.');
  return document;
}
