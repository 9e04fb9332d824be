import { sql, type RawBuilder } from 'kysely';

/** Words and categories as one query, so that the index answers both: a category is the word `=` with its name. */
export function tsquery(words: string | undefined, categories: readonly string[]): RawBuilder<unknown> {
  if (words === undefined) return sql`null::tsquery`;
  if (categories.length === 0) return sql`${words}::tsquery`;
  return sql`${words}::tsquery && (select string_agg(array_to_tsvector(array['=' || name])::text, ' | ')::tsquery
    from unnest(${[...categories]}::text[]) name)`;
}

/**
 * Common table expressions of ranks 4 to 1: all words in name or keywords, as typed or in their wider meaning; anywhere in the texts,
 * likewise. The next kind is looked for only as long as there is room. Only active products have words. The query comes from a sub-select
 * on purpose: the planner, which cannot see it, always takes the index; a scan that hopes to meet enough hits early may read the whole
 * table.
 *
 * @param condition on `product`
 */
export function byWords(condition: RawBuilder<boolean>, most: number): RawBuilder<unknown> {
  const kind = (name: string, column: string, query: string, rank: number, room: RawBuilder<unknown>) => sql`
    ${sql.ref(name)} as materialized (
      select id, article_number, category, ${rank}::int as rank from product
      where ${sql.ref(column)} @@ (select ${sql.ref(query)} from question) and ${condition} limit ${room})`;
  const left = (name: string): RawBuilder<unknown> =>
    sql`(select case when count(*) < ${most} then ${most}::int else 0 end from ${sql.table(name)})`;
  return sql.join([
    kind('named', 'name_words', 'exact', 4, sql`${most}`),
    kind('nearly_named', 'name_words', 'wide', 3, left('named')),
    kind('described', 'words', 'exact', 2, left('nearly_named')),
    kind('nearly_described', 'words', 'wide', 1, left('described')),
  ]);
}
