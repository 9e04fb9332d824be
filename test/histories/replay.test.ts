import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeterminismViolationError } from '@temporalio/workflow';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker';
import { beforeAll, expect, test } from 'vitest';
import type { History } from './shape.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });

let workflowBundle: WorkflowBundle;

beforeAll(async () => {
  const workflowsPath = join(import.meta.dirname, '../../workflows/index.ts');
  workflowBundle = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
});

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'));

function read(file: string): History {
  return JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as History;
}

test('there is a history for every path', () => {
  expect(files.length).toBeGreaterThanOrEqual(19);
});

test.each(files)('the workflows of today replay %s', async (file) => {
  await Worker.runReplayHistory({ workflowBundle }, historyFromJSON(read(file)), file);
});

const isPlacing = (data: string | undefined) => data !== undefined && atob(data).includes('"placeOrder"');

test('a replay notices a step that is not there any more', async () => {
  const { events } = read('clean.json');
  const without = events.filter(
    ({ markerRecordedEventAttributes: marker }) => !isPlacing(marker?.details['data']?.payloads[0]?.data),
  );
  expect(without.length).toBe(events.length - 1);
  const renumbered = without.map((event, index) => ({ ...event, eventId: String(index + 1) }));
  await expect(
    Worker.runReplayHistory({ workflowBundle }, historyFromJSON({ events: renumbered }), 'clean'),
  ).rejects.toThrow(DeterminismViolationError);
});

test('a clean order and its delivery take at most 30 events', () => {
  const delivery = read('deliveryRetried.json').events.length;
  expect(read('clean.json').events.length + delivery).toBeLessThanOrEqual(30);
});
