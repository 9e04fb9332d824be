import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import {
  answerKinds,
  deliveryOutcomes,
  measures,
  outcomes,
  percentile,
  sessionOutcomes,
  type AnswerKind,
  type DeliveryOutcome,
  type Outcome,
  type SessionOutcome,
} from './measures.ts';
import { readTotals, type FigureQuestion, type TotalFigure } from './series.ts';

/** How soon answers came: seconds from the receipt of the order until the receiver had the answer, exact to within a class of times. */
export interface AnswerTimes {
  readonly count: number;
  /** Absent where there is no answer. */
  readonly median?: number;
  readonly p90?: number;
  readonly p99?: number;
}

/** What went between partners and us in a time; each is counted in the hour in which it began. */
export interface Statistics {
  /** What was received, by its outcome. */
  readonly documents: Readonly<Record<Outcome, number>>;
  /** Orders and what should have been orders: placed, waiting or refused. */
  readonly orders: number;
  /** Orders that were placed without a question to anybody, of `orders`; absent where there is none. Percent with one decimal. */
  readonly firstTimeRight?: string;
  readonly sessions: Readonly<Record<SessionOutcome, number>>;
  readonly cartsReturned: number;
  /** Lines with a price to compare, those whose price was not ours, and those beyond the agreement's tolerance. */
  readonly lines: { readonly compared: number; readonly deviating: number; readonly outside: number };
  /** Documents written for the partner. */
  readonly deliveries: Readonly<Record<DeliveryOutcome, number>>;
  readonly answers: Readonly<Record<AnswerKind, AnswerTimes>>;
}

export interface PartnerStatistics extends Statistics {
  readonly partner: { readonly id: string; readonly name: string };
}

/** Statistics of each partner that anything went with, by name, and of all together. */
export async function readStatistics(
  em: EntityManager,
  question: Omit<FigureQuestion, 'measures'>,
): Promise<{ readonly all: Statistics; readonly partners: readonly PartnerStatistics[] }> {
  const totals = await readTotals(em, { ...question, measures });
  const byPartner = Map.groupBy(totals, ({ partnerId }) => partnerId);
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from partner where id = any(${[...byPartner.keys()]}::uuid[]) order by name, id`.execute(
    em.getKysely(),
  );
  return {
    all: statisticsOf(totals),
    partners: rows.map((partner) => ({ partner, ...statisticsOf(byPartner.get(partner.id) ?? []) })),
  };
}

/** The figures together, whichever partner they are of. */
export function statisticsOf(figures: readonly TotalFigure[]): Statistics {
  const counts = Map.groupBy(figures, ({ measure }) => measure);
  const of = (measure: TotalFigure['measure'], category: string) =>
    (counts.get(measure) ?? []).reduce((sum, one) => (one.category === category ? sum + one.count : sum), 0);
  const each = <C extends string>(measure: TotalFigure['measure'], categories: readonly C[]) =>
    Object.fromEntries(categories.map((category) => [category, of(measure, category)])) as Record<C, number>;
  const documents = each('document', outcomes);
  const orders = documents.clean + documents.decided + documents.waiting + documents.refused;
  const lines = each('line', ['same', 'within', 'outside']);
  return {
    documents,
    orders,
    ...(orders > 0 && { firstTimeRight: ((documents.clean * 100) / orders).toFixed(1) }),
    sessions: each('session', sessionOutcomes),
    cartsReturned: of('cart', 'returned'),
    lines: {
      compared: lines.same + lines.within + lines.outside,
      deviating: lines.within + lines.outside,
      outside: lines.outside,
    },
    deliveries: each('delivery', deliveryOutcomes),
    answers: Object.fromEntries(
      answerKinds.map((kind) => [kind, timesOf(counts.get(`answer.${kind}`) ?? [])]),
    ) as Statistics['answers'],
  };
}

/** Times by the counts of their classes. */
export function timesOf(figures: readonly Pick<TotalFigure, 'category' | 'count'>[]): AnswerTimes {
  const classes = new Map<number, number>();
  for (const { category, count } of figures)
    classes.set(Number(category), (classes.get(Number(category)) ?? 0) + count);
  const [median, p90, p99] = [0.5, 0.9, 0.99].map((share) => percentile(classes, share));
  const count = [...classes.values()].reduce((sum, one) => sum + one, 0);
  if (median === undefined || p90 === undefined || p99 === undefined) return { count };
  return { count, median: rounded(median), p90: rounded(p90), p99: rounded(p99) };
}

/** Three figures that mean something. */
function rounded(seconds: number): number {
  return Number(seconds.toPrecision(3));
}
