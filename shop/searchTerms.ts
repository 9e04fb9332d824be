import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Beyond, a text is no longer a question. */
const LONGEST_TEXT = 200;
const MOST_TERMS = 8;
/** Words that may be meant by one that is not known. */
const MOST_NEAR = 10;
/** Trigram similarity from which on a word may be meant. */
const NEAR = 0.4;
/** How much less similar than the nearest a word may be. */
const NEAR_MARGIN = 0.1;

/** A typed word that the shop does not know, and the words that were looked for instead. */
export interface Correction {
  readonly typed: string;
  readonly used: readonly string[];
}

/** A typed text, understood. The queries are texts of PostgreSQL's tsquery. */
export interface SearchTerms {
  /** What was typed, without what cannot be stored and cut to what is looked at. */
  readonly text: string;
  /** The words that count, as typed. */
  readonly words: readonly string[];
  /** All words as typed, in any inflection; undefined where no word is left. */
  readonly exact: string | undefined;
  /** The same with compounds, beginnings of words and corrections. */
  readonly wide: string | undefined;
  readonly corrections: readonly Correction[];
  /** Words that were typed and are not known, nor anything near them. */
  readonly unknown: readonly string[];
}

interface TermRow {
  typed: string;
  /** `och`, `with`: says nothing, in Swedish or English. */
  stop: boolean;
  /** The word in any inflection. */
  own: string;
  /** What begins or ends with it; null for a short word. */
  parts: string | null;
  /** Is there such a word, or one with it as a part? A number always is. */
  known: boolean;
  near: { readonly written: string; readonly similarity: number; readonly query: string }[] | null;
}

/**
 * Reads what a buyer typed. Each word stands for itself in any inflection, for compounds with it (`penna`: kulspetspenna), and for words
 * that begin with it; a word that the shop does not know, for those that are spelled nearly so. One SQL statement.
 */
export async function readTerms(em: EntityManager, typed: string): Promise<SearchTerms> {
  const text = typed.slice(0, LONGEST_TEXT).toWellFormed().replaceAll('\0', ' ').trim();
  const words = [...new Set(text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])].slice(0, MOST_TERMS);
  const read = words.length === 0 ? [] : await readWords(em, words);
  const telling = read.filter(({ stop }) => !stop);
  const terms = (telling.length > 0 ? telling : read).map(understood);
  return {
    text,
    words: terms.map(({ word }) => word),
    exact: all(terms.map(({ exact }) => exact)),
    wide: all(terms.map(({ wide }) => wide)),
    corrections: terms.flatMap(({ correction }) => correction ?? []),
    unknown: terms.flatMap(({ word, isKnown }) => (isKnown ? [] : [word])),
  };
}

function all(queries: readonly string[]): string | undefined {
  return queries.length > 0 ? queries.map((query) => `(${query})`).join(' & ') : undefined;
}

interface Term {
  readonly word: string;
  readonly exact: string;
  readonly wide: string;
  readonly isKnown: boolean;
  readonly correction?: Correction;
}

function understood({ typed, own, parts, known, near }: TermRow): Term {
  const nearest = (near ?? []).filter(({ similarity }) => similarity >= (near?.[0]?.similarity ?? 0) - NEAR_MARGIN);
  const wide = [own, parts, ...nearest.map(({ query }) => query)].filter((query) => query !== null).join(' | ');
  const term = { word: typed, exact: own, wide, isKnown: known || nearest.length > 0 };
  return nearest.length === 0 ? term : { ...term, correction: { typed, used: nearest.map(({ written }) => written) } };
}

/**
 * A Swedish compound is a kind of its last part, so a word is also looked for at the end of others (`<` and from behind), in the stem that
 * it has there: the Swedish stemmer (Snowball) makes `penn` of penna and `kulspetspen` of kulspetspenna, which `ordord` in front stands
 * for. It leaves the definite form in -an (`pennan`), which is tried with -a.
 */
async function readWords(em: EntityManager, words: readonly string[]): Promise<TermRow[]> {
  const { rows } = await sql<TermRow>`
    with term as materialized (
      select position, typed, plain, forms, word_query(plain) as own, plain ~ '[0-9]' as numeric,
        to_tsvector('swedish', lower(typed)) = '' or to_tsvector('english', lower(typed)) = '' as stop,
        tsvector_to_array(to_tsvector('swedish', array_to_string(forms, ' ')) || to_tsvector('english', plain)) as beginnings,
        array(select distinct substr((tsvector_to_array(to_tsvector('swedish', 'ordord' || form)))[1], 7) from unnest(forms) form) as ends
      from (select position, typed, plain_text(typed) as plain
        from unnest(${[...words]}::text[]) with ordinality as t(typed, position)) t
      cross join lateral (select array[plain, regexp_replace(plain, 'ans?$', 'a')] as forms) f
      where plain <> ''
    )
    select typed, stop, own::text as own, parts.query as parts, known.known, near.words as near
    from term
    cross join lateral (
      select string_agg(quote_literal(part) || ':*', ' | ') as query
      from (
        select part from unnest(beginnings) part
        union all
        select '<' || reverse(part) from unnest(ends) part where not numeric and length(part) > 2
      ) part
      where length(part) > 2 and part ~ '^<?[a-z0-9]*$'
    ) parts
    cross join lateral (
      select numeric or count(*) > 0 as known from (
        select from unnest(beginnings) part join product_word on word like part || '%' where length(part) > 2
        union all
        select from unnest(ends) part join product_word on word like '%' || part || '%' and word ~ (part || '.{0,4}$')
          where length(part) > 2
      ) word
    ) known
    left join lateral (
      select json_agg(json_build_object('written', written, 'similarity', closeness, 'query', word_query(word)::text)
        order by closeness desc, word) as words
      from (
        select word, written, similarity(word, plain) as closeness from product_word
        where not known.known and length(plain) > 3 and word % plain and similarity(word, plain) >= ${NEAR}::float4
        order by closeness desc, word limit ${MOST_NEAR}
      ) candidate
    ) near on true
    where numnode(own) > 0
    order by position`.execute(em.getKysely());
  return rows;
}
