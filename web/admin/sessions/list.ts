import type { EntityManager } from '@mikro-orm/postgresql';
import { partnerNames } from '../../../partners/partnerNames.ts';
import { listSessions, type SessionFilter } from '../../../sessions/lists.ts';
import { punchOutProtocols } from '../../../sessions/operations.ts';
import type { PunchOutSession } from '../../../sessions/session.entity.ts';
import { sessionStates } from '../../../sessions/states.ts';
import { Customer } from '../../../shop/customer.entity.ts';
import { page, type AdminAnswer } from '../answer.ts';
import { afterId, dayFields, filtersView, filterValues, PAGE, pagesOf, partnerField, periodOf } from '../lists/list.ts';
import type { Cell, FilterField, ListView } from '../lists/views.ts';
import { adminPage } from '../page.ts';
import type { AdminVisit } from '../visit.ts';
import { operationKeys, protocolNames, sessionMarks } from './marks.ts';

/** PunchOut visits. */
export const sessionList = adminPage({ path: '/sessions', role: 'reader', show });

async function show(visit: AdminVisit): Promise<AdminAnswer> {
  const { em, tongue } = visit;
  const { t } = tongue;
  const fields = await fieldsOf(visit);
  const values = filterValues(visit, fields);
  const sessions = await listSessions(em, filterOf(visit, values));
  const shown = sessions.slice(0, PAGE);
  const isFiltered = Object.values(values).some((value) => value !== '');
  const names = await namesOf(em, shown);
  const list: ListView = {
    filters: filtersView(visit, '/sessions', fields, values),
    table: {
      caption: t.adminSessions,
      columns: [
        ...[t.sessionsCode, t.documentsPartner, t.sessionsCustomer, t.documentsState].map((text) => ({ text })),
        { text: t.sessionsReturns, isNumber: true },
        ...[t.sessionsProtocol, t.sessionsBegun].map((text) => ({ text })),
      ],
      rows: shown.map((session) => rowOf(visit, session, names)),
    },
    empty: isFiltered
      ? { text: t.sessionsNoneFound, advice: t.sessionsNoneFoundAdvice }
      : { text: t.sessionsNone, advice: t.sessionsNoneAdvice },
    ...pagesOf(visit, '/sessions', values, sessions.length > PAGE ? shown.at(-1)?.id : undefined),
  };
  return page('admin/sessions/list', { list }, { title: t.adminSessions });
}

async function fieldsOf(visit: AdminVisit): Promise<readonly FilterField[]> {
  const { t } = visit.tongue;
  const protocols = punchOutProtocols.map((protocol) => ({ value: protocol, text: protocolNames[protocol] }));
  const states = sessionStates.map((state) => ({ value: state, text: t[sessionMarks[state].key] }));
  const modes = [
    { value: 'production', text: t.documentsProduction },
    { value: 'test', text: t.documentsTest },
  ];
  return [
    { name: 'q', label: t.sessionsFind, kind: 'search', hint: t.sessionsFindHint },
    await partnerField(visit),
    { name: 'state', label: t.documentsState, kind: 'choice', choices: states },
    { name: 'protocol', label: t.sessionsProtocol, kind: 'choice', choices: protocols },
    ...dayFields(visit),
    { name: 'mode', label: t.documentsMode, kind: 'choice', choices: modes },
  ];
}

function filterOf(visit: AdminVisit, values: Readonly<Record<string, string>>): SessionFilter {
  const { q = '', partner = '', state = '', protocol = '', mode = '', from = '', to = '' } = values;
  const wanted = punchOutProtocols.find((one) => one === protocol);
  return {
    ...(q !== '' && { cart: q.toUpperCase() }),
    ...(partner !== '' && { partnerId: partner }),
    ...(state !== '' && { state: sessionStates.filter((one) => one === state) }),
    ...(wanted && { protocol: wanted }),
    ...((mode === 'production' || mode === 'test') && { mode }),
    ...periodOf(visit, { from, to }),
    ...afterId(visit),
    limit: PAGE + 1,
  };
}

/** What partners and customers of sessions are called, by their ids. */
async function namesOf(em: EntityManager, sessions: readonly PunchOutSession[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(sessions.map(({ customer }) => customer))];
  const customers = await em.find(Customer, { id: { $in: ids } }, { fields: ['id', 'name'], disableIdentityMap: true });
  const partners = await partnerNames(
    em,
    sessions.map(({ partner }) => partner),
  );
  return new Map([...partners, ...customers.map(({ id, name }): [string, string] => [id, name])]);
}

function rowOf({ root, tongue }: AdminVisit, session: PunchOutSession, names: ReadonlyMap<string, string>): Cell[] {
  const { t } = tongue;
  const { id, cartCode, partner, customer, state, returns, protocol, operation, createdAt, mode } = session;
  const mark = sessionMarks[state];
  return [
    { text: cartCode, href: `${root}/admin/sessions/${id}`, ...(mode === 'test' && { label: t.documentsTest }) },
    { text: names.get(partner) ?? '' },
    { text: names.get(customer) ?? '' },
    { text: t[mark.key], tone: mark.tone },
    { text: returns === 0 ? '' : String(returns) },
    { text: protocolNames[protocol], small: t[operationKeys[operation]] },
    { text: '', at: createdAt.toISOString() },
  ];
}
