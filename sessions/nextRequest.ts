import type { EntityManager } from '@mikro-orm/postgresql';
import { InboundDocument } from '../documents/inbound.entity.ts';
import { RefusedRequest } from '../documents/refusedRequest.entity.ts';
import { PunchOutSession } from './session.entity.ts';

/** What a partner's system did next: it was refused, a document was received, or a PunchOut session began. */
export type NextRequest =
  | { readonly kind: 'refused'; readonly at: Date; readonly request: RefusedRequest }
  | { readonly kind: 'document'; readonly at: Date; readonly document: InboundDocument }
  | { readonly kind: 'session'; readonly at: Date; readonly session: PunchOutSession };

/** The first request of a partner from an instant on, if there was one: its connection test. */
export async function nextRequest(em: EntityManager, partnerId: string, since: Date): Promise<NextRequest | undefined> {
  const options = { limit: 1, disableIdentityMap: true } as const;
  const [request] = await em.find(
    RefusedRequest,
    // ids are in the order of time, and the index is by them
    { partnerId, id: { $gte: firstIdOf(since) } },
    { ...options, orderBy: { id: 'asc' } },
  );
  const [document] = await em.find(
    InboundDocument,
    { partner: partnerId, receivedAt: { $gte: since } },
    { ...options, orderBy: { receivedAt: 'asc' } },
  );
  const [session] = await em.find(
    PunchOutSession,
    { partner: partnerId, id: { $gte: firstIdOf(since) } },
    { ...options, orderBy: { id: 'asc' } },
  );
  const seen: NextRequest[] = [
    ...(request ? [{ kind: 'refused', at: request.at, request } as const] : []),
    // a refused document has its refused request, which says more
    ...(document && document.state !== 'refused'
      ? [{ kind: 'document', at: document.receivedAt, document } as const]
      : []),
    ...(session ? [{ kind: 'session', at: session.createdAt, session } as const] : []),
  ];
  return seen.toSorted((a, b) => a.at.getTime() - b.at.getTime())[0];
}

/** The lowest UUID of version 7 of an instant (RFC 9562, 5.7): its first 48 bits are the milliseconds. */
function firstIdOf(instant: Date): string {
  const hex = instant.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
