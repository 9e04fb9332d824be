import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { median } from './statistics.ts';

/** What the sides of `parse` and `validate` share; each side runs in a fresh process of its own. */

const CHUNK = 65_536;

/** A file as it would come over the wire, in memory. */
export function chunksOf(file: string): readonly Uint8Array[] {
  const bytes = readFileSync(file);
  return Array.from({ length: Math.ceil(bytes.length / CHUNK) }, (_, i) => bytes.subarray(i * CHUNK, (i + 1) * CHUNK));
}

/** The yardstick: saxes with namespaces and no handlers. */
export function bareSaxes(chunks: readonly Uint8Array[]): void {
  const parser = new SaxesParser({ xmlns: true });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (const chunk of chunks) parser.write(decoder.decode(chunk, { stream: true }));
  parser.close();
}

/** Median milliseconds of `measured` runs after `warm` others. */
export function medianTime(work: () => void, warm: number, measured: number): number {
  const times: number[] = [];
  for (let i = 0; i < warm + measured; i += 1) {
    const begin = performance.now();
    work();
    if (i >= warm) times.push(performance.now() - begin);
  }
  return median(times);
}
