import { defineEntity, p } from '@mikro-orm/core';
import type { DraftSettings } from '../partners/draft.entity.ts';
import { modes, Partner } from '../partners/partner.entity.ts';
import type { ResponseCode } from '../formats/document/orderResponse.ts';
import type { Reason } from '../shop/evaluation.ts';
import type { DocumentError } from './inbound.ts';
import { InboundDocument } from './inbound.entity.ts';

/** What settings make of a document: the order is placed, waits for a person, or is refused; at the door where the agreement does not take it. */
export const rehearsedOutcomes = ['placed', 'held', 'refused', 'notTaken', 'change', 'failed'] as const;
export type RehearsedOutcome = (typeof rehearsedOutcomes)[number];

export interface Rehearsed {
  readonly outcome: RehearsedOutcome;
  /** Of what is answered at once. */
  readonly responseCode?: ResponseCode;
  /** Why it is not simply accepted: the first reasons that lead to something. */
  readonly reasons: readonly Reason[];
  /** Of a document that cannot be read, or that is not taken. */
  readonly error?: DocumentError;
  /** Over everything that counts: two that are equal are the same to the buyer and to the shop's people. */
  readonly fingerprint: string;
}

const dryRun = defineEntity({
  name: 'DryRun',
  properties: {
    id: p.uuid().primary(),
    partner: () => p.manyToOne(Partner).mapToPk().deleteRule('cascade'),
    mode: p.enum(modes),
    /** The draft when the run began. */
    settings: p.json<DraftSettings>(),
    /** Version in force that it is compared with; null: each document with the version that it was handled by. */
    version: p.integer().nullable(),
    /** Documents received since then. */
    since: p.datetime(3),
    /** How many there are, at most as many as a run takes. */
    total: p.integer(),
    done: p.integer(),
    changed: p.integer(),
    /** Id of the last document that was done; documents are done from the newest. */
    reached: p.uuid().nullable(),
    createdBy: p.text(),
    createdAt: p.datetime(3),
    stoppedAt: p.datetime(3).nullable(),
    finishedAt: p.datetime(3).nullable(),
  },
  indexes: [{ name: 'dry_run_partner_index', properties: ['partner', 'mode'] }],
});
/** Stored documents of a partner through a draft of its agreement: nothing of it is carried out. */
export class DryRun extends dryRun.class {}
dryRun.setClass(DryRun);

const dryRunDocument = defineEntity({
  name: 'DryRunDocument',
  properties: {
    run: () => p.manyToOne(DryRun).mapToPk().primary().deleteRule('cascade'),
    document: () => p.manyToOne(InboundDocument).mapToPk().primary().deleteRule('cascade'),
    changed: p.boolean(),
    before: p.json<Rehearsed>(),
    after: p.json<Rehearsed>(),
  },
  indexes: [
    { name: 'dry_run_document_changed_index', properties: ['run', 'changed', 'document'] },
    { name: 'dry_run_document_document_index', properties: ['document'] },
  ],
});
/** What a run says of one document. */
export class DryRunDocument extends dryRunDocument.class {}
dryRunDocument.setClass(DryRunDocument);
