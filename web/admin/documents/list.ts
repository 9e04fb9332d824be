import { listDocuments, type DocumentFilter, type ListedDocument } from '../../../documents/documentList.ts';
import { inboundStates } from '../../../documents/inbound.entity.ts';
import { outboundStates } from '../../../documents/outbound.entity.ts';
import { formatName } from '../../../documents/sentences.ts';
import type { Way } from '../../../documents/ways.ts';
import { formatIds } from '../../../formats/document/order.ts';
import { page, type AdminAnswer } from '../answer.ts';
import { dayFields, filtersView, filterValues, PAGE, pagesOf, partnerField, periodOf, queryOf } from '../lists/list.ts';
import { MOST_NEWS, newsAnswer, newsView, sinceOf } from '../lists/news.ts';
import { documentStyles } from './styles.ts';
import type { Cell, Column, FilterField, TableView } from '../lists/views.ts';
import { adminPage } from '../page.ts';
import type { AdminVisit } from '../visit.ts';
import { inboundMarks, outboundMark, outboundMarks } from './marks.ts';
import { wayKeys, waysOf } from './way.ts';

/** Everything that came in and went out. */
export const documentList = adminPage({ path: '/documents', role: 'reader', show });

async function show(visit: AdminVisit): Promise<AdminAnswer> {
  const { em, query, tongue } = visit;
  const { t } = tongue;
  const fields = await fieldsOf(visit);
  const values = filterValues(visit, fields);
  const order = query.get('order') === 'oldest' ? 'oldest' : '';
  const documents = await listDocuments(em, { ...filterOf(visit, values), oldestFirst: order === 'oldest' });
  const last = documents.length > PAGE ? documents[PAGE - 1] : undefined;
  const shown = documents.slice(0, PAGE);
  const ways = await waysOf(visit, shown);
  const isFiltered = Object.values(values).some((value) => value !== '');
  const list = {
    news: newsView(visit, '/documents', queryOf({ ...values, order }).slice(1), { since: visit.now, count: 0 }),
    filters: filtersView(visit, '/documents', fields, values),
    table: tableOf(visit, shown, { values, order, ways }),
    empty: isFiltered
      ? { text: t.documentsNoneFound, advice: t.documentsNoneFoundAdvice }
      : { text: t.documentsNone, advice: t.documentsNoneAdvice },
    ...pagesOf(visit, '/documents', { ...values, order }, last && writeCursor(last)),
  };
  return page('admin/documents/list', { list }, { title: t.adminDocuments, styles: documentStyles });
}

/** `GET /admin/documents/news`: how many have come in or were written that the list would show. */
export const documentNews = adminPage({
  path: '/documents/news',
  role: 'reader',
  async show(visit) {
    const values = filterValues(visit, await fieldsOf(visit));
    const order = visit.query.get('order') === 'oldest' ? 'oldest' : '';
    const since = sinceOf(visit);
    const { from, ...filter } = filterOf(visit, values);
    // Later than the day that is asked for, and nothing of the same millisecond twice.
    const newer = new Date(Math.max(from?.getTime() ?? 0, since.getTime() + 1));
    const found = await listDocuments(visit.em, { ...filter, from: newer, after: undefined, limit: MOST_NEWS });
    const query = queryOf({ ...values, order }).slice(1);
    return newsAnswer(visit, newsView(visit, '/documents', query, { since, count: found.length }));
  },
});

async function fieldsOf(visit: AdminVisit): Promise<readonly FilterField[]> {
  const { t, language } = visit.tongue;
  const states = [
    ...inboundStates.map((state) => ({
      value: `in.${state}`,
      text: `${t.documentsIn}: ${t[inboundMarks[state].key]}`,
    })),
    ...outboundStates.map((state) => ({
      value: `out.${state}`,
      text: `${t.documentsOut}: ${t[outboundMarks[state].key]}`,
    })),
  ];
  return [
    { name: 'q', label: t.documentsName, kind: 'search', hint: t.documentsNameHint },
    {
      ...{ name: 'direction', label: t.documentsDirection, kind: 'choice' },
      choices: [
        { value: 'in', text: t.documentsIn },
        { value: 'out', text: t.documentsOut },
      ],
    },
    await partnerField(visit),
    {
      ...{ name: 'format', label: t.documentsFormat, kind: 'choice' },
      choices: formatIds.map((format) => ({ value: format, text: formatName(format, language) })),
    },
    { name: 'state', label: t.documentsState, kind: 'choice', choices: states },
    ...dayFields(visit),
    {
      ...{ name: 'mode', label: t.documentsMode, kind: 'choice' },
      choices: [
        { value: 'production', text: t.documentsProduction },
        { value: 'test', text: t.documentsTest },
      ],
    },
  ];
}

