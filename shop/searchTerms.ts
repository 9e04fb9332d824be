import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Beyond, a text is no longer a question. */
const LONGEST_TEXT = 200;
const MOST_TERMS = 8;
/** Words of the shop that one typed word may stand for. */
const MOST_WORDS = 40;
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
  own: string;
  /** The query of the words that it may stand for, or of what begins with a number; null where there are none. */
  known: string | null;
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

function understood({ typed, own, known, near }: TermRow): Term {
  const term = { word: typed, exact: own, isKnown: true };
  if (known !== null) return { ...term, wide: `${own} | ${known}` };
  const nearest = (near ?? []).filter(({ similarity }) => similarity >= (near?.[0]?.similarity ?? 0) - NEAR_MARGIN);
  if (nearest.length === 0) return { ...term, isKnown: false, wide: own };
  return {
    ...term,
    wide: [own, ...nearest.map(({ query }) => query)].join(' | '),
    correction: { typed, used: nearest.map(({ written }) => written) },
  };
}

/**
 * Own words first, then what ends or begins with them: a Swedish compound is a kind of its last part. Who types `städ` with its dots does
 * not mean verkstad; who types `stad` may mean either. The Swedish stemmer (Snowball) leaves the definite form in -an (`pennan`).
 */
async function readWords(em: EntityManager, words: readonly string[]): Promise<TermRow[]> {
  const { rows } = await sql<TermRow>`
    with term as materialized (
      select position, typed, plain, word_query(plain) as own,
        to_tsvector('swedish', lower(typed)) = '' or to_tsvector('english', lower(typed)) = '' as stop,
        tsvector_to_array(to_tsvector('swedish', plain || ' ' || regexp_replace(plain, 'ans?$', 'a')) || to_tsvector('english', plain))
          as stems,
        case when lower(typed) <> plain then (tsvector_to_array(to_tsvector('swedish', lower(typed))))[1] else '' end as accented
      from (select position, typed, plain_text(typed) as plain
        from unnest(${[...words]}::text[]) with ordinality as t(typed, position)) t
      where plain <> ''
    )
    select term.typed, stop, own::text as own, near.words as near,
      case when plain ~ '^[a-z0-9]*[0-9][a-z0-9]*$' and length(plain) > 2 then plain || ':*' else known.query end as known
    from term
    left join lateral (
      select string_agg(word_query(word)::text, ' | ') as query from (
        select word from (
          select word, min(case when word = plain then 0 when word ~ (stem || '.{0,3}$') then 1 when starts_with(word, stem) then 2
            else 3 end) as distance
          from unnest(stems || plain) stem join product_word on word like case when length(stem) > 3 then '%' else '' end || stem || '%'
          where length(stem) > 2 and stem !~ '[^a-z]' and strpos(written, accented) > 0
          group by word
        ) candidate
        order by distance, length(word), word limit ${MOST_WORDS}
      ) chosen
    ) known on true
    left join lateral (
      select json_agg(json_build_object('written', written, 'similarity', closeness, 'query', word_query(word)::text)
        order by closeness desc, word) as words
      from (
        select word, written, similarity(word, plain) as closeness from product_word
        where known.query is null and plain ~ '^[a-z]{4,}$' and word % plain and similarity(word, plain) >= ${NEAR}::float4
        order by closeness desc, word limit ${MOST_NEAR}
      ) candidate
    ) near on true
    where numnode(own) > 0
    order by position`.execute(em.getKysely());
  return rows;
}
