import { once } from 'node:events';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDemoReceiver, listenOn } from '../../cli/demoReceiver.ts';
import { temporaryFolder } from '../kit/folders.ts';

let folder: string;
let server: Server;
let url: string;

beforeEach(async () => {
  folder = temporaryFolder('received');
  server = createDemoReceiver({ folder, token: 'secret' });
  await listenOn(server, 0);
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

function post(body: string, token: string): Promise<Response> {
  return fetch(`${url}/umea-verkstad`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${token}`, 'message-id': '<m-1>', 'content-type': 'application/xml' },
  });
}

const documents = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.xml'));

test('a document is kept as it came, and shown', async () => {
  expect((await post('<a>å</a>', 'secret')).status).toBe(202);
  const [name] = documents();
  expect(readFileSync(join(folder, name!), 'utf8')).toBe('<a>å</a>');
  const page = await (await fetch(url)).text();
  expect(page).toContain(`href="/${name}"`);
  expect(page).toContain('&lt;m-1&gt;');
  expect(await (await fetch(`${url}/${name}`)).text()).toBe('<a>å</a>');
});

test('without the token nothing is kept', async () => {
  expect((await post('<a/>', 'guess')).status).toBe(401);
  expect(readdirSync(folder)).toEqual([]);
});

test('a connection that breaks half-way leaves nothing', async () => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write('POST /x HTTP/1.1\r\nhost: x\r\nauthorization: Bearer secret\r\ncontent-length: 100\r\n\r\n<a>');
  await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(1));
  socket.destroy();
  await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]));
});

test.each(['/../package.json', '/%2e%2e/package.json', '/x.xml'])(
  'GET %s shows nothing else of the machine',
  async (path) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 404 /);
  },
);
