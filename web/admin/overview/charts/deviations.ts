import { deviationBins } from '../../../../statistics/measures.ts';
import { readTotals } from '../../../../statistics/series.ts';
import { drawBars } from '../../../charts/bars.ts';
import type { Chart } from '../../../charts/chart.ts';
import type { ChartQuestion } from '../period.ts';

const FIRST = deviationBins[0]!;
const LAST = deviationBins.at(-1)!;

/** Lines whose price is not ours, by how far it is off, and whether the agreement takes that. */
export async function deviationsChart({ em, tongue, range, mode, partnerId }: ChartQuestion): Promise<Chart> {
  const { t, w } = tongue;
  const measures = ['line', 'deviation.within', 'deviation.outside'] as const;
  const totals = await readTotals(em, { ...range, mode, partnerId, measures });
  const of = (measure: (typeof measures)[number], category: string): number =>
    totals.reduce((sum, one) => (one.measure === measure && one.category === category ? sum + one.count : sum), 0);
  const [within, outside] = [of('line', 'within'), of('line', 'outside')];
  const count = of('line', 'same') + within + outside;
  const series = [
    { colour: 'blue', name: t.overviewWithin, measure: 'deviation.within' },
    { colour: 'red', name: t.overviewOutside, measure: 'deviation.outside' },
  ] as const;
  const counted = series.map(({ colour, name, measure }) => ({
    ...{ colour, name },
    counts: deviationBins.map((bin) => of(measure, String(bin))),
  }));
  const says =
    count === 0 ? t.overviewDeviationsNone : t.overviewDeviationsSays({ count, deviating: within + outside, outside });
  const picture = {
    alt: `${t.overviewDeviations}. ${says}`,
    steps: deviationBins.map((bin) => ({ label: w.percent(String(bin)), shown: bin % 10 === 0 && bin !== LAST })),
    ...{ series: counted, xTitle: t.overviewDeviationAxis, yTitle: t.overviewLines, gap: 0 },
  };
  return {
    ...{ title: t.overviewDeviations, says },
    pictures: within + outside === 0 ? [] : [{ svg: await drawBars(picture) }],
    key: series,
    table: {
      columns: [t.overviewDeviation, ...series.map(({ name }) => name)],
      rows: deviationBins.map((bin, index) => {
        const counts = counted.map(({ counts: all }) => String(all[index] ?? 0));
        return {
          texts: [binName(bin, tongue), ...counts.map((one) => w.quantity(one))],
          values: [binText(bin), ...counts],
        };
      }),
    },
  };
}

function binName(bin: number, { t, w }: ChartQuestion['tongue']): string {
  if (bin === FIRST) return t.overviewBelow({ percent: w.percent(String(FIRST + 1)) });
  if (bin === LAST) return t.overviewFrom({ percent: w.percent(String(LAST)) });
  return t.overviewBetween({ from: w.percent(String(bin)), to: w.percent(String(bin + 1)) });
}

/** `4..5`: from 4 % (inclusive) to 5 %. */
function binText(bin: number): string {
  if (bin === FIRST) return `..${FIRST + 1}`;
  return bin === LAST ? `${LAST}..` : `${bin}..${bin + 1}`;
}
