import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { rtCustomer, rtExternal, rtOrder, rtPartner, rtState } from '../workflows/searchAttributes.ts';
import { SetupProblem } from './embedded/setupProblem.ts';
import type { TemporalAccess } from './temporalAccess.ts';
import { connectTemporal } from './temporalConnection.ts';

/** The embedded server's store allows ten Keyword attributes for ever, so the list is short and fixed. */
const searchAttributes = [rtPartner, rtCustomer, rtOrder, rtExternal, rtState].map(({ name }) => name);
/** IndexedValueType of the Temporal API. */
const KEYWORD = 2;
/** gRPC status. */
const ALREADY_EXISTS = 6;
const PERMISSION_DENIED = 7;
const UNIMPLEMENTED = 12;
/** Histories are what administrators look at; the servers' default of a day would empty them. */
const RETENTION = 30 * 24 * 3_600_000;

/** What a namespace needs where only its cluster's administrators may change it. */
export const NEEDED = `30 days' retention and the search attributes ${searchAttributes.join(', ')} (Keyword)`;

/**
 * Brings the namespace, its retention and its search attributes to what we need; on a prepared one without effect.
 * @returns false where the cluster lets nobody do so from here, as Temporal Cloud does; the namespace is there then
 * @throws SetupProblem when the cluster cannot be reached, or has no such namespace and lets nobody make it
 */
export async function prepareNamespace(access: TemporalAccess, namespace: string): Promise<boolean> {
  const connection = await connectTemporal(access, 10_000);
  try {
    await registerNamespace(connection, namespace);
    await registerSearchAttributes(connection, namespace);
    return true;
  } catch (error) {
    if (!isForbidden(error)) throw error;
    await requireNamespace(connection, namespace);
    return false;
  } finally {
    await connection.close();
  }
}

/** Does the cluster keep this to its administrators? */
export function isForbidden(error: unknown): boolean {
  const { code } = error as { code?: number };
  return code === PERMISSION_DENIED || code === UNIMPLEMENTED;
}

async function requireNamespace(connection: Connection, namespace: string): Promise<void> {
  try {
    await connection.workflowService.describeNamespace({ namespace });
  } catch (error) {
    throw new SetupProblem(
      `There is no namespace ${namespace} that we may use: ${(error as { details?: string }).details}. Make it where the cluster is managed, with ${NEEDED}.`,
    );
  }
}

/** Search attributes of the namespace that are missing; for doctor. */
export async function missingSearchAttributes(connection: Connection, namespace: string): Promise<string[]> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const types: Readonly<Record<string, number>> = customAttributes;
  const wrong = searchAttributes.find((name) => (types[name] ?? KEYWORD) !== KEYWORD);
  if (wrong) {
    throw new SetupProblem(
      `The search attribute ${wrong} of namespace ${namespace} is not a Keyword. Remove it or use another TEMPORAL_NAMESPACE.`,
    );
  }
  return searchAttributes.filter((name) => !(name in types));
}

async function registerNamespace(connection: Connection, namespace: string): Promise<void> {
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs(RETENTION),
    });
  } catch (error) {
    if ((error as { code?: number }).code !== ALREADY_EXISTS) throw error;
    await connection.workflowService.updateNamespace({
      namespace,
      config: { workflowExecutionRetentionTtl: msToTs(RETENTION) },
    });
  }
}

/** A new namespace takes a moment until every part of the server knows it. */
async function registerSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  for (const deadline = Date.now() + 30_000; ;) {
    try {
      const missing = await missingSearchAttributes(connection, namespace);
      if (missing.length === 0) return;
      await connection.operatorService.addSearchAttributes({
        namespace,
        searchAttributes: Object.fromEntries(missing.map((name) => [name, KEYWORD])),
      });
    } catch (error) {
      if (error instanceof SetupProblem || isForbidden(error) || Date.now() > deadline) throw error;
    }
    await sleep(200);
  }
}
