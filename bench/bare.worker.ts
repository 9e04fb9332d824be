import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createBareActivities } from './bare.activities.ts';

/**
 * The worker of the bare workflows, in a process of its own as the real one is. Arguments: address, namespace, task queue.
 * Prints `ready`, then a line for each order whose delivery, or without an answer whose placing, would have happened.
 */
const [address, namespace, taskQueue] = process.argv.slice(2) as [string, string, string];
Runtime.install({ shutdownSignals: ['SIGTERM'] });
const connection = await NativeConnection.connect({ address });
const worker = await Worker.create({
  connection,
  namespace,
  taskQueue,
  workflowsPath: `${import.meta.dirname}/bare.workflows.ts`,
  activities: createBareActivities({ delivered: () => process.stdout.write('delivered\n') }),
});
process.stdout.write('ready\n');
await worker.run();
await connection.close();
