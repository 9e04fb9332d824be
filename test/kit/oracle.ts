import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

/** Shared material beside the repository: samples, expected results and the official validators. */
export const SHARED = join(import.meta.dirname, '../../../shared');
const ORACLE = join(SHARED, 'tools/oracle/oracle');

/** What the official validators say of one document. */
export interface OracleVerdict {
  readonly file: string;
  readonly vesid: string | null;
  readonly valid: boolean;
  /** Errors of the XSD; the rules do not run then. */
  readonly xsd: readonly string[];
  readonly failed: readonly { readonly id: string; readonly flag: 'fatal' | 'warning'; readonly location: string }[];
  /** Why there is no verdict, or why some rules could not be evaluated. */
  readonly error?: string;
}

/** Why the official validators cannot be asked on this machine, or undefined. */
export function noOracle(): string | undefined {
  if (!existsSync(ORACLE)) return `${ORACLE} is not there`;
  for (const [program, argument] of [
    ['java', '-version'],
    ['mvn', '--version'],
  ] as const) {
    if (spawnSync(program, [argument], { stdio: 'ignore' }).status !== 0) return `${program} is not there`;
  }
  return undefined;
}

/** The official validators in one Java process that stays. */
export class Oracle {
  readonly #process: ChildProcess;
  readonly #lines: Interface;
  readonly #waiting: ((verdict: OracleVerdict) => void)[] = [];

  /** @param vesid the rule set for all documents, `eu.peppol.bis3:order:2025.11`; else each document's own, the newest */
  constructor(vesid?: string) {
    this.#process = spawn(ORACLE, [...(vesid === undefined ? [] : ['--vesid', vesid]), '-'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#lines = createInterface({ input: this.#process.stdout! });
    this.#lines.on('line', (line) => this.#waiting.shift()?.(JSON.parse(line) as OracleVerdict));
  }

  judge(file: string): Promise<OracleVerdict> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#process.stdin!.write(`${file}\n`);
    });
  }

  /** Lets the process end. */
  close(): void {
    this.#process.stdin!.end();
  }
}
