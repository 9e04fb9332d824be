import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { pendingMigrations } from '../../database/migrate.ts';
import { openDatabase } from '../../database/open.ts';
import { countHandovers } from '../../documents/handovers.ts';
import { shopFaultSentence } from '../../documents/shopFaults.ts';
import type { Config } from '../../platform/config.ts';
import { KeyRing } from '../../platform/keyRing.ts';
import { readConnection } from '../../shop/connection.ts';
import type { ConnectionSettings } from '../../shop/input/connection.ts';
import { ShopError, type ShopFault } from '../../shop/port.ts';
import { businessDay, shopProfile } from '../../shop/profile.ts';
import { httpSender } from '../../transports/http/send.ts';
import { openShop } from '../../transports/shop/open.ts';
import { tryShop } from '../../transports/shop/tryShop.ts';
import { guarded, ok, problem, warning, type Finding } from './finding.ts';

const CHECK = 'other shop';
const PAGE = 'Shop, Connection to another shop, in the console';

/** The shop behind us: whether it answers, in our currency, and what it does not have of our orders. Without one there is nothing to say. */
export function checkShop(config: Config): Promise<Finding[]> {
  return guarded(CHECK, 'Is PostgreSQL running, and is DATABASE_URL right?', async () => {
    const orm = await openDatabase({ url: config.databaseUrl, poolMax: 2, applicationName: 'roundtrip-doctor' });
    try {
      // An old schema is told by the check of the database.
      if ((await pendingMigrations(orm)).length > 0) return [];
      const connection = await readConnection(orm.em.fork());
      if (!connection) return [];
      return [...(await callShop(orm, config)), ...(await checkHandovers(orm.em.fork(), connection.settings))];
    } finally {
      await orm.close();
    }
  });
}

async function callShop(orm: MikroORM, config: Config): Promise<Finding[]> {
  const em = orm.em.fork();
  const connection = (await readConnection(em))!;
  const keyRing = new KeyRing(config.secretKeys);
  // That its secret cannot be opened is told with all others.
  if (connection.keyId != null && !keyRing.knows(connection.keyId)) return [];
  const http = httpSender(config);
  try {
    const shop = await openShop(em, { keyRing, http });
    const { live, orders, pull } = connection.settings;
    if (!shop || (live === 'off' && orders !== 'pushed' && pull.length === 0)) return [ok(CHECK, 'is not called')];
    const begin = performance.now();
    const day = businessDay((await shopProfile(em)) ?? { timeZone: 'UTC' }, new Date());
    const { currency, isOurs } = await tryShop(em, shop, day);
    const answers = ok(CHECK, `answers after ${Math.round(performance.now() - begin)} ms`);
    if (isOurs) return [answers];
    return [
      answers,
      problem('its currency', `is ${currency}, and ours is another`, `Set it there, or turn off its prices: ${PAGE}.`),
    ];
  } catch (error) {
    if (!(error instanceof ShopError)) throw error;
    return [problem(CHECK, shopFaultSentence(error.fault, 'en'), todoFor(error.fault))];
  } finally {
    await http.close();
  }
}

function todoFor(fault: ShopFault): string {
  if (fault.code === 'ANSWERED' && (fault.status === 401 || fault.status === 403))
    return `It does not take our user name and secret: set them anew, ${PAGE}.`;
  if (fault.code === 'ADDRESS_PRIVATE') return 'Set ALLOW_PRIVATE_ADDRESSES if the shop really is in the own network.';
  return `Is the shop running, and its address right? ${PAGE}.`;
}

async function checkHandovers(em: EntityManager, { orders }: ConnectionSettings): Promise<Finding[]> {
  const check = 'orders for the other shop';
  const { waiting, late, ended, unknown } = await countHandovers(em, new Date());
  const todo = `See ${PAGE}; Send now tries again.`;
  const findings: Finding[] = [];
  if (ended > 0)
    findings.push(
      problem(check, `${ended} were refused, or given up: the shop does not have them as they stand`, todo),
    );
  if (late > 0 && orders === 'pushed')
    findings.push(warning(check, `${late} wait: attempts failed, or there was none for ten minutes`, todo));
  if (late > 0 && orders === 'fetched')
    findings.push(warning(check, `${late} wait to be fetched`, 'Does the shop read GET /api/v1/shop/orders?'));
  if (unknown > 0)
    findings.push(
      warning(
        check,
        `of ${unknown} it is not known whether they arrived`,
        'They are asked for before they are sent again.',
      ),
    );
  return findings.length > 0 ? findings : [ok(check, `${waiting} wait`)];
}
