import { setTimeout as sleep } from 'node:timers/promises';
import { killServers, stopServers, type Server } from './processes.ts';

const SHORTEST_PAUSE = 200;
const LONGEST_PAUSE = 10_000;
/** A server that ran this long has not failed at starting. */
const STEADY = 60_000;

/** First what takes work, last what stores it. */
export const STOP_ORDER = ['api', 'worker', 'temporal', 'postgres'];

/** Keeps the servers of a data folder running until it is told to stop. */
export class Supervisor {
  readonly #dataDir: string;
  readonly #say: (line: string) => void;
  #stopping = false;

  constructor(dataDir: string, say: (line: string) => void) {
    this.#dataDir = dataDir;
    this.#say = say;
  }

  get stopping(): boolean {
    return this.#stopping;
  }

  /** Starts a server, and again whenever it ends by itself, unless all is being stopped. A first start that fails is the caller's to explain. */
  async keep(start: () => Promise<Server>): Promise<void> {
    const server = await start();
    if (this.#stopping) await server.stop();
    else void this.#watch(server, start);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await stopServers(this.#dataDir, STOP_ORDER);
  }

  /** For the impatient: what is stopping is killed. */
  kill(): void {
    this.#stopping = true;
    killServers(this.#dataDir, STOP_ORDER);
  }

  async #watch(first: Server, start: () => Promise<Server>): Promise<void> {
    let pause = SHORTEST_PAUSE;
    for (let server = first; ;) {
      const began = Date.now();
      const how = await server.exited;
      if (this.#stopping) return;
      this.#say(`${server.name} ${how}; it is started again.`);
      pause = Date.now() - began > STEADY ? SHORTEST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
      server = await this.#again(server.name, start, pause);
      if (this.#stopping) return;
      this.#say(`${server.name} is back.`);
    }
  }

  async #again(name: string, start: () => Promise<Server>, pause: number): Promise<Server> {
    for (;;) {
      await sleep(pause);
      try {
        return await start();
      } catch (error) {
        this.#say(`${name} did not start: ${(error as Error).message}`);
      }
    }
  }
}
