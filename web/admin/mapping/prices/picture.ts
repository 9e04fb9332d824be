import type { BandSegment } from '../../../../partners/priceBands.ts';

/** Units of the picture; the page scales it. */
const WIDTH = 720;
const HEIGHT = 108;
const MARGIN = 24;
const BAR = { top: 28, height: 44 } as const;
/** Narrower segments carry no number. */
const LEAST_FOR_NUMBER = 18;

/**
 * The bands on one axis, below at the left, above at the right, as SVG without style attributes; colours and hatching are classes.
 * @param at percent of a deviation that is tried
 */
export function drawBands(
  segments: readonly BandSegment[],
  { says, at }: { readonly says: string; readonly at: number | undefined },
): string {
  const ends = segments.flatMap(({ from, to }) => [Number(from), Number(to)]);
  const [least, most] = [Math.min(0, ...ends, at ?? 0), Math.max(0, ...ends, at ?? 0)];
  const x = (percent: number): number => MARGIN + ((percent - least) / (most - least || 1)) * (WIDTH - 2 * MARGIN);
  const bars = segments.map((segment, index) => barOf(segment, index + 1, x));
  const marks = [...new Set([0, ...segments.filter(({ endless }) => !endless).map(({ to }) => Number(to))])];
  const ticks = spaced(marks.map((percent) => ({ percent, x: x(percent) }))).map(
    (tick) =>
      `<text class="band-tick" x="${round(tick.x)}" y="${BAR.top + BAR.height + 28}" text-anchor="middle">${signed(tick.percent)} %</text>`,
  );
  const zero = `<line class="band-zero" x1="${round(x(0))}" x2="${round(x(0))}" y1="${BAR.top - 8}" y2="${BAR.top + BAR.height + 4}"/>`;
  return [
    `<svg class="bands" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(says)}">`,
    ...bars,
    zero,
    ...ticks,
    ...(at === undefined ? [] : [markOf(x(at))]),
    '</svg>',
  ].join('');
}

function barOf({ from, to, action }: BandSegment, number: number, x: (percent: number) => number): string {
  const [left, right] = [Math.min(x(Number(from)), x(Number(to))), Math.max(x(Number(from)), x(Number(to)))];
  const width = right - left;
  const label =
    width < LEAST_FOR_NUMBER
      ? ''
      : `<text class="band-number" x="${round(left + width / 2)}" y="${BAR.top + BAR.height / 2 + 5}" text-anchor="middle">${number}</text>`;
  return `<rect class="band band-${action}" x="${round(left)}" y="${BAR.top}" width="${round(width)}" height="${BAR.height}"/>${label}`;
}

/** The tried deviation: an arrow from above. */
function markOf(at: number): string {
  const [left, middle, right] = [at - 7, at, at + 7].map(round);
  return `<path class="band-mark" d="M${left} ${BAR.top - 20} L${right} ${BAR.top - 20} L${middle} ${BAR.top - 4} Z"/>`;
}

const LEAST_SPACE = 90;

/** Labels that would stand in each other's way are left out; the one at 0 stays. */
function spaced<T extends { readonly percent: number; readonly x: number }>(marks: readonly T[]): T[] {
  const kept: T[] = [];
  for (const mark of marks.toSorted((a, b) => Math.abs(a.percent) - Math.abs(b.percent))) {
    if (kept.every((one) => Math.abs(one.x - mark.x) >= LEAST_SPACE)) kept.push(mark);
  }
  return kept;
}

function signed(percent: number): string {
  return percent > 0 ? `+${percent}` : String(percent).replace('-', '−');
}

function round(value: number): string {
  return value.toFixed(1);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
