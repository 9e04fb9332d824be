import { z } from 'zod';
import { page, type AdminAnswer } from '../answer.ts';
import type { AdminVisit } from '../visit.ts';
import type { NewsView } from './views.ts';

/** So many are counted. */
export const MOST_NEWS = 100;

const instant = z.iso.datetime({ precision: 3 });

/**
 * What a list asks for by itself: how much has come since it was shown.
 * @param path of the list, below /admin
 * @param query of the list with its filters, without a page of it
 */
export function newsView(
  { root, tongue }: Pick<AdminVisit, 'root' | 'tongue'>,
  path: string,
  query: string,
  { since, count }: { readonly since: Date; readonly count: number },
): NewsView {
  const list = `${root}/admin${path}`;
  const asked = new URLSearchParams(query);
  asked.set('since', since.toISOString());
  return {
    look: `${list}/news?${asked.toString()}`,
    text: count === 0 ? '' : tongue.t.listNews({ count, most: MOST_NEWS }),
    show: query === '' ? list : `${list}?${query}`,
  };
}

/** Since when; an address that we did not make asks from now on. */
export function sinceOf({ query, now }: Pick<AdminVisit, 'query' | 'now'>): Date {
  const asked = query.get('since') ?? '';
  return instant.safeParse(asked).success ? new Date(asked) : now;
}

/** The line alone, without a page around it. */
export function newsAnswer(visit: AdminVisit, news: NewsView): AdminAnswer {
  return page('admin/lists/news', news, { title: visit.tongue.t.listNewsTitle });
}
