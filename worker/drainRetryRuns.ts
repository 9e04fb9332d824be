import type { MikroORM } from '@mikro-orm/postgresql';
import { findOutbound } from '../documents/outbound.ts';
import { lockDueOfRun, recordRetries, runningRetryRuns, type RetryOutcome } from '../documents/retryRuns.ts';
import { RoundtripError } from '../platform/errors.ts';
import { retryDelivery } from '../platform/retryDelivery.ts';
import type { Engine } from '../platform/temporal.ts';

interface Draining {
  readonly orm: MikroORM;
  readonly engine: Engine;
}

/** Of each run, the documents whose turn has come by its rate are sent. Every worker does so; a run is one worker's at a time. */
export async function drainRetryRuns({ orm, engine }: Draining, now: Date): Promise<void> {
  for (const id of await runningRetryRuns(orm.em.fork())) {
    // Where Temporal goes away in between, what it took is written down all the same.
    let failure: Error | undefined;
    await orm.em.fork().transactional(async (tx) => {
      const due = await lockDueOfRun(tx, id, now);
      const outcomes: RetryOutcome[] = [];
      try {
        for (const documentId of due?.documents ?? []) {
          outcomes.push(await retryOne({ orm, engine }, documentId, due!.by));
        }
      } catch (error) {
        failure = error as Error;
      }
      if (outcomes.length > 0) await recordRetries(tx, id, outcomes);
    });
    if (failure !== undefined) throw failure;
  }
}

/** In a transaction of its own: a document that cannot be sent does not stop the others. @throws where Temporal or the database is away */
async function retryOne({ orm, engine }: Draining, documentId: string, by: string): Promise<RetryOutcome> {
  const em = orm.em.fork();
  const document = await findOutbound(em, documentId);
  if (!document) throw new Error(`document ${documentId} of a run is gone`);
  try {
    await retryDelivery(em, engine, document, by);
    return { documentId };
  } catch (error) {
    if (!(error instanceof RoundtripError)) throw error;
    const { type, message, details } = error;
    return { documentId, error: { type, message, details } };
  }
}
