import { expect, test } from 'vitest';
import { createMetrics } from '../../platform/metrics.ts';
import { sampledGauges } from '../../platform/sampledGauges.ts';

function gaugeOf(sample: () => Promise<[string, number][]>, freshness: number) {
  const { registry } = createMetrics();
  sampledGauges({
    ...{ registry, freshness },
    gauges: [{ name: 'open', help: 'Open', labels: ['state'] }],
    sample: async () => (await sample()).map(([state, value]) => ({ gauge: 'open', labels: { state }, value })),
  });
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

test('a sampled gauge without labels has no value either, where there is none', async () => {
  const { registry } = createMetrics();
  const gauges = [{ name: 'look', help: 'Look', labels: [] }];
  sampledGauges({ registry, gauges, freshness: 0, sample: () => Promise.resolve([]) });
  expect(await registry.getSingleMetricAsString('look')).not.toMatch(/^look/m);
});
