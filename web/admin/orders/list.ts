import { mayAct } from '../../../accounts/roles.ts';
import { savedViews } from '../../../accounts/savedViews.ts';
import { countNewOrders, listOrdersFor, type ListedOrder, type OrderSort } from '../../../documents/orderList.ts';
import { orderStatuses } from '../../../shop/orderStatus.ts';
import { page, type AdminAnswer } from '../answer.ts';
import { partnerChoices } from '../lists/list.ts';
import { MOST_NEWS, newsAnswer, newsView, sinceOf } from '../lists/news.ts';
import type { Choice } from '../lists/views.ts';
import { adminPage } from '../page.ts';
import type { AdminVisit } from '../visit.ts';
import { addressOf, assignable, filterOf, pageOf, readAddress, writeCursor, type ListAddress } from './filters.ts';
import { statusMarks } from './status.ts';
import { orderStyles } from './styles.ts';
import type { ColumnView, ListView, OrderRow } from './views.ts';

export const orderList = adminPage({ path: '/orders', role: 'reader', show: (visit) => showList(visit, {}) });

/** `GET /admin/orders/news`: how many have come that the list would show. */
export const orderNews = adminPage({
  path: '/orders/news',
  role: 'reader',
  async show(visit) {
    const address = readAddress(visit.query);
    const since = sinceOf(visit);
    const count = await countNewOrders(visit.em, filterOf(visit, address), { since, most: MOST_NEWS });
    return newsAnswer(visit, newsView(visit, '/orders', addressOf(address), { since, count }));
  },
});

/** What the form of a new view got, where it is shown again. */
export interface RejectedView {
  readonly name: string;
  readonly error: string;
}

/** The list of orders. @param told what was typed into the form of a new view and could not be used */
export async function showList(visit: AdminVisit, told: { readonly view?: RejectedView }): Promise<AdminAnswer> {
  const { em, query, account, tongue } = visit;
  const address = readAddress(query);
  const list = await listOrdersFor(em, filterOf(visit, address), pageOf(query, address));
  const [partners, accounts] = [await partnerChoices(em, address.partner), await assignable(em)];
  const own = addressOf(address);
  const to = (query: string): string => `${visit.root}/admin/orders${query === '' ? '' : `?${query}`}`;
  const view: ListView = {
    address,
    own,
    statuses: orderStatuses.map((status) => ({ value: status, key: statusMarks[status].key })),
    ...{ partners, accounts },
    chips: chipsOf(visit, address, partners, accounts),
    views: await viewsOf(visit, own),
    columns: columnsOf(visit, address),
    rows: list.orders.map((order) => rowOf(visit, order)),
    counted: list.about === undefined ? '' : counted(visit, list.about, list.orders.length, list.next !== undefined),
    first: query.has('after') ? to(own) : '',
    next: list.next ? to([own, `after=${writeCursor(list.next)}`].filter((part) => part !== '').join('&')) : '',
    news: newsView(visit, '/orders', own, { since: visit.now, count: 0 }),
    mayAct: mayAct(account.role, 'operator'),
    isFiltered: own !== '',
    saving: told.view ?? { name: '', error: '' },
  };
  const status = told.view ? 422 : 200;
  return page('admin/orders/list', view, { title: tongue.t.adminOrders, status, styles: orderStyles });
}

/** All of them where they stand on one page, else about how many. */
function counted({ tongue }: AdminVisit, about: number, shown: number, isMore: boolean): string {
  const { t } = tongue;
  if (!isMore && about === shown) return t.ordersCounted({ count: shown });
  // To two digits: the figure is an estimate and should look like one.
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, about))) - 1);
  return t.ordersAbout({ count: Math.round(about / scale) * scale });
}

function rowOf({ root }: AdminVisit, order: ListedOrder): OrderRow {
  const { id, status, operation, mode, openLines } = order;
  return {
    ...order,
    href: `${root}/admin/orders/${id}`,
    mark: statusMarks[status],
    isTest: mode === 'test',
    isChange: operation !== null,
    needsDecision: status === 'Waiting',
    openLines,
  };
}

