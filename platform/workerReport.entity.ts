import { defineEntity, p } from '@mikro-orm/core';

const workerReport = defineEntity({
  name: 'WorkerReport',
  properties: {
    /** `sweep`, `books`, `figures`. */
    name: p.text().primary(),
    at: p.datetime(3),
    facts: p.json<Readonly<Record<string, unknown>>>(),
  },
});
/** What a worker found last, for pages of other processes. */
export class WorkerReport extends workerReport.class {}
workerReport.setClass(WorkerReport);
