import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Runs statements whose plan depends on the values: a list asked for a rare state wants another index than one asked for a common state.
 * Connections prepare their statements (preparedClient.ts), and PostgreSQL would keep to one plan for all values after a few executions.
 */
export async function withCustomPlans<T>(em: EntityManager, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  return em.transactional(async (tx) => {
    await sql`set local plan_cache_mode = force_custom_plan`.execute(tx.getKysely());
    return work(tx);
  });
}

interface Plan {
  readonly 'QUERY PLAN': readonly { readonly Plan: { readonly 'Plan Rows': number } }[];
}

/** How many rows a question would find, by the planner's estimate: counting a million takes too long for a page. */
export async function estimatedRows(em: EntityManager, question: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<Plan>`explain (format json) ${question}`.execute(em.getKysely());
  return rows[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0;
}
