import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import { CHUNK_BYTES, readChunks } from '../../documents/chunks.ts';
import { receiveDocument, type ArrivedDocument, type Receipt } from '../../documents/inbound.ts';
import type { InboundDocument } from '../../documents/inbound.entity.ts';
import { lockKept, settleQuarantined } from '../../documents/quarantine.ts';
import { wholeOf } from '../../intake/arriving.ts';
import type { Guest } from '../../intake/guest.ts';
import { route, type Routed } from '../../intake/route.ts';
import { start } from '../../intake/start.ts';
import { findAtAddress, servedBy, type ServedPartner } from '../../partners/partners.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { newReference } from '../../platform/reference.ts';
import type { ApiDeps } from '../deps.ts';

/** What became of a document that was run again: it is an ordinary document now, or stays for the same or another reason. */
export type RunAgain =
  | { readonly outcome: 'handled'; readonly receipt: Receipt }
  | { readonly outcome: 'kept'; readonly error: RoundtripError };

/**
 * Sends a document from quarantine through the routing of the entrance once more, with the set-up of today. It becomes an ordinary inbound
 * document, once: a second caller waits for the row and finds it gone, and equal bytes that came meanwhile make it a duplicate.
 * @param by who asked for it
 * @param under id of the partner of the hub that it belongs to, as a person says: who sent it is not asked then
 * @throws NotFound; Conflict when it left the quarantine before
 */
export async function runAgain(
  { orm, engine, log, config }: Pick<ApiDeps, 'orm' | 'engine' | 'log' | 'config'>,
  id: string,
  by: string,
  under?: string,
): Promise<RunAgain> {
  const done = await orm.em.fork().transactional(async (tx) => {
    const kept = await lockKept(tx, id);
    const { document } = kept;
    const routed = await routeAgain(tx, document, under);
    if (routed instanceof RoundtripError) return routed;
    const bytes = () => readChunks(tx, document.id);
    const arrived = arrive(document, routed);
    const short = document.size <= CHUNK_BYTES ? await wholeOf(bytes) : bytes;
    const receipt = await receiveDocument(tx, arrived, short);
    await settleQuarantined(tx, kept, { state: 'handled', handledAs: arrived }, by);
    return { receipt, arrived, agreement: routed.agreement };
  });
  if (done instanceof RoundtripError) return { outcome: 'kept', error: done };
  const { receipt, arrived, agreement } = done;
  if (!receipt.repeated) {
    const { partnerId: ofPartner, partnerCode: code, number, format } = arrived;
    void start({ orm, engine, log, config }, { partner: { id: ofPartner, code }, agreement, number, format }, arrived);
  }
  const state = receipt.repeated ? 'duplicate' : receipt.state;
  return { outcome: 'handled', receipt: { ...receipt, id: arrived.id, reference: arrived.reference, state } };
}

/** The same document under a name of its own; its bytes are as they were kept. */
function arrive(document: InboundDocument, { partner, agreement, seen }: Routed): ArrivedDocument {
  const { size, sha256, contentType, headers, remoteAddress, hub } = document;
  return {
    ...{ size, sha256, contentType, headers, remoteAddress },
    id: v7(),
    reference: newReference(),
    partnerId: partner.id,
    partnerCode: partner.code,
    partnerName: partner.name,
    ...(hub != null && { hubId: hub }),
    mode: agreement.mode,
    agreementVersion: agreement.version,
    receivedAt: new Date(),
    ...seen,
  };
}

/** @returns why it still cannot be taken */
async function routeAgain(
  em: EntityManager,
  document: InboundDocument,
  under: string | undefined,
): Promise<Routed | RoundtripError> {
  try {
    const guest = await guestOf(em, document);
    const vouched = under === undefined ? undefined : await servedAs(em, guest, under);
    const { contentType } = document;
    const routed = await route(em, guest, { contentType, read: () => readChunks(em, document.id) }, vouched);
    return routed.failure ?? routed;
  } catch (error) {
    if (error instanceof RoundtripError && error.type !== 'StoreUnavailable') return error;
    throw error;
  }
}

/** Who sent it, with the agreement of today. */
async function guestOf(em: EntityManager, { partnerCode }: InboundDocument): Promise<Guest> {
  const found = await findAtAddress(em, partnerCode);
  if (found?.agreement === undefined || !found.enabled) {
    throw new RoundtripError(
      'PartnerDisabled',
      'Its sender has no address and agreement any more, or is switched off.',
    );
  }
  return { ...found, agreement: found.agreement };
}

/** The partner of the hub that a person names. @throws PartnerUnknown */
async function servedAs(em: EntityManager, guest: Guest, partnerId: string): Promise<ServedPartner> {
  const served = guest.kind === 'hub' ? await servedBy(em, guest.id, guest.mode) : [];
  const named = served.find(({ id }) => id === partnerId);
  if (named) return named;
  throw new RoundtripError('PartnerUnknown', 'The document did not come through a hub that serves this partner.');
}
