import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createPlain, type IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HttpSender } from '../../../transports/http/send.ts';

// Keys of this test alone: the authority's own key was thrown away.
const file = (name: string): string => join(import.meta.dirname, 'tls', name);

let server: Server;
let port: number;

beforeAll(async () => {
  const options = { key: readFileSync(file('server.key')), cert: readFileSync(file('server.pem')) };
  server = createServer(options, (_request, response) => void response.end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => server.close().closeAllConnections());

const body = Buffer.from('<x/>');
const document = (url: string) => ({
  url,
  messageId: 'm',
  contentType: 'application/xml',
  size: 4,
  body,
  timeout: 3_000,
});

test('a certificate of an unknown authority is refused, with words', async () => {
  const sender = new HttpSender({ allowPrivateAddresses: true });
  expect(await sender.send(document(`https://127.0.0.1:${port}/`))).toMatchObject({
    kind: 'failed',
    fault: { code: 'CERTIFICATE_INCOMPLETE' },
  });
  await sender.close();
});

test('an authority of EXTRA_CA_FILE is trusted beside the usual ones, and for its names only', async () => {
  const sender = new HttpSender({ allowPrivateAddresses: true, extraCaFile: file('ca.pem') });
  expect(await sender.send(document(`https://127.0.0.1:${port}/`))).toMatchObject({ kind: 'answered', status: 200 });
  expect(await sender.send(document(`https://127.0.0.2:${port}/`))).toMatchObject({ kind: 'failed' });
  await sender.close();
});

test('deliveries go through the proxy; it resolves names, we still refuse private addresses', async () => {
  const asked: (string | undefined)[] = [];
  const proxy = createPlain((request: IncomingMessage, response) => {
    asked.push(request.url);
    request.resume();
    response.writeHead(202).end();
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const sender = new HttpSender({ proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` });
  expect(await sender.send(document('http://partner.example/in'))).toMatchObject({ kind: 'answered', status: 202 });
  expect(asked).toEqual(['http://partner.example/in']);
  expect(await sender.send(document('http://10.0.0.1/in'))).toMatchObject({ kind: 'blocked' });
  await sender.close();
  proxy.close();
});
