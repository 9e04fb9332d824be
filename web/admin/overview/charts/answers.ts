import { timesOf, type AnswerTimes } from '../../../../statistics/partnerStatistics.ts';
import { readSeries, readTotals } from '../../../../statistics/series.ts';
import type { Chart } from '../../../charts/chart.ts';
import { drawLines } from '../../../charts/lines.ts';
import { stepLabels, type ChartQuestion } from '../period.ts';
import { stepName, timeTitle } from './overTime.ts';

const lines = [
  { colour: 'blue', share: 'median' },
  { colour: 'orange', share: 'p90' },
  { colour: 'red', share: 'p99' },
] as const;

/** Seconds of the axis: from half a second to a week. */
const AXIS = [0.5, 10, 60, 600, 7_200, 86_400, 604_800];

/** How soon order responses were with the buyer. */
export async function answersChart(question: ChartQuestion): Promise<Chart> {
  const { em, tongue, range, mode, partnerId } = question;
  const { t, w } = tongue;
  const asked = { ...range, mode, partnerId, measures: ['answer.response'] } as const;
  const byStep = Map.groupBy(await readSeries(em, asked), ({ at }) => at);
  const times = range.instants.map((at) => timesOf(byStep.get(at) ?? []));
  const whole = timesOf(await readTotals(em, asked));
  const names = { median: t.overviewMedian, p90: t.overviewP90, p99: t.overviewP99 };
  const series = lines.map(({ colour, share }) => ({
    ...{ colour, name: names[share] },
    values: times.map((one) => one[share]),
  }));
  const says = whatItSays(whole, question);
  const picture = {
    alt: `${t.overviewAnswers}. ${says}`,
    steps: stepLabels(range, tongue),
    ...{ series, xTitle: timeTitle(question), yTitle: t.overviewAnswerTime },
    ticks: AXIS.map((value) => ({ value, label: w.duration(value, 'short') })),
  };
  return {
    ...{ title: t.overviewAnswers, says },
    pictures: whole.count === 0 ? [] : [{ svg: await drawLines(picture) }],
    key: series,
    table: {
      columns: [timeTitle(question), t.overviewAnswerCount, ...series.map(({ name }) => name)],
      rows: range.instants.map((at, index) => {
        const { count, ...of } = times[index]!;
        const seconds = lines.map(({ share }) => of[share]);
        return {
          texts: [
            stepName(at, question),
            w.quantity(String(count)),
            ...seconds.map((one) => (one === undefined ? '–' : w.duration(one))),
          ],
          values: [at, String(count), ...seconds.map((one) => (one === undefined ? '' : String(one)))],
        };
      }),
    },
  };
}

function whatItSays({ median, p90 }: AnswerTimes, { tongue: { t, w } }: ChartQuestion): string {
  if (median === undefined || p90 === undefined) return t.overviewAnswersNone;
  return t.overviewAnswersSays({ median: w.duration(median), p90: w.duration(p90) });
}
