import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { OutboundDocument } from '../../documents/outbound.entity.ts';
import { reconcile } from '../../platform/reconcile.ts';
import { deliverDocumentId, punchInOrderId } from '../../workflows/ids.ts';
import { TestEngine, until } from '../workflows/engine.ts';
import { clean, withUnknownArticle } from '../workflows/orders.ts';

let house: TestEngine;

beforeAll(async () => {
  // The sweeper would do part of the work.
  house = await TestEngine.start({ SWEEP_INTERVAL: '1h' });
  return house.close;
});

/** The answer to an order, once it is delivered. */
async function answerTo(inboundDocument: string): Promise<OutboundDocument> {
  return until(async () => {
    const found = await house.database.em().findOne(OutboundDocument, { inboundDocument, state: 'delivered' });
    return found ?? undefined;
  });
}

test('what the engine has lost is started again once, and sent under its old message id', async () => {
  const { orm } = house.database;
  const partner = await house.partner({
    answers: { acceptance: 'whenClean' },
    orderResponses: { url: house.receiver.url },
  });
  const answered = await house.receive(partner, clean('R-1'));
  await house.reached(answered, 'placed');
  const answer = await answerTo(answered);
  const held = await house.receive(partner, withUnknownArticle('R-2'));
  await house.reached(held, 'waiting');
  const forgotten = await house.store(partner, clean('R-3'));
  // As a backup of the time before the delivery has it, and an engine that lost the workflow of the held order.
  const ready = { state: 'ready', finishedAt: null } as const;
  await house.database.em().nativeUpdate(OutboundDocument, { id: answer.id }, ready);
  await house.engine.client.workflow.getHandle(punchInOrderId(partner.code, held)).terminate('lost');

  expect(await reconcile(orm, house.engine, true)).toMatchObject({ documents: 2, deliveries: 1, sessions: 0 });
  expect(await reconcile(orm, house.engine, false)).toMatchObject({ documents: 2, deliveries: 1, sessions: 0 });
  await house.reached(forgotten, 'placed');
  const sentAgain = await answerTo(answered);
  expect(sentAgain).toMatchObject({ id: answer.id, messageId: answer.messageId });
  expect(house.receiver.received.filter(({ body }) => body.includes('>R-1<'))).toHaveLength(2);
  await answerTo(forgotten);
  await house.decide(held, { kind: 'reject', lines: [] });
  await house.reached(held, 'refused');
  const again = await reconcile(orm, house.engine, false);
  expect(again).toMatchObject({ documents: 0, sessions: 0, notices: 0 });
});

test('a workflow without a row is named and left alone', async () => {
  const workflowId = deliverDocumentId(randomUUID());
  const options = { workflowId, taskQueue: 'nobody', args: [] };
  const handle = await house.engine.client.workflow.start('deliverDocument', options);
  const found = await until(async () => {
    const { withoutRow } = await reconcile(house.database.orm, house.engine, true);
    return withoutRow.length > 0 ? withoutRow : undefined;
  });
  expect(found).toEqual([workflowId]);
  expect((await handle.describe()).status.name).toBe('RUNNING');
  await handle.terminate();
});
