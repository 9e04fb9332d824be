import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { connect, createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../../api/app.ts';
import type { ApiDeps } from '../../../api/deps.ts';
import { continueWhenWanted } from '../../../api/punchin/continue.ts';
import type { PunchInDeps } from '../../../api/punchin/router.ts';
import { createMetrics } from '../../../platform/metrics.ts';
import { openDatabase } from '../../../database/open.ts';
import { smallDisk } from '../../kit/smallDisk.ts';
import { startIntake, type ErrorAnswer, type ReceiptAnswer, type TestIntake, type TestPartner } from './intake.ts';
import { order } from './order.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes that the process holds on to: without garbage, whose amount is the engine's own affair. */
function held(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

let intake: TestIntake;
let partner: TestPartner;
beforeAll(async () => {
  intake = await startIntake();
  partner = await intake.partner();
  return intake.close;
});

/** Another server on the same database, with other means. */
async function serverWith(change: Partial<ApiDeps & Pick<PunchInDeps, 'bodyTimes'>>) {
  const app = createApp({ ...intake.api.deps, metrics: createMetrics(), ...change });
  const server = createServer(app);
  continueWhenWanted(server, app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => (server.closeAllConnections(), server.close()) };
}

function post(port: number, headers: Record<string, string> = {}): ClientRequest {
  return request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: partner.path,
    headers: { authorization: partner.authorization, 'content-type': 'application/xml', ...headers },
  });
}

async function answerOf(
  call: ClientRequest,
): Promise<{ status: number; body: ErrorAnswer & ReceiptAnswer; response: IncomingMessage }> {
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  let text = '';
  for await (const piece of response.setEncoding('utf8')) text += piece as string;
  return { status: response.statusCode!, body: JSON.parse(text) as ErrorAnswer & ReceiptAnswer, response };
}

const portOf = () => Number(new URL(intake.api.url).port);
const spool = () => readdir(path.join(intake.dataDirectory, 'spool')).catch(() => []);

