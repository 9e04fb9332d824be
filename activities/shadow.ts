import type { EntityManager } from '@mikro-orm/postgresql';
import type { Rehearsed } from '../documents/dryRun.entity.ts';
import { findInbound } from '../documents/inbound.ts';
import { isOtherwise, storedOutcomes, type StoredOutcome } from '../documents/shadow.ts';
import { findAgreement } from '../partners/partners.ts';
import { RoundtripError } from '../platform/errors.ts';
import { shopProfile } from '../shop/profile.ts';
import { rehearseUnwritten, type RehearsalDeps } from './rehearse.ts';

export interface Shadowed {
  readonly document: StoredOutcome;
  /** What this release makes of it. */
  readonly now: Rehearsed;
  /** The sender or the shop would notice. */
  readonly otherwise: boolean;
}

/**
 * Takes stored documents through this release, by the agreement and the day of their receipt, and holds what it makes of them against what
 * was made of them. Nothing is written.
 * @throws StoreUnavailable where the shop is not set up
 */
export async function* shadowRun(deps: RehearsalDeps, since: Date): AsyncGenerator<Shadowed> {
  const shop = await shopProfile(deps.orm.em.fork());
  if (!shop) throw new RoundtripError('StoreUnavailable', 'The shop is not set up.');
  for await (const document of storedOutcomes(deps.orm.em.fork(), since)) {
    const given = await inHand(deps.orm.em.fork(), document.id);
    const now = await rehearseUnwritten(deps, shop, given);
    yield { document, now, otherwise: isOtherwise(document, now) };
  }
}

async function inHand(em: EntityManager, id: string) {
  const document = await findInbound(em, id);
  if (!document) throw new RoundtripError('StoreUnavailable', 'A document is gone.');
  return { document, agreement: await findAgreement(em, document.partner, document.mode, document.agreementVersion) };
}
