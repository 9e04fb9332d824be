import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

const DATA = join(import.meta.dirname, '../data');

/** Compares with a file below test/data, byte for byte. With UPDATE=1 in the environment the file is written instead: look at the diff. */
export function expectGolden(file: string, actual: string): void {
  const path = join(DATA, file);
  if (process.env['UPDATE'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
  }
  expect(actual).toBe(readFileSync(path, 'utf8'));
}
