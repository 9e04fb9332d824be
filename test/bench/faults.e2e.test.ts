import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runFaults } from '../../bench/faults/run.ts';
import { temporaryFolder } from '../kit/folders.ts';

// The short form of `npm run faults`: every process is killed at least once, with durable storage as by default.
test('killed processes and a failing receiver lose nothing and double nothing', { timeout: 420_000 }, async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const dataDir = temporaryFolder('faults');
  const { verdict, kills } = await runFaults({ orders: 25, seed, dataDir });
  expect({ seed, ...verdict }).toEqual({ seed, lost: [], doubled: [], wrong: [] });
  for (const times of Object.values(kills)) expect(times).toBeGreaterThan(0);
  rmSync(dataDir, { recursive: true });
});
