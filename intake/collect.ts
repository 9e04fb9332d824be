import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { placeName, type Pickup } from '../partners/pickups.ts';
import { newReference } from '../platform/reference.ts';
import { ArrivingBody } from './arriving.ts';
import type { Guest } from './guest.ts';
import type { StartDeps } from './start.ts';
import { take, type Taken } from './take.ts';
import { takenBefore } from './takenBefore.ts';

/** A file as a folder lists it. */
interface ListedFile {
  readonly name: string;
  readonly size: number;
  readonly modifiedAt: number;
}

/** A partner's folder, as a transport opens it. */
export interface Inbox {
  /** Regular files that are not being written by their names, oldest first. */
  list(folder: string): Promise<readonly ListedFile[]>;
  read(file: string): AsyncIterable<Buffer>;
  write(file: string, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  /** False where the file is gone. */
  rename(from: string, to: string): Promise<boolean>;
  makeFolder(folder: string): Promise<void>;
}

export interface CollectDeps extends StartDeps {
  /** Folder for long documents on their way into the database. */
  readonly spool: string;
}

export interface Collected {
  readonly taken: number;
  readonly refused: number;
  readonly lastFile?: string;
  /** Files that may still be written: they wait for the next look. */
  readonly seen: Readonly<Record<string, string>>;
  /** Why some, which are stored, still stand in `claimed`: the next look puts them away. */
  readonly failure?: unknown;
}

/** What is ours to handle stands here until it is stored: whoever is killed in between leaves it to the next look. */
const CLAIMED = 'claimed';
const ARCHIVE = 'archive';
const ERRORS = 'errors';
const RECEIPTS = 'receipts';
/** Of one look: the rest waits for the next. */
const MOST = 500;
/** A claimed file: the reference that its document gets, and its own name. */
const CLAIMED_NAME = /^([2-9A-Z]{4}-[2-9A-Z]{4})-(.+)$/s;

/**
 * Fetches the documents of a partner's folder. Each file is claimed by a renaming, stored, and moved into `archive`, or into `errors` with
 * a file beside it that says why. Its new name begins with the document's reference, so that wherever it stops, each file stands in one of
 * these folders, and the next look finds whether it was stored.
 * @param seen what the look before saw of files that may not have been whole
 * @throws PartnerPaused, StoreUnavailable, and faults of the folder: the rest is fetched next time
 */
export async function collect(
  deps: CollectDeps,
  guest: Guest,
  { inbox, pickup, seen }: { readonly inbox: Inbox; readonly pickup: Pickup; readonly seen: Collected['seen'] },
): Promise<Collected> {
  for (const folder of [CLAIMED, ARCHIVE, ERRORS, ...(pickup.receipts ? [RECEIPTS] : [])])
    await inbox.makeFolder(folder);
  const look = new Look(deps, guest, inbox, pickup);
  for (const { name } of await inbox.list(CLAIMED)) await look.goOn(name);
  const waiting: Record<string, string> = {};
  for (const file of (await inbox.list('.')).slice(0, MOST)) {
    const stamp = `${file.size} ${file.modifiedAt}`;
    if (pickup.whole === 'secondLook' && seen[file.name] !== stamp) waiting[file.name] = stamp;
    else await look.claim(file.name);
  }
  return { ...look.result, seen: waiting };
}

class Look {
  readonly #deps: CollectDeps;
  readonly #guest: Guest;
  readonly #inbox: Inbox;
  readonly #pickup: Pickup;
  #taken = 0;
  #refused = 0;
  #lastFile: string | undefined;
  #failure: unknown;

  constructor(deps: CollectDeps, guest: Guest, inbox: Inbox, pickup: Pickup) {
    this.#deps = deps;
    this.#guest = guest;
    this.#inbox = inbox;
    this.#pickup = pickup;
  }

