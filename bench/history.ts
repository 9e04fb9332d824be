import { Client, Connection } from '@temporalio/client';
import { deliverDocumentId, punchInOrderId } from '../workflows/ids.ts';
import type { House } from './house.ts';
import { postReceived } from './sender.ts';
import { PARTNER_CODE } from './seed.ts';

/** History events of one clean order: its punchInOrder and the deliverDocument that this started, both closed. */
export async function cleanOrderEvents(house: House): Promise<number> {
  await house.receiver.forget();
  const sent = await postReceived(house.sender, { number: `${house.prefix}-history`, lines: 10, articles: 300 });
  const { id } = JSON.parse(sent.body) as { id: string };
  await house.receiver.accepted(1);
  const connection = await Connection.connect({ address: house.system.temporalAddress });
  try {
    const { workflow } = new Client({ connection, namespace: house.system.namespace });
    const closedEvents = async (workflowId: string): Promise<number> => {
      const handle = workflow.getHandle(workflowId);
      await handle.result();
      return (await handle.fetchHistory()).events!.length;
    };
    const order = workflow.getHandle(punchInOrderId(PARTNER_CODE, id));
    const { outboundDocumentId } = (await order.result()) as { outboundDocumentId: string };
    return (await closedEvents(order.workflowId)) + (await closedEvents(deliverDocumentId(outboundDocumentId)));
  } finally {
    await connection.close();
  }
}
