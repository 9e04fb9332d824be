import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { expect } from 'vitest';
import { sentStatements } from './fixtures.ts';

/** Those of the tables that the statements of the action read from end to end, by the planner's word. */
export async function scannedTables(
  em: EntityManager,
  tables: readonly string[],
  action: (em: EntityManager) => Promise<unknown>,
): Promise<string[]> {
  const statements = await sentStatements(em, action);
  expect(statements.length).toBeGreaterThan(0);
  const found: string[] = [];
  for (const { sql: text, parameters } of statements) {
    if (!/^\s*(select|with|insert|update|delete)/i.test(text)) continue;
    const { rows } = await em
      .getKysely()
      .executeQuery<Record<string, unknown>>(CompiledQuery.raw(`explain (format json) ${text}`, [...parameters]));
    const plan = JSON.stringify(rows);
    found.push(
      ...[...plan.matchAll(/"Node Type":\s*"Seq Scan"[^{}]*?"Relation Name":\s*"(\w+)"/g)].map(
        (match) => match[1] ?? '',
      ),
    );
  }
  return found.filter((table) => tables.includes(table));
}
