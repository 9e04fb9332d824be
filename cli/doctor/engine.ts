import { Connection } from '@temporalio/client';
import type { Config } from '../../platform/config.ts';
import { missingSearchAttributes } from '../../platform/engineNamespace.ts';
import { TASK_QUEUE } from '../../workflows/ids.ts';
import { guarded, ok, problem, warning, type Finding } from './finding.ts';

const DAY = 86_400;
const ADVISED_DAYS = 30;
/** TaskQueueType of the Temporal API. */
const WORKFLOW_QUEUE = 1;

/** Temporal, its namespace, and whether a worker is there. */
export function checkEngine({ temporalAddress, temporalNamespace: namespace }: Config): Promise<Finding[]> {
  const todo =
    'Is Temporal running, and are TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE right? Then: npx roundtrip migrate';
  return guarded('engine', todo, async () => {
    const connection = await Connection.connect({ address: temporalAddress, connectTimeout: 5_000 });
    try {
      const { serverVersion } = await connection.workflowService.getSystemInfo({});
      return [
        ok('engine', `Temporal ${serverVersion} at ${temporalAddress}`),
        ...(await checkNamespace(connection, namespace)),
        await checkWorkers(connection, namespace),
      ];
    } finally {
      await connection.close();
    }
  });
}

async function checkNamespace(connection: Connection, namespace: string): Promise<Finding[]> {
  const { config } = await connection.workflowService.describeNamespace({ namespace });
  const days = Math.floor(Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0) / DAY);
  const missing = await missingSearchAttributes(connection, namespace);
  return [
    days >= ADVISED_DAYS
      ? ok('namespace', `${namespace} keeps histories for ${days} days`)
      : warning('namespace', `${namespace} keeps histories for ${days} days only`, 'Run: npx roundtrip migrate'),
    missing.length === 0
      ? ok('search attributes', 'are registered')
      : problem('search attributes', `${missing.join(', ')} are not registered`, 'Run: npx roundtrip migrate'),
  ];
}

async function checkWorkers(connection: Connection, namespace: string): Promise<Finding> {
  const { pollers } = await connection.workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name: TASK_QUEUE },
    taskQueueType: WORKFLOW_QUEUE,
  });
  if (pollers && pollers.length > 0) return ok('worker', `${pollers.length} at work`);
  return problem(
    'worker',
    'none has asked for work lately',
    'Start one: npx roundtrip worker (npm start does it itself).',
  );
}
