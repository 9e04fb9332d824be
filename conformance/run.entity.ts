import { defineEntity, p } from '@mikro-orm/core';
import { Partner } from '../partners/partner.entity.ts';
import type { CheckResult } from './checks/check.ts';

const conformanceRun = defineEntity({
  name: 'ConformanceRun',
  tableName: 'conformance_run',
  properties: {
    id: p.uuid().primary(),
    partner: () => p.manyToOne(Partner).mapToPk(),
    /** Of the test agreement that was checked. */
    agreementVersion: p.integer(),
    startedAt: p.datetime(3),
    startedBy: p.text(),
    /** When it last gave a sign of life: a run whose process has ended is not waited for. */
    seenAt: p.datetime(3),
    finishedAt: p.datetime(3).nullable(),
    /** Ids of the checks, in their order. */
    planned: p.json<readonly string[]>(),
    /** Of those that are done, in their order. */
    results: p.json<readonly CheckResult[]>(),
    /** Why it was broken off, one sentence. */
    failure: p.text().nullable(),
  },
  indexes: [{ name: 'conformance_run_partner_index', properties: ['partner', 'id'] }],
});
/** A run of all checks that apply to an agreement. */
export class ConformanceRun extends conformanceRun.class {}
conformanceRun.setClass(ConformanceRun);
