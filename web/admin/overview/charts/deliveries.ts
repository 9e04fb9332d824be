import { partnerNames } from '../../../../partners/partnerNames.ts';
import { readSeries, type StepFigure } from '../../../../statistics/series.ts';
import { drawBars } from '../../../charts/bars.ts';
import type { Chart } from '../../../charts/chart.ts';
import { stepLabels, type ChartQuestion } from '../period.ts';
import { countBySteps, stepTable, type Group } from './overTime.ts';

/** Pictures beside each other: the partners that most is sent to. */
const MOST_PARTNERS = 6;
const SMALL = 0.62;

/** Documents that were written, by partner and by what has become of them: one small picture a partner, all to the same scale. */
export async function deliveriesChart(question: ChartQuestion): Promise<Chart> {
  const { em, tongue, range, mode, partnerId } = question;
  const { t } = tongue;
  const groups: readonly Group[] = [
    { colour: 'blue', name: t.overviewDelivered, categories: ['delivered'] },
    { colour: 'sky', name: t.overviewKept, categories: ['kept'] },
    { colour: 'orange', name: t.overviewUnderWay, categories: ['open'] },
    { colour: 'red', name: t.overviewUndelivered, categories: ['gaveUp', 'refusedByReceiver'] },
    { colour: 'grey', name: t.overviewDeliveryCancelled, categories: ['cancelled'] },
  ];
  const figures = await readSeries(em, { ...range, mode, partnerId, measures: ['delivery'] });
  const all = countBySteps(range.instants, figures, groups);
  const says =
    all.total === 0
      ? t.overviewDeliveriesNone
      : t.overviewDeliveriesSays({ count: all.total, undelivered: all.totals[t.overviewUndelivered] ?? 0 });
  return {
    ...{ title: t.overviewDeliveries, says, key: groups },
    pictures: await pictures(question, figures, groups),
    table: stepTable(question, all.series),
  };
}

async function pictures(
  question: ChartQuestion,
  figures: readonly StepFigure[],
  groups: readonly Group[],
): Promise<Chart['pictures']> {
  const { em, range, tongue } = question;
  const byPartner = [...Map.groupBy(figures, ({ partnerId }) => partnerId)]
    .map(([id, of]) => ({ id, ...countBySteps(range.instants, of, groups) }))
    .toSorted((a, b) => b.total - a.total)
    .slice(0, MOST_PARTNERS);
  const names = await partnerNames(
    em,
    byPartner.map(({ id }) => id),
  );
  const highest = Math.max(
    ...byPartner.flatMap(({ series }) =>
      range.instants.map((_at, step) => series.reduce((sum, { counts }) => sum + counts[step]!, 0)),
    ),
  );
  const steps = stepLabels(range, tongue).map((step, index, { length }) => ({
    ...step,
    shown: index === Math.floor(length / 6) || index === Math.floor((length * 5) / 6),
  }));
  return Promise.all(
    byPartner.map(async ({ id, series, total }) => {
      const caption = tongue.t.overviewDeliveriesTo({ partner: names.get(id) ?? '', count: total });
      const axes = { xTitle: '', yTitle: tongue.t.overviewDocuments };
      return { caption, svg: await drawBars({ alt: caption, steps, series, highest, scale: SMALL, ...axes }) };
    }),
  );
}
