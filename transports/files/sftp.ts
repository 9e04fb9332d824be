import { createHash, timingSafeEqual } from 'node:crypto';
import { connect as connectTcp, type LookupFunction, type Socket } from 'node:net';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { Client, type ConnectConfig, type FileEntryWithStats, type SFTPWrapper } from 'ssh2';
import { PrivateAddressError } from '../http/addresses.ts';
import { FileFault, fileFault } from './fault.ts';
import { isUnfinished, oldestFirst, unfinished, type FileEntry, type FileStore } from './store.ts';

/** A server of the SSH File Transfer Protocol, and how to get in. */
export interface SftpServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** A password, or a private key in PEM or OpenSSH form. */
  readonly secret: string;
  /** Fingerprint of its key as `ssh-keygen -lf` prints it: `SHA256:...`. */
  readonly hostKey: string;
  /** Folder on the server that names are relative to. */
  readonly folder: string;
}

export interface SftpOptions {
  /** Judges the addresses of the host when the connection is made. */
  readonly lookup?: LookupFunction;
  /** Milliseconds for the connection, and for each answer. */
  readonly timeout: number;
}

/**
 * Opens a folder on a server whose key is the agreed one; a password is never shown to another.
 * @throws FileFault HOST_KEY_CHANGED, LOGIN_REFUSED, FOLDER_MISSING, ADDRESS_PRIVATE, or why there is no connection
 */
export async function openSftp(server: SftpServer, options: SftpOptions): Promise<FileStore> {
  const client = new Client();
  try {
    const sftp = await logIn(client, server, options);
    const store = new SftpFolder(client, sftp, server.folder, options.timeout);
    await store.list('.');
    return store;
  } catch (error) {
    client.end();
    throw error;
  }
}

async function logIn(client: Client, server: SftpServer, { lookup, timeout }: SftpOptions): Promise<SFTPWrapper> {
  const { host, port, user, secret } = server;
  const sock = await openSocket({ host, port, ...(lookup && { lookup }) }, timeout);
  let seen = '';
  const config: ConnectConfig = {
    ...{ sock, username: user, readyTimeout: timeout, keepaliveInterval: timeout, keepaliveCountMax: 1 },
    ...(secret.includes('PRIVATE KEY') ? { privateKey: secret } : { password: secret }),
    hostVerifier: (key: Buffer) => {
      seen = fingerprint(key);
      return isSame(seen, server.hostKey);
    },
  };
  return new Promise((resolve, reject) => {
    client
      .on('ready', () => client.sftp((error, sftp) => (error ? reject(sftpFault(error, '')) : resolve(sftp))))
      .on('error', (error) => reject(loginFault(error, seen, server.hostKey)))
      .on('close', () => reject(new FileFault({ code: 'CONNECTION_CLOSED' })));
    try {
      client.connect(config);
    } catch (error) {
      // a private key that cannot be read
      reject(new FileFault({ code: 'LOGIN_REFUSED' }, { cause: error }));
    }
  });
}

async function openSocket(
  to: { readonly host: string; readonly port: number; readonly lookup?: LookupFunction },
  timeout: number,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connectTcp({ ...to, timeout })
      .once('connect', () => resolve(socket.setTimeout(0).setNoDelay(true)))
      .once('timeout', () => socket.destroy(new FileFault({ code: 'UNREACHABLE' })))
      .once('error', (error) => reject(socketFault(error)));
  });
}

const socketFaults = {
  ECONNREFUSED: 'CONNECTION_REFUSED',
  ECONNRESET: 'CONNECTION_CLOSED',
  EPIPE: 'CONNECTION_CLOSED',
  ENOTFOUND: 'NAME_UNKNOWN',
  EAI_AGAIN: 'DNS_AWAY',
  ETIMEDOUT: 'UNREACHABLE',
  EHOSTUNREACH: 'UNREACHABLE',
  ENETUNREACH: 'UNREACHABLE',
} as const;

function socketFault(error: Error): FileFault {
  if (error instanceof FileFault) return error;
  if (error instanceof PrivateAddressError) {
    return new FileFault({ code: 'ADDRESS_PRIVATE', address: error.address }, { cause: error });
  }
  const code = 'code' in error ? String(error.code) : 'unknown';
  if (Object.hasOwn(socketFaults, code)) {
    return new FileFault({ code: socketFaults[code as keyof typeof socketFaults] }, { cause: error });
  }
  return new FileFault({ code: 'CONNECTION_FAILED', error: code }, { cause: error });
}

function loginFault(error: Error & { level?: string }, seen: string, expected: string): FileFault {
  if (seen !== '' && !isSame(seen, expected)) return new FileFault({ code: 'HOST_KEY_CHANGED', found: seen });
  if (error.level === 'client-authentication') return new FileFault({ code: 'LOGIN_REFUSED' });
  if (error.level === 'client-timeout') return new FileFault({ code: 'NO_ANSWER' });
  return socketFault(error);
}

