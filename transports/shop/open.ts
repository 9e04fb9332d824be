import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../../platform/keyRing.ts';
import type { ShopConnection } from '../../shop/connection.entity.ts';
import { connectionSecret, readConnection } from '../../shop/connection.ts';
import type { ConnectionSettings } from '../../shop/input/connection.ts';
import type { LiveShop } from '../../shop/livePrices.ts';
import type { ShopPort } from '../../shop/port.ts';
import type { HttpSender } from '../http/send.ts';
import { ShopCalls } from './calls.ts';
import { restShop } from './rest.ts';
import { wooCommerceShop } from './wooCommerce.ts';

/** What a shop is called with. */
export interface ShopAccess {
  readonly keyRing: KeyRing;
  readonly http: HttpSender;
}

/** The shop behind us and what it is asked; undefined where there is none, or none that is called. */
export interface OpenShop {
  readonly settings: ConnectionSettings;
  readonly port: ShopPort;
}

export async function openShop(em: EntityManager, access: ShopAccess): Promise<OpenShop | undefined> {
  const connection = await readConnection(em);
  return connection && shopOf(connection, access);
}

/** The shop, where it is asked for prices at the moment. */
export async function openLiveShop(em: EntityManager, access: ShopAccess): Promise<LiveShop | undefined> {
  const connection = await readConnection(em);
  if (!connection) return undefined;
  const { live: policy, cacheSeconds } = connection.settings;
  if (policy === 'off') return undefined;
  const livePrices = shopOf(connection, access)?.port.livePrices;
  return livePrices && { livePrices, cacheSeconds, policy };
}

function shopOf(connection: ShopConnection, { keyRing, http }: ShopAccess): OpenShop | undefined {
  const { settings } = connection;
  const { url, user, timeoutSeconds } = settings;
  if (url === undefined) return undefined;
  const secret = connectionSecret(connection, keyRing);
  const calls = new ShopCalls(http, { url, user, secret, timeout: timeoutSeconds * 1000 });
  return { settings, port: settings.api === 'wooCommerce' ? wooCommerceShop(calls) : restShop(calls) };
}
