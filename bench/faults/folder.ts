import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { orderXml } from '../orders.ts';
import type { OrderSpec } from '../orders/spec.ts';
import type { Delivered } from './partner.ts';

/** Milliseconds between two looks whether a file was fetched. */
const PAUSE = 250;

/** The folder that the partner puts its orders into, below the folder for partners. */
export const PARTNER_FOLDER = 'bench/in';

/**
 * Puts an order into the folder as a purchasing system does, once, under another name until it is whole; it has its receipt when the file
 * stands in the archive.
 * @param exchange folder for partners
 */
export async function putUntilFetched(exchange: string, order: OrderSpec, giveUp: AbortSignal): Promise<Delivered> {
  const folder = join(exchange, PARTNER_FOLDER);
  mkdirSync(folder, { recursive: true });
  const file = `${order.number}.xml`;
  writeFileSync(join(folder, `${file}.part`), orderXml(order));
  renameSync(join(folder, `${file}.part`), join(folder, file));
  const isIn = (name: 'archive' | 'errors'): boolean => {
    mkdirSync(join(folder, name), { recursive: true });
    return readdirSync(join(folder, name)).some((kept) => kept.endsWith(`-${file}`));
  };
  while (!isIn('archive')) {
    if (isIn('errors')) return { receipted: false, attempts: 1, refusal: 'its file was moved into errors' };
    if (giveUp.aborted) return { receipted: false, attempts: 1, refusal: 'its file was not fetched in time' };
    await sleep(PAUSE);
  }
  return { receipted: true, attempts: 1 };
}