/** As `ssh-keygen -lf` prints it. */
export function fingerprint(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other.trim().replace(/=+$/, '')].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(a!, b!);
}

/** Codes of answers (draft-ietf-secsh-filexfer-02, section 7). */
const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;

function sftpFault(error: unknown, at: string): FileFault {
  if (error instanceof FileFault) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === NO_SUCH_FILE) return new FileFault({ code: 'FOLDER_MISSING', path: at }, { cause: error });
  if (code === PERMISSION_DENIED) return new FileFault({ code: 'FOLDER_DENIED', path: at }, { cause: error });
  const message = error instanceof Error ? error.message : '';
  if (/space|quota|full/i.test(message)) return new FileFault({ code: 'DISK_FULL' }, { cause: error });
  if (typeof code === 'string') return fileFault(error, at);
  return new FileFault({ code: 'CONNECTION_FAILED', error: message.slice(0, 100) || 'unknown' }, { cause: error });
}

class SftpFolder implements FileStore {
  readonly #client: Client;
  readonly #sftp: SFTPWrapper;
  readonly #base: string;
  readonly #timeout: number;
  #broken: FileFault | undefined;

  constructor(client: Client, sftp: SFTPWrapper, base: string, timeout: number) {
    this.#client = client;
    this.#sftp = sftp;
    this.#base = base;
    this.#timeout = timeout;
    client.on('close', () => (this.#broken ??= new FileFault({ code: 'CONNECTION_CLOSED' })));
    client.on('error', (error) => (this.#broken = socketFault(error)));
  }

  async list(folder: string): Promise<FileEntry[]> {
    const at = this.#at(folder);
    const found = await this.#ask<FileEntryWithStats[]>(at, (done) => this.#sftp.readdir(at, done));
    return oldestFirst(
      found.flatMap(({ filename, attrs }) => {
        if (!attrs.isFile() || isUnfinished(filename) || filename.includes('/')) return [];
        return { name: filename, size: attrs.size, modifiedAt: attrs.mtime * 1_000 };
      }),
    );
  }

  async *read(file: string): AsyncGenerator<Buffer> {
    const at = this.#at(file);
    try {
      for await (const piece of this.#sftp.createReadStream(at)) yield piece as Buffer;
    } catch (error) {
      throw this.#broken ?? sftpFault(error, at);
    }
  }

  async write(file: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const [at, part] = [this.#at(file), this.#at(unfinished(file))];
    try {
      await pipeline(Readable.from(pieces, { objectMode: false }), this.#sftp.createWriteStream(part));
    } catch (error) {
      throw this.#broken ?? sftpFault(error, at);
    }
    await this.#ask<void>(at, (done) => this.#sftp.rename(part, at, done));
  }

  async rename(from: string, to: string): Promise<boolean> {
    const at = this.#at(from);
    try {
      await this.#ask<void>(at, (done) => this.#sftp.rename(at, this.#at(to), done));
      return true;
    } catch (error) {
      if (error instanceof FileFault && error.fault.code === 'FOLDER_MISSING' && !(await this.#has(from))) return false;
      throw error;
    }
  }

  async makeFolder(folder: string): Promise<void> {
    const parts = folder.split('/');
    for (let length = 1; length <= parts.length; length += 1) {
      const name = parts.slice(0, length).join('/');
      if (!(await this.#has(name))) await this.#ask<void>(name, (done) => this.#sftp.mkdir(this.#at(name), done));
    }
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#client.once('close', () => resolve()).end();
    });
  }

  async #has(name: string): Promise<boolean> {
    const at = this.#at(name);
    return promisify(this.#sftp.stat.bind(this.#sftp))(at).then(
      () => true,
      () => false,
    );
  }

  #at(name: string): string {
    return path.posix.join(this.#base, name);
  }

  /** Asks the server, which may say nothing for ever. */
  async #ask<T>(at: string, ask: (done: (error?: Error | null, value?: T) => void) => void): Promise<T> {
    if (this.#broken) throw this.#broken;
    return new Promise((resolve, reject) => {
      const late = () => {
        this.#broken = new FileFault({ code: 'NO_ANSWER', seconds: Math.round(this.#timeout / 1_000) });
        this.#client.end();
        reject(this.#broken);
      };
      const timer = setTimeout(late, this.#timeout);
      const broken = () => {
        clearTimeout(timer);
        reject(this.#broken ?? new FileFault({ code: 'CONNECTION_CLOSED' }));
      };
      this.#client.once('close', broken);
      ask((error, value) => {
        clearTimeout(timer);
        this.#client.off('close', broken);
        if (error) reject(sftpFault(error, at));
        else resolve(value as T);
      });
    });
  }
}
