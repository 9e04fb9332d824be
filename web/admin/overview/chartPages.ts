import { csvCell, csvText } from '../../../formats/csv/cell.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import type { Chart, ChartTable } from '../../charts/chart.ts';
import { file, page } from '../answer.ts';
import { adminPage } from '../page.ts';
import type { AdminVisit } from '../visit.ts';
import { chartNames, charts, type ChartName } from './charts/charts.ts';
import { figureFilter } from './filter.ts';
import { chartQuestion, figureQuery, type ChartQuestion, type FigureAddress } from './period.ts';
import { figureStyles } from './styles.ts';
import type { ChartView } from './views.ts';

/** The figures of a chart as a file: the address of the chart with `.csv`. */
export const chartFile = adminPage({
  path: '/charts/:chart.csv',
  role: 'reader',
  async show(visit) {
    const name = chartName(visit);
    const { table } = await charts[name](await chartQuestion(visit));
    return file('text/csv; charset=utf-8', csvOf(table), `${name}.csv`);
  },
});

/** One chart alone, with its figures. */
export const chartPage = adminPage({
  path: '/charts/:chart',
  role: 'reader',
  async show(visit) {
    const { root, tongue } = visit;
    const name = chartName(visit);
    const question = await chartQuestion(visit);
    const chart = chartView(visit, name, question, await charts[name](question));
    const filter = await figureFilter(visit, question, `${root}/admin/charts/${name}`);
    const view = { chart, filter, all: `${root}/admin/${figureQuery(question)}` };
    return page('admin/overview/chart', view, {
      title: `${chart.title} – ${tongue.t.adminOverview}`,
      styles: figureStyles,
    });
  },
});

/** All charts. One after the other: drawing is work of the processor. */
export async function chartViews(visit: AdminVisit, question: ChartQuestion): Promise<ChartView[]> {
  const views: ChartView[] = [];
  for (const name of chartNames) views.push(chartView(visit, name, question, await charts[name](question)));
  return views;
}

function chartView({ root }: AdminVisit, id: ChartName, address: FigureAddress, chart: Chart): ChartView {
  const [path, query] = [`${root}/admin/charts/${id}`, figureQuery(address)];
  return { ...chart, id, href: path + query, csv: `${path}.csv${query}` };
}

/** @throws NotFound */
function chartName({ params }: AdminVisit): ChartName {
  const name = chartNames.find((one) => one === params['chart']);
  if (name === undefined) throw new RoundtripError('NotFound', 'There is no such chart.');
  return name;
}

/** RFC 4180, with a byte order mark: spreadsheets take it for UTF-8 then. */
export function csvOf({ columns, rows }: ChartTable): string {
  const lines = [columns.map(csvText), ...rows.map(({ values }) => values.map(csvCell))];
  return `\uFEFF${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}
