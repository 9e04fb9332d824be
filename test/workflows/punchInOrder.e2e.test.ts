import { beforeAll, expect, test } from 'vitest';
import { findOrder } from '../../shop/orderQueries.ts';
import { deliverDocumentId, punchInOrderId } from '../../workflows/ids.ts';
import { TestEngine, until } from './engine.ts';
import { clean } from './orders.ts';

let house: TestEngine;

beforeAll(async () => {
  house = await TestEngine.start();
  return house.close;
});

test('a clean order is placed in status New and answered with 29, in at most 30 events', async () => {
  const partner = await house.partner({ answers: { acceptance: 'whenClean' } });
  const id = await house.receive(partner, clean('C-1'), { number: 'C-1' });
  const result = await house.result(partner, id);
  expect(result).toMatchObject({ outcome: 'placed', orderId: id });
  const order = await findOrder(house.database.em(), { id });
  expect(order).toMatchObject({ status: 'New', externalNumber: 'C-1', lineCount: 3, openLines: 0, responseCode: '29' });
  const answer = await house.answerIs(result.outboundDocumentId, 'delivered');
  expect(answer).toMatchObject({ responseCode: '29', attempts: 1, number: `${order?.number}-1` });
  const [received] = house.receiver.received;
  expect(received?.headers['message-id']).toBe(answer.messageId);
  expect(received?.body).toContain('<cbc:OrderResponseCode listID="UNCL1225">29</cbc:OrderResponseCode>');
  expect(await house.told(id)).toEqual([
    'document.received',
    'document.read',
    'customer.found',
    'lines.matched',
    'prices.checked',
    'order.placed',
    'answer.written',
    'delivery.delivered',
  ]);
  const events = async (workflowId: string) =>
    until(async () => {
      const handle = house.engine.client.workflow.getHandle(workflowId);
      const { status } = await handle.describe();
      return status.name === 'COMPLETED' ? ((await handle.fetchHistory()).events?.length ?? 0) : undefined;
    });
  const parent = await events(punchInOrderId(partner.code, id));
  const child = await events(deliverDocumentId(answer.id));
  expect(parent + child).toBeLessThanOrEqual(30);
});
