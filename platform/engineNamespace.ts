import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { rtCustomer, rtExternal, rtOrder, rtPartner, rtState } from '../workflows/searchAttributes.ts';
import { SetupProblem } from './embedded/setupProblem.ts';

/** The embedded server's store allows ten Keyword attributes for ever, so the list is short and fixed. */
const searchAttributes = [rtPartner, rtCustomer, rtOrder, rtExternal, rtState].map(({ name }) => name);
/** IndexedValueType of the Temporal API. */
const KEYWORD = 2;
/** gRPC status. */
const ALREADY_EXISTS = 6;
/** Histories are what administrators look at; the servers' default of a day would empty them. */
const RETENTION = 30 * 24 * 3_600_000;

/** Brings the namespace, its retention and its search attributes to what we need; on a prepared one without effect. */
export async function prepareNamespace(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 10_000 });
  try {
    await registerNamespace(connection, namespace);
    await registerSearchAttributes(connection, namespace);
  } finally {
    await connection.close();
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
      if (error instanceof SetupProblem || Date.now() > deadline) throw error;
    }
    await sleep(200);
  }
}
