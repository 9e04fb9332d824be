import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createMetrics } from '../../platform/metrics.ts';
import { refreshFigures } from '../../statistics/refresh.ts';
import { startTestApi, type TestApi } from '../kit/api.ts';
import { partnerWith, received } from '../kit/placed.ts';

let [api, metrics]: [TestApi, string] = [undefined!, ''];
const docs = join(import.meta.dirname, '../../docs');
const read = (file: string): string => readFileSync(join(docs, file), 'utf8');
const [rules, dashboard, rest] = [read('monitoring/alerts.yaml'), read('monitoring/dashboard.json'), read('rest.md')];

beforeAll(async () => {
  api = await startTestApi();
  await received(api.database.em(), await partnerWith(api.database.em(), 'amal'));
  while (!(await refreshFigures(api.database.em(), new Date())));
  metrics = await (await fetch(`${api.url}/metrics`)).text();
  return api.close;
});

/** Metrics of API and worker with the suffixes of their kinds. */
async function existing(): Promise<Set<string>> {
  const all = `${metrics}\n${await createMetrics().registry.metrics()}`;
  const types = [...all.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name, type]) => [name!, type!] as const);
  return new Set(
    types.flatMap(([name, type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  );
}

const named = (text: string): string[] => [...new Set(text.match(/\broundtrip_\w+/g))];

describe('the shipped rules and dashboard', () => {
  it('name metrics that there are', async () => {
    const there = await existing();
    expect(named(rules).length).toBeGreaterThan(8);
    expect(named(rules).filter((name) => !there.has(name))).toEqual([]);
    expect(named(dashboard).filter((name) => !there.has(name))).toEqual([]);
  });

  it('ask for labels that there are', () => {
    const labels = [...`${rules}${dashboard}`.matchAll(/(roundtrip_\w+)\{(\w+)=/g)];
    expect(labels.length).toBeGreaterThan(8);
    for (const [, metric, label] of labels) {
      const values = metrics.split('\n').filter((line) => line.startsWith(`${metric!}{`));
      expect(
        values.every((line) => line.includes(`${label!}="`)),
        `${metric}{${label}}`,
      ).toBe(true);
    }
  });

  it('say how bad each alert is, what happens, and what to do', () => {
    const alerts = rules.split('- alert: ').slice(1);
    expect(alerts.length).toBeGreaterThan(8);
    for (const alert of alerts) {
      expect(alert).toMatch(/severity: (critical|warning|info)/);
      expect(alert).toMatch(/summary: '.+'/);
      expect(alert).toMatch(/description: '.+'/);
    }
  });

  it('are drawn from JSON that a person may import as it is', () => {
    const { panels } = JSON.parse(dashboard) as {
      panels: { id: number; title: string; targets: { expr: string }[] }[];
    };
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const { title, targets } of panels) expect(targets.length, title).toBeGreaterThan(0);
  });
});

it('each metric is described in the handbook of the REST interface', async () => {
  const there = [...(await existing())].filter((name) => name.startsWith('roundtrip_'));
  const bases = new Set(there.map((name) => name.replace(/_(bucket|sum|count)$/, '')));
  expect([...bases].filter((name) => !rest.includes(`\`${name}`))).toEqual([]);
});

it('figures of the partners are metrics', () => {
  expect(metrics).toContain('roundtrip_partner_documents_day{partner="Partner amal",outcome="inProgress"} 1');
  expect(metrics).toContain('roundtrip_quarantine_documents 0');
});
