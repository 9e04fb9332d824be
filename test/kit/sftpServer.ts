import { once } from 'node:events';
import * as fs from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';
import ssh2, { type Attributes, type Connection, type SFTPWrapper } from 'ssh2';
import { fingerprint } from '../../transports/files/sftp.ts';
import { temporaryFolder } from './folders.ts';

const { Server, utils } = ssh2;
const { OPEN_MODE, STATUS_CODE } = utils.sftp;

/** A real SFTP server over a folder of this machine, for one user. */
export interface SftpTestServer {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** A private key that the server takes, too. */
  readonly clientKey: string;
  readonly hostKey: string;
  /** What the user sees as `/`. */
  readonly root: string;
  /** The next requests of this kind fail with this code, as often as it says. */
  failNext(what: 'write' | 'rename', code: number, message: string, times?: number): void;
  /** Cuts every connection. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
}

export async function startSftpServer(): Promise<SftpTestServer> {
  const root = temporaryFolder('sftp');
  const host = utils.generateKeyPairSync('ed25519');
  const client = utils.generateKeyPairSync('ed25519');
  const [user, password] = ['nordverkstad', 'lösen-ö-4711'];
  const allowed = utils.parseKey(client.public);
  if (allowed instanceof Error) throw allowed;
  const failures: Failure[] = [];
  const connections = new Set<Connection>();
  const server = new Server({ hostKeys: [host.private] }, (connection) => {
    // Its answers are small: together with delayed acknowledgements each would take 40 ms.
    (connection as unknown as { readonly _sock: Socket })._sock.setNoDelay(true);
    connections.add(connection.on('close', () => connections.delete(connection)).on('error', () => undefined));
    connection.on('authentication', (context) => {
      if (context.username !== user) return context.reject();
      if (context.method === 'password' && context.password === password) return context.accept();
      const isKey = context.method === 'publickey' && context.key.data.equals(allowed.getPublicSSH());
      if (!isKey) return context.reject(['password', 'publickey']);
      if (!context.signature) return context.accept();
      if (allowed.verify(context.blob!, context.signature, context.hashAlgo)) context.accept();
      else context.reject();
    });
    connection.on('ready', () => {
      connection.on('session', (accept) => {
        accept().on('sftp', (acceptSftp) => serve(acceptSftp(), root, failures));
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const hostKey = utils.parseKey(host.public);
  if (hostKey instanceof Error) throw hostKey;
  const cut = () => connections.forEach((connection) => connection.end());
  return {
    ...{ port: (server.address() as AddressInfo).port, user, password, root, cut },
    clientKey: client.private,
    hostKey: fingerprint(hostKey.getPublicSSH()),
    failNext: (what, code, message, times = 1) => void failures.push({ what, code, message, times }),
    close: () => {
      cut();
      server.close();
      fs.rmSync(root, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

interface Failure {
  readonly what: 'write' | 'rename';
  readonly code: number;
  readonly message: string;
  times: number;
}

function serve(sftp: SFTPWrapper, root: string, failures: Failure[]): void {
  const handles = new Map<number, { fd: number } | { listing: string[]; folder: string }>();
  let last = 0;
  const at = (name: string) => path.join(root, path.posix.resolve('/', name));
  const opened = (id: number, what: { fd: number } | { listing: string[]; folder: string }) => {
    last += 1;
    handles.set(last, what);
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE(last);
    sftp.handle(id, handle);
  };
  const fails = (id: number, what: Failure['what']): boolean => {
    const failure = failures.find((each) => each.what === what && each.times > 0);
    if (!failure) return false;
    failure.times -= 1;
    sftp.status(id, failure.code, failure.message);
    return true;
  };
  const tried = (id: number, work: () => void) => {
    try {
      work();
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      const status =
        code === 'ENOENT'
          ? STATUS_CODE.NO_SUCH_FILE
          : code === 'EACCES'
            ? STATUS_CODE.PERMISSION_DENIED
            : STATUS_CODE.FAILURE;
      sftp.status(id, status, code);
    }
  };
  const fdOf = (handle: Buffer) => (handles.get(handle.readUInt32BE()) as { fd: number }).fd;
  sftp.on('OPEN', (id, name, flags) => {
    tried(id, () => opened(id, { fd: fs.openSync(at(name), flags & OPEN_MODE.WRITE ? 'w' : 'r') }));
  });
  sftp.on('READ', (id, handle, offset, length) => {
    const buffer = Buffer.alloc(length);
    const count = fs.readSync(fdOf(handle), buffer, 0, length, offset);
    if (count === 0) sftp.status(id, STATUS_CODE.EOF);
    else sftp.data(id, buffer.subarray(0, count));
  });
  sftp.on('WRITE', (id, handle, offset, data) => {
    if (fails(id, 'write')) return;
    fs.writeSync(fdOf(handle), data, 0, data.length, offset);
    sftp.status(id, STATUS_CODE.OK);
  });
  sftp.on('CLOSE', (id, handle) => {
    const what = handles.get(handle.readUInt32BE());
    if (what && 'fd' in what) fs.closeSync(what.fd);
    handles.delete(handle.readUInt32BE());
    sftp.status(id, STATUS_CODE.OK);
  });
  sftp.on('OPENDIR', (id, name) =>
    tried(id, () => opened(id, { listing: fs.readdirSync(at(name)), folder: at(name) })),
  );
  sftp.on('READDIR', (id, handle) => {
    const what = handles.get(handle.readUInt32BE());
    if (!what || !('listing' in what) || what.listing.length === 0) return sftp.status(id, STATUS_CODE.EOF);
    const names = what.listing.splice(0, 50);
    sftp.name(
      id,
      names.map((filename) => ({ filename, longname: filename, attrs: attributes(path.join(what.folder, filename)) })),
    );
  });
  for (const event of ['STAT', 'LSTAT'] as const) {
    sftp.on(event, (id: number, name: string) => tried(id, () => sftp.attrs(id, attributes(at(name)))));
  }
  sftp.on('MKDIR', (id, name) => {
    tried(id, () => {
      fs.mkdirSync(at(name));
      sftp.status(id, STATUS_CODE.OK);
    });
  });
  sftp.on('RENAME', (id, from, to) => {
    if (fails(id, 'rename')) return;
    tried(id, () => {
      // As OpenSSH does: version 3 of the protocol never replaces.
      if (fs.existsSync(at(to))) return sftp.status(id, STATUS_CODE.FAILURE);
      fs.renameSync(at(from), at(to));
      sftp.status(id, STATUS_CODE.OK);
    });
  });
}

function attributes(file: string): Attributes {
  const { mode, uid, gid, size, atimeMs, mtimeMs } = fs.lstatSync(file);
  return { mode, uid, gid, size, atime: Math.floor(atimeMs / 1_000), mtime: Math.floor(mtimeMs / 1_000) };
}
