import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { openDatabase } from '../../database/open.ts';
import { balanceBooks, type Books } from '../../documents/books.ts';
import type { StoredOrder, StoredResponse } from './verdict.ts';

/** Resolves when no document and no delivery is under way any more, or `patience` milliseconds have passed. */
export async function settled(databaseUrl: string, patience: number): Promise<boolean> {
  return withClient(databaseUrl, async (client) => {
    for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(250)) {
      const { rows } = await client.query<{ open: boolean }>(
        `select exists (select from inbound_document where state in ('received', 'waiting'))
           or exists (select from outbound_document where state = 'ready') as open`,
      );
      if (!rows[0]!.open) return true;
    }
    return false;
  });
}

/** All orders and order responses that the shop holds. */
export async function stored(databaseUrl: string): Promise<{ orders: StoredOrder[]; responses: StoredResponse[] }> {
  return withClient(databaseUrl, async (client) => {
    const orders = await client.query<StoredOrder>(
      `select external_number as "externalNumber", status, line_count as "lineCount",
         (select count(*)::int from order_line where order_id = orders.id) as "storedLines" from orders`,
    );
    const responses = await client.query<StoredResponse>(
      `select o.external_number as "externalNumber", d.message_id as "messageId", d.state
       from outbound_document d join orders o on o.id = d.order_id`,
    );
    return { orders: orders.rows, responses: responses.rows };
  });
}

/** SHA-256 of every document that was written to be sent. */
export async function writtenHashes(databaseUrl: string): Promise<Set<string>> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ sha256: string }>('select sha256 from outbound_document');
    return new Set(rows.map(({ sha256 }) => sha256));
  });
}

export async function books(databaseUrl: string): Promise<Books> {
  const orm = await openDatabase({ url: databaseUrl });
  try {
    return await balanceBooks(orm.em.fork());
  } finally {
    await orm.close();
  }
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