/** Named addresses: those of the house, everybody's and one's own. */
async function viewsOf(visit: AdminVisit, own: string): Promise<ListView['views']> {
  const { em, account, tongue } = visit;
  const { t } = tongue;
  const none = readAddress(new URLSearchParams());
  const house = [
    [t.ordersViewAll, none],
    [t.ordersViewWaiting, { ...none, status: ['Waiting'] as const }],
    [t.ordersViewNew, { ...none, status: ['New'] as const }],
    [t.ordersViewMine, { ...none, assigned: 'me' }],
  ] as const;
  const saved = await savedViews(em, 'orders', account.id);
  return [
    ...house.map(([name, address]) => ({ name, query: addressOf(address), id: '', isShared: true })),
    ...saved.map((view) => {
      const isShared = view.account == null;
      const isMine = !isShared || view.createdBy === account.name || mayAct(account.role, 'administrator');
      return { name: view.name, query: view.query, isShared, id: isMine ? view.id : '' };
    }),
  ].map((view) => ({ ...view, here: view.query === own }));
}

function named(choices: readonly Choice[], id: string): string {
  return choices.find(({ value }) => value === id)?.text ?? id;
}

/** Each filter that is chosen, with the address without it. */
function chipsOf(
  { tongue, root }: AdminVisit,
  address: ListAddress,
  partners: readonly Choice[],
  accounts: readonly Choice[],
): ListView['chips'] {
  const { t, w } = tongue;
  const { q, status, partner, mode, customer, article, from, to, deviating, assigned } = address;
  const assignedTo =
    assigned === 'me' ? t.ordersAssignedMe : assigned === 'nobody' ? t.ordersAssignedNobody : named(accounts, assigned);
  const chips: [isChosen: boolean, text: string, without: Partial<ListAddress>][] = [
    [q !== '', `${t.ordersSearch}: ${q}`, { q: '' }],
    ...status.map((one): [boolean, string, Partial<ListAddress>] => [
      true,
      `${t.ordersStatus}: ${t[statusMarks[one].key]}`,
      { status: status.filter((other) => other !== one) },
    ]),
    [partner !== '', `${t.ordersPartner}: ${named(partners, partner)}`, { partner: '' }],
    [mode !== '', `${t.ordersMode}: ${mode === 'test' ? t.ordersModeTest : t.ordersModeProduction}`, { mode: '' }],
    [customer !== '', `${t.ordersCustomer}: ${customer}`, { customer: '' }],
    [article !== '', `${t.ordersArticle}: ${article}`, { article: '' }],
    [from !== '', t.ordersFromDay({ day: from && w.day(from) }), { from: '' }],
    [to !== '', t.ordersToDay({ day: to && w.day(to) }), { to: '' }],
    [deviating, t.ordersDeviating, { deviating: false }],
    [assigned !== '', `${t.ordersAssigned}: ${assignedTo}`, { assigned: '' }],
  ];
  return chips
    .filter(([isChosen]) => isChosen)
    .map(([, text, without]) => ({ text, href: `${root}/admin/orders?${addressOf(address, without)}` }));
}

function columnsOf({ tongue, root }: AdminVisit, address: ListAddress): ColumnView[] {
  const { t } = tongue;
  const column = (text: string, sort?: OrderSort, isNumber = false): ColumnView => {
    // Words find the newest: there is no other order to choose.
    if (sort === undefined || address.q !== '') return { text, href: '', sorted: '', isNumber };
    const isSorted = address.sort === sort;
    // The first click shows what is looked for most: the newest and the largest, and texts from A.
    const ascending = isSorted ? !address.ascending : sort === 'externalNumber';
    const sorted = isSorted ? (address.ascending ? 'ascending' : 'descending') : '';
    return { text, href: `${root}/admin/orders?${addressOf(address, { sort, ascending })}`, sorted, isNumber };
  };
  return [
    column(t.ordersNumber),
    column(t.ordersExternalNumber, 'externalNumber'),
    column(t.ordersPartner),
    column(t.ordersCustomer),
    column(t.ordersStatus),
    column(t.ordersLines, undefined, true),
    column(t.ordersSum, 'sum', true),
    column(t.ordersReceived, 'received'),
    column(t.ordersAssigned),
  ];
}
