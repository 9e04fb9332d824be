import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { instant } from '../database/text.ts';
import type { Mode } from '../partners/partner.entity.ts';
import type { Measure } from './measures.ts';

/** Which figures are asked for. */
export interface FigureQuestion {
  readonly measures: readonly Measure[];
  /** Whole hours: from (inclusive) and before (exclusive). */
  readonly from: Date;
  readonly before: Date;
  readonly mode: Mode;
  /** Absent: of all partners. */
  readonly partnerId?: string | undefined;
}

export interface SeriesQuestion extends FigureQuestion {
  readonly step: 'hour' | 'day';
  /** Days begin at midnight in it: IANA name, the shop's. */
  readonly timeZone: string;
}

/** A count of a step of time. */
export interface StepFigure {
  /** First instant of the hour or day, ISO 8601. */
  readonly at: string;
  readonly partnerId: string;
  readonly measure: Measure;
  readonly category: string;
  readonly count: number;
}

/** Figures over time, oldest first, by partner; nothing stands for none. */
export async function readSeries(em: EntityManager, question: SeriesQuestion): Promise<StepFigure[]> {
  const { step, timeZone } = question;
  const { rows } = await sql<StepFigure>`
    select ${instant('at')} as at, partner_id as "partnerId", measure, category, sum(count)::int as count from (
      select date_trunc(${step}, hour, ${timeZone}) as at, partner_id, measure, category, count from hourly_figure where ${where(question)}
    ) figure group by figure.at, partner_id, measure, category order by figure.at`.execute(em.getKysely());
  return rows;
}

/** Every step of the time, ISO 8601, also those in which nothing happened. */
export async function stepsOf(
  em: EntityManager,
  { from, before, step, timeZone }: Pick<SeriesQuestion, 'from' | 'before' | 'step' | 'timeZone'>,
): Promise<string[]> {
  const { rows } = await sql<{ at: string }>`
    select ${instant('at')} as at from generate_series(date_trunc(${step}, ${from}::timestamptz, ${timeZone}),
      ${before}::timestamptz - interval '1 millisecond', ('1 ' || ${step})::interval, ${timeZone}) as at`.execute(
    em.getKysely(),
  );
  return rows.map(({ at }) => at);
}

/** A count of the whole time. */
export type TotalFigure = Omit<StepFigure, 'at'>;

/** Figures of the whole time by partner; nothing stands for none. */
export async function readTotals(em: EntityManager, question: FigureQuestion): Promise<TotalFigure[]> {
  const { rows } = await sql<TotalFigure>`
    select partner_id as "partnerId", measure, category, sum(count)::int as count from hourly_figure
    where ${where(question)} group by partner_id, measure, category`.execute(em.getKysely());
  return rows;
}

function where({ measures, from, before, mode, partnerId }: FigureQuestion) {
  return sql`measure = any(${[...measures]}::text[]) and hour >= ${from} and hour < ${before} and mode = ${mode}
    and (${partnerId ?? null}::uuid is null or partner_id = ${partnerId ?? null}::uuid)`;
}
