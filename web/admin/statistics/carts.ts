import { csvCell, csvText } from '../../../formats/csv/cell.ts';
import { businessDay } from '../../../shop/profile.ts';
import { readCartStatistics, type CartStatistics } from '../../../statistics/cartStatistics.ts';
import type { Tongue } from '../../words/words.ts';
import { file, page } from '../answer.ts';
import { figureFilter } from '../overview/filter.ts';
import { figureQuery, rangeOf, readFigureAddress } from '../overview/period.ts';
import { figureStyles } from '../overview/styles.ts';
import { adminPage } from '../page.ts';
import type { AdminVisit } from '../visit.ts';

/** What became of the carts that went back, partner by partner. */
export const cartStatisticsPage = adminPage({
  path: '/statistics/carts',
  role: 'reader',
  async show(visit) {
    const { root, tongue } = visit;
    const { address, partners } = await cartsFor(visit);
    const columns = cartColumns(tongue);
    const table = {
      caption: tongue.t.statisticsCartsTitle,
      columns: [{ text: tongue.t.overviewPartner }, ...columns.map(({ title: text }) => ({ text, isNumber: true }))],
      rows: partners.map((one) => {
        const href = `${root}/admin/partners/${one.partner.id}`;
        return [{ text: one.partner.name, href }, ...columns.map(({ text }) => ({ text: text(one) }))];
      }),
    };
    const filter = { ...(await figureFilter(visit, address, `${root}/admin/statistics/carts`)), partners: [] };
    const view = {
      ...{ table, filter, csv: `${root}/admin/statistics/carts.csv${figureQuery(address)}` },
      back: `${root}/admin/statistics${figureQuery(address)}`,
    };
    return page('admin/statistics/carts', view, { title: tongue.t.statisticsCartsTitle, styles: figureStyles });
  },
});

/** The same as a file. */
export const cartStatisticsFile = adminPage({
  path: '/statistics/carts.csv',
  role: 'reader',
  async show(visit) {
    const { partners } = await cartsFor(visit);
    const columns = cartColumns(visit.tongue);
    const lines = [
      [visit.tongue.t.overviewPartner, ...columns.map(({ title }) => title)].map(csvText),
      ...partners.map((one) => [csvText(one.partner.name), ...columns.map(({ value }) => csvCell(value(one)))]),
    ];
    const text = `\uFEFF${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`;
    return file('text/csv; charset=utf-8', text, 'carts.csv');
  },
});

async function cartsFor({ em, now, query, reader, shop }: AdminVisit) {
  const address = { ...readFigureAddress(query), partnerId: undefined };
  const { from, before } = await rangeOf(em, address.period, now, reader.timeZone);
  const { mode } = address;
  const day = businessDay(shop ?? { timeZone: 'UTC' }, now);
  return { address, partners: await readCartStatistics(em, { from, before, mode, day }) };
}

/** What a page shows, and what a program reads (numbers with a decimal point, seconds). */
interface Column {
  readonly title: string;
  readonly text: (carts: CartStatistics) => string;
  readonly value: (carts: CartStatistics) => string;
}

/** The columns behind the partner's name. */
function cartColumns({ t, w }: Tongue): readonly Column[] {
  const number = (title: string, of: (carts: CartStatistics) => number): Column => ({
    title,
    text: (carts) => w.quantity(String(of(carts))),
    value: (carts) => String(of(carts)),
  });
  return [
    number(t.statisticsCarts, ({ returned }) => returned),
    number(t.statisticsCartsInFull, ({ inFull }) => inFull),
    number(t.statisticsCartsInPart, ({ inPart }) => inPart),
    number(t.statisticsCartsExpired, ({ expired }) => expired),
    number(t.statisticsCartsOpen, ({ open }) => open),
    {
      title: t.statisticsCartsTime,
      text: ({ secondsToOrder }) => (secondsToOrder === undefined ? '–' : w.duration(secondsToOrder)),
      value: ({ secondsToOrder }) => String(secondsToOrder ?? ''),
    },
    number(t.statisticsCartsMissing, ({ differences }) => differences.missing),
    number(t.statisticsCartsQuantity, ({ differences }) => differences.quantity),
    number(t.statisticsCartsOverUsed, ({ differences }) => differences.overUsed),
    number(t.statisticsCartsPrice, ({ differences }) => differences.price),
    number(t.statisticsCartsUnit, ({ differences }) => differences.unit),
    number(t.statisticsCartsLate, ({ differences }) => differences.expired),
  ];
}
