import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { list } from 'tar';
import { beforeAll, expect, test } from 'vitest';
import { archiveDocuments } from '../../documents/archive.ts';
import { checkArchive } from '../../documents/archiveCheck.ts';
import { CHUNK_BYTES } from '../../documents/chunks.ts';
import { removeBytes } from '../../documents/retention.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { temporaryFolder } from '../kit/folders.ts';
import { answer, partnerWith, received } from '../kit/placed.ts';

const LATER = new Date(Date.now() + 86_400_000);
let database: TestDatabase;
let file: string;
let ids: { order: string; long: string; sent: string };

async function write(name: string, before = LATER): Promise<string> {
  const path = join(temporaryFolder('archive'), name);
  const pieces: Uint8Array[] = [];
  for await (const piece of archiveDocuments(database.em(), before)) pieces.push(piece);
  writeFileSync(path, Buffer.concat(pieces));
  return path;
}

beforeAll(async () => {
  database = await createTestDatabase();
  const em = database.em();
  const partnerId = await partnerWith(em, 'akern');
  const order = await received(em, partnerId, '<Order>åäö</Order>', { number: '4711' });
  const long = await received(em, partnerId, 'x'.repeat(2 * CHUNK_BYTES + 17));
  const gone = await received(em, partnerId, '<Order>borta</Order>');
  await em.transactional((tx) => removeBytes(tx, [gone]));
  ids = { order, long, sent: await answer(em, partnerId, order, 'ready') };
  file = await write('all.tar');
  return database.close;
});

test('an archive has every document with its facts, and is checked by their sums', async () => {
  const paths: string[] = [];
  await list({ file, strict: true, onReadEntry: ({ path }) => void paths.push(path) });
  const month = new Date().toISOString().slice(0, 7);
  const received = [ids.order, ids.long].toSorted();
  expect(paths).toEqual([
    ...received.flatMap((id) => [`received/${month}/${id}.json`, `received/${month}/${id}.xml`]),
    `sent/${month}/${ids.sent}.json`,
    `sent/${month}/${ids.sent}.xml`,
    'summary.json',
  ]);
  expect(readFileSync(file, 'utf8')).toContain('"number": "4711"');
  expect(await checkArchive(file)).toEqual({ documents: 3, problems: [] });
});

test('a changed letter, a lost end and a file that is none are found', async () => {
  const bytes = readFileSync(file);
  const changed = Buffer.from(bytes);
  changed[changed.indexOf('<Order>åäö') + 8]! ^= 1;
  const path = `${file}.changed`;
  writeFileSync(path, changed);
  expect((await checkArchive(path)).problems).toEqual([
    expect.stringMatching(`received/.*/${ids.order}.xml is not what it was`),
  ]);
  writeFileSync(path, bytes.subarray(0, bytes.indexOf('summary.json')));
  expect((await checkArchive(path)).problems).toEqual([expect.stringContaining('not complete')]);
  writeFileSync(path, 'no archive at all');
  expect((await checkArchive(path)).problems.length).toBeGreaterThan(0);
});

test('what came later is not in it, and nothing at all is an archive too', async () => {
  expect(await checkArchive(await write('none.tar', new Date('2020-01-01')))).toEqual({ documents: 0, problems: [] });
});
