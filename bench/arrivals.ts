import { setTimeout as sleep } from 'node:timers/promises';

/** Calls `work` for 0, 1, 2 ... count - 1, `senders` at a time, each next as soon as one is done. */
export async function inParallel(
  count: number,
  senders: number,
  work: (index: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const sender = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.min(senders, count) }, sender));
}

/** Calls `work` at fixed times whether or not the earlier calls are done, as partners who know nothing of each other do. */
export async function atRate(
  count: number,
  perSecond: number,
  work: (index: number) => Promise<unknown>,
): Promise<void> {
  const begin = performance.now();
  const running: Promise<unknown>[] = [];
  for (let index = 0; index < count; index += 1) {
    await sleep(Math.max(0, begin + (index * 1_000) / perSecond - performance.now()));
    running.push(work(index));
  }
  await Promise.all(running);
}
