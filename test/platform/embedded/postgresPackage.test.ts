import { mkdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { repairLinks } from '../../../platform/embedded/postgresPackage.ts';
import { temporaryFolder } from '../../kit/folders.ts';

test('links of libraries that an ignored install script did not make are made, those there are left', () => {
  const root = temporaryFolder('package');
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'native/lib'), { recursive: true });
  writeFileSync(join(root, 'native/lib/libpq.so.5.18'), 'library');
  writeFileSync(
    join(root, 'native/pg-symlinks.json'),
    JSON.stringify([
      { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' },
      { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
    ]),
  );
  repairLinks(root);
  repairLinks(root);
  expect(readlinkSync(join(root, 'native/lib/libpq.so'))).toBe('libpq.so.5.18');
  expect(readlinkSync(join(root, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18');
});
