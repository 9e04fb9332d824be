import { mayAct } from '../../../accounts/roles.ts';
import { listQuarantine, type Quarantined } from '../../../documents/quarantine.ts';
import { quarantineStates, type QuarantineState } from '../../../documents/quarantined.entity.ts';
import { errorSentence, formatName } from '../../../documents/sentences.ts';
import { partnerNames } from '../../../partners/partnerNames.ts';
import { page, type AdminAnswer } from '../answer.ts';
import { afterId, filtersView, filterValues, PAGE, pagesOf, partnerField } from '../lists/list.ts';
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
  const states = quarantineStates.map((state) => ({ value: state, text: t[quarantineMarks[state].key] }));
  const fields: FilterField[] = [
    { name: 'state', label: t.documentsState, kind: 'choice', choices: states },
    { ...(await partnerField(visit)), label: t.quarantineOwner },
  ];
  const values = filterValues(visit, fields);
  const { state = '', partner = '' } = values;
  const found = await listQuarantine(em, {
    ...(partner !== '' && { ownerId: partner }),
    ...(state !== '' && { state: quarantineStates.filter((one) => one === state) }),
    ...afterId(visit),
    limit: PAGE + 1,
  });
  const owners = await partnerNames(
    em,
    found.map(({ entry }) => entry.owner),
  );
  const shown = found.slice(0, PAGE);
  const list: ListView = {
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
