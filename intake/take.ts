import { v7 } from 'uuid';
import type { ArrivedDocument, DocumentBytes } from '../documents/inbound.ts';
import { maskSharedSecrets } from '../documents/sharedSecrets.ts';
import { keptFailure } from '../documents/unreadable.ts';
import { isCxml } from '../formats/cxml/detect.ts';
import type { RoundtripError } from '../platform/errors.ts';
import { tooLarge, wholeOf, type ArrivingBody } from './arriving.ts';
import type { Guest } from './guest.ts';
import { isMultipart, route, type Routed } from './route.ts';
import { start, type StartDeps } from './start.ts';
import { store, type Stored } from './store.ts';

/** A document that a transport has brought whole: a file, or a part of a mail. Its sender is whom the transport knows. */
export interface Brought {
  /** What people will call it. */
  readonly reference: string;
  /** Read to its end, or to beyond what is agreed. */
  readonly body: ArrivingBody;
  readonly contentType: string;
  /** How it came, as it is shown with the document; no secrets. */
  readonly headers: Readonly<Record<string, string>>;
  /** Where it came from: `sftp://host/inbox`. */
  readonly from: string;
}

/** What came of it. `failure`: why it was refused, or put into quarantine. */
export interface Taken {
  readonly receipt: Stored;
  readonly failure?: RoundtripError;
}

/**
 * Takes a document in as the API does: stored once durable, refused or kept in quarantine with its reason, started unless it is a repeat.
 * @throws PartnerPaused, StoreUnavailable: nothing was stored, it can be brought again
 */
export async function take(deps: StartDeps, guest: Guest, brought: Brought): Promise<Taken> {
  const { orm } = deps;
  const { body, contentType } = brought;
  const limit = guest.agreement.settings.limits.bytes;
  const isWhole = body.size <= limit;
  const { sha256, bytes } = isWhole ? body.finish() : body.finishHead();
  const kept = await keepable(body, contentType, bytes);
  const routed: Routed = isWhole
    ? await route(orm.em.fork(), guest, { contentType, read: () => pieces(bytes) })
    : {
        partner: guest,
        agreement: guest.agreement,
        seen: { buyer: [] },
        failure: tooLarge(limit, `${body.size} bytes`),
      };
  const { failure, seen } = routed;
  const arrived = { ...describe(guest, brought, routed), complete: isWhole, sha256 };
  const receipt = await store(orm.em.fork(), guest, arrived, kept, failure);
  if (failure) return { receipt, failure };
  if (!receipt.repeated) void start(deps, { ...routed, number: seen.number, format: seen.format }, receipt);
  return { receipt };
}

function describe(
  guest: Guest,
  { reference, body, contentType, headers, from }: Brought,
  { partner, agreement, seen, failure }: Routed,
): Omit<ArrivedDocument, 'sha256'> {
  return {
    id: v7(),
    reference,
    ...{ partnerId: partner.id, partnerCode: partner.code, partnerName: partner.name },
    ...(guest.kind === 'hub' && { hubId: guest.id }),
    ...{ mode: agreement.mode, agreementVersion: agreement.version },
    ...{
      receivedAt: new Date(),
      size: body.size,
      contentType: contentType.slice(0, 200),
      headers,
      remoteAddress: from,
    },
    ...seen,
    ...(failure && keptFailure(failure, agreement.settings.answers.language)),
  };
}

/** The bytes as they may be kept: a cXML document shows a secret, even where nobody asks for it. */
async function keepable(
  body: ArrivingBody,
  contentType: string,
  bytes: DocumentBytes,
): Promise<{ readonly whole: DocumentBytes; readonly head: Buffer }> {
  if (!isMultipart(contentType) && !isCxml(body.head)) return { whole: bytes, head: body.head };
  return { whole: maskSharedSecrets(await wholeOf(bytes)).bytes, head: maskSharedSecrets(body.head).bytes };
}

async function* pieces(bytes: DocumentBytes): AsyncGenerator<Uint8Array> {
  if (Buffer.isBuffer(bytes)) yield bytes;
  else yield* bytes();
}
