import { Client, Connection } from '@temporalio/client';
import { deliverDocumentId, punchInOrderId } from '../workflows/ids.ts';
import type { House } from './house.ts';
import type { BenchFormat } from './orders/spec.ts';
import { documentOf, placed } from './placed.ts';
import { postReceived } from './sender.ts';
import { PARTNER_CODE } from './seed.ts';

/** History events of one clean order: its punchInOrder and the deliverDocument that this started, where there is an answer, both closed. */
export async function cleanOrderEvents(house: House, format: BenchFormat): Promise<number> {
  const number = `${house.prefix}-history`;
  const databaseUrl = house.system.databaseUrl();
  await house.receiver.forget();
  await postReceived(house.sender, { format, number, lines: 10, articles: 300 });
  await placed(databaseUrl, number, 1);
  const id = await documentOf(databaseUrl, number);
  const connection = await Connection.connect({ address: house.system.temporalAddress });
  try {
    const { workflow } = new Client({ connection, namespace: house.system.namespace });
    const closedEvents = async (workflowId: string): Promise<number> => {
      const handle = workflow.getHandle(workflowId);
      await handle.result();
      return (await handle.fetchHistory()).events!.length;
    };
    const order = workflow.getHandle(punchInOrderId(PARTNER_CODE, id));
    const { outboundDocumentId: answer } = (await order.result()) as { outboundDocumentId?: string };
    const events = await closedEvents(order.workflowId);
    return answer === undefined ? events : events + (await closedEvents(deliverDocumentId(answer)));
  } finally {
    await connection.close();
  }
}
