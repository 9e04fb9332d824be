import { defineEntity, p } from '@mikro-orm/core';
import { modes, Partner } from '../partners/partner.entity.ts';
import { InboundDocument } from './inbound.entity.ts';

const documentKey = defineEntity({
  name: 'DocumentKey',
  properties: {
    kind: p.enum(['message', 'order']).primary(),
    partner: () => p.manyToOne(Partner).mapToPk().primary(),
    mode: p.enum(modes).primary(),
    key: p.text().primary(),
    document: () => p.manyToOne(InboundDocument).mapToPk(),
    contentHash: p.character().length(64),
  },
  indexes: [{ properties: ['document'] }],
});
/** Says for ever which document owns a message key or an order key. */
export class DocumentKey extends documentKey.class {}
documentKey.setClass(DocumentKey);
