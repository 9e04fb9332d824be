import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../platform/keyRing.ts';
import { ShopConnection } from './connection.entity.ts';
import type { ConnectionSettings, LivePolicy } from './input/connection.ts';
import type { ShopFault } from './port.ts';

/** What the sealed secret belongs to. */
const CONTEXT = 'shop_connection';

/** The connection, still without its secret; undefined where the embedded shop is all there is. */
export async function readConnection(em: EntityManager): Promise<ShopConnection | undefined> {
  return (await em.findOne(ShopConnection, { id: 1 }, { disableIdentityMap: true })) ?? undefined;
}

/** What becomes of prices of an order where the shop does not answer; undefined: nobody is asked. */
export async function livePolicy(em: EntityManager): Promise<Exclude<LivePolicy, 'off'> | undefined> {
  const live = (await readConnection(em))?.settings.live;
  return live === 'off' ? undefined : live;
}

/** Stores the settings. @param secret the new one; undefined: the one that is there stays */
export async function saveConnection(
  em: EntityManager,
  keyRing: KeyRing,
  { settings, secret, by }: { readonly settings: ConnectionSettings; readonly secret?: string; readonly by: string },
): Promise<void> {
  const sealed = secret === undefined ? {} : keyRing.seal(secret, CONTEXT);
  const row = { id: 1, settings, ...sealed, updatedAt: new Date(), updatedBy: by };
  await em.upsert(ShopConnection, row, { onConflictFields: ['id'], onConflictExcludeFields: ['id'] });
}

/** The secret, opened: for one call, and nowhere else. */
export function connectionSecret({ keyId, sealed }: ShopConnection, keyRing: KeyRing): string | undefined {
  return keyId == null || sealed == null ? undefined : keyRing.open({ keyId, sealed }, CONTEXT);
}

/** Notes how the last call went, for the page that shows it. */
export async function noteCall(em: EntityManager, fault: ShopFault | undefined, now: Date): Promise<void> {
  const change = fault === undefined ? { lastAnswerAt: now } : { lastFault: fault, lastFaultAt: now };
  await em.nativeUpdate(ShopConnection, { id: 1 }, change);
}
