import { defineEntity, p } from '@mikro-orm/core';
import { modes, Partner } from './partner.entity.ts';

const partnerLink = defineEntity({
  name: 'PartnerLink',
  tableName: 'partner_link',
  properties: {
    id: p.uuid().primary(),
    partner: () => p.manyToOne(Partner).mapToPk().index(),
    mode: p.enum(modes),
    /** SHA-256 of the token in the address: 256 random bits need no salt. */
    tokenHash: p.blob().unique(),
    /** Whom it was made for, in the administrator's words. */
    note: p.text(),
    createdAt: p.datetime(3),
    createdBy: p.text(),
    expiresAt: p.datetime(3),
    revokedAt: p.datetime(3).nullable(),
    /** To the minute. */
    lastUsedAt: p.datetime(3).nullable(),
  },
});
/** A link by which a partner's integrator sees the partner's own documents of one mode, without a log-in. */
export class PartnerLink extends partnerLink.class {}
partnerLink.setClass(PartnerLink);
