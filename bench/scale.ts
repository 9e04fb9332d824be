import { setTimeout as sleep } from 'node:timers/promises';
import { FEW_ARTICLES, moveInto, openHouse, type House, type Stored } from './house.ts';
import { watchMemory } from './process.ts';
import { cleanOrders } from './punchin.ts';
import type { BenchResult } from './result.ts';
import { median, rounded } from './statistics.ts';

const EMPTY: Stored = { articles: FEW_ARTICLES, orders: 0 };
const LARGE: Stored = { articles: 1_000_000, orders: 200_000 };
const SHORT_ORDER = 1_000;
const LONG_ORDER = 10_000;
const WARM_UP = 60;
const SETTLE = 2_000;

export interface ScaleOptions {
  readonly pairs: number;
  readonly orders: number;
}

export interface ScaleResult extends BenchResult {
  readonly bench: 'scale';
  /** Time per order with a million articles and prices and 200,000 orders stored ÷ with none; median of the pairs. */
  readonly ratio: number;
  /** Milliseconds per order. */
  readonly empty: number;
  readonly large: number;
  /** Highest memory of API and worker above idle: an order of 10,000 lines ÷ one of 1,000; medians. */
  readonly memoryRatio: number;
  /** MB. */
  readonly memoryShortOrder: number;
  readonly memoryLongOrder: number;
}

/** What an order costs in a full house against an empty one, and a long one against a short one. */
export async function scale({ pairs, orders }: ScaleOptions): Promise<ScaleResult> {
  const house = await openHouse(EMPTY);
  try {
    const memory = await memoryByLength(house, pairs);
    const costs = await costsByStore(house, pairs, orders);
    return {
      bench: 'scale',
      ratio: rounded(median(costs.map(({ empty, large }) => large / empty))),
      empty: rounded(median(costs.map(({ empty }) => empty))),
      large: rounded(median(costs.map(({ large }) => large))),
      memoryRatio: rounded(memory.long / memory.short),
      memoryShortOrder: rounded(memory.short),
      memoryLongOrder: rounded(memory.long),
    };
  } finally {
    await house.close();
  }
}

async function costsByStore(house: House, pairs: number, orders: number) {
  const costs: { empty: number; large: number }[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const cost = { empty: 0, large: 0 };
    for (const side of pair % 2 === 0 ? (['empty', 'large'] as const) : (['large', 'empty'] as const)) {
      const stored = side === 'empty' ? EMPTY : LARGE;
      await anew(house, stored);
      cost[side] = (await cleanOrders(house, `${side}${pair}`, orders, { articles: stored.articles })) / orders;
    }
    console.log(`pair ${pair + 1}: empty ${rounded(cost.empty)} ms, large ${rounded(cost.large)} ms an order`);
    costs.push(cost);
  }
  return costs;
}

/** MB above idle, each in fresh processes: memory that one order took would hide what the next one takes. */
async function memoryByLength(house: House, rounds: number): Promise<{ short: number; long: number }> {
  const peaks: { short: number; long: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const peak = {
      short: await peakOf(house, `short${round}`, SHORT_ORDER),
      long: await peakOf(house, `long${round}`, LONG_ORDER),
    };
    console.log(
      `round ${round + 1}: ${SHORT_ORDER} lines ${rounded(peak.short)} MB, ${LONG_ORDER} lines ${rounded(peak.long)} MB`,
    );
    peaks.push(peak);
  }
  return { short: median(peaks.map(({ short }) => short)), long: median(peaks.map(({ long }) => long)) };
}

/** From idle, just started, through some short orders that make it warm, to the end of one of that length. */
async function peakOf(house: House, name: string, lines: number): Promise<number> {
  await house.system.stopHouse();
  await moveInto(house, EMPTY);
  await sleep(SETTLE);
  const { api, worker } = house.system.parts;
  const memory = watchMemory([api.pid(), worker.pid()]);
  await cleanOrders(house, `${name}-warm`, WARM_UP);
  await cleanOrders(house, name, 1, { lines });
  return memory.stop() / 1e6;
}

/** Fresh API and worker, warm. */
async function anew(house: House, stored: Stored): Promise<void> {
  await house.system.stopHouse();
  await moveInto(house, stored);
  await cleanOrders(house, `warm${process.hrtime.bigint()}`, WARM_UP, { articles: stored.articles });
  await sleep(SETTLE);
}
