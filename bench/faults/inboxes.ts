import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { appendFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OrderSpec } from '../orders/spec.ts';
import { orderXml } from '../orders.ts';
import type { KeptFile, PutFile } from './filesVerdict.ts';
import type { Delivered } from './partner.ts';

/** Folders that a partner puts its files into: it renames what it has written, or it writes in place. */
const RENAMED = 'bench/renamed';
const INBOXES = [RENAMED, 'bench/written'] as const;
/** Milliseconds within which a file is written in place, and between two looks whether one was fetched. */
const WRITING = 60;
const PAUSE = 250;

/** Where an agreement fetches from. @param at the kind of the folders, and how to get there */
export function inboxesAt(at: { readonly kind: 'folder' | 'sftp' }) {
  return INBOXES.map((folder) => ({ ...at, folder, ...(folder === RENAMED && { whole: 'renamed' as const }) }));
}

/** The folders that a partner puts its files into, and what it finds there later. */
export class Inboxes {
  readonly put: PutFile[] = [];
  readonly #root: string;

  /** @param root EXCHANGE_DIR, or the root of the server */
  constructor(root: string) {
    this.#root = root;
    for (const inbox of INBOXES) mkdirSync(join(root, inbox), { recursive: true });
  }

  /** Puts a file, into each of the folders in turn. */
  async write(name: string, text: string, isBroken = false): Promise<void> {
    const inbox = INBOXES[this.put.length % INBOXES.length]!;
    const file = join(this.#root, inbox, name);
    this.put.push({ name, sha256: sha256Of(Buffer.from(text)), isBroken });
    if (inbox === RENAMED) {
      await writeFile(`${file}.part`, text);
      await rename(`${file}.part`, file);
      return;
    }
    const half = text.length / 2;
    await writeFile(file, text.slice(0, half));
    await sleep(WRITING);
    await appendFile(file, text.slice(half));
  }

  /** Puts an order, once; it has its receipt when the file stands in the archive. */
  async putUntilFetched(order: OrderSpec, giveUp: AbortSignal): Promise<Delivered> {
    const file = `${order.number}.xml`;
    await this.write(file, orderXml(order));
    const isIn = (folder: KeptFile['folder']): boolean =>
      INBOXES.some((inbox) => this.#keptFiles(inbox, folder).some((path) => nameOf(path) === file));
    while (!isIn('archive')) {
      if (isIn('errors')) return { receipted: false, attempts: 1, refusal: 'its file was moved into errors' };
      if (giveUp.aborted) return { receipted: false, attempts: 1, refusal: 'its file was not fetched in time' };
      await sleep(PAUSE);
    }
    return { receipted: true, attempts: 1 };
  }

  /** Files that a worker has claimed, and not put away. */
  claimed(): string[] {
    return INBOXES.flatMap((inbox) => filesIn(this.#root, join(inbox, 'claimed')));
  }

  /** Files that nobody has put away: in an inbox, claimed, or half written; and reasons without the file that they are about. */
  left(): string[] {
    const waiting = INBOXES.flatMap((inbox) => filesIn(this.#root, inbox));
    const folders = INBOXES.flatMap((inbox) => ['archive', 'errors'].map((folder) => join(inbox, folder)));
    const half = folders.flatMap((folder) => filesIn(this.#root, folder)).filter(isHalf);
    return [...waiting, ...this.claimed(), ...half, ...INBOXES.flatMap((inbox) => this.#loneReasons(inbox))];
  }

  #loneReasons(inbox: string): string[] {
    const paths = filesIn(this.#root, join(inbox, 'errors'));
    return paths.filter((path) => path.endsWith('.json') && !paths.includes(path.slice(0, -'.json'.length)));
  }

  kept(): KeptFile[] {
    return INBOXES.flatMap((inbox) => [...this.#keptIn(inbox, 'archive'), ...this.#keptIn(inbox, 'errors')]);
  }

  *#keptIn(inbox: string, folder: KeptFile['folder']): Generator<KeptFile> {
    for (const path of this.#keptFiles(inbox, folder)) {
      const isExplained = existsSync(join(this.#root, `${path}.json`));
      const sha256 = sha256Of(readFileSync(join(this.#root, path)));
      yield { name: nameOf(path), folder, sha256, isExplained };
    }
  }

  #keptFiles(inbox: string, folder: KeptFile['folder']): string[] {
    return filesIn(this.#root, join(inbox, folder)).filter((path) => !isHalf(path) && !path.endsWith('.json'));
  }
}

/** As the partner called it: a file that was put away has its document's reference in front. */
function nameOf(path: string): string {
  return /\/[2-9A-Z]{4}-[2-9A-Z]{4}-([^/]+)$/.exec(path)?.[1] ?? path;
}

/** Files of a folder below the root, where it is there; their names begin with the folder's. */
export function filesIn(root: string, folder: string): string[] {
  const at = join(root, folder);
  if (!existsSync(at)) return [];
  const entries = readdirSync(at, { withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
}

export function isHalf(path: string): boolean {
  return path.endsWith('.part');
}

export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
