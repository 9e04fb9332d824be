import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerIn, type ReceivedMessage, type ReceiverMode } from './receiver.messages.ts';

const messages = new Map<string, ReceivedMessage>();
let acceptedMessages = 0;
interface Waiter {
  readonly count: number;
  readonly response: ServerResponse;
}
const waiting = new Set<Waiter>();
let mode: ReceiverMode = 'ok';

/**
 * A partner's receiver of order responses as a process of its own. Prints one line of JSON with its two ports and then serves
 * documents on one and its control on the other: GET /messages, GET /when?accepted=N (answers once so many messages were accepted),
 * PUT /mode, DELETE /messages.
 */
const documents = createServer((request, response) => void receive(request, response));
const control = createServer((request, response) => void answerControl(request, response));
const documentPort = await listen(documents, Number(process.argv[2] ?? 0));
const controlPort = await listen(control, 0);
process.stdout.write(`${JSON.stringify({ documentPort, controlPort })}\n`);

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  // The mode of the moment of arrival: a change does not touch what is under way.
  const behaviour = mode;
  if (behaviour === 'closeUnread') return void request.socket.destroy();
  const body = await bodyOf(request).catch(() => undefined);
  if (body === undefined) return;
  if (behaviour === 'hang') return;
  if (behaviour === 'error500') return void response.writeHead(500).end('broken on purpose');
  if (behaviour === 'throttle429') return void response.writeHead(429, { 'retry-after': '1' }).end();
  const message = record(String(request.headers['message-id']), body);
  if (behaviour === 'closeHalfway') {
    // Taken in, but the sender cannot know: the announced answer breaks off before the end of its head.
    request.socket.write('HTTP/1.1 200 OK\r\ncontent-le');
    return void request.socket.destroy();
  }
  message.accepted += 1;
  if (message.accepted === 1) acceptedMessages += 1;
  if (request.headers['content-type']?.startsWith('text/xml'))
    response.writeHead(200, { 'content-type': 'text/xml' }).end(CXML_OK);
  else response.writeHead(200).end();
  for (const waiter of waiting) if (acceptedMessages >= waiter.count) finish(waiter);
}

function record(messageId: string, body: Buffer): ReceivedMessage {
  const sha256 = createHash('sha256').update(body).digest('hex');
  const known = messages.get(messageId);
  if (known) {
    known.times += 1;
    known.changed ||= known.sha256 !== sha256;
    return known;
  }
  const message: ReceivedMessage = {
    messageId,
    ...answerIn(body.toString('utf8')),
    sha256,
    times: 1,
    accepted: 0,
    changed: false,
  };
  messages.set(messageId, message);
  return message;
}

/** What a receiver of cXML says when a document is stored. */
const CXML_OK = `<?xml version="1.0" encoding="UTF-8"?>
<cXML payloadID="ok@receiver.example" timestamp="2026-11-02T09:30:00+01:00"><Response><Status code="200" text="OK"/></Response></cXML>`;

async function answerControl(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url!, 'http://receiver');
  if (url.pathname === '/when') {
    const waiter = { count: Number(url.searchParams.get('accepted')), response };
    waiting.add(waiter);
    if (acceptedMessages >= waiter.count) finish(waiter);
    request.once('close', () => waiting.delete(waiter));
    return;
  }
  if (url.pathname === '/mode') await changeMode((await bodyOf(request)).toString() as ReceiverMode);
  if (url.pathname === '/messages' && request.method === 'DELETE') {
    messages.clear();
    acceptedMessages = 0;
  }
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(url.pathname === '/messages' ? [...messages.values()] : { mode }));
}

function finish(waiter: Waiter): void {
  waiter.response.end('{}');
  waiting.delete(waiter);
}

async function changeMode(next: ReceiverMode): Promise<void> {
  if (mode === 'refuse' && next !== 'refuse') await listen(documents, documentPort);
  if (mode !== 'refuse' && next === 'refuse') {
    documents.close();
    documents.closeAllConnections();
  }
  // Whoever hangs would hang until its own time limit.
  if (mode === 'hang' && next !== 'hang') documents.closeAllConnections();
  mode = next;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) parts.push(chunk);
  return Buffer.concat(parts);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
