import { equation } from '../../../../documents/equation.ts';
import type { Chart } from '../../../charts/chart.ts';
import type { ChartQuestion } from '../period.ts';
import { overTime } from './overTime.ts';

/** PunchOut sessions that began, by how they ended. */
export async function sessionsChart(question: ChartQuestion): Promise<Chart> {
  const { t, w } = question.tongue;
  const groups = [
    { colour: 'blue', name: t.overviewReturned, categories: ['returned'] },
    { colour: 'sky', name: t.overviewOpen, categories: ['open'] },
    { colour: 'orange', name: t.overviewCancelled, categories: ['cancelled'] },
    { colour: 'red', name: t.overviewExpired, categories: ['expired'] },
    { colour: 'grey', name: t.overviewAnswered, categories: ['answered'] },
  ] as const;
  const names = Object.fromEntries(groups.map(({ name }) => [name, name]));
  return overTime(question, 'session', {
    ...{ title: t.overviewSessions, yTitle: t.overviewSessionsUnit, groups },
    says: ({ total, totals }) =>
      total === 0 ? t.overviewSessionsNone : `${equation(t.overviewSessionsSays({ count: total }), totals, names, w)}.`,
  });
}
