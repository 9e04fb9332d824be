import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publicLookup } from '../../../transports/http/addresses.ts';
import { openSftp, type SftpServer } from '../../../transports/files/sftp.ts';
import type { FileStore } from '../../../transports/files/store.ts';
import { startSftpServer, type SftpTestServer } from '../../kit/sftpServer.ts';

let server: SftpTestServer;
let login: SftpServer;
const open: FileStore[] = [];

beforeAll(async () => {
  server = await startSftpServer();
  return server.close;
});
beforeEach(() => {
  const { port, user, password: secret, hostKey } = server;
  login = { host: '127.0.0.1', port, user, secret, hostKey, folder: '/' };
});
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

async function folder(change: Partial<SftpServer> = {}): Promise<FileStore> {
  const store = await openSftp({ ...login, ...change }, { timeout: 2_000 });
  open.push(store);
  return store;
}

async function textOf(store: FileStore, file: string): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of store.read(file)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

async function* text(content: string): AsyncGenerator<Buffer> {
  yield Buffer.from(content);
}

describe('a folder on an SFTP server', () => {
  it('takes a whole file under its name, gives it back, and lists what nobody still writes', async () => {
    const store = await folder();
    await store.makeFolder('svar/2026');
    await store.write('svar/2026/order-ä.xml', text('<Ö/>'));
    writeFileSync(join(server.root, 'svar/2026/halv.xml.filepart'), 'x');
    writeFileSync(join(server.root, 'svar/2026/.dold'), 'x');
    expect((await store.list('svar/2026')).map(({ name, size }) => [name, size])).toEqual([['order-ä.xml', 5]]);
    expect(await textOf(store, 'svar/2026/order-ä.xml')).toBe('<Ö/>');
    expect(await store.rename('svar/2026/order-ä.xml', 'svar/2026/b.xml')).toBe(true);
    expect(await store.rename('svar/2026/order-ä.xml', 'svar/2026/c.xml')).toBe(false);
  });

  it('lets us in with a key, too', async () => {
    expect(await (await folder({ secret: server.clientKey })).list('.')).toBeInstanceOf(Array);
  });

  it.each<[string, () => Partial<SftpServer>, object]>([
    ['another host key', () => ({ hostKey: `SHA256:${'A'.repeat(43)}` }), { code: 'HOST_KEY_CHANGED' }],
    ['a wrong password', () => ({ secret: 'fel' }), { code: 'LOGIN_REFUSED' }],
    ['a key that is none', () => ({ secret: '-----BEGIN PRIVATE KEY-----\nx' }), { code: 'LOGIN_REFUSED' }],
    ['a folder that is not there', () => ({ folder: '/borta' }), { code: 'FOLDER_MISSING', path: '/borta' }],
    ['a port where nobody listens', () => ({ port: 1 }), { code: 'CONNECTION_REFUSED' }],
  ])('is not opened with %s', async (_, change, fault) => {
    await expect(folder(change())).rejects.toMatchObject({ fault });
  });

  it('is told of by its fingerprint when the key has changed', async () => {
    const opened = folder({ hostKey: `SHA256:${'A'.repeat(43)}` });
    await expect(opened).rejects.toMatchObject({ fault: { found: server.hostKey } });
  });

  it('is none at a private address, where those are not allowed', async () => {
    const opened = openSftp({ ...login, host: 'localhost' }, { timeout: 2_000, lookup: publicLookup });
    await expect(opened).rejects.toMatchObject({ fault: { code: 'ADDRESS_PRIVATE' } });
  });

  it('says that the disk is full, and leaves nothing under the final name', async () => {
    const store = await folder();
    server.failNext('write', 4, 'No space left on device');
    await expect(store.write('full.xml', text('<a/>'))).rejects.toMatchObject({ fault: { code: 'DISK_FULL' } });
    expect((await store.list('.')).map(({ name }) => name)).not.toContain('full.xml');
  });

  it('says so when the connection breaks', async () => {
    const store = await folder();
    server.cut();
    await expect(store.list('.')).rejects.toMatchObject({ fault: { code: 'CONNECTION_CLOSED' } });
    open.pop();
    expect(readFileSync(join(server.root, 'svar/2026/b.xml'), 'utf8')).toBe('<Ö/>');
  });
});
