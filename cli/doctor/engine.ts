import type { Connection } from '@temporalio/client';
import type { Config } from '../../platform/config.ts';
import { isForbidden, missingSearchAttributes, NEEDED } from '../../platform/engineNamespace.ts';
import { temporalAccess } from '../../platform/temporalAccess.ts';
import { connectTemporal } from '../../platform/temporalConnection.ts';
import { TASK_QUEUE } from '../../workflows/ids.ts';
import { guarded, ok, problem, warning, type Finding } from './finding.ts';

const DAY = 86_400;
const ADVISED_DAYS = 30;
/** TaskQueueType of the Temporal API. */
const WORKFLOW_QUEUE = 1;

/** Temporal, its namespace, and whether a worker is there. */
export function checkEngine(config: Config): Promise<Finding[]> {
  const { temporalAddress: address, temporalNamespace: namespace, temporalTls } = config;
  const todo = 'Is TEMPORAL_NAMESPACE right? Then: npx roundtrip migrate';
  return guarded('engine', todo, async () => {
    const connection = await connectTemporal(temporalAccess(config));
    try {
      const { serverVersion } = await connection.workflowService.getSystemInfo({});
      return [
        ok('engine', `Temporal ${serverVersion} at ${address}${temporalTls ? ', by TLS' : ''}`),
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
  return [
    days >= ADVISED_DAYS
      ? ok('namespace', `${namespace} keeps histories for ${days} days`)
      : warning('namespace', `${namespace} keeps histories for ${days} days only`, 'Run: npx roundtrip migrate'),
    await checkSearchAttributes(connection, namespace),
  ];
}

async function checkSearchAttributes(connection: Connection, namespace: string): Promise<Finding> {
  const check = 'search attributes';
  try {
    const missing = await missingSearchAttributes(connection, namespace);
    if (missing.length === 0) return ok(check, 'are registered');
    return problem(check, `${missing.join(', ')} are not registered`, 'Run: npx roundtrip migrate');
  } catch (error) {
    if (!isForbidden(error)) throw error;
    return warning(check, 'cannot be seen from here', `The namespace needs ${NEEDED}, made where it is managed.`);
  }
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
