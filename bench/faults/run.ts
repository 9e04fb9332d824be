import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../../database/migrate.ts';
import { openDatabase } from '../../database/open.ts';
import { atRate } from '../arrivals.ts';
import { benchFormats, isAnswered, type BenchFormat, type OrderSpec } from '../orders/spec.ts';
import { startReceiver, type Receiver } from '../receiver.client.ts';
import { agree, seedPartner, seedShop } from '../seed.ts';
import { createSender } from '../sender.ts';
import { startServers, type System } from '../system.ts';
import { failInTurn, killInTurn, type Chaos } from './chaos.ts';
import { createApiKey } from '../../platform/access.ts';
import { books, settled, stored } from './evidence.ts';
import { PARTNER_FOLDER, putUntilFetched } from './folder.ts';
import { sendUntilReceipt } from './partner.ts';
import { Random } from './random.ts';
import { createShop, type Shop } from './shop.ts';
import { judge, type SentOrder, type Verdict } from './verdict.ts';

const DATABASE = 'roundtrip';
const ARTICLES = 300;
/** The orders come in over about this time, so that every part is killed while they do. */
const STREAM_SECONDS = 30;
const MOST_PER_SECOND = 8;
const BURST = 12;
/** Every so many orders one is long: it goes through the spool and is streamed instead of remembered. */
const LONG_EVERY = 25;
const LONG_LINES = 700;
/** Every so many orders one comes as a file in a folder; the others are posted. */
const FILE_EVERY = 4;
/** Every so many orders one is accepted and delivered by the shop, where its format has a despatch advice. */
const DELIVER_EVERY = 3;
const PATIENCE = 300_000;

export interface FaultsOptions {
  readonly orders: number;
  readonly seed: number;
  /** Emptied first. */
  readonly dataDir: string;
}

export interface FaultsResult extends Chaos {
  readonly verdict: Verdict;
  /** Posts of the partner beyond one for each order. */
  readonly resends: number;
  /** Of these, documents that had been stored before. */
  readonly duplicates: number;
}

/** N orders through a system whose every process is killed meanwhile, to a receiver that fails in every way. */
export async function runFaults({ orders, seed, dataDir }: FaultsOptions): Promise<FaultsResult> {
  rmSync(dataDir, { recursive: true, force: true });
  const exchange = join(dataDir, 'exchange');
  const system = await startServers({
    dataDir,
    settings: {
      DELIVERY_FIRST_RETRY: '200ms',
      DELIVERY_LONGEST_RETRY: '2s',
      SWEEP_INTERVAL: '2s',
      EXCHANGE_DIR: exchange,
      PICKUP_INTERVAL: '500ms',
    },
  });
  const receiver = await startReceiver(join(dataDir, 'logs', 'receiver.log'));
  try {
    const shop = createShop(system.apiUrl, await furnish(system, receiver));
    await system.startHouse(DATABASE);
    const random = new Random(seed);
    let streaming = true;
    const enough = (): boolean => !streaming;
    const [{ sent, resends }, chaos] = await Promise.all([
      sendAll({ system, shop, exchange }, orders, new Random(seed + 2)).finally(() => (streaming = false)),
      killInTurn(system, random, enough),
      failInTurn(receiver, new Random(seed + 1), enough),
    ]);
    await shop.close();
    const documents = sent.filter(({ answered }) => answered).length + sent.filter(({ delivered }) => delivered).length;
    await receiver.accepted(documents, AbortSignal.timeout(PATIENCE)).catch(() => undefined);
    const done = await settled(system.databaseUrl(), PATIENCE);
    const verdict = judge({ sent, messages: await receiver.messages(), ...(await stored(system.databaseUrl())) });
    const kept = await books(system.databaseUrl());
    const wrong = [
      ...verdict.wrong,
      ...chaos.crashes,
      ...(done ? [] : ['some documents or deliveries were never finished']),
      ...(kept.balanced ? [] : [`the books do not balance: ${JSON.stringify(kept)}`]),
    ];
    return { ...chaos, resends, duplicates: kept.duplicates, verdict: { ...verdict, wrong } };
  } finally {
    await receiver.program.kill('SIGTERM');
    await system.stop();
  }
}

/** @returns the key of the shop's own system */
async function furnish(system: System, receiver: Receiver): Promise<string> {
  await system.createDatabase(DATABASE);
  const url = system.databaseUrl(DATABASE);
  const orm = await openDatabase({ url });
  try {
    await migrate(orm);
    await seedShop(url, ARTICLES);
    // A receiver that hangs is given up after 2 s.
    await agree(orm, await seedPartner(orm, system.keyRing), receiver.url, {
      timeoutSeconds: 2,
      pickups: [{ kind: 'folder', folder: PARTNER_FOLDER, whole: 'renamed' }],
    });
    const shop = { name: 'shop', scopes: ['admin'], createdBy: 'faults' } as const;
    return (await createApiKey(orm.em.fork(), system.keyRing, { ...shop, scopes: [...shop.scopes] })).key;
  } finally {
    await orm.close();
  }
}

/** All formats in turn, so that some of each are under way at every kill; the long orders take them in turn too. */
function formatOf(index: number): BenchFormat {
  return benchFormats[(index + 1 + Math.floor(index / LONG_EVERY)) % benchFormats.length]!;
}

/** In bursts, so that a kill hits work under way and not an idle process. */
async function sendAll(
  { system, shop, exchange }: { readonly system: System; readonly shop: Shop; readonly exchange: string },
  orders: number,
  random: Random,
): Promise<{ sent: SentOrder[]; resends: number }> {
  const sender = createSender(system.apiUrl, 32);
  const sent: SentOrder[] = [];
  let resends = 0;
  const giveUp = AbortSignal.timeout(PATIENCE + orders * 1_000);
  const send = async (index: number): Promise<void> => {
    const lines = index % LONG_EVERY === LONG_EVERY - 1 ? LONG_LINES : 3;
    const format = formatOf(index);
    const order: OrderSpec = { format, number: `F-${index + 1}`, lines, articles: ARTICLES };
    const { receipted, attempts, refusal } =
      index % FILE_EVERY === FILE_EVERY - 1
        ? await putUntilFetched(exchange, order, giveUp)
        : await sendUntilReceipt(sender, order, { random, giveUp });
    if (refusal) console.log(`${order.number} was refused: ${refusal}`);
    const answered = isAnswered(format);
    const isToDeliver = receipted && answered && lines < LONG_LINES && index % DELIVER_EVERY === 0;
    const delivered = isToDeliver && (await shop.deliver(order.number, giveUp));
    if (isToDeliver && !delivered) console.log(`${order.number} could not be delivered in time`);
    sent.push({ number: order.number, lines, receipted, answered, delivered });
    resends += attempts - 1;
  };
  const perSecond = Math.min(orders / STREAM_SECONDS, MOST_PER_SECOND);
  await atRate(Math.ceil(orders / BURST), perSecond / BURST, async (burst) => {
    const indexes = Array.from({ length: BURST }, (_, index) => burst * BURST + index);
    await Promise.all(indexes.filter((index) => index < orders).map(send));
  });
  await sender.close();
  return { sent, resends };
}
