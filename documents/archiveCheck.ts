import { createHash } from 'node:crypto';
import { list, type ReadEntry } from 'tar';
import { SUMMARY, type ArchivedFacts, type ArchiveSummary } from './archive.ts';

export interface ArchiveCheck {
  readonly documents: number;
  /** What is wrong, a sentence each; none: the archive is whole and unchanged. */
  readonly problems: readonly string[];
}

/** More than a person would read. */
const MOST_PROBLEMS = 100;

/** Reads an archive from end to end and holds every document against its sum. @param file path of the tar file */
export async function checkArchive(file: string): Promise<ArchiveCheck> {
  const check = new Check();
  try {
    await list({ file, strict: true, onReadEntry: (entry) => check.read(entry) });
  } catch (error) {
    check.problem(`The file is no whole tar file: ${(error as Error).message}.`);
  }
  return check.end();
}

class Check {
  readonly #problems: string[] = [];
  readonly #sum = createHash('sha256');
  #documents = 0;
  #facts: ArchivedFacts | undefined;
  #summary: ArchiveSummary | undefined;

  problem(text: string): void {
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push(text);
  }

  read(entry: ReadEntry): void {
    const { path } = entry;
    const isFacts = path.endsWith('.json');
    const hash = createHash('sha256');
    const pieces: Buffer[] = [];
    entry.on('data', (piece) => {
      hash.update(piece);
      if (isFacts) pieces.push(piece);
    });
    entry.on('end', () => {
      if (!isFacts) return this.#document(path, hash.digest('hex'));
      const parsed = parse(Buffer.concat(pieces));
      if (parsed === undefined) return this.problem(`${path} cannot be read.`);
      if (path === SUMMARY) this.#summary = parsed as ArchiveSummary;
      else this.#facts = parsed as ArchivedFacts;
    });
  }

  #document(path: string, sha256: string): void {
    const facts = this.#facts;
    this.#facts = undefined;
    if (!facts || !path.includes(`/${facts.id}.`)) return this.problem(`${path} has no facts before it.`);
    if (sha256 !== facts.sha256) this.problem(`${path} is not what it was: its SHA-256 is ${sha256}.`);
    this.#documents += 1;
    this.#sum.update(`${facts.sha256} ${facts.id}\n`);
  }

  end(): ArchiveCheck {
    const sha256 = this.#sum.digest('hex');
    if (this.#summary === undefined) this.problem('The archive is not complete: its last file is missing.');
    else if (this.#summary.documents !== this.#documents || this.#summary.sha256 !== sha256) {
      this.problem(`The archive has ${this.#documents} documents, and was written with ${this.#summary.documents}.`);
    }
    return { documents: this.#documents, problems: this.#problems };
  }
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}
