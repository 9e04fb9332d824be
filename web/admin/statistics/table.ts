import type { AnswerTimes, Statistics } from '../../../statistics/partnerStatistics.ts';
import type { Tongue } from '../../words/words.ts';

/** A column of the statistics: what a page shows, and what a program reads (numbers with a decimal point, seconds). */
interface Column {
  readonly title: string;
  readonly text: (statistics: Statistics) => string;
  readonly value: (statistics: Statistics) => string;
}

/** The columns behind the partner's name. */
export function statisticsColumns({ t, w }: Tongue): readonly Column[] {
  const number = (title: string, of: (statistics: Statistics) => number): Column => ({
    title,
    text: (statistics) => w.quantity(String(of(statistics))),
    value: (statistics) => String(of(statistics)),
  });
  const time = (title: string, of: (statistics: Statistics) => AnswerTimes): Column => ({
    title,
    text: (statistics) => {
      const { median } = of(statistics);
      return median === undefined ? '–' : w.duration(median);
    },
    value: (statistics) => String(of(statistics).median ?? ''),
  });
  return [
    number(t.statisticsOrders, ({ orders }) => orders),
    {
      title: t.statisticsFirstTimeRight,
      text: ({ firstTimeRight }) => (firstTimeRight === undefined ? '–' : w.percent(firstTimeRight)),
      value: ({ firstTimeRight }) => firstTimeRight ?? '',
    },
    number(t.statisticsDecided, ({ documents }) => documents.decided),
    number(t.statisticsWaiting, ({ documents }) => documents.waiting),
    number(t.statisticsRefused, ({ documents }) => documents.refused),
    number(
      t.statisticsSessions,
      ({ sessions: { returned, cancelled, expired, open } }) => returned + cancelled + expired + open,
    ),
    number(t.statisticsCarts, ({ cartsReturned }) => cartsReturned),
    number(t.statisticsDeviating, ({ lines }) => lines.deviating),
    number(t.statisticsOutside, ({ lines }) => lines.outside),
    time(t.statisticsResponse, ({ answers }) => answers.response),
    time(t.statisticsConfirmation, ({ answers }) => answers.confirmation),
    time(t.statisticsDelivery, ({ answers }) => answers.delivery),
    number(t.statisticsUndelivered, ({ deliveries }) => deliveries.gaveUp + deliveries.refusedByReceiver),
  ];
}