function filterOf(visit: AdminVisit, values: Readonly<Record<string, string>>): DocumentFilter {
  const { q = '', direction = '', partner = '', format = '', state = '', mode = '', from = '', to = '' } = values;
  const [side, name] = state.split('.');
  return {
    name: q === '' ? undefined : q,
    direction: direction === 'in' || direction === 'out' ? direction : undefined,
    partnerId: partner === '' ? undefined : partner,
    format: formatIds.find((one) => one === format),
    inbound: side === 'in' ? inboundStates.find((one) => one === name) : undefined,
    outbound: side === 'out' ? outboundStates.find((one) => one === name) : undefined,
    mode: mode === 'production' || mode === 'test' ? mode : undefined,
    ...periodOf(visit, { from, to }),
    after: readCursor(visit.query.get('after')),
    limit: PAGE + 1,
  };
}

interface Shown {
  readonly values: Readonly<Record<string, string>>;
  readonly order: string;
  readonly ways: ReadonlyMap<string, Way>;
}

function tableOf(visit: AdminVisit, documents: readonly ListedDocument[], { values, order, ways }: Shown): TableView {
  const { root, tongue } = visit;
  const { t } = tongue;
  const other = order === 'oldest' ? '' : 'oldest';
  const columns: Column[] = [
    { text: t.documentsNumber },
    { text: t.documentsDirection },
    { text: t.documentsWay },
    { text: t.documentsFormat },
    { text: t.documentsPartner },
    { text: t.documentsState },
    { text: t.documentsSize, isNumber: true },
    {
      text: t.documentsTime,
      href: `${root}/admin/documents${queryOf({ ...values, order: other })}`,
      sorted: order === 'oldest' ? 'ascending' : 'descending',
    },
  ];
  return { caption: t.adminDocuments, columns, rows: documents.map((one) => rowOf(visit, one, ways.get(one.id))) };
}

function rowOf({ root, tongue }: AdminVisit, document: ListedDocument, way: Way | undefined): Cell[] {
  const { t, w, language } = tongue;
  const { direction, id, number, format, partner, mode, size, at } = document;
  const mark = markOf(document);
  return [
    {
      text: number ?? t.documentsWithoutNumber,
      href: `${root}/admin/documents/${direction}/${id}`,
      ...(mode === 'test' && { label: t.documentsTest }),
    },
    { text: direction === 'in' ? t.documentsIn : t.documentsOut },
    { text: way ? t[wayKeys[way]] : '' },
    { text: format ? formatName(format, language) : t.documentsUnknownFormat },
    { text: partner },
    { text: t[mark.key], tone: mark.tone },
    { text: w.size(size) },
    { text: '', at: at.toISOString() },
  ];
}

function markOf({ direction, state, isHeld }: ListedDocument) {
  const inbound = inboundStates.find((one) => one === state);
  if (direction === 'in' && inbound) return inboundMarks[inbound];
  return outboundMark(
    outboundStates.find((one) => one === state)!,
    { isHeld },
  );
}

function writeCursor({ at, id }: ListedDocument): string {
  return `${at.toISOString()}_${id}`;
}

/** One that we did not make begins at the first page. */
function readCursor(text: string | null): DocumentFilter['after'] {
  const found = /^([\d:.TZ-]{24})_([\da-f-]{36})$/.exec(text ?? '');
  if (!found) return undefined;
  const at = new Date(found[1]!);
  return Number.isNaN(at.getTime()) || !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(found[2]!)
    ? undefined
    : { at, id: found[2]! };
}
