import type { TopLevelSpec } from 'vega-lite';
import { paint, type ChartKey, type Step } from './chart.ts';
import { draw, SIZE } from './draw.ts';

export interface Lines {
  readonly alt: string;
  readonly steps: readonly Step[];
  /** By step; undefined where there is nothing. A line has a colour and a dash of its own. */
  readonly series: readonly (ChartKey & { readonly values: readonly (number | undefined)[] })[];
  readonly xTitle: string;
  readonly yTitle: string;
  /** Where the scale has a line, in order, with its label. The scale is logarithmic. */
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

const DASHES: readonly (readonly number[])[] = [
  [1, 0],
  [6, 3],
  [2, 3],
];

/** Lines on a logarithmic scale: seconds and days stand in one picture. */
export async function drawLines({ alt, steps, series, xTitle, yTitle, ticks }: Lines): Promise<string> {
  const values = series.flatMap(({ colour, values: line }) =>
    line.flatMap((value, step) => (value === undefined ? [] : [{ step, value, colour }])),
  );
  const labels = Object.fromEntries(steps.map(({ label }, index) => [index, label]));
  const colours = series.map(({ colour }) => colour);
  const spec: TopLevelSpec = {
    ...SIZE,
    autosize: { type: 'fit', contains: 'padding' },
    data: { values },
    mark: { type: 'line', point: { size: 24 }, strokeWidth: 2 },
    encoding: {
      x: {
        ...{ field: 'step', type: 'ordinal', title: xTitle },
        scale: { domain: steps.map((_step, index) => index), padding: 0.5 },
        axis: {
          values: steps.flatMap((step, index) => (step.shown ? [index] : [])),
          labelExpr: `(${JSON.stringify(labels)})[datum.value]`,
          ticks: false,
        },
      },
      y: {
        ...{ field: 'value', type: 'quantitative', title: yTitle },
        scale: { type: 'log', domain: [ticks[0]!.value, ticks.at(-1)!.value], clamp: true },
        axis: {
          values: ticks.map(({ value }) => value),
          labelExpr: `(${JSON.stringify(Object.fromEntries(ticks.map(({ value, label }) => [value, label])))})[datum.value]`,
        },
      },
      color: {
        ...{ field: 'colour', type: 'nominal', legend: null },
        scale: { domain: colours, range: colours.map(paint) },
      },
      strokeDash: {
        ...{ field: 'colour', type: 'nominal', legend: null },
        scale: { domain: colours, range: colours.map((_colour, index) => [...DASHES[index % DASHES.length]!]) },
      },
    },
  };
  return draw(spec, alt);
}
