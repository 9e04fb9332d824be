import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createPlain } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { clock, expiry, type Finding } from '../../../cli/doctor/finding.ts';
import { checkNetwork } from '../../../cli/doctor/network.ts';
import { readLocalConfig } from '../../../platform/config.ts';

const tls = (name: string): string => join(import.meta.dirname, '../../transports/http/tls', name);
const servers: Server[] = [];

async function listen(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

let secure: number;
let plain: number;
beforeAll(async () => {
  const options = { key: readFileSync(tls('server.key')), cert: readFileSync(tls('server.pem')) };
  secure = await listen(createServer(options, (_request, response) => void response.end()));
  plain = await listen(
    createPlain((request, response) => {
      const late = request.url === '/late/health' ? new Date(Date.now() - 600_000) : new Date();
      response.setHeader('date', late.toUTCString());
      response.writeHead(request.url === '/gone/health' ? 404 : 200).end();
    }),
  );
});
afterAll(() => {
  for (const server of servers) server.close();
});
afterEach(() => void vi.useRealTimers());

async function check(env: NodeJS.ProcessEnv): Promise<Record<string, Finding>> {
  const findings = await checkNetwork(readLocalConfig(env), true);
  return Object.fromEntries(findings.map((finding) => [finding.check, finding]));
}

test('a public address that answers in time is fine', async () => {
  expect(await check({ PUBLIC_URL: `http://127.0.0.1:${plain}` })).toMatchObject({
    'public address': { level: 'ok' },
    clock: { level: 'ok' },
  });
});

test.each([
  ['gone', 'public address', /health answers 404/],
  ['late', 'clock', /differs from .* by (600|601) s/],
])('a public address whose path is %s: %s', async (path, name, text) => {
  const found = await check({ PUBLIC_URL: `http://127.0.0.1:${plain}/${path}` });
  expect(found[name]).toMatchObject({ level: 'problem', text: expect.stringMatching(text) as string });
});

test('a certificate that nobody vouches for is a problem of its own, its end is told all the same', async () => {
  const findings = await checkNetwork(readLocalConfig({ PUBLIC_URL: `https://localhost:${secure}` }), true);
  const certificate = findings.filter((finding) => finding.check === 'certificate');
  expect(certificate).toMatchObject([
    { level: 'problem', text: expect.stringMatching(/^is not trusted: /) as string },
    { level: 'ok', text: expect.stringMatching(/^localhost:\d+ is valid until 2126-/) as string },
  ]);
});

test('an authority of EXTRA_CA_FILE is told when it ends, a file without one is a problem', async () => {
  const PUBLIC_URL = `http://127.0.0.1:${plain}`;
  expect(await check({ PUBLIC_URL, EXTRA_CA_FILE: tls('ca.pem') })).toMatchObject({
    'extra authorities': { level: 'ok' },
  });
  expect(await check({ PUBLIC_URL, EXTRA_CA_FILE: tls('server.key') })).toMatchObject({
    'extra authorities': { level: 'problem' },
  });
});

test.each([
  [-1, 'problem', 'expired on 2026-02-28'],
  [29, 'warning', 'expires on 2026-03-30'],
  [31, 'ok', 'valid until 2026-04-01'],
])('what ends in %i days is: %s', (days, level, text) => {
  vi.useFakeTimers({ now: new Date('2026-03-01T12:00:00Z') });
  const finding = expiry('certificate', 'it', new Date(Date.now() + days * 86_400_000), 'Renew it.');
  expect(finding).toMatchObject({ level, text: expect.stringContaining(text) as string });
});

test('clocks may differ by some seconds', () => {
  expect(clock('clock', 'the other', new Date(Date.now() - 4_000)).level).toBe('ok');
  expect(clock('clock', 'the other', new Date(Date.now() + 60_000)).level).toBe('problem');
});
