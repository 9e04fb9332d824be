import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { RoundtripError } from '../platform/errors.ts';
import { inAssortment, type Shopper } from './assortment.ts';
import { listedRow, priced, type ListedProduct, type ListedRow } from './productList.ts';
import { byNumber } from './searchByNumber.ts';
import { byWords, wordQuestion } from './searchByWords.ts';
import { readTerms, type Correction, type SearchTerms } from './searchTerms.ts';

export interface SearchQuestion {
  readonly shopper: Shopper;
  /** As typed. */
  readonly text: string;
  /** Only products of this category. */
  readonly category?: string | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface SearchPage {
  /** Best first. */
  readonly products: readonly ListedProduct[];
  /** `more`: `count` is as far as is looked, there may be more; the categories count those that were looked at. */
  readonly hits: { readonly count: number; readonly more: boolean };
  /** The categories of the hits, the fullest first. */
  readonly categories: readonly { readonly name: string; readonly count: number }[];
  readonly corrections: readonly Correction[];
  /** Words that lead somewhere, when nothing is found. */
  readonly suggestions: readonly string[];
  /** `after` of the next page; absent on the last one. */
  readonly next?: string;
}

/**
 * Hits that are ranked, counted and paged through, where a page does not ask for more: what bounds the time of a search. Of more hits the
 * best by kind are taken (numbers, then names, then other texts), and within a kind those that the database has first.
 */
const MOST_HITS = 200;
const MOST_CATEGORIES = 30;
const MOST_SUGGESTIONS = 5;

interface Found {
  count: number;
  categories: { name: string; count: number }[] | null;
  products: { readonly rank: number; readonly row: ListedRow }[] | null;
}

/**
 * Products that a buyer may mean: by number (article number, the customer's own, alias, GTIN, manufacturer's number; hyphens, spaces and
 * capitals do not count; also the beginning of one), and by the words of name, keywords, category, manufacturer and description in any
 * inflection, spelled nearly right. Withdrawn products only by their whole number. At most four SQL statements, five when nothing is
 * found.
 * @throws RequestInvalid when `after` is not one that was given out
 */
export async function searchProducts(em: EntityManager, question: SearchQuestion): Promise<SearchPage> {
  const { shopper, text, limit } = question;
  const terms = await readTerms(em, text);
  const assorted = await inAssortment(em, shopper);
  const most = Math.max(MOST_HITS, limit);
  const { count, categories, products } = await find(em, { ...question, most }, terms, assorted);
  const rows = products ?? [];
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    products: await priced(
      em,
      shopper,
      page.map(({ row }) => row),
    ),
    hits: { count, more: count === most },
    categories: categories ?? [],
    corrections: terms.corrections,
    suggestions: count === 0 ? await suggest(em, terms, assorted) : [],
    ...(last && rows.length > limit && { next: `${last.rank}:${last.row.articleNumber}` }),
  };
}

async function find(
  em: EntityManager,
  { shopper, category, after, limit, most }: SearchQuestion & { readonly most: number },
  terms: SearchTerms,
  assorted: RawBuilder<boolean> | undefined,
): Promise<Found> {
  const ofCategory = category === undefined ? undefined : sql<boolean>`product.category = ${category}`;
  const wanted = [assorted, ofCategory].filter((condition) => condition !== undefined);
  const condition = wanted.length > 0 ? sql<boolean>`${sql.join(wanted, sql` and `)}` : sql<boolean>`true`;
  const categories = category === undefined ? shopper.assortment.categories : [category];
  const { rows } = await sql<Found>`
    with question as materialized (
      select number_key(${terms.text}) as key, ${wordQuestion(terms, categories)}
    ), ${byNumber(shopper.customerId, condition, most)}, ${byWords(condition, most)}, hit as materialized (
      select id, article_number, category, max(rank) as rank
      from (select * from numbered union all select * from worded) found
      group by id, article_number, category
      order by rank desc, article_number limit ${most}
    ), page as (
      select hit.rank, hit.article_number, ${listedRow(shopper)} as row
      from (select * from hit where ${behind(after)} order by rank desc, article_number limit ${limit + 1}) hit
      join product on product.id = hit.id
    )
    select (select count(*)::int from hit) as count,
      (select json_agg(json_build_object('name', category, 'count', count) order by count desc, category)
        from (select category, count(*)::int as count from hit where category is not null group by category
          order by count desc, category limit ${MOST_CATEGORIES}) facet) as categories,
      (select json_agg(json_build_object('rank', rank, 'row', row) order by rank desc, article_number) from page) as products`.execute(
    em.getKysely(),
  );
  const [found] = rows;
  return found ?? { count: 0, categories: null, products: null };
}

const CURSOR = /^([1-9]):(.{1,100})$/s;

function behind(after: string | undefined): RawBuilder<boolean> {
  if (after === undefined) return sql<boolean>`true`;
  const [, rank, articleNumber] = CURSOR.exec(after) ?? [];
  if (rank === undefined) throw new RoundtripError('RequestInvalid', 'The cursor is not one that was given out.');
  return sql<boolean>`(rank < ${rank}::int or (rank = ${rank}::int and article_number > ${articleNumber}))`;
}

/** The nearest words of the shop for those that it does not know, and each of the others alone, as far as they lead somewhere. */
async function suggest(
  em: EntityManager,
  { words, unknown }: SearchTerms,
  assorted: RawBuilder<boolean> = sql<boolean>`true`,
): Promise<string[]> {
  const alone = words.length > 1 ? words.filter((word) => !unknown.includes(word)) : [];
  if (alone.length + unknown.length === 0) return [];
  const { rows } = await sql<{ word: string }>`
    with candidate as materialized (
      select nearest.written as word, nearest.word as plain, position, closeness
      from unnest(${[...unknown]}::text[]) with ordinality as missing(typed, position)
      cross join lateral (
        select written, word, similarity(word, plain_text(typed)) as closeness from product_word
        where word % plain_text(typed) order by closeness desc, word limit ${MOST_SUGGESTIONS}
      ) nearest
      union all
      select word, plain_text(word), ${words.length}::int + position, 0 from unnest(${alone}::text[]) with ordinality as word(word, position)
    )
    select word from candidate
    where exists (select from product where product.words @@ word_query(candidate.plain) and ${assorted})
    order by position, closeness desc, word limit ${MOST_SUGGESTIONS}`.execute(em.getKysely());
  return rows.map(({ word }) => word);
}