  get result(): Omit<Collected, 'seen'> {
    return {
      ...{ taken: this.#taken, refused: this.#refused },
      ...(this.#lastFile !== undefined && { lastFile: this.#lastFile }),
      ...(this.#failure !== undefined && { failure: this.#failure }),
    };
  }

  /** A file that is gone was taken back by its owner. */
  async claim(file: string): Promise<void> {
    const [reference, name] = [newReference(), path.posix.basename(file)];
    const claimed = `${reference}-${name}`;
    if (!(await this.#inbox.rename(file, `${CLAIMED}/${claimed}`))) return;
    await this.#putAway(claimed, name, { taken: await this.#take(claimed, reference, name), isTold: false });
  }

  /** Goes on with a file that was claimed by a look which did not come to its end. */
  async goOn(claimed: string): Promise<void> {
    const [, reference, name] = CLAIMED_NAME.exec(claimed) ?? [];
    if (reference === undefined || name === undefined) return this.claim(`${CLAIMED}/${claimed}`);
    const em = this.#deps.orm.em.fork();
    const before = await takenBefore(em, this.#guest, { reference, from: placeName(this.#pickup) });
    const taken = before ?? (await this.#take(claimed, reference, name));
    await this.#putAway(claimed, name, { taken, isTold: before !== undefined });
  }

  async #take(claimed: string, reference: string, name: string): Promise<Taken> {
    const body = new ArrivingBody(path.join(this.#deps.spool, randomUUID()));
    try {
      await this.#read(`${CLAIMED}/${claimed}`, body);
      const headers = { transport: this.#pickup.kind, 'file-name': name.slice(0, 200) };
      const brought = { reference, body, contentType: 'application/xml', headers, from: placeName(this.#pickup) };
      return await take(this.#deps, this.#guest, brought);
    } finally {
      await body.discard();
    }
  }

  /** Reads no more than is agreed, and a little to see that there is more. */
  async #read(file: string, body: ArrivingBody): Promise<void> {
    const limit = this.#guest.agreement.settings.limits.bytes;
    for await (const piece of this.#inbox.read(file)) {
      await body.add(piece);
      if (body.size > limit) return;
    }
  }

  /**
   * What cannot be told, most often on a full disk, stays claimed: the files behind it shall not wait for that.
   * @param isTold may its sender have been told before? Not every server lets a file be replaced.
   */
  async #putAway(
    claimed: string,
    name: string,
    { taken, isTold }: { readonly taken: Taken; readonly isTold: boolean },
  ): Promise<void> {
    const isRefused = taken.failure !== undefined && !taken.receipt.kept;
    const folder = isRefused ? ERRORS : this.#pickup.receipts ? RECEIPTS : undefined;
    const file = `${claimed}.json`;
    try {
      if (folder !== undefined && !(isTold && (await this.#has(folder, file))))
        await this.#inbox.write(`${folder}/${file}`, receiptOf(name, taken));
    } catch (error) {
      this.#failure ??= error;
      return;
    }
    await this.#inbox.rename(`${CLAIMED}/${claimed}`, `${isRefused ? ERRORS : ARCHIVE}/${claimed}`);
    if (isRefused) this.#refused += 1;
    else this.#taken += 1;
    this.#lastFile = name;
  }

  async #has(folder: string, file: string): Promise<boolean> {
    return (await this.#inbox.list(folder)).some(({ name }) => name === file);
  }
}

/** What the sender of a file is told: as the API's receipt, or its error. */
async function* receiptOf(file: string, { receipt, failure }: Taken): AsyncGenerator<Uint8Array> {
  const { id, reference, state, receivedAt, repeated } = receipt;
  const known = { file, id, reference, state: repeated ? 'duplicate' : state, receivedAt };
  const error = failure && !receipt.kept && { code: failure.type, message: failure.message, details: failure.details };
  const text = JSON.stringify({ ...known, ...(error && { error }) }, undefined, 2);
  yield new TextEncoder().encode(`${text}\n`);
}
