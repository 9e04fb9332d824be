import { mayAct } from '../../../accounts/roles.ts';
import { countNewQuarantined, listQuarantine, type Quarantined } from '../../../documents/quarantine.ts';
import { quarantineStates, type QuarantineState } from '../../../documents/quarantined.entity.ts';
import { errorSentence, formatName } from '../../../documents/sentences.ts';
import { partnerNames } from '../../../partners/partnerNames.ts';
import { page, type AdminAnswer } from '../answer.ts';
import {
  afterId,
  filtersView,
  filterValues,
  PAGE,
  pagesOf,
  partnerField,
  queryOf,
  type FilterValues,
} from '../lists/list.ts';
import { MOST_NEWS, newsAnswer, newsView, sinceOf } from '../lists/news.ts';
import { documentStyles } from '../documents/styles.ts';
import type { Cell, FilterField, ListView, Mark } from '../lists/views.ts';
import { adminPage } from '../page.ts';
import type { AdminVisit } from '../visit.ts';

/** Documents that were not taken and are kept, to be run again when the set-up is mended. */
export const quarantineList = adminPage({ path: '/quarantine', role: 'reader', show });

export const quarantineMarks: Readonly<Record<QuarantineState, Mark>> = {
  kept: { tone: 'warn', key: 'quarantineKept' },
  handled: { tone: 'good', key: 'quarantineHandled' },
  discarded: { tone: 'info', key: 'quarantineDiscarded' },
};

async function show(visit: AdminVisit): Promise<AdminAnswer> {
  const { em, root, account, tongue } = visit;
  const { t } = tongue;
  const fields = await fieldsOf(visit);
  const values = filterValues(visit, fields);
  const found = await listQuarantine(em, { ...filterOf(values), ...afterId(visit), limit: PAGE + 1 });
  const owners = await partnerNames(
    em,
    found.map(({ entry }) => entry.owner),
  );
  const shown = found.slice(0, PAGE);
  const list: ListView = {
    news: newsView(visit, '/quarantine', queryOf(values).slice(1), { since: visit.now, count: 0 }),
    filters: filtersView(visit, '/quarantine', fields, values),
    table: {
      caption: t.adminQuarantine,
      columns: [
        t.documentsNumber,
        t.documentsState,
        t.quarantineOwner,
        t.documentsFormat,
        t.quarantineWhy,
        t.documentsTime,
      ].map((text) => ({ text })),
      rows: shown.map((each) => rowOf(visit, each, owners.get(each.entry.owner) ?? '')),
    },
    empty: { text: t.quarantineNone, advice: t.quarantineNoneAdvice },
    ...pagesOf(visit, '/quarantine', values, found.length > PAGE ? shown.at(-1)?.document.id : undefined),
  };
  const isAny = shown.some(({ entry }) => entry.state === 'kept');
  const runAllAction = isAny && mayAct(account.role, 'operator') ? `${root}/admin/quarantine/run-again` : '';
  return page('admin/quarantine/list', { list, runAllAction }, { title: t.adminQuarantine, styles: documentStyles });
}

/** `GET /admin/quarantine/news`: how many were put there that the list would show. */
export const quarantineNews = adminPage({
  path: '/quarantine/news',
  role: 'reader',
  async show(visit) {
    const values = filterValues(visit, await fieldsOf(visit));
    const since = sinceOf(visit);
    const count = await countNewQuarantined(visit.em, filterOf(values), { since, most: MOST_NEWS });
    return newsAnswer(visit, newsView(visit, '/quarantine', queryOf(values).slice(1), { since, count }));
  },
});

async function fieldsOf(visit: AdminVisit): Promise<readonly FilterField[]> {
  const { t } = visit.tongue;
  const states = quarantineStates.map((state) => ({ value: state, text: t[quarantineMarks[state].key] }));
  return [
    { name: 'state', label: t.documentsState, kind: 'choice', choices: states },
    { ...(await partnerField(visit)), label: t.quarantineOwner },
  ];
}

function filterOf({ state = '', partner = '' }: FilterValues) {
  return {
    ...(partner !== '' && { ownerId: partner }),
    ...(state !== '' && { state: quarantineStates.filter((one) => one === state) }),
  };
}

function rowOf({ root, tongue }: AdminVisit, { entry, document }: Quarantined, owner: string): Cell[] {
  const { t, language } = tongue;
  const { id, number, format, error, mode } = document;
  const mark = quarantineMarks[entry.state];
  return [
    {
      text: number ?? t.documentsWithoutNumber,
      href: `${root}/admin/quarantine/${id}`,
      ...(mode === 'test' && { label: t.documentsTest }),
    },
    { text: t[mark.key], tone: mark.tone },
    { text: owner },
    { text: format ? formatName(format, language) : t.documentsUnknownFormat },
    { text: error ? (reasonText(t, error.type) ?? errorSentence(error.message, language)) : '' },
    { text: '', at: entry.keptAt.toISOString() },
  ];
}

/** Why a document was not taken, where there is a word for it. */
export function reasonText(t: AdminVisit['tongue']['t'], type: string): string | undefined {
  if (type === 'SenderMismatch') return t.quarantineSender;
  return type === 'DocumentUnsupported' ? t.quarantineFormat : undefined;
}
