import type { EntityManager } from '@mikro-orm/postgresql';
import { InboundDocument } from '../documents/inbound.entity.ts';
import { findInbound } from '../documents/inbound.ts';
import { QuarantinedDocument } from '../documents/quarantined.entity.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { Guest } from './guest.ts';
import type { Taken } from './take.ts';

/**
 * What came of a document that a guest's transport may have brought before, where whoever brought it was stopped and does not know.
 * @param from as it was brought: `Brought.from`
 * @returns undefined where nothing was stored
 */
export async function takenBefore(
  em: EntityManager,
  { id: guest }: Pick<Guest, 'id'>,
  { reference, from }: { readonly reference: string; readonly from: string },
): Promise<Taken | undefined> {
  const where = { reference, remoteAddress: from, $or: [{ partner: guest }, { hub: guest }] };
  const found = await em.findOne(InboundDocument, where, { disableIdentityMap: true });
  if (!found) return undefined;
  const original = found.duplicateOf == null ? null : await findInbound(em, found.duplicateOf);
  const { id, reference: its, state, receivedAt, finishedAt, error } = original ?? found;
  const receipt = { id, reference: its, state, receivedAt, repeated: original !== null, kept: false };
  // What a later step refused had been taken.
  const isRefused = state === 'refused' && finishedAt?.getTime() === receivedAt.getTime();
  if (original || !error || !isRefused) return { receipt };
  const kept = (await em.count(QuarantinedDocument, { document: id, told: 'receipt' })) > 0;
  const { type, message, details } = error;
  return { receipt: { ...receipt, kept }, failure: new RoundtripError(type, message, { details }) };
}
