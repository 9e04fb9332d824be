import type { EntityManager } from '@mikro-orm/postgresql';
import { decideNow } from '../../../../api/decideNow.ts';
import type { ApiDeps } from '../../../../api/deps.ts';
import { toExpected } from '../../../../api/errors.ts';
import { sendNow } from '../../../../api/v1/documents/sendNow.ts';
import type { BulkRun } from '../../../../documents/bulkRun.entity.ts';
import { nextBulkItem, settleBulkItem, takeBulkRun, type BulkResult } from '../../../../documents/bulkRuns.ts';
import { listOutbound } from '../../../../documents/lists.ts';
import { assignOrder } from '../../../../documents/orderAssignment.ts';

/** Answers of one order that are delivered at once. */
const MOST_DOCUMENTS = 100;

/**
 * Works a run off behind the answer's back, an order after the other, each with a result of its own. A process that dies leaves the rest as
 * rows, which the page offers to go on with.
 */
export function workOff(deps: ApiDeps, runId: string): void {
  work(deps, runId).catch((error: unknown) => deps.log.error({ error, runId }, 'A bulk run was left'));
}

async function work(deps: ApiDeps, runId: string): Promise<void> {
  const run = await takeBulkRun(deps.orm.em.fork(), runId);
  if (!run) return;
  for (;;) {
    const item = await nextBulkItem(deps.orm.em.fork(), runId);
    if (!item) return;
    const result = await doOne(deps, run, item.orderId);
    await settleBulkItem(deps.orm.em.fork(), { runId, position: item.position }, result);
  }
}

async function doOne(deps: ApiDeps, run: BulkRun, orderId: string): Promise<BulkResult> {
  try {
    return { outcome: (await carryOut(deps, run, orderId)) ? 'done' : 'nothing' };
  } catch (failure) {
    const error = toExpected(failure);
    if (!error) {
      deps.metrics.unexpected.inc({ where: 'console' });
      deps.log.error({ error: failure, orderId, runId: run.id }, 'An order of a bulk run failed unexpectedly');
    }
    return { outcome: 'left', error: error?.type ?? 'Unexpected', message: error?.message ?? '' };
  }
}

/** @returns false where there was nothing to do */
async function carryOut(deps: ApiDeps, { action, argument, actor }: BulkRun, orderId: string): Promise<boolean> {
  const em = deps.orm.em.fork();
  if (action === 'assign') return assignOrder(em, { orderId, accountId: argument ?? null, actor });
  if (action === 'retry') return retryAnswers(deps, em, orderId, actor);
  await decideNow(deps, em, {
    orderId,
    decision: action === 'accept' ? { kind: action, lines: [] } : { kind: action },
    actor,
  });
  return true;
}

async function retryAnswers(deps: ApiDeps, em: EntityManager, orderId: string, actor: string): Promise<boolean> {
  const state = ['ready', 'gaveUp', 'refusedByReceiver'] as const;
  const documents = await listOutbound(em, { orderId, state, limit: MOST_DOCUMENTS });
  for (const document of documents) await sendNow(deps, em, document, actor);
  return documents.length > 0;
}
