import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { appendFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { orderXml } from '../orders.ts';
import { benchFormats, isAnswered, type OrderSpec } from '../orders/spec.ts';
import { answerIn, type ReceivedMessage } from '../receiver.messages.ts';
import type { KeptFile, PutFile } from './filesVerdict.ts';
import type { SentOrder } from './verdict.ts';

/** Folders of the partner below EXCHANGE_DIR: it renames what it has written, it writes in place, and it fetches answers. */
export const folders = { renamed: 'bench/renamed', written: 'bench/written', answers: 'bench/answers' } as const;
const INBOXES = [folders.renamed, folders.written];
const LINES = 3;
/** Every so many orders one is long: it goes through the spool. */
const LONG_EVERY = 25;
const LONG_LINES = 700;
/** Every so many orders one is put twice, under two names. */
const REPEAT_EVERY = 6;
/** Every so many orders half of one lies there as well. */
const BREAK_EVERY = 8;
/** Milliseconds within which a file is written in place. */
const WRITING = 60;

/** A partner that exchanges files, and nothing else: it puts orders, and reads what it finds. */
export class FilesPartner {
  readonly put: PutFile[] = [];
  readonly sent: SentOrder[] = [];
  readonly #root: string;
  readonly #articles: number;

  /** @param root EXCHANGE_DIR; @param articles that orders are drawn from */
  constructor(root: string, articles: number) {
    this.#root = root;
    this.#articles = articles;
    for (const folder of Object.values(folders)) mkdirSync(join(root, folder), { recursive: true });
  }

  /** Puts the next so many orders, in all formats in turn, some of them twice and some broken. */
  async order(count: number): Promise<void> {
    const first = this.sent.length;
    const writing: Promise<void>[] = [];
    for (let index = first; index < first + count; index += 1) {
      const format = benchFormats[(index + Math.floor(index / LONG_EVERY)) % benchFormats.length]!;
      const lines = index % LONG_EVERY === LONG_EVERY - 1 ? LONG_LINES : LINES;
      const spec: OrderSpec = { format, number: `F-${index + 1}`, lines, articles: this.#articles };
      const text = orderXml(spec);
      this.sent.push({ number: spec.number, lines, receipted: true, answered: isAnswered(format), delivered: false });
      writing.push(this.#write(`${spec.number}.xml`, text));
      if (index % REPEAT_EVERY === 0) writing.push(this.#write(`${spec.number}-again.xml`, text));
      if (index % BREAK_EVERY === 0)
        writing.push(this.#write(`${spec.number}-half.xml`, text.slice(0, text.length / 2), true));
    }
    await Promise.all(writing);
  }

  async #write(name: string, text: string, isBroken = false): Promise<void> {
    const inbox = INBOXES[this.put.length % INBOXES.length]!;
    const file = join(this.#root, inbox, name);
    this.put.push({ name, sha256: sha256Of(Buffer.from(text)), isBroken });
    if (inbox === folders.renamed) {
      await writeFile(`${file}.part`, text);
      await rename(`${file}.part`, file);
      return;
    }
    const half = text.length / 2;
    await writeFile(file, text.slice(0, half));
    await sleep(WRITING);
    await appendFile(file, text.slice(half));
  }

  /** Files that a worker has claimed, and not put away. */
  claimed(): string[] {
    return INBOXES.flatMap((inbox) => this.#files(join(inbox, 'claimed')));
  }

  /** Files that nobody has put away: in an inbox, claimed, or half written anywhere; and reasons without the file that they are about. */
  left(): string[] {
    const waiting = INBOXES.flatMap((inbox) => this.#files(inbox));
    const everywhere = INBOXES.flatMap((inbox) => ['archive', 'errors'].map((folder) => join(inbox, folder)));
    const half = [...everywhere, folders.answers].flatMap((folder) => this.#files(folder)).filter(isHalf);
    return [...waiting, ...this.claimed(), ...half, ...INBOXES.flatMap((inbox) => this.#loneReasons(inbox))];
  }

  #loneReasons(inbox: string): string[] {
    const paths = this.#files(join(inbox, 'errors'));
    return paths.filter((path) => path.endsWith('.json') && !paths.includes(path.slice(0, -'.json'.length)));
  }

  kept(): KeptFile[] {
    return INBOXES.flatMap((inbox) => [...this.#keptIn(inbox, 'archive'), ...this.#keptIn(inbox, 'errors')]);
  }

  *#keptIn(inbox: string, folder: KeptFile['folder']): Generator<KeptFile> {
    const paths = this.#files(join(inbox, folder)).filter((path) => !isHalf(path));
    for (const path of paths.filter((each) => !each.endsWith('.json'))) {
      const name = /\/[2-9A-Z]{4}-[2-9A-Z]{4}-([^/]+)$/.exec(path)?.[1] ?? path;
      yield { name, folder, sha256: this.#sha256(path), isExplained: paths.includes(`${path}.json`) };
    }
  }

  /** The answers in its folder, each file a message of its own; `known`: SHA-256 of the documents that were written for it. */
  answers(known: ReadonlySet<string>): ReceivedMessage[] {
    const whole = this.#files(folders.answers).filter((path) => !isHalf(path));
    return whole.map((path) => {
      const sha256 = this.#sha256(path);
      const said = answerIn(readFileSync(join(this.#root, path), 'utf8'));
      return { messageId: path, ...said, sha256, times: 1, accepted: 1, changed: !known.has(sha256) };
    });
  }

  #files(folder: string): string[] {
    const at = join(this.#root, folder);
    if (!existsSync(at)) return [];
    const entries = readdirSync(at, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
  }

  #sha256(path: string): string {
    return sha256Of(readFileSync(join(this.#root, path)));
  }
}

function isHalf(path: string): boolean {
  return path.endsWith('.part');
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
