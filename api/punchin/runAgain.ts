import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import { CHUNK_BYTES, readChunks } from '../../documents/chunks.ts';
import { markStarted, receiveDocument, type ArrivedDocument, type Receipt } from '../../documents/inbound.ts';
import type { InboundDocument } from '../../documents/inbound.entity.ts';
import { lockKept, settleQuarantined } from '../../documents/quarantine.ts';
import { rootPart } from '../../documents/rootPart.ts';
import { isCxml } from '../../formats/cxml/detect.ts';
import { findAtAddress, servedBy, type AgreementInForce, type ServedPartner } from '../../partners/partners.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { newReference } from '../../platform/reference.ts';
import type { ApiDeps } from '../deps.ts';
import { tellEngine } from '../engine.ts';
import { readCxml } from '../entrance/cxml/read.ts';
import { refuseWhilePaused, type Guest } from '../entrance/gate.ts';
import type { Visit } from '../entrance/visit.ts';
import { isMultipart } from './content.ts';
import { findCaller } from './cxml/caller.ts';
import { seenDocument } from './cxml/seen.ts';
import { checkTaken } from './cxml/taken.ts';
import type { Peeked } from '../../formats/peek.ts';
import { checkFormat, checkSender, findServed, Look, seenOf } from './look.ts';

/** What became of a document that was run again: it is an ordinary document now, or stays for the same or another reason. */
export type RunAgain =
  | { readonly outcome: 'handled'; readonly receipt: Receipt }
  | { readonly outcome: 'kept'; readonly error: RoundtripError };

/** Where it belongs, and what was seen of it. */
interface Routed {
  readonly partner: { readonly id: string; readonly code: string; readonly name: string };
  readonly agreement: AgreementInForce;
  readonly seen: Pick<ArrivedDocument, 'format' | 'customizationId' | 'number' | 'buyer' | 'envelope'>;
}

/**
 * Sends a document from quarantine through the routing of the entrance once more, with the set-up of today. It becomes an ordinary inbound
 * document, once: a second caller waits for the row and finds it gone, and equal bytes that came meanwhile make it a duplicate.
 * @param by who asked for it
 * @param under id of the partner of the hub that it belongs to, as a person says: who sent it is not asked then
 * @throws NotFound; Conflict when it left the quarantine before
 */
export async function runAgain(
  { orm, engine, log }: Pick<ApiDeps, 'orm' | 'engine' | 'log'>,
  id: string,
  by: string,
  under?: string,
): Promise<RunAgain> {
  const done = await orm.em.fork().transactional(async (tx) => {
    const kept = await lockKept(tx, id);
    const { document } = kept;
    const routed = await route(tx, document, under);
    if (routed instanceof RoundtripError) return routed;
    const bytes = () => readChunks(tx, document.id);
    const arrived = arrive(document, routed);
    const short = document.size <= CHUNK_BYTES ? await wholeOf(bytes()) : bytes;
    const receipt = await receiveDocument(tx, arrived, short);
    await settleQuarantined(tx, kept, { state: 'handled', handledAs: arrived }, by);
    return { receipt, arrived, agreement: routed.agreement };
  });
  if (done instanceof RoundtripError) return { outcome: 'kept', error: done };
  const { receipt, arrived, agreement } = done;
  if (!receipt.repeated) {
    const { partnerId, partnerCode, number, format } = arrived;
    const start = {
      inboundDocumentId: arrived.id,
      partnerId,
      partnerCode,
      number,
      format,
      agreement: agreement.settings,
    };
    tellEngine({ log }, 'a document from quarantine', async () => {
      await engine.startPunchIn(start);
      await markStarted(orm.em.fork(), arrived.id);
    });
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
async function route(
  em: EntityManager,
  document: InboundDocument,
  under: string | undefined,
): Promise<Routed | RoundtripError> {
  try {
    const guest = await guestOf(em, document);
    const vouched = under === undefined ? undefined : await servedAs(em, guest, under);
    const { value: head } = await readChunks(em, document.id).next();
    if (isMultipart(document.contentType) || isCxml(head ?? Buffer.alloc(0)))
      return await routeCxml(em, guest, document, vouched);
    return await routeUbl(em, guest, document, vouched);
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

async function routeUbl(
  em: EntityManager,
  guest: Guest,
  document: InboundDocument,
  vouched: ServedPartner | undefined,
): Promise<Routed> {
  const look = new Look(/charset\s*=\s*"?([\w.:-]+)/i.exec(document.contentType)?.[1]);
  for await (const chunk of readChunks(em, document.id)) look.see(chunk);
  const { peeked, failure } = look.finish();
  if (failure ?? !peeked) throw failure ?? new RoundtripError('DocumentMalformed', 'The document cannot be read.');
  const served = vouched ?? (await servedFor(em, guest, peeked));
  if (!served.enabled) throw new RoundtripError('PartnerDisabled', 'The partner of this document is switched off.');
  refuseWhilePaused(unwatched(), served.paused);
  checkFormat(peeked, served.agreement);
  if (!vouched) checkSender(peeked, served.agreement);
  return { partner: served, agreement: served.agreement, seen: seenOf(peeked) };
}

async function servedFor(em: EntityManager, guest: Guest, peeked: Peeked): Promise<Guest | ServedPartner> {
  if (guest.kind !== 'hub') return guest;
  return findServed(em, guest.mode, peeked, await servedBy(em, guest.id, guest.mode));
}

async function routeCxml(
  em: EntityManager,
  guest: Guest,
  stored: InboundDocument,
  vouched: ServedPartner | undefined,
): Promise<Routed> {
  const { bytes, charset, attachments } = rootPart(await wholeOf(readChunks(em, stored.id)), stored.contentType);
  const document = readCxml(bytes, charset);
  const { header } = document;
  if (!header) throw new RoundtripError('DocumentMalformed', 'The document has no Header.');
  const directory = { servedBy: (hubId: string, mode: Guest['mode']) => servedBy(em, hubId, mode) };
  const { partner, agreement } = vouched
    ? { partner: vouched, agreement: vouched.agreement }
    : await findCaller({ em, directory }, unwatched(), guest, document, header);
  const seen = seenDocument(document, header, agreement.settings);
  const arrived = { partnerId: partner.id, mode: agreement.mode, ...seen };
  await checkTaken(em, unwatched(), {
    ...{ document, header, agreement, arrived, attachments },
    isVouched: vouched !== undefined,
  });
  return { partner, agreement, seen };
}

/** Nobody asks afterwards at which check it stood: the error tells. */
function unwatched(): Pick<Visit, 'check'> {
  return { check: 'body' };
}

async function wholeOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}
