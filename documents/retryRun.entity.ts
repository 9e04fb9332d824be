import { defineEntity, p } from '@mikro-orm/core';
import { Partner } from '../partners/partner.entity.ts';
import type { DocumentError } from './inbound.ts';
import { OutboundDocument } from './outbound.entity.ts';

export const retryRunStates = ['running', 'stopped', 'done'] as const;
export type RetryRunState = (typeof retryRunStates)[number];

const retryRun = defineEntity({
  name: 'RetryRun',
  properties: {
    id: p.uuid().primary(),
    /** The only partner whose documents it sends; null: of all. */
    partner: () => p.manyToOne(Partner).mapToPk().nullable(),
    state: p.enum(retryRunStates),
    /** Documents a minute. */
    perMinute: p.integer(),
    /** Documents in it, those that were asked to be sent, and those that could not be. */
    total: p.integer(),
    asked: p.integer(),
    leftOut: p.integer(),
    createdAt: p.datetime(3),
    createdBy: p.text(),
    finishedAt: p.datetime(3).nullable(),
    stoppedBy: p.text().nullable(),
  },
  indexes: [{ name: 'retry_run_running_index', properties: ['id'], where: "state = 'running'" }],
});
/** Many documents that are sent again, so many a minute. */
export class RetryRun extends retryRun.class {}
retryRun.setClass(RetryRun);

const retryRunItem = defineEntity({
  name: 'RetryRunItem',
  properties: {
    run: () => p.manyToOne(RetryRun).mapToPk().primary().deleteRule('cascade'),
    document: () => p.manyToOne(OutboundDocument).mapToPk().primary(),
    /** Null: its turn has not come. */
    outcome: p.enum(['asked', 'left']).nullable(),
    /** Why it was left. */
    error: p.json<DocumentError>().nullable(),
    at: p.datetime(3).nullable(),
  },
  indexes: [
    { name: 'retry_run_item_next_index', properties: ['run', 'document'], where: 'outcome is null' },
    { name: 'retry_run_item_document_index', properties: ['document'] },
  ],
});
export class RetryRunItem extends retryRunItem.class {}
retryRunItem.setClass(RetryRunItem);
