import { csvCell, csvText } from '../../../formats/csv/cell.ts';
import { readStatistics } from '../../../statistics/partnerStatistics.ts';
import { file, page } from '../answer.ts';
import { figureFilter } from '../overview/filter.ts';
import { figureQuery, rangeOf, readFigureAddress } from '../overview/period.ts';
import { figureStyles } from '../overview/styles.ts';
import { adminPage } from '../page.ts';
import type { AdminVisit } from '../visit.ts';
import { statisticsColumns } from './table.ts';

/** What each partner sends and gets, beside each other. */
export const statisticsPage = adminPage({
  path: '/statistics',
  role: 'reader',
  async show(visit) {
    const { root, tongue } = visit;
    const { address, all, partners } = await statisticsFor(visit);
    const columns = statisticsColumns(tongue);
    const cells = (statistics: typeof all) => columns.map(({ text }) => ({ text: text(statistics) }));
    const table = {
      caption: tongue.t.adminStatistics,
      columns: [{ text: tongue.t.overviewPartner }, ...columns.map(({ title: text }) => ({ text, isNumber: true }))],
      rows: [
        ...(partners.length > 1 ? [[{ text: tongue.t.overviewAllPartners }, ...cells(all)]] : []),
        ...partners.map(({ partner, ...statistics }) => {
          const href = `${root}/admin/${figureQuery(address, { partnerId: partner.id })}`;
          return [{ text: partner.name, href }, ...cells(statistics)];
        }),
      ],
    };
    const filter = { ...(await figureFilter(visit, address, `${root}/admin/statistics`)), partners: [] };
    const view = {
      table,
      filter,
      csv: `${root}/admin/statistics.csv${figureQuery(address)}`,
      carts: `${root}/admin/statistics/carts${figureQuery(address)}`,
    };
    return page('admin/statistics/statistics', view, { title: tongue.t.adminStatistics, styles: figureStyles });
  },
});

/** The same as a file. */
export const statisticsFile = adminPage({
  path: '/statistics.csv',
  role: 'reader',
  async show(visit) {
    const { partners } = await statisticsFor(visit);
    const columns = statisticsColumns(visit.tongue);
    const lines = [
      [visit.tongue.t.overviewPartner, ...columns.map(({ title }) => title)].map(csvText),
      ...partners.map((one) => [csvText(one.partner.name), ...columns.map(({ value }) => csvCell(value(one)))]),
    ];
    const text = `\uFEFF${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`;
    return file('text/csv; charset=utf-8', text, 'statistics.csv');
  },
});

async function statisticsFor({ em, now, query, reader }: AdminVisit) {
  const address = { ...readFigureAddress(query), partnerId: undefined };
  const { from, before } = await rangeOf(em, address.period, now, reader.timeZone);
  return { address, ...(await readStatistics(em, { from, before, mode: address.mode })) };
}
