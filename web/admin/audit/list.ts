import type { AuditEntry } from '../../../documents/audit.entity.ts';
import { fieldChanges, listChanges } from '../../../documents/auditTrail.ts';
import { page, type AdminAnswer } from '../answer.ts';
import { afterId, filtersView, PAGE, pagesOf, queryOf } from '../lists/list.ts';
import { adminPage } from '../page.ts';
import type { AdminVisit } from '../visit.ts';
import { actionText } from './actions.ts';
import { auditQuestion } from './filters.ts';
import type { AuditRow } from './views.ts';

/** Fields of one change that are shown; the file has them all. */
const MOST_FIELDS = 20;
const LONGEST_VALUE = 200;

/** The pages of things by their kind, for things that have one by their id. */
const paths: Readonly<Record<string, string>> = {
  partner: '/partners/',
  agreement: '/partners/',
  order: '/orders/',
  product: '/shop/products/',
  customer: '/shop/customers/',
  inboundDocument: '/documents/in/',
  outboundDocument: '/documents/out/',
};

/** Every change, newest first. */
export const auditList = adminPage({ path: '/audit', role: 'reader', show });

async function show(visit: AdminVisit): Promise<AdminAnswer> {
  const { em, root, tongue } = visit;
  const { t } = tongue;
  const { fields, values, filter } = await auditQuestion(visit);
  const entries = await listChanges(em, { ...filter, ...afterId(visit), limit: PAGE + 1 });
  const last = entries.length > PAGE ? entries[PAGE - 1]!.id : undefined;
  const isFiltered = Object.values(values).some((value) => value !== '');
  const view = {
    filters: filtersView(visit, '/audit', fields, values),
    rows: entries.slice(0, PAGE).map((entry) => rowOf(visit, entry)),
    empty: isFiltered
      ? { text: t.auditNoneFound, advice: t.auditNoneFoundAdvice }
      : { text: t.auditNone, advice: t.auditNoneAdvice },
    csv: `${root}/admin/audit.csv${queryOf(values)}`,
    ...pagesOf(visit, '/audit', values, last),
  };
  return page('admin/audit/list', view, { title: t.adminAudit });
}

function rowOf({ root, tongue }: AdminVisit, entry: AuditEntry): AuditRow {
  const { at, actor, action, subjectKind, subjectId, subjectName } = entry;
  const path = paths[subjectKind];
  const changes = fieldChanges(entry);
  return {
    at: at.toISOString(),
    actor,
    action: actionText(tongue.t, action),
    code: action,
    subject: subjectName || subjectId,
    href: path === undefined ? '' : `${root}/admin${path}${encodeURIComponent(subjectId)}`,
    history: `${root}/admin/audit${queryOf({ subject: subjectId })}`,
    changes: changes.slice(0, MOST_FIELDS).map(({ field, before, after }) => ({
      ...{ field, before: short(before), after: short(after) },
    })),
    more: Math.max(0, changes.length - MOST_FIELDS),
  };
}

function short(text: string): string {
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE).toWellFormed()}…`;
}
