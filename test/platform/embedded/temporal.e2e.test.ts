import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { Client, Connection } from '@temporalio/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { missingSearchAttributes, prepareNamespace } from '../../../platform/engineNamespace.ts';
import { freePort } from '../../../platform/embedded/ports.ts';
import { stopServers } from '../../../platform/embedded/processes.ts';
import { startTemporal, type EmbeddedTemporal } from '../../../platform/embedded/temporal.ts';
import { findTemporalCli } from '../../../platform/embedded/temporalCli.ts';
import { temporaryFolder } from '../../kit/folders.ts';

let dataDir: string;
let port: number;

beforeEach(async () => {
  dataDir = temporaryFolder('temporal');
  mkdirSync(dataDir, { recursive: true });
  port = await freePort();
});

afterEach(async () => {
  await stopServers(dataDir, ['temporal']);
  rmSync(dataDir, { recursive: true });
});

async function start(namespace = 'roundtrip'): Promise<EmbeddedTemporal> {
  const cli = await findTemporalCli(dataDir, (line) => console.log(line));
  return startTemporal({ dataDir, cli, port, namespace });
}

test('what was started is there after kill -9', async () => {
  const first = await start();
  const connection = await Connection.connect({ address: first.address });
  const client = new Client({ connection, namespace: 'roundtrip' });
  await client.workflow.start('any', { workflowId: 'kept', taskQueue: 'nobody' });
  await connection.close();
  process.kill(first.server.pid, 'SIGKILL');
  await first.server.exited;

  const second = await start();
  const again = await Connection.connect({ address: second.address });
  const { status } = await new Client({ connection: again, namespace: 'roundtrip' }).workflow
    .getHandle('kept')
    .describe();
  expect(status.name).toBe('RUNNING');
  await again.close();
});

test('a namespace is prepared also on an existing file, and preparing it again changes nothing', async () => {
  await (await start('earlier')).server.stop();
  const { address } = await start();
  await prepareNamespace({ address }, 'roundtrip');
  const connection = await Connection.connect({ address });
  expect(await missingSearchAttributes(connection, 'roundtrip')).toEqual([]);
  const { config } = await connection.workflowService.describeNamespace({ namespace: 'roundtrip' });
  expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 86_400);
  await connection.close();
});

test('a taken port is a sentence with its variable', async () => {
  const squatter = createServer().listen(port, '127.0.0.1');
  await once(squatter, 'listening');
  await expect(start()).rejects.toThrow(/taken, but Temporal needs it.*TEMPORAL_PORT/);
  squatter.close();
});
