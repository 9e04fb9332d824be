import type { Measure } from '../../../../statistics/measures.ts';
import { readSeries, type StepFigure } from '../../../../statistics/series.ts';
import type { Chart, ChartTable, Colour, Series } from '../../../charts/chart.ts';
import { drawBars } from '../../../charts/bars.ts';
import { stepLabels, type ChartQuestion } from '../period.ts';

/** Categories that are one colour of a bar. */
export interface Group {
  readonly colour: Colour;
  readonly name: string;
  readonly categories: readonly string[];
}

export interface Counted {
  readonly series: readonly Series[];
  /** Of the whole time, by the names of the groups. */
  readonly totals: Readonly<Record<string, number>>;
  readonly total: number;
}

/** Figures by step and group. */
export function countBySteps(
  instants: readonly string[],
  figures: readonly Pick<StepFigure, 'at' | 'category' | 'count'>[],
  groups: readonly Group[],
): Counted {
  const position = new Map(instants.map((at, index) => [at, index]));
  const series = groups.map(({ colour, name, categories }) => {
    const counts = instants.map(() => 0);
    for (const { at, category, count } of figures) {
      const index = position.get(at);
      if (index !== undefined && categories.includes(category)) counts[index]! += count;
    }
    return { colour, name, counts };
  });
  const totals = Object.fromEntries(series.map(({ name, counts }) => [name, sum(counts)]));
  return { series, totals, total: sum(Object.values(totals)) };
}

export interface OverTime {
  readonly title: string;
  readonly yTitle: string;
  readonly groups: readonly Group[];
  readonly says: (counted: Counted) => string;
}

/** What began in each step of the time, as stacked bars by what has become of it. */
export async function overTime(question: ChartQuestion, measure: Measure, chart: OverTime): Promise<Chart> {
  const { em, tongue, range, mode, partnerId } = question;
  const figures = await readSeries(em, { ...range, mode, partnerId, measures: [measure] });
  const counted = countBySteps(range.instants, figures, chart.groups);
  const says = chart.says(counted);
  const picture = {
    alt: `${chart.title}. ${says}`,
    steps: stepLabels(range, tongue),
    series: counted.series,
    ...{ xTitle: timeTitle(question), yTitle: chart.yTitle },
  };
  return {
    ...{ title: chart.title, says },
    pictures: counted.total === 0 ? [] : [{ svg: await drawBars(picture) }],
    key: chart.groups,
    table: stepTable(question, counted.series),
  };
}

/** A row for each step, and a column for each series. */
export function stepTable(question: ChartQuestion, series: readonly Series[]): ChartTable {
  const {
    range,
    tongue: { t, w },
  } = question;
  return {
    columns: [range.step === 'day' ? t.overviewDay : t.overviewHour, ...series.map(({ name }) => name)],
    rows: range.instants.map((at, index) => {
      const counts = series.map(({ counts: all }) => String(all[index] ?? 0));
      return {
        texts: [stepName(at, question), ...counts.map((count) => w.quantity(count))],
        values: [at, ...counts],
      };
    }),
  };
}

/** A day, or an hour of one. */
export function stepName(at: string, { range, tongue: { w } }: ChartQuestion): string {
  return range.step === 'day' ? w.shortDay(at) : `${w.shortDay(at)} ${w.clock(at)}`;
}

/** What the lower axis shows. */
export function timeTitle({ range, period, tongue: { t } }: ChartQuestion): string {
  return range.step === 'day' ? t.overviewDay : period === '24h' ? t.overviewHour : t.overviewHours;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
