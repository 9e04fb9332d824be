import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '../../database/migrate.ts';
import { openDatabase } from '../../database/open.ts';
import { setOutgoing } from '../../partners/credentials.ts';
import { createPartner, saveAgreement } from '../../partners/partners.ts';
import { startSftpServer, type SftpTestServer } from '../../test/kit/sftpServer.ts';
import { BUYER } from '../articles.ts';
import { CXML_BUYER, CXML_SUPPLIER } from '../orders/cxml.ts';
import { benchFormats } from '../orders/spec.ts';
import { PARTNER_CODE, seedShop } from '../seed.ts';
import { startServers, type Part, type System } from '../system.ts';
import { killInTurn, type Chaos } from './chaos.ts';
import { books, settled, stored, writtenHashes } from './evidence.ts';
import { FilesPartner, folders } from './filesPartner.ts';
import { judgeFiles } from './filesVerdict.ts';
import { Random } from './random.ts';
import { judge, type Verdict } from './verdict.ts';

const DATABASE = 'roundtrip';
const ARTICLES = 300;
const PATIENCE = 300_000;
/** A worker that was killed is followed by another one within this time. */
const CLAIM_PATIENCE = 20_000;

/** Where the folders are: on this machine, or on a server of SFTP. */
export const ways = ['folder', 'sftp'] as const;
export type Way = (typeof ways)[number];

export interface TransportFaultsResult extends Chaos {
  readonly verdict: Verdict;
  /** Files that the partner put: orders, repeats and broken ones. */
  readonly files: number;
  /** Kills that left a file claimed and not put away. */
  readonly midway: number;
}

interface Options {
  readonly kills: number;
  readonly orders: number;
  readonly by: Way;
  readonly seed: number;
  /** Emptied first. */
  readonly dataDir: string;
}

/** Orders come as files and answers leave as files while every process is killed in turn, worker and PostgreSQL with a file in hand, and SFTP's connections are cut. */
export async function runTransportFaults(options: Options): Promise<TransportFaultsResult> {
  const { kills: wanted, orders, by, seed, dataDir } = options;
  rmSync(dataDir, { recursive: true, force: true });
  const retries = { DELIVERY_FIRST_RETRY: '200ms', DELIVERY_LONGEST_RETRY: '2s', SWEEP_INTERVAL: '2s' };
  const exchange = join(dataDir, 'exchange');
  const settings = { ...retries, PICKUP_INTERVAL: '300ms', EXCHANGE_DIR: exchange };
  const system = await startServers({ dataDir, settings });
  const sftp = by === 'sftp' ? await startSftpServer() : undefined;
  try {
    const partner = new FilesPartner(sftp?.root ?? exchange, ARTICLES);
    await furnish(system, sftp);
    await system.startHouse(DATABASE);
    const share = Math.ceil(orders / (Math.ceil(wanted / 4) * 4));
    const order = () => partner.order(Math.min(share, orders - partner.sent.length));
    let [killed, midway] = [0, 0];
    const midst = (part: Part, isInHand: boolean): Part => ({
      ...part,
      kill: async () => {
        await order();
        if (isInHand) await until(() => partner.claimed().length > 0, CLAIM_PATIENCE);
        else sftp?.cut();
        await part.kill();
        if (isInHand && partner.claimed().length > 0) midway += 1;
      },
    });
    const { postgres, temporal, api, worker } = system.parts;
    const parts = {
      ...{ postgres: midst(postgres, true), worker: midst(worker, true) },
      ...{ temporal: midst(temporal, false), api: midst(api, false) },
    };
    const chaos = await killInTurn({ ...system, parts }, new Random(seed), () => (killed += 4) >= wanted);
    await until(() => partner.left().length === 0, PATIENCE);
    const isDone = await settled(system.databaseUrl(), PATIENCE);
    const verdict = await judgeAll(system, partner, [
      ...chaos.crashes,
      ...(isDone ? [] : ['some documents or deliveries were never finished']),
    ]);
    return { ...chaos, verdict, files: partner.put.length, midway };
  } finally {
    await system.stop();
    await sftp?.close();
  }
}

async function judgeAll(system: System, partner: FilesPartner, wrong: readonly string[]): Promise<Verdict> {
  const url = system.databaseUrl();
  const messages = partner.answers(await writtenHashes(url));
  const ofOrders = judge({ sent: partner.sent, messages, ...(await stored(url)) });
  const ofFiles = judgeFiles(partner.put, partner.kept(), partner.left());
  const kept = await books(url);
  return {
    lost: [...ofOrders.lost, ...ofFiles.lost],
    doubled: [...ofOrders.doubled, ...ofFiles.doubled],
    wrong: [
      ...ofOrders.wrong,
      ...wrong,
      ...(kept.balanced ? [] : [`the books do not balance: ${JSON.stringify(kept)}`]),
    ],
  };
}

/** Looks again and again, often enough to see a file in the short time that it is claimed. */
async function until(isSo: () => boolean, patience: number): Promise<void> {
  for (const deadline = Date.now() + patience; !isSo() && Date.now() < deadline;) await sleep(2);
}

async function furnish(system: System, sftp: SftpTestServer | undefined): Promise<void> {
  await system.createDatabase(DATABASE);
  const url = system.databaseUrl(DATABASE);
  const orm = await openDatabase({ url });
  try {
    await migrate(orm);
    await seedShop(url, ARTICLES);
    const em = orm.em.fork();
    const partnerId = await createPartner(em, { name: 'Filer', addresses: { production: PARTNER_CODE } });
    const of = { partnerId, mode: 'production', by: 'faults' } as const;
    if (sftp) await setOutgoing(em, system.keyRing, { ...of, name: 'filer', kind: 'bearer', secret: sftp.password });
    const at = sftp ? login(sftp) : { kind: 'folder' as const };
    const settings = {
      formats: [...benchFormats],
      cxml: { from: [CXML_BUYER], to: [CXML_SUPPLIER] },
      customers: [BUYER.customerNumber],
      answers: { acceptance: 'whenClean' as const },
      pickups: [
        { ...at, folder: folders.renamed, whole: 'renamed' as const },
        { ...at, folder: folders.written },
      ],
      orderResponses: { ...at, folder: folders.answers },
    };
    await saveAgreement(em, { ...of, settings });
  } finally {
    await orm.close();
  }
}

function login({ port, user, hostKey }: SftpTestServer) {
  return { kind: 'sftp' as const, host: '127.0.0.1', port, user, credential: 'filer', hostKey };
}
