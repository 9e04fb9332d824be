import type { EntityManager } from '@mikro-orm/postgresql';
import { lastChanges } from '../../../documents/audit.ts';
import type { Tongue } from '../../words/words.ts';
import type { ChangeView } from './views.ts';

const MOST = 50;

/** What people and systems have changed of a record, newest first. */
export async function changesOf(em: EntityManager, kind: string, id: string, { w }: Tongue): Promise<ChangeView[]> {
  const entries = await lastChanges(em, { kind, id }, MOST);
  return entries.map(({ at, actor, before, after }) => ({
    at: at.toISOString(),
    when: w.time(at.toISOString()),
    actor,
    cells: Object.entries(after ?? {}).map(([name, value]) => ({
      name,
      before: shown(before?.[name]),
      after: shown(value),
    })),
  }));
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);
}
