import { describe, expect, it } from 'vitest';
import { drawBars } from '../../../web/charts/bars.ts';
import { drawLines } from '../../../web/charts/lines.ts';

const steps = [0, 1, 2].map((hour) => ({ label: `${hour}:00`, shown: hour !== 1 }));
const hostile = 'Åke & "Söner" <script>alert(1)</script>';

const bars = (counts: readonly number[]) =>
  drawBars({
    ...{ alt: hostile, steps, xTitle: 'Hour', yTitle: hostile },
    series: [
      { colour: 'blue', name: 'placed', counts },
      { colour: 'red', name: 'refused', counts: [0, 2, 0] },
    ],
  });

const lines = () =>
  drawLines({
    ...{ alt: 'Times', steps, xTitle: 'Hour', yTitle: 'Time' },
    series: [{ colour: 'blue', name: 'median', values: [1, undefined, 90] }],
    ticks: [
      { value: 0.5, label: '0.5 s' },
      { value: 3_600, label: '1 h' },
    ],
  });

describe('a chart', () => {
  it('stands in a page under the strictest policy: no style, no script, no text that runs', async () => {
    for (const svg of [await bars([3, 0, 5]), await lines()]) {
      expect(svg).not.toMatch(/\sstyle=|<style|<script|\son\w+=|href=/);
      expect(svg).toMatch(
        /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" class="chart" viewBox="0 0 \d+ \d+" role="img" aria-label="/,
      );
    }
  });

  it('is one picture with one text for those who do not see it', async () => {
    const svg = await bars([3, 0, 5]);
    expect(svg).toContain('aria-label="Åke &amp; &quot;Söner&quot; &lt;script>alert(1)&lt;/script>"');
    expect(svg.match(/role=|aria-/g)).toHaveLength(2);
  });

  it('begins at zero, labels what is to be labelled, and takes its colours from the page', async () => {
    const svg = await bars([3, 0, 5]);
    for (const text of ['>0<', '>0:00<', '>2:00<', '>Hour<']) expect(svg).toContain(text);
    expect(svg).not.toContain('>1:00<');
    expect(new Set(svg.match(/(?<=fill=")var\(--chart-\w+\)/g))).toEqual(
      new Set(['var(--chart-blue)', 'var(--chart-red)']),
    );
  });

  it('is drawn once for the same figures', async () => {
    const [first, again, other] = [await bars([3, 0, 5]), await bars([3, 0, 5]), await bars([3, 0, 6])];
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });
});
