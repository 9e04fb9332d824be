import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

const LOOK_EVERY = 20;
const PATIENCE = 600_000;

/** Resolves when so many orders whose numbers begin so are in status New: where no answer tells, the database does. */
export async function placed(databaseUrl: string, prefix: string, count: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(LOOK_EVERY)) {
      const { rows } = await client.query<{ placed: number }>(
        `select count(*)::int as placed from orders where starts_with(external_number, $1) and status = 'New'`,
        [prefix],
      );
      if (rows[0]!.placed >= count) return;
    }
    throw new Error(`not all of the ${count} orders ${prefix}... were placed in time`);
  } finally {
    await client.end();
  }
}

/** Id of the document that brought an order. */
export async function documentOf(databaseUrl: string, number: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(`select id from inbound_document where number = $1`, [number]);
    if (!rows[0]) throw new Error(`no document has the number ${number}`);
    return rows[0].id;
  } finally {
    await client.end();
  }
}
