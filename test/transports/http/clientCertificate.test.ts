import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HttpSender } from '../../../transports/http/send.ts';

// Keys of this test alone: the authorities' own keys were thrown away.
const file = (name: string): string => join(import.meta.dirname, 'tls', name);
const text = (name: string): string => readFileSync(file(name), 'utf8');

const servers: Server[] = [];
const sender = new HttpSender({ allowPrivateAddresses: true, extraCaFile: file('ca.pem') });
const urls: string[] = [];

/** Servers that let in nobody without a certificate of one authority, by both versions of TLS. */
beforeAll(async () => {
  for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const) {
    const own = { key: text('server.key'), cert: text('server.pem'), ca: text('clients-ca.pem'), maxVersion };
    const server = createServer({ ...own, requestCert: true, rejectUnauthorized: true }, (request, response) => {
      const { subject } = (request.socket as TLSSocket).getPeerCertificate();
      response.end(subject.CN);
    });
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    urls.push(`https://127.0.0.1:${(server.address() as AddressInfo).port}/in`);
  }
});
afterAll(async () => {
  await sender.close();
  for (const server of servers) server.close().closeAllConnections();
});

const document = { messageId: 'm', contentType: 'application/xml', size: 4, body: Buffer.from('<x/>'), timeout: 3_000 };

test('a server that demands it sees the client certificate', async () => {
  const clientCertificate = { certificate: text('client.pem'), key: text('client.key') };
  for (const url of urls) {
    expect(await sender.send({ ...document, url, clientCertificate })).toMatchObject({
      status: 200,
      body: 'shop.example',
    });
  }
});

test('without one, or with one of another authority, nothing arrives, and it is told so far as TLS tells it', async () => {
  const other = { certificate: text('server.pem'), key: text('server.key') };
  const [plain, newer] = urls as [string, string];
  expect(await sender.send({ ...document, url: plain })).toEqual({
    kind: 'failed',
    fault: { code: 'CLIENT_CERTIFICATE_REFUSED' },
  });
  for (const over of [
    { url: newer },
    { url: plain, clientCertificate: other },
    { url: newer, clientCertificate: other },
  ]) {
    expect(await sender.send({ ...document, ...over })).toMatchObject({ kind: 'failed' });
  }
});
