import type { RequestHandler } from 'express';
import { sql } from 'kysely';
import type { ApiDeps } from '../deps.ts';

/** One thing that we depend on: `ok`, or `away` with the reason for a person. */
export interface Dependency {
  readonly state: 'ok' | 'away';
  readonly why?: string;
}

/**
 * Without PostgreSQL nothing can be received: 503. Without Temporal or a worker documents are still received and receipts given, and the
 * sweeper starts their workflows later, so that a load balancer must not take us out: 200, `degraded`.
 */
export interface Readiness {
  readonly status: 'ready' | 'degraded' | 'not ready';
  readonly postgresql: Dependency;
  readonly temporal: Dependency;
  readonly worker: Dependency;
}

const WAIT = 2_000;

/** `GET /ready`: can this process do its work, and if not, why. */
export function ready(deps: ApiDeps): RequestHandler {
  return async (_req, res) => {
    const readiness = await checkReadiness(deps);
    res.status(readiness.status === 'not ready' ? 503 : 200).json(readiness);
  };
}

export async function checkReadiness({ orm, engine, config }: ApiDeps): Promise<Readiness> {
  const [postgresql, temporal] = await Promise.all([
    dependency('The database does not answer; see DATABASE_URL.', async () => {
      await sql`select 1`.execute(orm.em.fork().getKysely());
    }),
    dependency(`Temporal does not answer at ${config.temporalAddress}; see TEMPORAL_ADDRESS.`, async () => {
      if (!(await engine.answers(WAIT))) throw new Error('no answer');
    }),
  ]);
  const worker = temporal.state === 'ok' ? await checkWorker(engine) : unknown;
  const all = [postgresql, temporal, worker].every(({ state }) => state === 'ok');
  const status = postgresql.state === 'away' ? 'not ready' : all ? 'ready' : 'degraded';
  return { status, postgresql, temporal, worker };
}

const unknown: Dependency = { state: 'away', why: 'Only Temporal knows the workers, and it does not answer.' };

async function checkWorker(engine: ApiDeps['engine']): Promise<Dependency> {
  return dependency('No worker asks Temporal for work; start one with `roundtrip worker`.', async () => {
    if ((await engine.workersSeen()) === 0) throw new Error('no worker');
  });
}

async function dependency(why: string, check: () => Promise<void>): Promise<Dependency> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), WAIT);
  });
  try {
    await Promise.race([check(), late]);
    return { state: 'ok' };
  } catch {
    return { state: 'away', why };
  } finally {
    clearTimeout(timer);
  }
}
