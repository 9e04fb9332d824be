import { setTimeout as sleep } from 'node:timers/promises';
import type { Receiver } from '../receiver.client.ts';
import { receiverModes } from '../receiver.messages.ts';
import { partNames, type PartName, type System } from '../system.ts';
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

/** Lets the partner's receiver fail in every way, each for a while, with good whiles between; in the end it is well. */
export async function failInTurn(receiver: Receiver, random: Random, enough: () => boolean): Promise<void> {
  do {
    for (const mode of random.shuffled(receiverModes.filter((other) => other !== 'ok'))) {
      await receiver.behave(mode);
      await sleep(random.between(500, 2_500));
      await receiver.behave('ok');
      await sleep(random.between(200, 2_000));
    }
  } while (!enough());
}
