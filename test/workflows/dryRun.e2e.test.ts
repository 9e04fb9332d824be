import { beforeAll, expect, test } from 'vitest';
import { shadowRun } from '../../activities/shadow.ts';
import { beginDryRun, findDryRunById, rehearsedDocuments } from '../../documents/dryRuns.ts';
import { createLogger } from '../../platform/logging.ts';
import { dryRunWorkflowId } from '../../workflows/ids.ts';
import { TestEngine } from './engine.ts';
import { clean, withOtherPrice } from './orders.ts';

let house: TestEngine;
beforeAll(async () => {
  house = await TestEngine.start();
  return house.close;
});

test('a dry run goes through stored documents in the background and carries nothing out; a shadow run finds the same release', async () => {
  const settings = { answers: { acceptance: 'whenClean' as const } };
  const partner = await house.partner(settings);
  const ids = [];
  for (const [number, text] of [
    ['D-1', clean('D-1')],
    ['D-2', withOtherPrice('D-2')],
  ] as const) {
    ids.push(await house.receive(partner, text, { number, format: 'peppol-28a-order' }));
  }
  await house.result(partner, ids[0]!);
  const em = house.database.em();
  const draft = { ...settings, price: { tolerancePercent: '50' } };
  const since = new Date(Date.now() - 60_000);
  const id = await beginDryRun(em, {
    partnerId: partner.id,
    mode: 'production',
    settings: draft,
    version: 1,
    since,
    by: 'Anna',
  });
  await house.engine.startDryRun(id);
  await house.engine.client.workflow.getHandle(dryRunWorkflowId(id)).result();
  const run = await findDryRunById(house.database.em(), id);
  expect(run).toMatchObject({ total: 2, done: 2, changed: 1 });
  expect(run?.finishedAt).toBeInstanceOf(Date);
  const [newest] = await rehearsedDocuments(house.database.em(), id, { limit: 5 });
  expect(newest).toMatchObject({ number: 'D-2', before: { outcome: 'held' }, after: { outcome: 'placed' } });
  expect(await house.document(ids[0]!)).toMatchObject({ state: 'placed' });

  await house.reached(ids[1]!, 'waiting');
  const log = createLogger('silent', 'test');
  const shadowed = [];
  for await (const { document, otherwise } of shadowRun({ orm: house.database.orm, log }, since)) {
    shadowed.push([document.number, otherwise]);
  }
  expect(shadowed).toEqual([
    ['D-1', false],
    ['D-2', false],
  ]);
});
