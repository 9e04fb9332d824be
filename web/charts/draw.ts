import { LRUCache } from 'lru-cache';
import type { Config, TopLevelSpec } from 'vega-lite';

/** Pictures that are kept: the same figures are asked for again and again by pages that update themselves. */
const KEPT = 200;
const kept = new LRUCache<string, Promise<string>>({ max: KEPT });

/** Pixels of the design; the page scales it to the room that there is. */
export const SIZE = { width: 420, height: 210 } as const;

const FONT = 'system-ui, sans-serif';

/** Colours are those of the page (assets/charts.css), so that they follow light and dark. */
const config: Config = {
  background: 'transparent',
  font: FONT,
  view: { stroke: null },
  axis: {
    labelColor: 'var(--muted)',
    titleColor: 'var(--muted)',
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    domainColor: 'var(--field)',
    tickColor: 'var(--field)',
    gridColor: 'var(--border)',
    labelOverlap: 'greedy',
  },
  axisX: { grid: false, labelAngle: 0, labelPadding: 5 },
};

/**
 * Draws a chart as SVG to stand in a page: without style attributes and scripts, so that the strictest policy lets it through.
 * @param spec colours as `var(--chart-1)` @param alt what the picture tells, for those who do not see it
 */
export async function draw(spec: TopLevelSpec, alt: string): Promise<string> {
  const key = JSON.stringify([spec, alt]);
  let drawn = kept.get(key);
  if (drawn === undefined) {
    drawn = drawAnew(spec, alt);
    kept.set(key, drawn);
    drawn.catch(() => kept.delete(key));
  }
  return drawn;
}

/** The library takes a quarter of a second and 40 MB, which nobody needs who looks at no chart. */
async function drawAnew(spec: TopLevelSpec, alt: string): Promise<string> {
  const { toSvg } = await import('./vega.ts');
  return asImage(await toSvg(spec, config), alt);
}

/** One picture with one text: parts of it mean nothing to a screen reader, and its size is the page's matter. */
function asImage(svg: string, alt: string): string {
  const [, viewBox = ''] = /viewBox="([\d. ]+)"/.exec(svg) ?? [];
  const inner = svg
    .slice(svg.indexOf('>') + 1)
    .replaceAll(/ (?:role|aria-\w+|class)="[^"]*"/g, '')
    .replaceAll(/ (?:stroke-miterlimit|pointer-events|font-family)="[^"]*"/g, '');
  return `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="${viewBox}" role="img" aria-label="${escaped(alt)}">${inner}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
