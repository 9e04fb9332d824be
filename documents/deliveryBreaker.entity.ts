import { defineEntity, p } from '@mikro-orm/core';
import type { AddressName } from '../partners/messageAddress.ts';
import { modes, Partner } from '../partners/partner.entity.ts';
import type { DeliveryFault } from '../platform/deliveryFault.ts';

export const breakerStates = ['counting', 'open', 'draining'] as const;
export type BreakerState = (typeof breakerStates)[number];

/** What an attempt has to know of a breaker. */
export interface KnownBreaker {
  readonly address: AddressName;
  readonly state: BreakerState;
  readonly agreementVersion: number;
}

const deliveryBreaker = defineEntity({
  name: 'DeliveryBreaker',
  properties: {
    partner: () => p.manyToOne(Partner).mapToPk().primary().deleteRule('cascade'),
    mode: p.enum(modes).primary(),
    /** Of the agreement. */
    address: p.text().$type<AddressName>().primary(),
    /** Of the agreement that named the address: a later one may name another. */
    agreementVersion: p.integer(),
    state: p.enum(breakerStates),
    /** Since when it is in this state. */
    since: p.datetime(3),
    /** Failures since the last success. */
    failures: p.integer(),
    /** Attempts of one document each since it opened. */
    probes: p.integer(),
    /** When the next attempt may be made (open), or the next document leaves (draining). */
    nextAt: p.datetime(3).nullable(),
    /** Why the last attempt did not arrive. */
    fault: p.json<DeliveryFault>().nullable(),
  },
});
/**
 * The circuit breaker of an address of a partner: failures are counted, after several in a row it opens and documents wait without
 * attempts, one at a time tries; once that is accepted, what waits is sent in its order. No row: all goes well.
 */
export class DeliveryBreaker extends deliveryBreaker.class {}
deliveryBreaker.setClass(DeliveryBreaker);
