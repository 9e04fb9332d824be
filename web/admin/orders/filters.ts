import { z } from 'zod';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Account } from '../../../accounts/account.entity.ts';
import { orderSorts, type OrderListFilter, type OrderListPage, type OrderSort } from '../../../documents/orderList.ts';
import { modes } from '../../../partners/partner.entity.ts';
import { orderStatuses, type OrderStatus } from '../../../shop/orderStatus.ts';
import { MOST_CHOICES, PAGE, periodOf } from '../lists/list.ts';
import type { Choice } from '../lists/views.ts';
import type { AdminVisit } from '../visit.ts';

const uuid = z.uuid();
const day = z.iso.date();

/** What stands in the address of the list, as far as it can be used. Everything is text, as in the fields. */
export interface ListAddress {
  readonly q: string;
  readonly status: readonly OrderStatus[];
  /** Id. */
  readonly partner: string;
  readonly mode: string;
  readonly customer: string;
  readonly article: string;
  /** Days, both included, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly deviating: boolean;
  /** `me`, `nobody`, or the id of an account. */
  readonly assigned: string;
  readonly sort: OrderSort;
  readonly ascending: boolean;
}

export function readAddress(query: URLSearchParams): ListAddress {
  const text = (name: string): string => (query.get(name) ?? '').trim().slice(0, 200).toWellFormed();
  const checked = (name: string, schema: z.ZodType): string => (schema.safeParse(text(name)).success ? text(name) : '');
  const sorted = text('sort');
  const sort = orderSorts.find((one) => one === sorted.replace(/^-/, '')) ?? 'received';
  return {
    q: text('q'),
    status: orderStatuses.filter((status) => query.getAll('status').includes(status)),
    partner: checked('partner', uuid),
    mode: checked('mode', z.enum(modes)),
    customer: text('customer'),
    article: text('article'),
    from: checked('from', day),
    to: checked('to', day),
    deviating: text('deviating') === '1',
    assigned: checked('assigned', z.union([z.enum(['me', 'nobody']), uuid])),
    sort,
    // Without a word about it the newest and the largest stand first, and texts begin with A.
    ascending: sorted === '' ? false : !sorted.startsWith('-'),
  };
}

/** The address that an equal list has, with some of it changed; without what is empty or usual. */
export function addressOf(address: ListAddress, change: Partial<ListAddress> = {}): string {
  const { q, status, partner, mode, customer, article, from, to, deviating, assigned, sort, ascending } = {
    ...address,
    ...change,
  };
  const query = new URLSearchParams();
  const texts = { q, partner, mode, customer, article, from, to, assigned };
  for (const [name, value] of Object.entries(texts)) if (value !== '') query.set(name, value);
  for (const one of status) query.append('status', one);
  if (deviating) query.set('deviating', '1');
  if (sort !== 'received' || ascending) query.set('sort', (ascending ? '' : '-') + sort);
  return query.toString();
}

function given(text: string): string | undefined {
  return text === '' ? undefined : text;
}

/** The same as the question to the store. */
export function filterOf(visit: AdminVisit, address: ListAddress): OrderListFilter {
  const { q, status, partner, mode, customer, article, from, to, deviating, assigned } = address;
  return {
    text: given(q),
    status: status.length > 0 ? status : undefined,
    partnerId: given(partner),
    mode: modes.find((one) => one === mode),
    customer: given(customer),
    article: given(article),
    ...periodOf(visit, { from, to }),
    deviating,
    assignedTo: assigned === 'nobody' ? null : assigned === 'me' ? visit.account.id : given(assigned),
  };
}

export function pageOf(query: URLSearchParams, { sort, ascending }: ListAddress): OrderListPage {
  return { sort, ascending, after: readCursor(query.get('after')), limit: PAGE };
}

const cursor = z.tuple([z.string().max(1_000), uuid]);

/** One that we did not make begins at the first page. */
function readCursor(text: string | null): OrderListPage['after'] {
  try {
    const [value, id] = cursor.parse(JSON.parse(Buffer.from(text ?? '', 'base64url').toString()));
    return { value, id };
  } catch {
    return undefined;
  }
}

export function writeCursor({ value, id }: NonNullable<OrderListPage['after']>): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url');
}

/** Accounts that an order may be assigned to, by name. */
export async function assignable(em: EntityManager): Promise<Choice[]> {
  const accounts = await em.find(
    Account,
    { disabledAt: null, role: { $ne: 'reader' } },
    { orderBy: { nameKey: 'asc' }, limit: MOST_CHOICES, disableIdentityMap: true },
  );
  return accounts.map(({ id, name }) => ({ value: id, text: name }));
}
