import type { EntityManager } from '@mikro-orm/postgresql';
import { WorkerReport } from './workerReport.entity.ts';

/** What each report tells. Instants are ISO 8601. */
export interface WorkerReports {
  /** The sweep went through; `milliseconds` it took. */
  readonly sweep: { readonly milliseconds: number };
  /** The last check of the books. */
  readonly books: { readonly balanced: boolean; readonly problems: number };
  /** Up to when the timeline is counted (statistics/refresh.ts). */
  readonly figures: { readonly until: string };
}
export type ReportName = keyof WorkerReports;

export interface Reported<N extends ReportName> {
  readonly at: Date;
  readonly facts: WorkerReports[N];
}

/** Replaces a report. */
export async function report<N extends ReportName>(
  em: EntityManager,
  name: N,
  facts: WorkerReports[N],
  at = new Date(),
): Promise<void> {
  await em.upsert(WorkerReport, { name, at, facts }, { onConflictFields: ['name'], disableIdentityMap: true });
}

/** The last report of a name; undefined when there was none yet. */
export async function lastReport<N extends ReportName>(em: EntityManager, name: N): Promise<Reported<N> | undefined> {
  const found = await em.findOne(WorkerReport, { name }, { disableIdentityMap: true });
  return found ? { at: found.at, facts: found.facts as unknown as WorkerReports[N] } : undefined;
}
