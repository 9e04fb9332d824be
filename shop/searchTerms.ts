import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Beyond, a text is no longer a question. */
const LONGEST_TEXT = 200;
const MOST_TERMS = 8;
/** A word that more products have as it is needs no wider meaning, which would cost the more, the more have it. */
const MANY = 2_000;
/** Share of the products from which on a word tells so little that others are looked for, and it only looked at. */
const NEARLY_ALL = 0.1;
/** Share from which on the products with a word are too many to look through. */
const TOO_MANY = 0.01;
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

/** A question in PostgreSQL's tsquery. */
export interface WordQuery {
  /** All words must be there. */
  readonly whole: string;
  /** Those of the words that are worth entering an index with: others are in nearly all products. */
  readonly entered: string;
}

/** A typed text, understood. */
export interface SearchTerms {
  /** What was typed, without what cannot be stored and cut to what is looked at. */
  readonly text: string;
  /** The words that count, as typed. */
  readonly words: readonly string[];
  /** Every word as typed, in any inflection; undefined where no word is left. */
  readonly exact: WordQuery | undefined;
  /** The same with compounds, beginnings of words and corrections; undefined where that is nothing else. */
  readonly wide: WordQuery | undefined;
  /** Where very many products have all of the words, as far as their shares tell: the query that a sample of them is entered with. */
  readonly sample: string | undefined;
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
  /** What begins with it, itself among that, or ends with it; null for a short word, and for one that many have. */
  parts: string | null;
  /** Share of the products whose name has the word; 0 where it is small. */
  share: number;
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
    exact: together(terms, 'exact'),
    wide: terms.some(({ exact, wide }) => wide !== exact) ? together(terms, 'wide') : undefined,
    sample: sampled(terms),
    corrections: terms.flatMap(({ correction }) => correction ?? []),
    unknown: terms.flatMap(({ word, isKnown }) => (isKnown ? [] : [word])),
  };
}

function together(terms: readonly Term[], meaning: 'exact' | 'wide'): WordQuery | undefined {
  if (terms.length === 0) return undefined;
  const all = (some: readonly Term[]): string => some.map((term) => `(${term[meaning]})`).join(' & ');
  const telling = terms.filter(isTelling);
  return { whole: all(terms), entered: all(telling.length > 0 ? telling : terms) };
}

function sampled(terms: readonly Term[]): string | undefined {
  if (terms.length === 0 || terms.some(({ share }) => share < TOO_MANY)) return undefined;
  return [...terms.filter(isTelling).map(({ exact }) => `(${exact})`), "'#'"].join(' & ');
}

function isTelling({ share }: Term): boolean {
  return share < NEARLY_ALL;
}

interface Term {
  readonly word: string;
  readonly exact: string;
  readonly wide: string;
  readonly share: number;
  readonly isKnown: boolean;
  readonly correction?: Correction;
}

function understood({ typed, own, parts, share, known, near }: TermRow): Term {
  const nearest = (near ?? []).filter(({ similarity }) => similarity >= (near?.[0]?.similarity ?? 0) - NEAR_MARGIN);
  const wide = [parts ?? own, ...nearest.map(({ query }) => query)].join(' | ');
  const term = { word: typed, exact: own, wide, share, isKnown: known || nearest.length > 0 };
  return nearest.length === 0 ? term : { ...term, correction: { typed, used: nearest.map(({ written }) => written) } };
}

/**
 * A Swedish compound is a kind of its last part, so a word is also looked for at the end of others (`<` and from behind), in the stem that
 * it has there: the Swedish stemmer (Snowball) makes `penn` of penna and `kulspetspen` of kulspetspenna, which `ordord` in front stands
 * for. It leaves the definite form in -an (`pennan`), which is tried with -a. Which words many have is what the last ANALYZE has seen.
 */
async function readWords(em: EntityManager, words: readonly string[]): Promise<TermRow[]> {
  const { rows } = await sql<TermRow>`
    with seen as materialized (
      select stem, frequency, frequency * reltuples > ${MANY} as many
      from pg_stats join pg_class on pg_class.oid = 'product'::regclass
      cross join lateral unnest(most_common_elems::text::text[], most_common_elem_freqs) as element(stem, frequency)
      where schemaname = current_schema() and tablename = 'product' and attname = 'name_words'
    ), term as materialized (
      select position, typed, plain, forms, word_query(plain) as own, plain ~ '[0-9]' as numeric,
        to_tsvector('swedish', lower(typed)) = '' or to_tsvector('english', lower(typed)) = '' as stop,
        tsvector_to_array(to_tsvector('swedish', array_to_string(forms, ' ')) || to_tsvector('english', plain)) as beginnings,
        array(select distinct substr((tsvector_to_array(to_tsvector('swedish', 'ordord' || form)))[1], 7) from unnest(forms) form) as ends
      from (select position, typed, plain_text(typed) as plain
        from unnest(${[...words]}::text[]) with ordinality as t(typed, position)) t
      cross join lateral (select array[plain, regexp_replace(plain, 'ans?$', 'a')] as forms) f
      where plain <> ''
    )
    select typed, stop, own::text as own, parts.query as parts, known.known, near.words as near,
      coalesce((select max(frequency) from seen where stem = any(beginnings)), 0) as share
    from term
    cross join lateral (
      select string_agg(quote_literal(part) || ':*', ' | ') as query
      from (
        select part from unnest(beginnings) part
        where not exists (select from unnest(beginnings) shorter where starts_with(part, shorter) and shorter <> part)
        union all
        select '<' || reverse(part) from unnest(ends) part where not numeric and length(part) > 2
      ) part
      where not exists (select from unnest(beginnings) part where length(part) < 3 or part ~ '[^a-z0-9]')
        and not exists (select from seen where many and stem = any(beginnings))
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
