/** The thread of catalogueCheck.ts: it measures what it is handed, and judges UBL by the official rules. */
import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { findingSentence } from '../formats/document/finding.ts';
import { DocumentValidator } from '../formats/validate.ts';
import { ANY_LENGTH } from '../formats/xml/limits.ts';
import type { Answer, Judged, Task } from './catalogueCheck.ts';

/** Broken rules that are told. */
const MOST_TOLD = 10;

class Judging {
  readonly #validator: DocumentValidator | undefined;
  readonly #hash = createHash('sha256');
  #size = 0;

  constructor(isUbl: boolean) {
    if (isUbl) this.#validator = new DocumentValidator({ core: false, limits: ANY_LENGTH });
  }

  take(bytes: Uint8Array): void {
    this.#validator?.write(bytes);
    this.#hash.update(bytes);
    this.#size += bytes.length;
  }

  end(): Judged {
    const fatal = this.#validator?.finish().findings.filter(({ severity }) => severity === 'fatal') ?? [];
    const broken = fatal
      .slice(0, MOST_TOLD)
      .map((finding) => ({ id: finding.id, path: finding.path, text: findingSentence(finding) }));
    return { size: this.#size, sha256: this.#hash.digest('hex'), broken };
  }
}

const open = new Map<number, Judging>();

parentPort!.on('message', ({ check, isUbl, bytes, ends }: Task) => {
  const judging = open.get(check) ?? new Judging(isUbl);
  open.set(check, judging);
  if (bytes) judging.take(bytes);
  if (ends) open.delete(check);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
  parentPort!.postMessage((ends === 'judged' ? { judged: judging.end() } : {}) satisfies Answer);
});
