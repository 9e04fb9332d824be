import { equation } from '../../../../documents/equation.ts';
import type { Chart } from '../../../charts/chart.ts';
import type { ChartQuestion } from '../period.ts';
import { overTime } from './overTime.ts';

/** Documents that came in, by what has become of them. */
export async function ordersChart(question: ChartQuestion): Promise<Chart> {
  const { t, w } = question.tongue;
  const groups = [
    { colour: 'blue', name: t.overviewClean, categories: ['clean'] },
    { colour: 'sky', name: t.overviewDecided, categories: ['decided'] },
    { colour: 'green', name: t.overviewApplied, categories: ['applied'] },
    { colour: 'orange', name: t.overviewWaiting, categories: ['waiting'] },
    { colour: 'red', name: t.overviewRefused, categories: ['refused'] },
    { colour: 'grey', name: t.overviewOther, categories: ['recorded', 'duplicate', 'tested', 'inProgress'] },
  ] as const;
  const names = Object.fromEntries(groups.map(({ name }) => [name, name]));
  return overTime(question, 'document', {
    ...{ title: t.overviewOrders, yTitle: t.overviewDocuments, groups },
    says: ({ total, totals }) =>
      total === 0 ? t.overviewOrdersNone : `${equation(t.overviewOrdersSays({ count: total }), totals, names, w)}.`,
  });
}
