import type { TopLevelSpec } from 'vega-lite';
import { paint, type Series, type Step } from './chart.ts';
import { draw, SIZE } from './draw.ts';

export interface Bars {
  readonly alt: string;
  readonly steps: readonly Step[];
  /** From the bottom upwards. */
  readonly series: readonly Series[];
  /** With the unit; empty where the pictures beside it say so. */
  readonly xTitle: string;
  readonly yTitle: string;
  /** Of several charts beside each other: the same height means the same. */
  readonly highest?: number;
  /** Share of the usual size. */
  readonly scale?: number;
  /** Pixels between two bars: none for classes of a histogram. */
  readonly gap?: number;
}

/** Stacked bars from zero. */
export async function drawBars({
  alt,
  steps,
  series,
  xTitle,
  yTitle,
  highest,
  scale = 1,
  gap = 0.15,
}: Bars): Promise<string> {
  const values = series.flatMap(({ colour, counts }, order) =>
    counts.flatMap((count, step) => (count > 0 ? [{ step, count, colour, order }] : [])),
  );
  const labels = Object.fromEntries(steps.map(({ label }, index) => [index, label]));
  const shown = steps.flatMap((step, index) => (step.shown ? [index] : []));
  const spec: TopLevelSpec = {
    width: SIZE.width * scale,
    height: SIZE.height * scale,
    autosize: { type: 'fit', contains: 'padding' },
    data: { values },
    mark: { type: 'bar' },
    encoding: {
      x: {
        ...{ field: 'step', type: 'ordinal', title: xTitle === '' ? null : xTitle },
        scale: { domain: steps.map((_step, index) => index), paddingInner: gap, paddingOuter: 0.1 },
        axis: { values: shown, labelExpr: `(${JSON.stringify(labels)})[datum.value]`, ticks: false },
      },
      y: {
        ...{ field: 'count', type: 'quantitative', title: yTitle, stack: 'zero' },
        scale: { zero: true, nice: true, ...(highest !== undefined && { domain: [0, Math.max(highest, 1)] }) },
        axis: { tickMinStep: 1, tickCount: 4, format: 'd' },
      },
      color: {
        ...{ field: 'colour', type: 'nominal', legend: null },
        scale: { domain: series.map(({ colour }) => colour), range: series.map(({ colour }) => paint(colour)) },
      },
      order: { field: 'order', type: 'quantitative' },
    },
  };
  return draw(spec, alt);
}
