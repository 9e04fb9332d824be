import { searchProducts, type SearchPage } from '../../shop/search.ts';
import type { Message } from '../../accounts/message.ts';
import { showPage } from './page.ts';
import { productRow } from './rows.ts';
import { asked, shopper, withQuery, type Visit } from './visit.ts';

/** Products on one page of a list. */
export const PAGE = 24;

/** `GET /shop/:token/search?q=&category=&after=` */
export async function search(visit: Visit): Promise<void> {
  const { t } = visit.tongue;
  const [q, category, after] = ['q', 'category', 'after'].map((name) => asked(visit, name)) as [string, string, string];
  const found = q.trim() === '' ? nothing : await find(visit, { q, category, after });
  const here = withQuery('search', { q, category, after });
  const at = (values: Record<string, string | undefined>) => `${visit.base}/${withQuery('search', { q, ...values })}`;
  const counted = found.hits.more ? t.searchAbout(found.hits) : t.searchCount(found.hits);
  await showPage(
    visit,
    'search',
    { title: q === '' ? t.searchEmptyTitle : t.searchTitle({ q }), here, q, liveSearch: true, told: q && counted },
    {
      heading: q === '' ? t.searchEmptyTitle : t.searchHeading({ q }),
      q: q.trim(),
      counted,
      rows: found.products.map((product) => productRow(visit, product)),
      facets: facets(found, category, at, t.searchAll),
      suggestions: found.suggestions.map((text) => ({
        href: `${visit.base}/${withQuery('search', { q: text })}`,
        text,
      })),
      messages: corrections(visit, found),
      ...(found.next !== undefined && { next: at({ category, after: found.next }) }),
      ...(after !== '' && { first: at({ category }) }),
    },
  );
}

const nothing: SearchPage = {
  products: [],
  hits: { count: 0, more: false },
  categories: [],
  corrections: [],
  suggestions: [],
};

function find(visit: Visit, { q, category, after }: Record<'q' | 'category' | 'after', string>): Promise<SearchPage> {
  return searchProducts(visit.em, {
    shopper: shopper(visit),
    text: q,
    limit: PAGE,
    ...(category !== '' && { category }),
    ...(after !== '' && { after }),
  });
}

function facets(
  { categories }: SearchPage,
  chosen: string,
  at: (values: { category?: string }) => string,
  all: string,
) {
  if (categories.length < 2 && chosen === '') return [];
  const everything = { href: at({}), name: all, chosen: chosen === '' };
  return [
    everything,
    ...categories.map(({ name, count }) => ({ href: at({ category: name }), name, count, chosen: name === chosen })),
  ];
}

/** What was read for a word that was spelled otherwise. */
function corrections({ tongue }: Visit, { products, corrections: read }: SearchPage): Message[] {
  if (products.length === 0) return [];
  return read.map(({ typed, used }) => ({
    tone: 'info',
    text: tongue.t.searchCorrected({ typed, used: tongue.w.list(used) }),
  }));
}
