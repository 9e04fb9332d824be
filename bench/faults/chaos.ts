import { setTimeout as sleep } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { beginMaintenance, endMaintenance } from '../../platform/maintenance.ts';
import { partNames, type PartName, type System } from '../system.ts';
import { PATIENCE } from './furnish.ts';
import type { Random } from './random.ts';

export type Kills = Record<PartName, number>;

export interface Chaos {
  readonly kills: Kills;
  /** Processes that ended without being killed, in words. */
  readonly crashes: string[];
}

/** Milliseconds between a restart and the next kill, and from a kill to the restart. */
const PAUSE = [200, 3_000] as const;
const DOWNTIME = [0, 2_500] as const;

/**
 * Kills each part in turn, in an order and at moments of chance, and starts it again. Goes on in whole rounds, so that each part is
 * killed equally often, until `enough` says so.
 */
export async function killInTurn(system: System, random: Random, enough: () => boolean): Promise<Chaos> {
  const kills: Kills = { postgres: 0, temporal: 0, api: 0, worker: 0 };
  const crashes: string[] = [];
  do {
    for (const name of random.shuffled(partNames)) {
      await sleep(random.between(...PAUSE));
      const part = system.parts[name];
      await part.kill();
      kills[name] += 1;
      await sleep(random.between(...DOWNTIME));
      await part.start();
      crashes.push(...(await restartCrashed(system)));
    }
  } while (!enough());
  return { kills, crashes };
}

/** A part that ended by itself because another one was away: a fault of its own, but the run goes on. */
async function restartCrashed(system: System): Promise<string[]> {
  const crashed = partNames.filter((name) => system.parts[name].pid() === 0);
  for (const name of crashed) await system.parts[name].start();
  return crashed.map((name) => `${name} ended without being killed`);
}

/** A receiver of answers that can fail. */
interface Receiving<M> {
  readonly modes: readonly M[];
  readonly behave: (mode: M | 'ok') => Promise<void>;
}

/** Lets the partner's receiver fail in every way, each for a while, with good whiles between; in the end it is well. */
export async function failInTurn<M>(
  { modes, behave }: Receiving<M>,
  random: Random,
  enough: () => boolean,
): Promise<void> {
  do {
    for (const mode of random.shuffled(modes)) {
      await behave(mode);
      await sleep(random.between(500, 2_500));
      await behave('ok');
      await sleep(random.between(200, 2_000));
    }
  } while (!enough());
}

/** How long there is maintenance, longer than a process may take to notice, and how long there is none. */
const MAINTAINED = [2_500, 4_000] as const;
const UNMAINTAINED = [5_000, 10_000] as const;
const INSIST = 200;

/** Begins maintenance, and ends and begins it again until `enough` says so. @returns once it has begun; `over`: how often it did, when it is over */
export async function maintainInTurn(
  orm: MikroORM,
  random: Random,
  enough: () => boolean,
): Promise<{ readonly over: Promise<number> }> {
  const begin = () => insist(() => beginMaintenance(orm.em.fork(), { reason: 'faults', by: 'faults' }));
  const goOn = async (): Promise<number> => {
    for (let times = 1; ; times += 1) {
      await sleep(random.between(...MAINTAINED));
      await insist(() => endMaintenance(orm.em.fork()));
      if (enough()) return times;
      await sleep(random.between(...UNMAINTAINED));
      if (enough()) return times;
      await begin();
    }
  };
  await begin();
  return { over: goOn() };
}

/** PostgreSQL is killed, too: whatever does not get through is asked for again. */
async function insist(work: () => Promise<unknown>): Promise<void> {
  for (const giveUp = Date.now() + PATIENCE; ; await sleep(INSIST)) {
    try {
      await work();
      return;
    } catch (error) {
      if (Date.now() > giveUp) throw error;
    }
  }
}
