import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runCartFaults } from '../../bench/faults/carts.ts';
import { runFaults } from '../../bench/faults/run.ts';
import { temporaryFolder } from '../kit/folders.ts';

// The short form of `npm run faults`: every process is killed at least once, with durable storage as by default.
test('killed processes and a failing receiver lose nothing and double nothing', { timeout: 420_000 }, async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const dataDir = temporaryFolder('faults');
  const { verdict, kills, turnedAway } = await runFaults({ orders: 25, seed, dataDir });
  expect({ seed, ...verdict }).toEqual({ seed, lost: [], doubled: [], wrong: [] });
  expect(turnedAway).toBeGreaterThan(0);
  for (const times of Object.values(kills)) expect(times).toBeGreaterThan(0);
  rmSync(dataDir, { recursive: true });
});

// The short form of `npm run faults -- punchout`.
test('killed processes lose no cart and write none twice', { timeout: 420_000 }, async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const dataDir = temporaryFolder('faults');
  const { kills, sessions, lost, doubled, crashes } = await runCartFaults({ kills: 4, seed, dataDir });
  expect({ seed, lost, doubled, crashes }).toEqual({ seed, lost: [], doubled: [], crashes: [] });
  expect(sessions).toBeGreaterThan(5);
  for (const times of Object.values(kills)) expect(times).toBeGreaterThan(0);
  rmSync(dataDir, { recursive: true });
});