describe('a long body', () => {
  it.each([['announced'], ['chunked']])('of 200 MB is refused with memory flat (%s)', async (kind) => {
    const length = 200_000_000;
    const piece = Buffer.alloc(62_500, 'x');
    const [before, after] = kind === 'chunked' ? [`${piece.length.toString(16)}\r\n`, '\r\n'] : ['', ''];
    const socket = connect(portOf(), '127.0.0.1');
    let answer = '';
    let answeredAfter = Infinity;
    // The moment from which the sender can know that it is too much.
    let begin = performance.now();
    socket.setEncoding('utf8').on('data', (text) => {
      answer += String(text);
      answeredAfter = Math.min(answeredAfter, performance.now() - begin);
    });
    socket.write(
      [
        `POST ${partner.path} HTTP/1.1`,
        'Host: localhost',
        `Authorization: ${partner.authorization}`,
        'Content-Type: application/xml',
        kind === 'chunked' ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`,
        '\r\n',
      ].join('\r\n'),
    );
    const atFirst = held();
    let peak = atFirst;
    // A stubborn sender: it goes on although the answer is there.
    for (let sent = 0; sent < length; sent += piece.length) {
      socket.write(before);
      socket.write(piece);
      if (!socket.write(after)) await once(socket, 'drain');
      if (kind === 'chunked' && sent <= 50_000_000) begin = performance.now();
      if (sent % 10_000_000 === 0) peak = Math.max(peak, held());
    }
    socket.end(kind === 'chunked' ? '0\r\n\r\n' : '');
    await once(socket, 'close');
    expect(answeredAfter).toBeLessThan(1_000);
    // what both sides hold on to; the body alone would be 200
    expect((peak - atFirst) / 1e6).toBeLessThan(40);
    const [head, text] = answer.split('\r\n\r\n') as [string, string];
    expect(head).toMatch(/^HTTP\/1\.1 413 /);
    const { error } = JSON.parse(text) as ErrorAnswer;
    expect(error.code).toBe('DocumentTooLarge');
    const rows = await intake.rows('select state, complete from inbound_document where id = ?', error.id);
    expect(rows).toEqual([{ state: 'refused', complete: false }]);
    await expect.poll(spool).toEqual([]);
  });

  it('of 45 MB and 100,000 lines is received with memory flat', async () => {
    const [start, end] = order({ number: 'long', lines: 0 }).split('</Order>');
    const line = order({ lines: 1 })
      .match(/ {2}<cac:OrderLine>.*<\/cac:OrderLine>\n/s)![0]
      .replace('Pärm', `Pärm${'.'.repeat(130)}`);
    const lines = Buffer.from(line.repeat(100));
    const call = post(portOf(), { 'transfer-encoding': 'chunked' });
    const before = held();
    let peak = before;
    call.write(start);
    for (let i = 0; i < 1_000; i += 1) {
      if (!call.write(lines)) await once(call, 'drain');
      if (i % 200 === 0) peak = Math.max(peak, held());
    }
    call.end(`</Order>${end}`);
    const watch = setInterval(() => (peak = Math.max(peak, held())), 300);
    const { status, body } = await answerOf(call);
    clearInterval(watch);
    expect(status).toBe(202);
    const [row] = await intake.rows<{ size: string; bytes: string; chunks: number }>(
      `select size, (select sum(length(bytes)) from document_chunk where document_id = d.id) as bytes,
        (select count(*)::int from document_chunk where document_id = d.id) as chunks from inbound_document d where id = ?`,
      body.id,
    );
    expect(Number(row!.size)).toBeGreaterThan(40_000_000);
    expect(row!.bytes).toBe(row!.size);
    expect(row!.chunks).toBe(Math.ceil(Number(row!.size) / 262_144));
    expect((peak - before) / 1e6).toBeLessThan(20);
    await expect.poll(spool).toEqual([]);
  });
});

describe('a slow sender', () => {
  it('gets 408 when no byte comes for a while, and when the whole takes too long', async () => {
    const server = await serverWith({ bodyTimes: { idle: 150, total: 400 } });
    const silent = post(server.port, { 'content-length': '1000' });
    silent.write('<Order');
    const first = await answerOf(silent);
    expect([first.status, first.body.error.code]).toEqual([408, 'RequestTimeout']);
    expect(await intake.refusal(first.body.error.reference)).toMatchObject({
      failed_check: 'time',
      status: 408,
      body: '<Order',
    });

    const trickling = post(server.port, { 'content-length': '1000' });
    trickling.on('error', () => undefined);
    const timer = setInterval(() => trickling.write('<'), 50);
    const second = await answerOf(trickling);
    clearInterval(timer);
    expect(second.status).toBe(408);
    expect(second.response.headers.connection).toBe('close');
    server.close();
  });

  it('that goes away leaves nothing but a refused request', async () => {
    const gone = await intake.partner();
    const call = request({
      port: portOf(),
      host: '127.0.0.1',
      method: 'POST',
      path: gone.path,
      headers: { authorization: gone.authorization, 'content-type': 'application/xml', 'content-length': '400000' },
    });
    call.on('error', () => undefined);
    call.write(Buffer.alloc(300_000, 'x'));
    await sleep(200);
    call.destroy();
    await expect
      .poll(() => intake.rows('select failed_check from refused_request where partner_id = ?', gone.id))
      .toEqual([{ failed_check: 'time' }]);
    expect(await intake.rows('select 1 from inbound_document where partner_id = ?', gone.id)).toEqual([]);
    await expect.poll(spool).toEqual([]);
  });
});

describe('Expect: 100-continue', () => {
  it('is answered with "continue" when the body will be read', async () => {
    const server = await serverWith({});
    const text = order({ number: 'continue' });
    const call = post(server.port, { expect: '100-continue', 'content-length': String(Buffer.byteLength(text)) });
    call.flushHeaders();
    await once(call, 'continue');
    call.end(text);
    expect((await answerOf(call)).status).toBe(202);
    server.close();
  });

  it.each([
    ['too large', 413, { 'content-length': '60000000' }],
    ['not authenticated', 401, { authorization: 'Basic eDp5', 'content-length': '10' }],
    ['compressed', 415, { 'content-encoding': 'gzip', 'content-length': '10' }],
  ])('is answered at once when it is %s', async (_name, status, headers) => {
    const server = await serverWith({});
    const call = post(server.port, { expect: '100-continue', ...headers });
    let continued = false;
    call.on('continue', () => (continued = true));
    call.flushHeaders();
    const answer = await answerOf(call);
    expect([answer.status, continued, answer.response.headers.connection]).toEqual([status, false, 'close']);
    call.destroy();
    server.close();
  });
});

describe('without room for the spool', () => {
  it('a long document gets 503 with Retry-After and leaves nothing behind, a short one its receipt', async () => {
    const disk = smallDisk();
    onTestFinished(disk.close);
    disk.fill();
    const server = await serverWith({ config: { ...intake.api.deps.config, dataDirectory: disk.root } });
    const long = post(server.port);
    long.end(order({ number: 'no room', note: 'x'.repeat(300_000) }));
    const { status, body, response } = await answerOf(long);
    expect([status, body.error.code, response.headers['retry-after']]).toEqual([503, 'StoreUnavailable', '60']);
    expect(await readdir(path.join(disk.root, 'spool'))).toEqual([]);
    expect(await intake.rows("select state from inbound_document where number = 'no room'")).toEqual([]);
    const short = post(server.port);
    short.end(order({ number: 'little room' }));
    expect((await answerOf(short)).status).toBe(202);
    server.close();
  });
});

describe('without PostgreSQL', () => {
  it('nobody gets a receipt: 503 with Retry-After, and afterwards all is well again', async () => {
    const { hostname, port } = new URL(intake.api.database.url);
    const sockets = new Set<Socket>();
    const wire = createTcpServer((near) => {
      const far = connect(Number(port), hostname);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(one.on('error', () => other.destroy()).on('close', () => other.destroy()));
        one.pipe(other);
      }
    });
    wire.listen(0, '127.0.0.1');
    await once(wire, 'listening');
    const wirePort = (wire.address() as AddressInfo).port;
    const orm = await openDatabase({
      url: Object.assign(new URL(intake.api.database.url), { port: String(wirePort), hostname: '127.0.0.1' }).href,
    });
    const server = await serverWith({ orm });
    const send = async (number: string) => {
      const call = post(server.port);
      call.end(order({ number }));
      return answerOf(call);
    };
    expect((await send('before')).status).toBe(202);
    wire.close();
    for (const socket of sockets) socket.destroy();
    for (const number of ['away 1', 'away 2']) {
      const begin = performance.now();
      const { status, body, response } = await send(number);
      expect([status, body.error.code, Number(response.headers['retry-after']) > 0]).toEqual([
        503,
        'StoreUnavailable',
        true,
      ]);
      expect(performance.now() - begin).toBeLessThan(1_000);
    }
    wire.listen(wirePort, '127.0.0.1');
    await once(wire, 'listening');
    expect((await send('after')).status).toBe(202);
    const rows = await intake.rows(
      "select number from inbound_document where number in ('before', 'away 1', 'away 2', 'after') order by id",
    );
    expect(rows).toEqual([{ number: 'before' }, { number: 'after' }]);
    server.close();
    await orm.close();
    wire.close();
  });
});
