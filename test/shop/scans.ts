import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { expect } from 'vitest';
import { sentStatements } from './fixtures.ts';

type Action = (em: EntityManager) => Promise<unknown>;

/** Part of a node of EXPLAIN (FORMAT JSON). */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** Those of the tables that the statements of the action read from end to end, by the planner's word. */
export async function scannedTables(em: EntityManager, tables: readonly string[], action: Action): Promise<string[]> {
  const nodes = await plannedNodes(em, action);
  return named(
    nodes.filter((node) => node['Node Type'] === 'Seq Scan'),
    tables,
  );
}

/** Those of the tables that are read in the order of an index which nothing of the question enters. */
export async function walkedTables(em: EntityManager, tables: readonly string[], action: Action): Promise<string[]> {
  const nodes = await plannedNodes(em, action);
  return named(
    nodes.filter((node) => /^Index (Only )?Scan$/.test(node['Node Type']) && node['Index Cond'] === undefined),
    tables,
  );
}

function named(nodes: readonly PlanNode[], tables: readonly string[]): string[] {
  return nodes.map((node) => node['Relation Name'] ?? '').filter((table) => tables.includes(table));
}

/** Every node of the plans of the statements that the action sends. */
async function plannedNodes(em: EntityManager, action: Action): Promise<PlanNode[]> {
  const statements = await sentStatements(em, action);
  expect(statements.length).toBeGreaterThan(0);
  const found: PlanNode[] = [];
  const visit = (node: PlanNode): void => {
    found.push(node);
    node.Plans?.forEach(visit);
  };
  for (const { sql: text, parameters } of statements) {
    if (!/^\s*(select|with|insert|update|delete)/i.test(text)) continue;
    const { rows } = await em
      .getKysely()
      .executeQuery<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
        CompiledQuery.raw(`explain (format json) ${text}`, [...parameters]),
      );
    for (const row of rows) for (const { Plan } of row['QUERY PLAN']) visit(Plan);
  }
  return found;
}
