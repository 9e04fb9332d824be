import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { inParallel } from './arrivals.ts';
import type { bareNothing, bareOrder, bareUnanswered } from './bare.workflows.ts';
import { run } from './process.ts';

const TASK_QUEUE = 'bench-bare';

export interface Bare {
  readonly workerPid: number;
  /**
   * Starts so many bare orders, `senders` at a time; milliseconds from the first start to the last delivery, or to the end of the last
   * order where the process has no answers.
   */
  orders(count: number, senders: number, answered?: boolean): Promise<number>;
  /** Milliseconds that one start of an empty workflow takes. */
  start(): Promise<number>;
  stop(): Promise<void>;
}

/** Bare workflows on the same server and namespace as the real ones, with a worker process of their own. */
export async function startBare(address: string, namespace: string, logFile: string): Promise<Bare> {
  let delivered = 0;
  let onDelivered: (() => void) | undefined;
  const worker = run({
    name: 'bare worker',
    args: [`${import.meta.dirname}/bare.worker.ts`, address, namespace, TASK_QUEUE],
    logFile,
    onLine: () => {
      delivered += 1;
      onDelivered?.();
    },
  });
  await worker.firstLine;
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace });
  const options = (): { taskQueue: string; workflowId: string } => ({
    taskQueue: TASK_QUEUE,
    workflowId: `bare:${randomUUID()}`,
  });
  return {
    workerPid: worker.pid,
    orders: async (count, senders, answered = true) => {
      delivered = 0;
      const all = new Promise<void>((resolve) => {
        onDelivered = () => delivered >= count && resolve();
      });
      const begin = performance.now();
      await inParallel(count, senders, () =>
        answered
          ? client.workflow.start<typeof bareOrder>('bareOrder', options())
          : client.workflow.start<typeof bareUnanswered>('bareUnanswered', options()),
      );
      await all;
      return performance.now() - begin;
    },
    start: async () => {
      const begin = performance.now();
      await client.workflow.start<typeof bareNothing>('bareNothing', options());
      return performance.now() - begin;
    },
    stop: async () => {
      await connection.close();
      await worker.kill('SIGTERM');
    },
  };
}
