import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { setOutgoing } from '../../partners/credentials.ts';
import { createPartner, saveAgreement } from '../../partners/partners.ts';
import { BUYER } from '../articles.ts';
import { CXML_BUYER, CXML_SUPPLIER } from '../orders/cxml.ts';
import { benchFormats } from '../orders/spec.ts';
import { PARTNER_CODE } from '../seed.ts';
import type { Part, System } from '../system.ts';
import { killInTurn, type Chaos } from './chaos.ts';
import { OrderingPartner, type Courier } from './courier.ts';
import { writtenHashes } from './evidence.ts';
import { folderCourier, sftpCourier } from './filesCourier.ts';
import { DATABASE, furnish, PATIENCE, startEmpty } from './furnish.ts';
import { judgeAll } from './judgeAll.ts';
import { mailCourier } from './mailCourier.ts';
import { Random } from './random.ts';
import type { Verdict } from './verdict.ts';

/** A worker that was killed is followed by another one within this time. */
const CLAIM_PATIENCE = 20_000;

const couriers = { folder: folderCourier, sftp: sftpCourier, mail: mailCourier };
/** Folders on this machine, or on a server of SFTP; or by mail. */
export type Way = keyof typeof couriers;
export const ways = Object.keys(couriers) as Way[];

export interface TransportFaultsResult extends Chaos {
  readonly verdict: Verdict;
  /** What the partner put: orders, repeats and broken ones. */
  readonly files: number;
  /** Kills that left a file claimed and not put away. */
  readonly midway: number;
}

interface Options {
  readonly kills: number;
  readonly orders: number;
  readonly by: Way;
  readonly seed: number;
  /** Empty. */
  readonly dataDir: string;
}

/**
 * Orders come and answers leave as files or mails while every process is killed in turn, worker and PostgreSQL with one in hand, connections
 * are cut, and the server of answers fails, where there is one.
 */
export async function runTransportFaults(options: Options): Promise<TransportFaultsResult> {
  const { kills: wanted, orders, by, seed, dataDir } = options;
  const courier = await couriers[by](join(dataDir, 'exchange'));
  const system = await startEmpty(dataDir, courier.environment);
  try {
    await furnish(system, (orm) => agreeOn(orm, system, courier));
    await system.startHouse(DATABASE);
    const partner = new OrderingPartner(courier);
    const share = Math.ceil(orders / (Math.ceil(wanted / 4) * 4));
    const order = () => partner.order(Math.min(share, orders - partner.sent.length));
    let [killed, midway] = [0, 0];
    const midst = (part: Part, isInHand: boolean): Part => ({
      ...part,
      kill: async () => {
        await order();
        if (isInHand) await until(() => courier.claimed().length > 0, CLAIM_PATIENCE);
        else courier.cut();
        await part.kill();
        if (isInHand && courier.claimed().length > 0) midway += 1;
      },
    });
    const { postgres, temporal, api, worker } = system.parts;
    const parts = {
      ...{ postgres: midst(postgres, true), worker: midst(worker, true) },
      ...{ temporal: midst(temporal, false), api: midst(api, false) },
    };
    let isOver = false;
    const [chaos] = await Promise.all([
      killInTurn({ ...system, parts }, new Random(seed), () => (killed += 4) >= wanted).finally(() => (isOver = true)),
      courier.fail?.(new Random(seed + 1), () => isOver),
    ]);
    await until(() => courier.left().length === 0, PATIENCE);
    const experienced = async () => {
      const messages = courier.answers(await writtenHashes(system.databaseUrl()));
      return { sent: partner.sent, messages, files: courier };
    };
    const { verdict } = await judgeAll(system.databaseUrl(), experienced, chaos.crashes);
    return { ...chaos, verdict, files: courier.put.length, midway };
  } finally {
    await system.stop();
    await courier.close();
  }
}

/** Looks again and again, often enough to see a file in the short time that it is claimed. */
async function until(isSo: () => boolean, patience: number): Promise<void> {
  for (const deadline = Date.now() + patience; !isSo() && Date.now() < deadline;) await sleep(2);
}

async function agreeOn(orm: MikroORM, { keyRing }: System, courier: Courier): Promise<void> {
  const em = orm.em.fork();
  const partnerId = await createPartner(em, { name: 'Filer', addresses: { production: PARTNER_CODE } });
  const of = { partnerId, mode: 'production', by: 'faults' } as const;
  const { secret } = courier;
  if (secret !== undefined) await setOutgoing(em, keyRing, { ...of, name: 'filer', kind: 'bearer', secret });
  const settings = {
    formats: [...benchFormats],
    cxml: { from: [CXML_BUYER], to: [CXML_SUPPLIER] },
    customers: [BUYER.customerNumber],
    answers: { acceptance: 'whenClean' as const },
    ...courier.settings,
  };
  await saveAgreement(em, { ...of, settings });
}
