import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../platform/logging.ts';

export interface LoopOptions {
  readonly log: Logger;
  /** Milliseconds between two rounds. */
  readonly pause: number;
  /** What the log says of a round that failed: the next one takes it up. */
  readonly broken: string;
}

/** Work that a worker does again and again beside the steps of its workflows. */
export abstract class Loop {
  readonly #options: LoopOptions;
  readonly #stopped = new AbortController();
  #running: Promise<void> | undefined;
  #woken = new AbortController();

  constructor(options: LoopOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Waits for the round under way. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#running;
  }

  /** Has the next round begin at once, or, while one is under way, right after it. */
  wake(): void {
    this.#woken.abort();
  }

  /** Aborted when the worker stops. */
  protected get signal(): AbortSignal {
    return this.#stopped.signal;
  }

  /** @returns milliseconds until the next round; nothing: the usual pause */
  protected abstract round(): Promise<number | undefined>;

  async #run(): Promise<void> {
    const { log, pause, broken } = this.#options;
    while (!this.signal.aborted) {
      let next: number | undefined;
      this.#woken = new AbortController();
      try {
        next = await this.round();
      } catch (error) {
        log.warn({ error }, broken);
      }
      const signal = AbortSignal.any([this.signal, this.#woken.signal]);
      await sleep(next ?? pause, undefined, { signal }).catch(() => undefined);
    }
  }
}
