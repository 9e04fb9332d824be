import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isCxml } from '../formats/cxml/detect.ts';
import { writeResponse } from '../formats/cxml/response.write.ts';
import type { DemoBuyer } from './demoBuyer/demoBuyer.ts';

const LIMIT = 60_000_000;
/** The page shows the newest; all stay in the folder. */
const SHOWN = 200;
const FILE_NAME = /^[0-9TZ-]+_[0-9a-f-]{36}\.xml$/;

/** What is kept of a request beside its body. */
interface Received {
  readonly at: string;
  readonly path: string;
  readonly messageId: string | undefined;
  readonly contentType: string | undefined;
}

export interface ReceiverOptions {
  readonly folder: string;
  /** Bearer token that a document must come with. */
  readonly token: string;
  /** The purchasing system that shares the address. */
  readonly buyer?: DemoBuyer;
}

/** A purchasing system's receiving address for the demo: keeps every document posted to it in a folder and shows them at `GET /`. */
export function createDemoReceiver(options: ReceiverOptions): Server {
  mkdirSync(options.folder, { recursive: true });
  return createServer((request, response) => {
    handle(options, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}

/** Listens on this machine only. */
export async function listenOn(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

async function handle(options: ReceiverOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { folder, buyer } = options;
  if (buyer?.owns(request)) return buyer.handle(request, response);
  if (request.method === 'POST') {
    if (isAuthorised(request, options.token)) return receive(folder, request, response);
    return answer(response, 401, 'text/plain', 'A bearer token is expected: see the file with the demo keys.\n');
  }
  if (request.method !== 'GET')
    return answer(response, 405, 'text/plain', 'POST a document here, or GET / to see them.\n');
  const name = (request.url ?? '/').slice(1);
  if (name === '') return answer(response, 200, 'text/html', page(folder));
  if (!FILE_NAME.test(name) || !existsSync(join(folder, name)))
    return answer(response, 404, 'text/plain', 'No such document.\n');
  answer(response, 200, 'application/xml', readFileSync(join(folder, name)));
}

function isAuthorised(request: IncomingMessage, token: string): boolean {
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`));
}

/** The name is given when the body is complete: a connection that breaks half-way leaves nothing. */
async function receive(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const at = new Date().toISOString();
  const name = `${at.replaceAll(/[:.]/g, '-')}_${randomUUID()}`;
  const partial = join(folder, `${name}.partial`);
  try {
    await pipeline(request, atMost(LIMIT), createWriteStream(partial));
  } catch {
    rmSync(partial, { force: true });
    return answer(response, 413, 'text/plain', 'The document is too long or was cut off.\n');
  }
  const received: Received = {
    at,
    path: request.url ?? '/',
    messageId: single(request.headers['message-id']),
    contentType: request.headers['content-type'],
  };
  const beginning = await firstBytes(partial);
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(received));
  renameSync(partial, join(folder, `${name}.xml`));
  if (!isCxml(beginning)) return answer(response, 202, 'text/plain', 'Received.\n');
  const envelope = { version: '1.2.036', payloadId: `${name}@demo`, timestamp: at, language: 'en' } as const;
  answer(response, 200, 'text/xml', writeResponse(envelope, { code: 200 }));
}

async function firstBytes(file: string): Promise<Uint8Array> {
  await using handle = await open(file);
  const { buffer, bytesRead } = await handle.read({ length: 4_096 });
  return buffer.subarray(0, bytesRead);
}

/** Of equal length, so that the comparison tells nothing. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function page(folder: string): string {
  const names = readdirSync(folder)
    .filter((name) => FILE_NAME.test(name))
    .toSorted()
    .toReversed();
  const rows = names.slice(0, SHOWN).map((name) => {
    const received = JSON.parse(readFileSync(join(folder, name.replace(/xml$/, 'json')), 'utf8')) as Received;
    const cells = [received.at, received.path, received.messageId ?? ''].map((cell) => `<td>${escape(cell)}</td>`);
    return `<tr>${cells.join('')}<td><a href="/${name}">${name}</a></td></tr>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Demo receiver</title></head><body>
<h1>Received by the demo partners: ${names.length}</h1>
<table><thead><tr><th>at</th><th>path</th><th>message id</th><th>document</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></body></html>
`;
}

function answer(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'x-content-type-options': 'nosniff' });
  response.end(body);
}

function atMost(bytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      seen += chunk.length;
      done(seen > bytes ? new Error('too long') : null, chunk);
    },
  });
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (character) => entities[character]!);
}
