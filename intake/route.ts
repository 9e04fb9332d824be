/** Whose a document is that has come in whole, and whether it can be taken: for whatever does not stream through the API. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ArrivedDocument } from '../documents/inbound.ts';
import { rootPart } from '../documents/rootPart.ts';
import { isCxml } from '../formats/cxml/detect.ts';
import { servedBy, type AgreementInForce, type ServedPartner } from '../partners/partners.ts';
import { RoundtripError } from '../platform/errors.ts';
import { wholeOf } from './arriving.ts';
import { findCaller } from './cxml/caller.ts';
import { readCxml } from './cxml/read.ts';
import { seenDocument } from './cxml/seen.ts';
import { checkTaken } from './cxml/taken.ts';
import { refuseWhilePaused, type Guest, type Watched } from './guest.ts';
import { checkFormat, checkSender, findServed, Look, seenOf } from './look.ts';

/** Its bytes, which can be read more than once. */
export interface Routable {
  readonly contentType: string;
  read(): AsyncIterable<Uint8Array>;
}

/** Where it belongs, what was seen of it, and why it cannot be taken, if it cannot. */
export interface Routed {
  readonly partner: { readonly id: string; readonly code: string; readonly name: string };
  readonly agreement: AgreementInForce;
  readonly seen: Pick<ArrivedDocument, 'format' | 'customizationId' | 'number' | 'buyer' | 'envelope'>;
  readonly failure?: RoundtripError;
}

/**
 * Routes a document of a guest whose transport, or whom a person, has vouched for: its secrets are not asked.
 * @param vouched the partner of the hub that it belongs to, as a person says: who sent it is not asked then
 * @throws PartnerPaused, StoreUnavailable: it can be taken later
 */
export async function route(
  em: EntityManager,
  guest: Guest,
  document: Routable,
  vouched?: ServedPartner,
): Promise<Routed> {
  const { value: head } = await document.read()[Symbol.asyncIterator]().next();
  const isRead = isMultipart(document.contentType) || isCxml(head ?? new Uint8Array(0)) ? routeCxml : routeUbl;
  return isRead(em, guest, document, vouched);
}

const MULTIPART = /^multipart\/related\s*;/i;

/** Is it a document with attachments (RFC 2387)? */
export function isMultipart(contentType: string | undefined): boolean {
  return MULTIPART.test(contentType ?? '');
}

async function routeUbl(
  em: EntityManager,
  guest: Guest,
  document: Routable,
  vouched: ServedPartner | undefined,
): Promise<Routed> {
  const look = new Look(/charset\s*=\s*"?([\w.:-]+)/i.exec(document.contentType)?.[1]);
  for await (const chunk of document.read()) look.see(chunk);
  const { peeked, failure } = look.finish();
  const own = vouched ?? guest;
  const unrouted = { partner: own, agreement: own.agreement, seen: seenOf(peeked) };
  if (peeked === undefined || failure) return { ...unrouted, failure: failure ?? unreadable() };
  return judged(unrouted, async () => {
    const isOfHub = vouched === undefined && guest.kind === 'hub';
    const partner = isOfHub ? await findServed(em, guest.mode, peeked, await servedBy(em, guest.id, guest.mode)) : own;
    requireServed(partner);
    const routed = { ...unrouted, partner, agreement: partner.agreement };
    return judged(routed, () => {
      checkFormat(peeked, routed.agreement);
      if (!vouched) checkSender(peeked, routed.agreement);
      return routed;
    });
  });
}

async function routeCxml(
  em: EntityManager,
  guest: Guest,
  stored: Routable,
  vouched: ServedPartner | undefined,
): Promise<Routed> {
  const own = vouched ?? guest;
  const unrouted: Routed = { partner: own, agreement: own.agreement, seen: { buyer: [] } };
  return judged(unrouted, async () => {
    const { bytes, charset, attachments } = rootPart(await wholeOf(() => stored.read()), stored.contentType);
    const document = readCxml(bytes, charset);
    const { header } = document;
    if (!header) throw new RoundtripError('DocumentMalformed', 'The document has no Header.');
    const directory = { servedBy: (hubId: string, mode: Guest['mode']) => servedBy(em, hubId, mode) };
    const { partner, agreement } = vouched
      ? { partner: vouched, agreement: vouched.agreement }
      : await findCaller({ em, directory }, unwatched(), guest, document, header);
    const routed = { partner, agreement, seen: seenDocument(document, header, agreement.settings) };
    return judged(routed, async () => {
      const arrived = { partnerId: partner.id, mode: agreement.mode, ...routed.seen };
      const isVouched = vouched !== undefined;
      await checkTaken(em, unwatched(), { document, header, agreement, arrived, attachments, isVouched });
      return routed;
    });
  });
}

/** What is found wrong stands beside what is known so far; what passes is thrown. */
async function judged(known: Routed, look: () => Promise<Routed> | Routed): Promise<Routed> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof RoundtripError) || passing.has(error.type)) throw error;
    return { ...known, failure: error };
  }
}

const passing: ReadonlySet<string> = new Set(['PartnerPaused', 'StoreUnavailable']);

function requireServed({ enabled, paused }: Pick<ServedPartner, 'enabled' | 'paused'>): void {
  if (!enabled) throw new RoundtripError('PartnerDisabled', 'The partner of this document is switched off.');
  refuseWhilePaused(unwatched(), paused);
}

function unreadable(): RoundtripError {
  return new RoundtripError('DocumentMalformed', 'The document cannot be read.');
}

/** Nobody asks afterwards at which check it stood: the error tells. */
function unwatched(): Watched {
  return { check: 'body' };
}
