import type { IntakeCheck } from '../documents/refusedRequest.entity.ts';
import type { AgreementInForce, PartnerAtAddress } from '../partners/partners.ts';
import { RoundtripError } from '../platform/errors.ts';

/** A partner or hub that has shown who it is. */
export type Guest = PartnerAtAddress & { readonly agreement: AgreementInForce };

/** What is being looked at: where something is thrown, `check` says which check failed. */
export interface Watched {
  check: IntakeCheck;
}

/** While a partner is paused, its system may ask again after this many seconds. */
const PAUSE_RETRY = 300;

/** @throws PartnerDisabled */
export function requireOpen(found: PartnerAtAddress): Guest {
  if (!found.enabled) throw new RoundtripError('PartnerDisabled', 'This partner is switched off.');
  if (found.agreement === undefined) {
    throw new RoundtripError('PartnerDisabled', 'There is no agreement for this address yet.');
  }
  return { ...found, agreement: found.agreement };
}

/** @throws PartnerPaused */
export function refuseWhilePaused(visit: Watched, paused: boolean): void {
  visit.check = 'paused';
  if (!paused) return;
  throw new RoundtripError('PartnerPaused', 'Reception is paused. Nothing was stored: send the document again later.', {
    retryAfter: PAUSE_RETRY,
  });
}
