import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createMetrics } from '../../platform/metrics.ts';
import { startHealth } from '../../worker/health.ts';

test('health tells whether the worker takes steps, metrics count them', async () => {
  let running = true;
  const { registry, unexpected } = createMetrics();
  unexpected.inc({ where: 'placeOrder' });
  const server = await startHealth({ host: '127.0.0.1', port: 0, isRunning: () => running, registry });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  expect((await fetch(`${url}/health`)).status).toBe(200);
  running = false;
  const stopping = await fetch(`${url}/health`);
  expect([stopping.status, await stopping.json()]).toEqual([503, { status: 'stopping' }]);
  expect(await (await fetch(`${url}/metrics`)).text()).toContain(
    'roundtrip_unexpected_errors_total{where="placeOrder"} 1',
  );
  expect((await fetch(`${url}/`)).status).toBe(404);
  server.close();
});

test('a taken port is an error', async () => {
  const options = { host: '127.0.0.1', isRunning: () => true, registry: createMetrics().registry };
  const first = await startHealth({ ...options, port: 0 });
  const { port } = first.address() as AddressInfo;
  await expect(startHealth({ ...options, port })).rejects.toThrow('something else listens there already');
  first.close();
});
