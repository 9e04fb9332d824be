import { RoundtripError } from '../../../platform/errors.ts';
import { listCustomers, readCustomer } from '../../../shop/customerRecords.ts';
import { listPriceLists } from '../../../shop/priceLists.ts';
import { page, type AdminAnswer } from '../answer.ts';
import type { AdminVisit } from '../visit.ts';
import { factsOf } from './facts.ts';
import { changesOf } from './history.ts';
import { recordKinds } from './records.ts';

const PAGE = 50;
const styles = ['admin-shop.css'] as const;

export async function showCustomers({ em, query, tongue }: AdminVisit): Promise<AdminAnswer> {
  const { t } = tongue;
  const q = (query.get('q') ?? '').trim().slice(0, 200);
  const state = ['active', 'inactive'].find((one) => one === query.get('state')) ?? '';
  const { customers, next = '' } = await listCustomers(em, {
    q: q === '' ? undefined : q,
    active: state === '' ? undefined : state === 'active',
    after: query.get('after') ?? undefined,
    limit: PAGE,
  });
  const rows = customers.map(({ number, name, group = '', active, organisationNumber = '' }) => ({
    ...{ number, name, group, active, organisationNumber },
  }));
  const view = { q, state, rows, next, first: query.has('after') };
  return page('admin/shop/customers', view, { title: `${t.shopCustomers} – ${t.shopTitle}`, styles });
}

export async function showCustomer({ em, params, tongue }: AdminVisit): Promise<AdminAnswer> {
  const record = await readCustomer(em, params['key']!);
  if (!record) throw new RoundtripError('NotFound', 'There is no such customer.');
  const lists = await listPriceLists(em, { customer: record.number, limit: 50 });
  const view = {
    key: record.number,
    name: record.name,
    facts: factsOf(recordKinds.customer, record, tongue),
    lists: lists.map(({ code, name = code, currency, prices }) => ({ code, name, currency, prices })),
    changes: await changesOf(em, 'customer', record.number, tongue),
  };
  return page('admin/shop/customer', view, { title: `${record.name} – ${tongue.t.shopCustomers}`, styles });
}
