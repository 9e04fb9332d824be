import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { HttpSender, type HttpDocument } from '../../../transports/http/send.ts';

const servers: Server[] = [];
const sender = new HttpSender({ allowPrivateAddresses: true });

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

async function receiver(listener: Listener): Promise<string> {
  const server = createServer((request, response) => void listener(request, response));
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/in?from=us`;
}

function document(url: string, over: Partial<HttpDocument> = {}): HttpDocument {
  const body = Buffer.from('<OrderResponse/>');
  return {
    url,
    messageId: '0198c0de-0000-7000-8000-000000000001',
    contentType: 'application/xml; charset=utf-8',
    size: body.length,
    body,
    timeout: 2_000,
    ...over,
  };
}

async function text(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

test('reaches a private address of our own where no other is reached', async () => {
  const guarded = new HttpSender();
  const url = await receiver((_request, response) => response.writeHead(202).end());
  expect(await guarded.send(document(url))).toMatchObject({ kind: 'blocked' });
  expect(await guarded.send(document(url, { toOurselves: true }))).toMatchObject({ kind: 'answered', status: 202 });
  await guarded.close();
});

test('sends the document with its headers and keeps the answer', async () => {
  let seen: { headers: IncomingMessage['headers']; url?: string | undefined; body: string } | undefined;
  const url = await receiver(async (request, response) => {
    seen = { headers: request.headers, url: request.url, body: await text(request) };
    response.writeHead(202, { 'content-type': 'text/plain' }).end('thanks');
  });
  const outcome = await sender.send(document(url, { authorization: 'Bearer abc' }));
  expect(outcome).toEqual({ kind: 'answered', status: 202, contentType: 'text/plain', body: 'thanks' });
  expect(seen).toMatchObject({
    url: '/in?from=us',
    body: '<OrderResponse/>',
    headers: {
      'content-type': 'application/xml; charset=utf-8',
      'content-length': '16',
      'message-id': '0198c0de-0000-7000-8000-000000000001',
      'user-agent': 'Roundtrip',
      authorization: 'Bearer abc',
    },
  });
});

test('streams a long document', async () => {
  let received = 0;
  const url = await receiver(async (request, response) => {
    for await (const part of request) received += (part as Buffer).length;
    response.end();
  });
  const chunk = Buffer.alloc(256 * 1024, 'x');
  async function* body() {
    for (let index = 0; index < 20; index += 1) yield chunk;
  }
  const outcome = await sender.send(document(url, { body: body(), size: 20 * chunk.length }));
  expect(outcome).toMatchObject({ kind: 'answered', status: 200 });
  expect(received).toBe(20 * chunk.length);
});

test('keeps 8 KiB of a long answer and does not wait for the rest', async () => {
  const url = await receiver((_request, response) => {
    response.writeHead(500);
    response.write('x'.repeat(64 * 1024));
  });
  const outcome = await sender.send(document(url));
  expect(outcome).toMatchObject({ kind: 'answered', status: 500, body: 'x'.repeat(8 * 1024) });
});

test('follows no redirect', async () => {
  let calls = 0;
  const url = await receiver((_request, response) => {
    calls += 1;
    response.writeHead(307, { location: '/elsewhere' }).end();
  });
  expect(await sender.send(document(url))).toMatchObject({ kind: 'answered', status: 307 });
  expect(calls).toBe(1);
});

test('hands over 429 with its Retry-After', async () => {
  const url = await receiver((_request, response) => {
    response.writeHead(429, { 'retry-after': '3' }).end();
  });
  expect(await sender.send(document(url))).toMatchObject({ kind: 'answered', status: 429, retryAfter: '3' });
});

test('a refused connection, a hang, and a connection closed half-way are failures with words', async () => {
  const gone = await receiver(() => {});
  servers.pop()?.close();
  expect(await sender.send(document(gone))).toMatchObject({ kind: 'failed', fault: { code: 'CONNECTION_REFUSED' } });

  const hangs = await receiver(() => {});
  expect(await sender.send(document(hangs, { timeout: 100 }))).toEqual({
    kind: 'failed',
    fault: { code: 'NO_ANSWER', seconds: 0.1 },
  });

  const closes = await receiver((request) => {
    request.once('data', () => request.socket.destroy());
  });
  expect(await sender.send(document(closes))).toMatchObject({
    kind: 'failed',
    fault: { code: 'CONNECTION_CLOSED' },
  });
});

test('an answer that breaks off after its status is still that answer', async () => {
  const url = await receiver((_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => response.socket?.destroy());
  });
  expect(await sender.send(document(url))).toMatchObject({ kind: 'answered', status: 200 });
});

test('the caller can break off', async () => {
  const url = await receiver(() => {});
  const outcome = await sender.send(document(url, { signal: AbortSignal.timeout(50) }));
  expect(outcome.kind).toBe('failed');
});

test('nothing is sent to a private address unless it is allowed', async () => {
  let calls = 0;
  const url = await receiver((_request, response) => {
    calls += 1;
    response.end();
  });
  const guarded = new HttpSender();
  for (const target of [url, url.replace('127.0.0.1', 'localhost'), url.replace('127.0.0.1', '[::ffff:127.0.0.1]')]) {
    expect(await guarded.send(document(target))).toMatchObject({ kind: 'blocked', fault: { code: 'ADDRESS_PRIVATE' } });
  }
  expect(calls).toBe(0);
  await guarded.close();
});
