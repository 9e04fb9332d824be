/** Runs of all checks that apply to a partner's test agreement. */
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 } from 'uuid';
import { storable } from '../database/text.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { KeyRing } from '../platform/keyRing.ts';
import { buyerOf } from '../simulator/buyer.ts';
import { createSimulation, endSimulation, findSimulation } from '../simulator/simulations.ts';
import { fail, type Check, type CheckContext, type CheckResult, type Verdict } from './checks/check.ts';
import { planChecks } from './plan.ts';
import { ConformanceRun } from './run.entity.ts';

/** New credentials are known everywhere within two seconds. */
const SETTLED = 2_200;
/** Milliseconds that an answer may take. */
const PATIENCE = 60_000;
/** A run that gave no sign of life for so long has lost its process. */
const LOST = 5 * 60_000;
const HOURS = 2;

export interface ConformanceDeps {
  readonly orm: MikroORM;
  readonly keyRing: KeyRing;
  /** PUBLIC_URL: the checks call it as the partner does. */
  readonly address: string;
}

export interface BegunRun {
  readonly id: string;
  /** Resolves when the run is over; never rejects for what a check finds. */
  readonly done: Promise<void>;
}

/**
 * Begins a run; it goes on by itself.
 * @param told after each check
 * @throws NotFound for a partner without test address or agreement, Conflict while another run is going on
 */
export async function beginRun(
  deps: ConformanceDeps,
  { partnerId, by }: { readonly partnerId: string; readonly by: string },
  told: (result: CheckResult, of: number) => void = () => {},
): Promise<BegunRun> {
  const em = deps.orm.em.fork();
  const now = new Date();
  const latest = await latestRun(em, partnerId);
  if (latest && isGoingOn(latest, now)) {
    throw new RoundtripError('Conflict', 'A run is going on already; its result is soon there.');
  }
  const given = { partnerId, hours: HOURS, by, address: deps.address };
  const { id: simulationId } = await createSimulation(em, deps.keyRing, given, now);
  const simulation = await findSimulation(em, simulationId, now);
  const checks = planChecks(simulation.settings);
  const id = v7();
  await em.insert(ConformanceRun, {
    ...{ id, partner: partnerId, agreementVersion: simulation.version, startedAt: now, startedBy: by, seenAt: now },
    ...{ finishedAt: null, planned: checks.map((check) => check.id), results: [], failure: null },
  });
  const context: CheckContext = {
    em: () => deps.orm.em.fork(),
    ...{ simulation, buyer: buyerOf(simulation, deps.keyRing), patience: PATIENCE, sent: new Map() },
  };
  return { id, done: work(deps, id, { checks, context, by, told }) };
}

interface Work {
  readonly checks: readonly Check[];
  readonly context: CheckContext;
  readonly by: string;
  readonly told: (result: CheckResult, of: number) => void;
}

async function work(deps: ConformanceDeps, id: string, { checks, context, by, told }: Work): Promise<void> {
  const results: CheckResult[] = [];
  const note = (more: Partial<ConformanceRun>): Promise<number> =>
    deps.orm.em.fork().nativeUpdate(ConformanceRun, { id }, { seenAt: new Date(), ...more });
  try {
    await sleep(SETTLED);
    for (const check of checks) {
      const result = await runCheck(check, context);
      results.push(result);
      await note({ results: storable(results) });
      told(result, checks.length);
    }
    await note({ finishedAt: new Date() });
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    await note({ finishedAt: new Date(), failure }).catch(() => 0);
  } finally {
    await endSimulation(deps.orm.em.fork(), context.buyer.simulationId, by, new Date());
  }
}

/** A check that breaks is a finding: the others go on. */
async function runCheck({ id, run }: Check, context: CheckContext): Promise<CheckResult> {
  const begin = performance.now();
  let verdict: Verdict;
  try {
    verdict = await run(context);
  } catch (error) {
    verdict = fail('broken', error instanceof Error ? error.message : String(error));
  }
  return { id, ...verdict, milliseconds: Math.round(performance.now() - begin) };
}

export function isGoingOn({ finishedAt, seenAt }: ConformanceRun, now: Date): boolean {
  return finishedAt === null && now.getTime() - seenAt.getTime() < LOST;
}

export async function latestRun(em: EntityManager, partner: string): Promise<ConformanceRun | undefined> {
  const [latest] = await listRuns(em, partner, 1);
  return latest;
}

/** Newest first. */
export async function listRuns(em: EntityManager, partner: string, limit: number): Promise<ConformanceRun[]> {
  return em.find(ConformanceRun, { partner }, { orderBy: { id: 'desc' }, limit, disableIdentityMap: true });
}

/** @throws NotFound */
export async function findRun(em: EntityManager, partner: string, id: string): Promise<ConformanceRun> {
  const found = await em.findOne(ConformanceRun, { id, partner }, { disableIdentityMap: true });
  if (!found) throw new RoundtripError('NotFound', 'There is no such conformance run of this partner.');
  return found;
}
