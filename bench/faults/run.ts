import { join } from 'node:path';
import type { MikroORM } from '@mikro-orm/postgresql';
import { openDatabase } from '../../database/open.ts';
import { createApiKey } from '../../platform/access.ts';
import { atRate } from '../arrivals.ts';
import { benchFormats, isAnswered, type BenchFormat, type OrderSpec } from '../orders/spec.ts';
import { startReceiver, type Receiver } from '../receiver.client.ts';
import { agree, seedPartner } from '../seed.ts';
import { createSender } from '../sender.ts';
import type { System } from '../system.ts';
import { failInTurn, killInTurn, maintainInTurn, type Chaos } from './chaos.ts';
import { ARTICLES, DATABASE, furnish, PATIENCE, startEmpty } from './furnish.ts';
import { Inboxes, inboxesAt } from './inboxes.ts';
import { judgeAll } from './judgeAll.ts';
import { sendUntilReceipt } from './partner.ts';
import { Random } from './random.ts';
import { createShop, type Shop } from './shop.ts';
import type { SentOrder, Verdict } from './verdict.ts';

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

export interface FaultsOptions {
  readonly orders: number;
  readonly seed: number;
  /** Empty. */
  readonly dataDir: string;
}

export interface FaultsResult extends Chaos {
  readonly verdict: Verdict;
  /** Posts of the partner beyond one for each order. */
  readonly resends: number;
  /** Of these, documents that had been stored before. */
  readonly duplicates: number;
  /** How often maintenance began, and how many posts were turned away by it. */
  readonly maintained: number;
  readonly turnedAway: number;
}

/** N orders through a system whose every process is killed meanwhile, and that is maintained now and then, to a receiver that fails in every way. */
export async function runFaults({ orders, seed, dataDir }: FaultsOptions): Promise<FaultsResult> {
  const exchange = join(dataDir, 'exchange');
  const inboxes = new Inboxes(exchange);
  const system = await startEmpty(dataDir, { EXCHANGE_DIR: exchange, PICKUP_INTERVAL: '500ms' });
  const receiver = await startReceiver(join(dataDir, 'logs', 'receiver.log'));
  try {
    const shop = createShop(system.apiUrl, await furnish(system, (orm) => agreeOn(orm, system, receiver)));
    await system.startHouse(DATABASE);
    let streaming = true;
    const enough = (): boolean => !streaming;
    const orm = await openDatabase({ url: system.databaseUrl(), poolMax: 1 });
    const maintenance = await maintainInTurn(orm, new Random(seed + 3), enough);
    const [{ sent, resends, turnedAway }, chaos, maintained] = await Promise.all([
      sendAll({ system, shop, inboxes }, orders, new Random(seed + 2)).finally(() => (streaming = false)),
      killInTurn(system, new Random(seed), enough),
      maintenance.over,
      failInTurn(receiver, new Random(seed + 1), enough),
    ]);
    await orm.close();
    await shop.close();
    const documents = sent.filter(({ answered }) => answered).length + sent.filter(({ delivered }) => delivered).length;
    await receiver.accepted(documents, AbortSignal.timeout(PATIENCE)).catch(() => undefined);
    const experienced = async () => ({ sent, messages: await receiver.messages(), files: inboxes });
    const { verdict, duplicates } = await judgeAll(system.databaseUrl(), experienced, chaos.crashes);
    return { ...chaos, resends, duplicates, maintained, turnedAway, verdict };
  } finally {
    await receiver.program.kill('SIGTERM');
    await system.stop();
  }
}

/** @returns the key of the shop's own system */
async function agreeOn(orm: MikroORM, { keyRing }: System, receiver: Receiver): Promise<string> {
  // A receiver that hangs is given up after 2 s.
  const means = { timeoutSeconds: 2, pickups: inboxesAt({ kind: 'folder' }) };
  await agree(orm, await seedPartner(orm, keyRing), receiver.url, means);
  const shop = { name: 'shop', scopes: ['admin' as const], createdBy: 'faults' };
  return (await createApiKey(orm.em.fork(), keyRing, shop)).key;
}

/** All formats in turn, so that some of each are under way at every kill; the long orders take them in turn too. */
function formatOf(index: number): BenchFormat {
  return benchFormats[(index + 1 + Math.floor(index / LONG_EVERY)) % benchFormats.length]!;
}

/** In bursts, so that a kill hits work under way and not an idle process. */
async function sendAll(
  { system, shop, inboxes }: { readonly system: System; readonly shop: Shop; readonly inboxes: Inboxes },
  orders: number,
  random: Random,
): Promise<{ sent: SentOrder[]; resends: number; turnedAway: number }> {
  const sender = createSender(system.apiUrl, 32);
  const sent: SentOrder[] = [];
  let [resends, turned] = [0, 0];
  const giveUp = AbortSignal.timeout(PATIENCE + orders * 1_000);
  const send = async (index: number): Promise<void> => {
    const lines = index % LONG_EVERY === LONG_EVERY - 1 ? LONG_LINES : 3;
    const format = formatOf(index);
    const order: OrderSpec = { format, number: `F-${index + 1}`, lines, articles: ARTICLES };
    const {
      receipted,
      attempts,
      turnedAway = 0,
      refusal,
    } = index % FILE_EVERY === FILE_EVERY - 1
      ? await inboxes.putUntilFetched(order, giveUp)
      : await sendUntilReceipt(sender, order, { random, giveUp });
    if (refusal) console.log(`${order.number} was refused: ${refusal}`);
    const answered = isAnswered(format);
    const isToDeliver = receipted && answered && lines < LONG_LINES && index % DELIVER_EVERY === 0;
    const delivered = isToDeliver && (await shop.deliver(order.number, giveUp));
    if (isToDeliver && !delivered) console.log(`${order.number} could not be delivered in time`);
    sent.push({ number: order.number, lines, receipted, answered, delivered });
    resends += attempts - 1;
    turned += turnedAway;
  };
  const perSecond = Math.min(orders / STREAM_SECONDS, MOST_PER_SECOND);
  await atRate(Math.ceil(orders / BURST), perSecond / BURST, async (burst) => {
    const indexes = Array.from({ length: BURST }, (_, index) => burst * BURST + index);
    await Promise.all(indexes.filter((index) => index < orders).map(send));
  });
  await sender.close();
  return { sent, resends, turnedAway: turned };
}
