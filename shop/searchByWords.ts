import { sql, type RawBuilder } from 'kysely';
import type { SearchTerms } from './searchTerms.ts';

/** The columns of the common table expression `question` that are about words. */
export function wordQuestion({ exact, wide, sample }: SearchTerms, categories: readonly string[]): RawBuilder<unknown> {
  const column = (words: string | undefined, name: string) => sql`${tsquery(words, categories)} as ${sql.ref(name)}`;
  return sql.join([
    column(exact?.entered, 'exact'),
    column(exact?.whole, 'exact_whole'),
    column(wide?.entered, 'wide'),
    column(wide?.whole, 'wide_whole'),
    column(sample, 'sample'),
  ]);
}

/** Words and categories as one query, so that the index answers both: a category is the word `=` with its name. */
function tsquery(words: string | undefined, categories: readonly string[]): RawBuilder<unknown> {
  if (words === undefined) return sql`null::tsquery`;
  if (categories.length === 0) return sql`${words}::tsquery`;
  return sql`${words}::tsquery && (select string_agg(array_to_tsvector(array['=' || name])::text, ' | ')::tsquery
    from unnest(${[...categories]}::text[]) name)`;
}

/**
 * From the best: all words in name or keywords, as typed or in their wider meaning; anywhere in the texts, likewise. Words that very many
 * have are first looked for in a sample, one of 128 products. `after`: what the kinds before must have left, room or everything.
 */
const KINDS = [
  { name: 'named_sample', column: 'name_words', enter: 'sample', whole: 'exact_whole', rank: 4, after: 'room' },
  { name: 'named', column: 'name_words', enter: 'exact', whole: 'exact_whole', rank: 4, after: 'room' },
  { name: 'nearly_named', column: 'name_words', enter: 'wide', whole: 'wide_whole', rank: 3, after: 'room' },
  { name: 'described_sample', column: 'words', enter: 'sample', whole: 'exact_whole', rank: 2, after: 'room' },
  { name: 'described', column: 'words', enter: 'exact', whole: 'exact_whole', rank: 2, after: 'room' },
  { name: 'nearly_described', column: 'words', enter: 'wide', whole: 'wide_whole', rank: 1, after: 'everything' },
] as const;
type Kind = (typeof KINDS)[number];

/**
 * The common table expression `worded`, and those it is made of: active products with the words of the question.
 * @param condition on `product`
 */
export function byWords(condition: RawBuilder<boolean>, most: number): RawBuilder<unknown> {
  const kinds = KINDS.map((kind, index) => found(kind, room(kind, KINDS.slice(0, index), most), condition));
  const all = KINDS.map(({ name }) => sql`select * from ${sql.table(name)}`);
  return sql`${sql.join(kinds)}, worded as (${sql.join(all, sql` union all `)})`;
}

/**
 * The query comes from a sub-select on purpose: the planner, which cannot see it, always takes the index; a scan that hopes to meet enough
 * hits early may read the whole table. `is true` keeps the whole question out of the index.
 */
function found(
  { name, column, enter, whole, rank }: Kind,
  room: RawBuilder<unknown>,
  condition: RawBuilder<boolean>,
): RawBuilder<unknown> {
  const asked = (question: string): RawBuilder<unknown> =>
    sql`${sql.ref(column)} @@ (select ${sql.ref(question)} from question)`;
  return sql`${sql.table(name)} as materialized (
      select id, article_number, category, ${rank}::int as rank from product
      where ${asked(enter)} and (${asked(whole)}) is true and ${condition} limit ${room})`;
}

/** How many of a kind are looked for. */
function room({ after }: Kind, before: readonly Kind[], most: number): RawBuilder<unknown> {
  if (before.length === 0) return sql`${most}::int`;
  const stop = before.map(({ name }) =>
    after === 'room'
      ? sql`(select count(*) >= ${most}::int from ${sql.table(name)})`
      : sql`exists (select from ${sql.table(name)})`,
  );
  return sql`case when ${sql.join(stop, sql` or `)} then 0 else ${most}::int end`;
}
