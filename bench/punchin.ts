import { setTimeout as sleep } from 'node:timers/promises';
import { inParallel } from './arrivals.ts';
import { startBare, type Bare } from './bare.client.ts';
import { cleanOrderEvents } from './history.ts';
import { DATA_DIR, FEW_ARTICLES, openHouse, type House } from './house.ts';
import { isAnswered, type BenchFormat, type OrderSpec } from './orders/spec.ts';
import { placed } from './placed.ts';
import { watchMemory } from './process.ts';
import type { BenchResult } from './result.ts';
import { postReceived } from './sender.ts';
import { median, rounded } from './statistics.ts';

const SENDERS = 16;
const LINES = 10;
const WARM_UP = 40;
/** What trails behind the last delivery (closing workflows, visibility) must not be in the next measurement. */
const SETTLE = 3_000;

export interface PunchinOptions {
  readonly pairs: number;
  readonly orders: number;
  readonly format: BenchFormat;
}

export interface PunchinResult extends BenchResult {
  readonly bench: 'punchin';
  readonly format: BenchFormat;
  /** Orders per second ÷ bare workflows per second, median of the pairs. */
  readonly ratio: number;
  readonly ordersPerSecond: number;
  readonly barePerSecond: number;
  readonly ratios: readonly number[];
  /** History events of a clean order, its delivery workflow included. */
  readonly events: number;
  /** Highest memory of API and worker together above idle, in MB. */
  readonly peakMemory: number;
}

/**
 * Clean orders per second, from the first byte to the last answer delivered, or to the last order in status New where the process has no
 * answers, against bare workflows of the same shape.
 */
export async function punchin({ pairs, orders, format }: PunchinOptions): Promise<PunchinResult> {
  const house = await openHouse({ articles: FEW_ARTICLES, orders: 0 });
  const { parts, temporalAddress, namespace } = house.system;
  const bare = await startBare(temporalAddress, namespace, `${DATA_DIR}/logs/bare.log`);
  try {
    await sleep(SETTLE);
    const memory = watchMemory([parts.api.pid(), parts.worker.pid()]);
    await cleanOrders(house, 'warm', WARM_UP, { format });
    await bare.orders(WARM_UP, SENDERS, isAnswered(format));
    await sleep(SETTLE);
    const events = await cleanOrderEvents(house, format);
    const runs = await alternate(house, bare, { pairs, orders, format });
    const peak = memory.stop();
    return {
      bench: 'punchin',
      format,
      ratio: rounded(median(runs.map(({ real, bare: without }) => real / without))),
      ordersPerSecond: rounded(median(runs.map(({ real }) => real))),
      barePerSecond: rounded(median(runs.map(({ bare: without }) => without))),
      ratios: runs.map(({ real, bare: without }) => rounded(real / without)),
      events,
      peakMemory: Math.round(peak / 1e6),
    };
  } finally {
    await bare.stop();
    await house.close();
  }
}

/** Per second, in pairs whose order alternates, so that neither side always runs on the warmer server. */
async function alternate(house: House, bare: Bare, { pairs, orders, format }: PunchinOptions) {
  const runs: { real: number; bare: number }[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const perSecond = { real: 0, bare: 0 };
    for (const side of pair % 2 === 0 ? (['real', 'bare'] as const) : (['bare', 'real'] as const)) {
      const milliseconds =
        side === 'real'
          ? await cleanOrders(house, `p${pair}`, orders, { format })
          : await bare.orders(orders, SENDERS, isAnswered(format));
      perSecond[side] = (orders / milliseconds) * 1_000;
      await sleep(SETTLE);
    }
    console.log(
      `pair ${pair + 1}: ${rounded(perSecond.real)} orders/s, ${rounded(perSecond.bare)} bare/s, ${rounded(perSecond.real / perSecond.bare)}`,
    );
    runs.push(perSecond);
  }
  return runs;
}

/** Sends so many clean orders; milliseconds from the first byte until every answer was accepted by the receiver, or every order placed. */
export async function cleanOrders(
  house: House,
  name: string,
  count: number,
  shape: Partial<Pick<OrderSpec, 'format' | 'lines' | 'articles'>> & { readonly senders?: number } = {},
): Promise<number> {
  const { format = 'peppol-28a-order', lines = LINES, articles = FEW_ARTICLES, senders = SENDERS } = shape;
  const prefix = `${house.prefix}-${name}-`;
  await house.receiver.forget();
  const begin = performance.now();
  await inParallel(count, senders, (index) =>
    postReceived(house.sender, { format, number: `${prefix}${index}`, lines, articles }),
  );
  if (isAnswered(format)) await house.receiver.accepted(count, AbortSignal.timeout(600_000));
  else await placed(house.system.databaseUrl(), prefix, count);
  const elapsed = performance.now() - begin;
  const wrong = (await house.receiver.messages()).filter(({ code }) => code !== '29');
  if (wrong.length > 0) throw new Error(`order ${wrong[0]!.order} was answered ${wrong[0]!.code}, not 29`);
  return elapsed;
}
