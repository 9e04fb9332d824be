import { listAccounts } from '../../../accounts/accounts.ts';
import type { ChangeFilter } from '../../../documents/auditTrail.ts';
import { filterValues, periodOf, type FilterValues } from '../lists/list.ts';
import type { FilterField } from '../lists/views.ts';
import type { AdminVisit } from '../visit.ts';
import { subjectKeys } from './actions.ts';

/** The filters of the trail. An API key that made changes may be named by the address, though it is no account. */
export async function auditFields({ em, query, tongue }: AdminVisit): Promise<readonly FilterField[]> {
  const { t } = tongue;
  const actors = (await listAccounts(em)).map(({ name }) => name);
  const asked = (query.get('actor') ?? '').trim().slice(0, 300);
  if (asked !== '' && !actors.includes(asked)) actors.push(asked);
  const kinds = Object.entries(subjectKeys).map(([value, key]) => ({ value, text: t[key] }));
  return [
    { name: 'subject', label: t.auditSubject, kind: 'search', hint: t.auditSubjectHint },
    { name: 'actor', label: t.auditWho, kind: 'choice', choices: actors.map((name) => ({ value: name, text: name })) },
    {
      ...{ name: 'kind', label: t.auditKind, kind: 'choice' },
      choices: kinds.toSorted((a, b) => a.text.localeCompare(b.text, tongue.language)),
    },
    { name: 'from', label: t.auditFrom, kind: 'day' },
    { name: 'to', label: t.auditTo, kind: 'day' },
  ];
}

export interface AuditQuestion {
  readonly fields: readonly FilterField[];
  readonly values: FilterValues;
  readonly filter: Omit<ChangeFilter, 'after' | 'limit'>;
}

/** What the address asks of the trail. */
export async function auditQuestion(visit: AdminVisit): Promise<AuditQuestion> {
  const fields = await auditFields(visit);
  const values = filterValues(visit, fields);
  const { subject = '', actor = '', kind = '', from = '', to = '' } = values;
  const filter = {
    subject: subject || undefined,
    actor: actor || undefined,
    kind: kind || undefined,
    ...periodOf(visit, { from, to }),
  };
  return { fields, values, filter };
}
