import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  return database.close;
});

/** How often each statement of the connection was run prepared. */
async function prepared(like: string): Promise<number[]> {
  return database.em().transactional(async (tx) => {
    for (const text of ['a', 'b', 'c']) {
      const { rows } = await sql<{ answer: string }>`select ${text}::text as answer, 'prepared' as mark`.execute(
        tx.getKysely(),
      );
      expect(rows[0]?.answer).toBe(text);
    }
    await sql`select 'plain' as mark`.execute(tx.getKysely());
    const { rows } = await sql<{ runs: number }>`select (generic_plans + custom_plans)::int as runs
      from pg_prepared_statements where statement like ${like}`.execute(tx.getKysely());
    return rows.map(({ runs }) => runs);
  });
}

test('a statement with parameters is prepared once and executed with other values', async () => {
  expect(await prepared("%'prepared' as mark%")).toEqual([3]);
});

test('a statement without parameters is not prepared', async () => {
  expect(await prepared("%'plain' as mark%")).toEqual([]);
});

test('texts that are made for one occasion do not pile up', async () => {
  const most = await database.em().transactional(async (tx) => {
    for (let made = 0; made < 400; made += 1) {
      const { rows } = await sql<{ one: string }>`select ${made}::text as one, ${sql.lit(made)} as made`.execute(
        tx.getKysely(),
      );
      expect(rows[0]?.one).toBe(String(made));
    }
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::int from pg_prepared_statements where ${1} = 1`.execute(tx.getKysely());
    return rows[0]!.count;
  });
  expect(most).toBeLessThanOrEqual(300);
});
