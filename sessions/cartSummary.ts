import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { SessionInHand } from './inHand.ts';

/** The cart in short, for every page: its lines, and their net sum at the prices that the buyer saw last. One SQL statement. */
export async function cartSummary(
  em: EntityManager,
  { row }: SessionInHand,
): Promise<{ readonly count: number; readonly sum: string }> {
  const { rows } = await sql<{ count: number; sum: string }>`
    select count(*)::int as count, trim_scale(coalesce(sum(round(quantity * seen_price, 2)), 0))::text as sum
    from session_cart_line where session_id = ${row.id} and removed_at is null`.execute(em.getKysely());
  return rows[0]!;
}
