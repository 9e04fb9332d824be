import { ApplicationFailure } from '@temporalio/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  allowProbe,
  claimProbe,
  countFailure,
  noteSuccess,
  queueUp,
  renewBreaker,
  type BreakerKey,
  type Counted,
} from '../documents/deliveryBreakers.ts';
import { holdDelivery, type HeldForAddress } from '../documents/deliveryPauses.ts';
import type { OutboundDocument } from '../documents/outbound.entity.ts';
import { addressName } from '../partners/messageAddress.ts';
import { findAgreement, type AgreementInForce } from '../partners/partners.ts';
import type { ErrorType } from '../platform/errors.ts';
import type { Judgement } from '../transports/http/judge.ts';
import type { DeliveryTimes } from '../workflows/messages.ts';
import type { ActivityDeps } from './deps.ts';
import { pauseAfter } from './pauseAfter.ts';

/** For an attempt that never ends, beside its bound in time. Milliseconds. */
const LEASE = 30_000;

/** One delivery, as the breaker of its address needs to know it. */
export interface Passing {
  readonly em: EntityManager;
  readonly document: OutboundDocument;
  readonly times: DeliveryTimes;
  /** When its series of attempts began. */
  readonly begun: Date;
}

/** That an attempt may be made. */
export interface Passage {
  /** Failures of the address are counted, or documents wait for it. */
  readonly breaker?: BreakerKey;
  /** The attempt tries an address that does not answer: its number since that began. */
  readonly probe?: number;
}

/**
 * Asks the breaker of the address whether an attempt may be made; where none may, the document is held. Where all goes well there is no
 * breaker, and nothing is asked.
 * @throws PartnerUnavailable, for good, where the time for attempts is up
 */
export async function passBreaker(passing: Passing, now: Date): Promise<Passage | 'held'> {
  const { em, document, times } = passing;
  if (!document.breakers) return {};
  const agreement = await findAgreement(em, document.partner, document.mode);
  const key = keyOf(document, agreement);
  const known = document.breakers.find(({ address }) => address === key.address);
  if (!known) return {};
  const isNew = known.agreementVersion !== agreement.version;
  if (isNew) await renewBreaker(em, key, agreement.version);
  if (known.state === 'counting') return { breaker: key };
  if (known.state === 'draining' || isNew) {
    return document.releasedAt ? { breaker: key } : hold(passing, key, 'queue');
  }
  if (document.giveUpAt && document.giveUpAt <= now) {
    const type: ErrorType = 'PartnerUnavailable';
    throw ApplicationFailure.nonRetryable('The receiver did not answer for as long as the agreement allows.', type);
  }
  const probe = await claimProbe(em, key, times.attempt + LEASE);
  return probe === undefined ? hold(passing, key, 'outage') : { breaker: key, probe };
}

/** More is under way to the partner than it gets at a time: the document waits for its turn. */
export async function waitInQueue(passing: Passing, { probe }: Passage): Promise<'held'> {
  const { em, document } = passing;
  const agreement = await findAgreement(em, document.partner, document.mode);
  const key = keyOf(document, agreement);
  if (probe !== undefined) await allowProbe(em, key);
  await queueUp(em, key, agreement.version);
  return hold(passing, key, 'queue');
}

/**
 * Tells the breaker how an attempt ended, before that is written down.
 * @returns how it stands after a failure, or that the address answers again
 */
export async function tellBreaker(
  { log }: Pick<ActivityDeps, 'log'>,
  { em, document, times }: Passing,
  { breaker, probe }: Passage,
  judgement: Judgement,
): Promise<Counted | 'over' | undefined> {
  if (judgement.verdict === 'delivered') {
    if (!breaker || !(await noteSuccess(em, breaker))) return undefined;
    log.info({ event: 'outage.over', ...breaker }, 'A receiver answers again');
    return 'over';
  }
  if (judgement.verdict === 'stop') {
    if (breaker && probe !== undefined) await allowProbe(em, breaker);
    return undefined;
  }
  const agreement = await findAgreement(em, document.partner, document.mode);
  const key = keyOf(document, agreement);
  const { failures: limit, longestPauseMinutes } = agreement.settings.sending;
  const longestRetry = Math.min(times.longestRetry, longestPauseMinutes * 60_000);
  const pause = 1000 * Math.max(judgement.after ?? 0, pauseAfter((probe ?? 0) + 1, { ...times, longestRetry }));
  const { version: agreementVersion } = agreement;
  const isProbe = probe !== undefined;
  const counted = await countFailure(em, key, { agreementVersion, fault: judgement.fault, limit, pause, isProbe });
  if (counted.hasOpened) log.error({ alert: 'outage', ...key, fault: judgement.fault }, 'A receiver does not answer');
  return counted;
}

/** After an attempt that has not reached an address which does not answer. */
export async function holdForOutage(passing: Passing): Promise<'held'> {
  const { em, document } = passing;
  return hold(passing, keyOf(document, await findAgreement(em, document.partner, document.mode)), 'outage');
}

async function hold(
  { em, document, times, begun }: Passing,
  { address }: BreakerKey,
  because: HeldForAddress['because'],
): Promise<'held'> {
  await holdDelivery(em, document, { address, because, giveUpAt: new Date(begun.getTime() + times.giveUpAfter) });
  return 'held';
}

function keyOf({ partner: partnerId, mode, format }: OutboundDocument, { settings }: AgreementInForce): BreakerKey {
  return { partnerId, mode, address: addressName(settings, format) };
}
