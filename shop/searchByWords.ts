import { sql, type RawBuilder } from 'kysely';

/** Words and categories as one query, so that the index answers both: a category is the word `=` with its name. */
export function tsquery(words: string | undefined, categories: readonly string[]): RawBuilder<unknown> {
  if (words === undefined) return sql`null::tsquery`;
  if (categories.length === 0) return sql`${words}::tsquery`;
  return sql`${words}::tsquery && (select string_agg(array_to_tsvector(array['=' || name])::text, ' | ')::tsquery
    from unnest(${[...categories]}::text[]) name)`;
}

/**
 * From the best: all words in name or keywords, as typed or in their wider meaning; anywhere in the texts, likewise. `sample`: first in one
 * of 128 products, so that a word that very many have is not looked for in all. `after`: what the kinds before must have left, room or
 * everything.
 */
const KINDS = [
  { name: 'named_sample', column: 'name_words', query: 'exact', rank: 4, sample: true, after: 'room' },
  { name: 'named', column: 'name_words', query: 'exact', rank: 4, sample: false, after: 'room' },
  { name: 'nearly_named', column: 'name_words', query: 'wide', rank: 3, sample: false, after: 'room' },
  { name: 'described_sample', column: 'words', query: 'exact', rank: 2, sample: true, after: 'room' },
  { name: 'described', column: 'words', query: 'exact', rank: 2, sample: false, after: 'room' },
  { name: 'nearly_described', column: 'words', query: 'wide', rank: 1, sample: false, after: 'everything' },
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
 * hits early may read the whole table.
 */
function found(
  { name, column, query, sample, rank }: Kind,
  room: RawBuilder<unknown>,
  condition: RawBuilder<boolean>,
): RawBuilder<unknown> {
  const asked = sample ? sql`${sql.ref(query)} && '#'` : sql.ref(query);
  return sql`${sql.table(name)} as materialized (
      select id, article_number, category, ${rank}::int as rank from product
      where ${sql.ref(column)} @@ (select ${asked} from question) and ${condition} limit ${room})`;
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
