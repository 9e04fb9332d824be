import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchResult } from './result.ts';
import { orderXml } from './orders.ts';
import type { ParseSide } from './parse.side.ts';
import { median, rounded } from './statistics.ts';

const LINES = 10_000;
const RUNS = 5;

export interface ParseResult extends BenchResult {
  readonly bench: 'parse';
  /** Bytes per second of bytes to neutral order ÷ bare saxes: the median of the pairs. */
  readonly ratio: number;
  /** The same with the content hash. */
  readonly hashed: number;
  readonly megabytesPerSecond: number;
}

/** Reads an order of 10,000 lines into the neutral order, against bare saxes on the same bytes; each in fresh processes, in turn. */
export async function parse(): Promise<ParseResult> {
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-bench-'));
  try {
    const file = join(folder, 'order.xml');
    writeFileSync(file, orderXml({ number: 'PARSE-1', lines: LINES, articles: 300 }));
    const runs = Array.from({ length: RUNS }, () => ({
      saxes: inFreshProcess('saxes', file),
      order: inFreshProcess('order', file),
      hashed: inFreshProcess('hashed', file),
    }));
    const megabytes = statSync(file).size / 1e6;
    return await Promise.resolve({
      bench: 'parse',
      ratio: rounded(median(runs.map(({ saxes, order }) => saxes / order))),
      hashed: rounded(median(runs.map(({ saxes, hashed }) => saxes / hashed))),
      megabytesPerSecond: rounded((megabytes * 1000) / median(runs.map(({ order }) => order))),
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function inFreshProcess(side: ParseSide, file: string): number {
  const output = execFileSync(process.execPath, [`${import.meta.dirname}/parse.side.ts`, side, file]);
  return (JSON.parse(output.toString()) as { milliseconds: number }).milliseconds;
}
