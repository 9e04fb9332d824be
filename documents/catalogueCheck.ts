/**
 * Written catalogues are measured, and those in UBL held to the official rules of Peppol, by a thread of this process while they are written:
 * the rules take as long as the writing, there is another core, and orders do not wait for either.
 */
import { Worker } from 'node:worker_threads';
import type { CatalogueFormat } from '../formats/document/catalogue.ts';
import type { BrokenRule } from './catalogueRefusals.ts';

/** What the thread is told of a check. */
export interface Task {
  readonly check: number;
  readonly isUbl: boolean;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** It is over: what was found is wanted, or is not. */
  readonly ends?: 'judged' | 'dropped';
}

/** To every task one. */
export interface Answer {
  readonly judged?: Judged;
}

/** What was found in a document. */
export interface Judged {
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
  /** Official rules that would have a receiver refuse it, the first ones. */
  readonly broken: readonly BrokenRule[];
}

/** Tasks that may lie before the thread: memory must not grow with what is written faster than it is judged. */
const MOST_WAITING = 4;
/** Documents that may be checked at a time; of more the oldest is read once more when it is written. */
const MOST_OPEN = 8;

interface Awaiting {
  readonly done: (answer: Answer) => void;
  readonly failed: (error: unknown) => void;
}

/** The thread, which never keeps the process alive but for an answer. */
class Thread {
  readonly #worker = new Worker(new URL('catalogueCheck.thread.ts', import.meta.url));
  /** It answers in order. */
  readonly #awaiting: Awaiting[] = [];
  /** Why it has ended, which only a fault makes it. */
  fault: Error | undefined;

  constructor() {
    this.#worker.on('message', (answer: Answer) => {
      this.#awaiting.shift()!.done(answer);
      if (this.#awaiting.length === 0) this.#worker.unref();
    });
    this.#worker.on('error', (error) => this.#end(error));
    this.#worker.on('exit', () => this.#end(new Error('the thread that checks catalogues has ended')));
    this.#worker.unref();
  }

  ask(task: Task): Promise<Answer> {
    if (this.fault) return Promise.reject(this.fault);
    this.#worker.ref();
    return new Promise((done, failed) => {
      this.#awaiting.push({ done, failed });
      this.#worker.postMessage(task, task.bytes ? [task.bytes.buffer] : []);
    });
  }

  #end(fault: Error): void {
    this.fault ??= fault;
    for (const { failed } of this.#awaiting.splice(0)) failed(fault);
  }
}

let thread: Thread | undefined;

/** The one of this process, started when it is first needed, and anew after a fault. */
function running(): Thread {
  if (!thread || thread.fault) thread = new Thread();
  return thread;
}

let checks = 0;

/** The check of one document. Its methods fail where the thread has failed. */
export class CatalogueCheck {
  readonly #of: Pick<Task, 'check' | 'isUbl'>;
  readonly #thread = running();
  readonly #waiting: Promise<Answer>[] = [];
  #judged: Promise<Answer> | undefined;
  /** Bytes that it was handed. */
  size = 0;

  constructor(format: CatalogueFormat) {
    this.#of = { check: (checks += 1), isUbl: format === 'peppol-1a' || format === 'peppol-3' };
  }

  /** Takes the next bytes; resolves when there is room for more. */
  async write(bytes: Uint8Array): Promise<void> {
    this.size += bytes.length;
    this.#waiting.push(this.#ask({ bytes: new Uint8Array(bytes) }));
    if (this.#waiting.length > MOST_WAITING) await this.#waiting.shift();
  }

  /** Says that the document is complete. */
  end(): void {
    this.#judged = this.#ask({ ends: 'judged' });
  }

  /** What was found; undefined while it is not complete. */
  async judged(): Promise<Judged | undefined> {
    return (await this.#judged)?.judged;
  }

  get hasFailed(): boolean {
    return this.#thread.fault !== undefined;
  }

  /** Nobody wants to know any more. */
  drop(): void {
    if (!this.#judged) void this.#ask({ ends: 'dropped' });
  }

  /** What fails is told to whoever waits for it. */
  #ask(task: Omit<Task, 'check' | 'isUbl'>): Promise<Answer> {
    const answer = this.#thread.ask({ ...this.#of, ...task });
    answer.catch(() => undefined);
    return answer;
  }
}

/** Of documents that this process is writing, or has written. */
const open = new Map<string, CatalogueCheck>();

/** The check that goes on with a document; undefined where this process has not seen all that is written of it. */
export function checkAlong(documentId: string, format: CatalogueFormat, written: number): CatalogueCheck | undefined {
  const known = open.get(documentId);
  if (known?.size === written && !known.hasFailed) return known;
  forget(documentId);
  if (written > 0) return undefined;
  const check = new CatalogueCheck(format);
  open.set(documentId, check);
  if (open.size > MOST_OPEN) forget(open.keys().next().value!);
  return check;
}

/** What was found in a document; undefined where this process has not seen all of it. For the last time. */
export async function foundAlong(documentId: string): Promise<Judged | undefined> {
  try {
    return await open.get(documentId)?.judged();
  } finally {
    forget(documentId);
  }
}

/** Lets go of a document's check, as the end of the process would. */
export function forget(documentId: string): void {
  open.get(documentId)?.drop();
  open.delete(documentId);
}
