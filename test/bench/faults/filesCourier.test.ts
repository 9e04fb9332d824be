import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OrderingPartner } from '../../../bench/faults/courier.ts';
import { folderCourier } from '../../../bench/faults/filesCourier.ts';
import { judgeFiles } from '../../../bench/faults/filesVerdict.ts';
import { temporaryFolder } from '../../kit/folders.ts';

test('a partner that puts files sees where each of them is, and half written ones', async () => {
  const root = temporaryFolder('files-courier');
  const courier = await folderCourier(root);
  await new OrderingPartner(courier).order(9);
  expect(courier.put).toHaveLength(13);
  const judge = () => judgeFiles(courier.put, courier.kept(), courier.left());
  expect(courier.left()).toHaveLength(13);
  expect(judge().lost).toHaveLength(26);
  const inboxes = courier.settings.pickups!.map(({ folder }) => folder);
  for (const inbox of inboxes) {
    const at = join(root, inbox);
    for (const folder of ['claimed', 'archive', 'errors']) mkdirSync(join(at, folder));
    for (const entry of readdirSync(at, { withFileTypes: true }).filter((each) => each.isFile())) {
      const isHalf = entry.name.endsWith('-half.xml');
      const kept = join(at, isHalf ? 'errors' : 'archive', `7F3K-Q2WD-${entry.name}`);
      renameSync(join(at, entry.name), kept);
      if (isHalf) writeFileSync(`${kept}.json`, '{}');
    }
  }
  expect(judge()).toEqual({ lost: [], doubled: [] });
  for (const [folder, file] of [
    ['answers', '.answer.xml.part'],
    ['renamed/errors', '7F3K-Q2WE-F-1-half.xml.json'],
  ] as const) {
    const stray = join('bench', folder, file);
    writeFileSync(join(root, stray), '<half');
    expect(judge().lost).toEqual([`${stray}: left over`]);
    rmSync(join(root, stray));
  }
  expect(courier.answers(new Set())).toEqual([]);
  const archive = join(root, inboxes[0]!, 'archive');
  const [first] = readdirSync(archive);
  copyFileSync(join(archive, first!), join(root, inboxes[0]!, 'claimed', '7F3K-Q2WE-F-1.xml'));
  expect(courier.claimed()).toHaveLength(1);
  rmSync(root, { recursive: true });
});
