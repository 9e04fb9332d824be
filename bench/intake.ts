import { setTimeout as sleep } from 'node:timers/promises';
import { atRate } from './arrivals.ts';
import { startBare } from './bare.client.ts';
import { DATA_DIR, FEW_ARTICLES, openHouse, type House } from './house.ts';
import { cleanOrders } from './punchin.ts';
import type { BenchResult } from './result.ts';
import { postReceived } from './sender.ts';
import { p95, rounded } from './statistics.ts';

/** Orders a second, and between each two of them the start of a bare workflow. */
const PER_SECOND = 8;
const LINES = 10;
const GOAL_WITHOUT_TEMPORAL = 200;

export interface IntakeOptions {
  readonly seconds: number;
}

export interface IntakeResult extends BenchResult {
  readonly bench: 'intake';
  /** Receipt ÷ start of a bare workflow, 95th percentiles of the same seconds. */
  readonly ratio: number;
  /** Milliseconds, 95th percentiles. */
  readonly receipt: number;
  readonly bareStart: number;
  /** The same with Temporal killed; its goal is 200 ms. */
  readonly receiptWithoutTemporal: number;
  readonly goalWithoutTemporalMet: boolean;
}

/** How long a partner waits for the receipt, while orders are handled behind it, and with the engine gone. */
export async function intake({ seconds }: IntakeOptions): Promise<IntakeResult> {
  const house = await openHouse({ articles: FEW_ARTICLES, orders: 0 });
  const { temporalAddress, namespace, parts } = house.system;
  const bare = await startBare(temporalAddress, namespace, `${DATA_DIR}/logs/bare.log`);
  try {
    await cleanOrders(house, 'warm', 40);
    await bare.orders(40, 8);
    await house.receiver.forget();
    const count = seconds * PER_SECOND;
    const receipts: number[] = [];
    const starts: number[] = [];
    await atRate(count * 2, PER_SECOND * 2, async (index) => {
      if (index % 2 === 0) receipts.push(await receipt(house, `n${index}`));
      else starts.push(await bare.start());
    });
    await house.receiver.accepted(count);
    await bare.stop();
    await parts.temporal.kill();
    await sleep(1_000);
    const without: number[] = [];
    await atRate(count, PER_SECOND, async (index) => without.push(await receipt(house, `t${index}`)));
    await parts.temporal.start();
    // Nothing that was received meanwhile is lost: the sweeper starts it.
    await house.receiver.accepted(count * 2, AbortSignal.timeout(300_000));
    return {
      bench: 'intake',
      ratio: rounded(p95(receipts) / p95(starts)),
      receipt: rounded(p95(receipts)),
      bareStart: rounded(p95(starts)),
      receiptWithoutTemporal: rounded(p95(without)),
      goalWithoutTemporalMet: p95(without) < GOAL_WITHOUT_TEMPORAL,
    };
  } finally {
    await house.close();
  }
}

async function receipt(house: House, name: string): Promise<number> {
  const sent = await postReceived(house.sender, {
    number: `${house.prefix}-${name}`,
    lines: LINES,
    articles: FEW_ARTICLES,
  });
  return sent.milliseconds;
}
