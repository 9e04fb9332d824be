import { expect, test } from 'vitest';
import { createMetrics, sampledGauge } from '../../platform/metrics.ts';

function gaugeOf(sample: () => Promise<[string, number][]>, freshness: number) {
  const { registry } = createMetrics();
  sampledGauge({ registry, name: 'open', help: 'Open', label: 'state', freshness, sample });
  return async () =>
    (await registry.getSingleMetricAsString('open')).split('\n').filter((line) => !line.startsWith('#'));
}

test('a sampled gauge is asked for at most once while it is fresh', async () => {
  let asked = 0;
  const read = gaugeOf(async () => [['waiting', (asked += 1)]], 60_000);
  expect(await read()).toEqual(['open{state="waiting"} 1']);
  expect(await read()).toEqual(['open{state="waiting"} 1']);
  expect(asked).toBe(1);
});

test('a sampled gauge has no value while it cannot be asked for, and one again afterwards', async () => {
  let away = false;
  const read = gaugeOf(async () => {
    if (away) throw new Error('away');
    return [['waiting', 2]];
  }, 0);
  expect(await read()).toEqual(['open{state="waiting"} 2']);
  away = true;
  expect(await read()).not.toContain('open{state="waiting"} 2');
  away = false;
  expect(await read()).toEqual(['open{state="waiting"} 2']);
});
