import { Readable } from 'node:stream';
import type { EntityManager } from '@mikro-orm/postgresql';
import { fieldChanges, listChanges, type ChangeFilter } from '../../../documents/auditTrail.ts';
import { csvText } from '../../../formats/csv/cell.ts';
import { file } from '../answer.ts';
import { adminPage } from '../page.ts';
import { auditQuestion } from './filters.ts';

const BATCH = 500;
const COLUMNS = ['at', 'actor', 'action', 'subjectKind', 'subjectId', 'subjectName', 'field', 'before', 'after'];

/** What the filters of the page find, all of it: a line for each field that was changed. */
export const auditCsv = adminPage({
  path: '/audit.csv',
  role: 'reader',
  async show(visit) {
    const { filter } = await auditQuestion(visit);
    const lines = csvLines(visit.deps.orm.em.fork(), filter);
    return file('text/csv; charset=utf-8', Readable.from(lines), 'changes.csv');
  },
});

async function* csvLines(em: EntityManager, filter: Omit<ChangeFilter, 'after' | 'limit'>): AsyncGenerator<string> {
  yield csvLine(COLUMNS);
  let after: string | undefined;
  for (;;) {
    const entries = await listChanges(em, { ...filter, after, limit: BATCH });
    for (const entry of entries) {
      const { at, actor, action, subjectKind, subjectId, subjectName } = entry;
      const head = [at.toISOString(), actor, action, subjectKind, subjectId, subjectName];
      const changes = fieldChanges(entry);
      if (changes.length === 0) yield csvLine([...head, '', '', '']);
      for (const change of changes) yield csvLine([...head, change.field, change.before, change.after]);
    }
    if (entries.length < BATCH) return;
    after = entries.at(-1)!.id;
  }
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvText).join(',')}\r\n`;
}
