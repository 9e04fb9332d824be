import { defineEntity, p } from '@mikro-orm/core';
import type { Agreement } from './agreement.ts';

/** Production and test are two addresses of one partner, with separate secrets and separate agreement versions. */
export const modes = ['production', 'test'] as const;
export type Mode = (typeof modes)[number];

const partner = defineEntity({
  name: 'Partner',
  properties: {
    id: p.uuid().primary(),
    /** A hub is authenticated itself and carries the documents of many partners. */
    kind: p.enum(['partner', 'hub']),
    name: p.text(),
    /** The hub through which the partner's documents may come. */
    hub: () => p.manyToOne(Partner).mapToPk().nullable(),
    enabled: p.boolean(),
    /** While paused, documents are refused with 503 and Retry-After: the sender's system keeps them. */
    pausedAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
  },
});
/** A trading partner (one purchasing system as it talks to us), or a hub. */
export class Partner extends partner.class {}
partner.setClass(Partner);

const partnerAddress = defineEntity({
  name: 'PartnerAddress',
  properties: {
    id: p.uuid().primary(),
    /** Last part of the address: `/punchin/<code>`, or `/punchin/hub/<code>` for a hub. */
    code: p.text().unique(),
    partner: () => p.manyToOne(Partner).mapToPk(),
    mode: p.enum(modes),
  },
  uniques: [{ properties: ['partner', 'mode'] }],
});
export class PartnerAddress extends partnerAddress.class {}
partnerAddress.setClass(PartnerAddress);

const partnerAgreement = defineEntity({
  name: 'PartnerAgreement',
  properties: {
    id: p.uuid().primary(),
    partner: () => p.manyToOne(Partner).mapToPk(),
    mode: p.enum(modes),
    /** 1, 2, 3 ...: the highest is in force. */
    version: p.integer(),
    settings: p.json<Agreement>(),
    createdAt: p.datetime(3),
    createdBy: p.text(),
  },
  uniques: [{ properties: ['partner', 'mode', 'version'] }],
  indexes: [
    {
      name: 'partner_agreement_schedule_index',
      properties: ['partner', 'mode'],
      where: "settings #> '{catalogue,schedule}' is not null",
    },
  ],
});
/** One version of a partner's settings. Rows are only ever inserted. */
export class PartnerAgreement extends partnerAgreement.class {}
partnerAgreement.setClass(PartnerAgreement);

/**
 * `basic` and `bearer`: the Authorization header. `form`: user and password of a login through a browser, which the buyer can see, so it
 * opens PunchOut alone. `cxml`: the shared secret of a cXML Sender, its user is `domain/identity`.
 */
export const shownKinds = ['basic', 'bearer', 'form', 'cxml'] as const;
export type ShownKind = (typeof shownKinds)[number];
/** `certificate`: a client certificate with its private key, for the TLS handshake; only we show one. */
export const credentialKinds = [...shownKinds, 'certificate'] as const;
export type CredentialKind = (typeof credentialKinds)[number];

const partnerCredential = defineEntity({
  name: 'PartnerCredential',
  properties: {
    id: p.uuid().primary(),
    partner: () => p.manyToOne(Partner).mapToPk(),
    mode: p.enum(modes),
    /** `in`: the partner shows it to us (kept as keyed hash). `out`: we show it to the partner (kept sealed). */
    direction: p.enum(['in', 'out']),
    /** What an agreement calls it; two active incoming ones of one name make a rotation. */
    name: p.text(),
    kind: p.enum(credentialKinds),
    userName: p.text().nullable(),
    salt: p.blob().nullable(),
    hash: p.blob().nullable(),
    sealed: p.blob().nullable(),
    /** Which key of the key ring hashed or sealed it. */
    keyId: p.text(),
    createdAt: p.datetime(3),
    createdBy: p.text(),
    /** Of a certificate. */
    validUntil: p.datetime(3).nullable(),
    revokedAt: p.datetime(3).nullable(),
    lastUsedAt: p.datetime(3).nullable(),
  },
  indexes: [{ properties: ['partner', 'mode'] }],
});
/** A secret of a partner that nobody can read again. */
export class PartnerCredential extends partnerCredential.class {}
partnerCredential.setClass(PartnerCredential);
