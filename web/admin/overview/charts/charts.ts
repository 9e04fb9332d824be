import type { Chart } from '../../../charts/chart.ts';
import type { ChartQuestion } from '../period.ts';
import { answersChart } from './answers.ts';
import { deliveriesChart } from './deliveries.ts';
import { deviationsChart } from './deviations.ts';
import { ordersChart } from './orders.ts';
import { sessionsChart } from './sessions.ts';

/** The charts of the overview, by their names in addresses. */
export const charts = {
  orders: ordersChart,
  sessions: sessionsChart,
  deviations: deviationsChart,
  answers: answersChart,
  deliveries: deliveriesChart,
} as const satisfies Readonly<Record<string, (question: ChartQuestion) => Promise<Chart>>>;
export type ChartName = keyof typeof charts;
export const chartNames = Object.keys(charts) as ChartName[];
