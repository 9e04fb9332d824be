import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../database/open.ts';
import { inParallel } from './arrivals.ts';
import { DATA_DIR, FEW_ARTICLES, openHouse, type House } from './house.ts';
import { cleanOrders } from './punchin.ts';
import { startReceiver, type Receiver } from './receiver.client.ts';
import type { BenchResult } from './result.ts';
import { agree, seedCaller } from './seed.ts';
import { createSender, postReceived, type Sender } from './sender.ts';
import { p95, rounded } from './statistics.ts';

const FLOOD_CODE = 'flood';
/** Requests of the flooding partner at a time. */
const FLOOD_SENDERS = 16;
const LINES = 10;
const WARM_UP = 40;
/** Milliseconds between two orders of the partner who sends few. */
const PAUSE = 250;
/** Orders of a quiet measurement. */
const QUIET = 60;
/** What trails behind the last delivery must not be in the next measurement. */
const SETTLE = 3_000;

export interface FairnessOptions {
  readonly pairs: number;
  /** Of each flood. */
  readonly orders: number;
}

export interface FairnessResult extends BenchResult {
  readonly bench: 'fairness';
  /** While another partner floods ÷ alone, 95th percentiles of all pairs. */
  readonly ratio: number;
  /** Milliseconds from the first byte of an order to its answer taken, 95th percentiles. */
  readonly alone: number;
  readonly inFlood: number;
  /** Orders of the partner who sends few, during the floods. */
  readonly orders: number;
  /** Orders of the flood a second. */
  readonly floodPerSecond: number;
}

/** A partner whose orders come by the thousand. */
interface Flood {
  readonly sender: Sender;
  readonly receiver: Receiver;
}

/** How long one partner waits for its answers while another sends as much as it can, against the same partner alone. */
export async function fairness({ pairs, orders }: FairnessOptions): Promise<FairnessResult> {
  const house = await openHouse({ articles: FEW_ARTICLES, orders: 0 });
  const flood = await startFlood(house);
  const quiet: number[] = [];
  const loud: number[] = [];
  let seconds = 0;
  try {
    await cleanOrders(house, 'warm', WARM_UP);
    for (let pair = 0; pair < pairs; pair += 1) {
      await sleep(SETTLE);
      let left = QUIET;
      const alone = await oneByOne(house, `q${pair}`, () => left-- > 0);
      await sleep(SETTLE);
      const begin = performance.now();
      let isOver = false;
      const over = pour(house, flood, { pair, orders }).finally(() => (isOver = true));
      const crowded = await oneByOne(house, `f${pair}`, () => !isOver);
      await over;
      seconds += (performance.now() - begin) / 1_000;
      console.log(`pair ${pair + 1}: ${rounded(p95(alone))} ms alone, ${rounded(p95(crowded))} ms in the flood`);
      quiet.push(...alone);
      loud.push(...crowded);
    }
  } finally {
    await flood.sender.close();
    await flood.receiver.program.kill('SIGTERM');
    await house.close();
  }
  return {
    bench: 'fairness',
    ratio: rounded(p95(loud) / p95(quiet)),
    alone: rounded(p95(quiet)),
    inFlood: rounded(p95(loud)),
    orders: loud.length,
    floodPerSecond: rounded((pairs * orders) / seconds),
  };
}

async function startFlood(house: House): Promise<Flood> {
  const receiver = await startReceiver(join(DATA_DIR, 'logs', 'flood.log'));
  const orm = await openDatabase({ url: house.system.databaseUrl() });
  try {
    await agree(orm, await seedCaller(orm, house.system.keyRing, FLOOD_CODE), receiver.url);
  } finally {
    await orm.close();
  }
  return { receiver, sender: createSender(house.system.apiUrl, FLOOD_SENDERS, FLOOD_CODE) };
}

/** Resolves when the last answer of the flood was taken. */
async function pour(
  house: House,
  { sender, receiver }: Flood,
  { pair, orders }: { readonly pair: number; readonly orders: number },
): Promise<void> {
  await receiver.forget();
  await inParallel(orders, FLOOD_SENDERS, (index) =>
    postReceived(sender, {
      number: `${house.prefix}-flood${pair}-${index}`,
      lines: LINES,
      articles: FEW_ARTICLES,
    }),
  );
  await receiver.accepted(orders, AbortSignal.timeout(600_000));
}

/** Orders one after the other, each as soon as the one before is answered and a pause is over. @returns milliseconds to each answer */
async function oneByOne(house: House, name: string, goesOn: () => boolean): Promise<number[]> {
  const times: number[] = [];
  await house.receiver.forget();
  while (goesOn()) {
    const begin = performance.now();
    await postReceived(house.sender, {
      number: `${house.prefix}-${name}-${times.length}`,
      lines: LINES,
      articles: FEW_ARTICLES,
    });
    await house.receiver.accepted(times.length + 1, AbortSignal.timeout(600_000));
    times.push(performance.now() - begin);
    await sleep(PAUSE);
  }
  return times;
}
