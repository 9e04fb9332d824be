import { defineEntity, p } from '@mikro-orm/core';
import { modes, Partner } from './partner.entity.ts';

const agreementDraft = defineEntity({
  name: 'AgreementDraft',
  properties: {
    id: p.uuid().primary(),
    partner: () => p.manyToOne(Partner).mapToPk(),
    mode: p.enum(modes),
    /** Settings as somebody typed them: they may be incomplete or wrong. */
    settings: p.json<DraftSettings>(),
    /** The version that was in force when the draft was begun; 0: none. */
    basedOn: p.integer(),
    /** Counts the changes, from 1. */
    revision: p.integer(),
    changedAt: p.datetime(3),
    changedBy: p.text(),
  },
  uniques: [{ properties: ['partner', 'mode'] }],
});
/** The next version of an agreement, while people write it: one for each partner and mode. */
export class AgreementDraft extends agreementDraft.class {}
agreementDraft.setClass(AgreementDraft);

export type DraftSettings = Readonly<Record<string, unknown>>;
