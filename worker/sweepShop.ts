import type { MikroORM } from '@mikro-orm/postgresql';
import { findUnstartedHandovers, markHandoverStarted } from '../documents/handovers.ts';
import type { Engine } from '../platform/temporal.ts';
import { readConnection } from '../shop/connection.ts';
import { duePull } from '../shop/pulls.ts';

interface Sweeping {
  readonly orm: MikroORM;
  readonly engine: Engine;
}

/** Starts what is due between the shop behind us and us: orders to hand over, data to read. */
export async function sweepShop({ orm, engine }: Sweeping): Promise<void> {
  const em = orm.em.fork();
  const connection = await readConnection(em);
  if (!connection) return;
  for (const orderId of await findUnstartedHandovers(em)) {
    await engine.handOverOrder(orderId);
    await markHandoverStarted(em, orderId);
  }
  const { settings } = connection;
  if (settings.url !== undefined && (await duePull(em, settings, new Date()))) await engine.pullShop();
}
