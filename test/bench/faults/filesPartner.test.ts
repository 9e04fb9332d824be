import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FilesPartner, folders } from '../../../bench/faults/filesPartner.ts';
import { judgeFiles } from '../../../bench/faults/filesVerdict.ts';
import { temporaryFolder } from '../../kit/folders.ts';

const inboxes = [folders.renamed, folders.written];

test('the partner of the faults run sees where each of its files is, and half written ones', async () => {
  const root = temporaryFolder('files-partner');
  const partner = new FilesPartner(root, 300);
  await partner.order(9);
  expect(partner.put).toHaveLength(13);
  const judge = () => judgeFiles(partner.put, partner.kept(), partner.left());
  expect(partner.left()).toHaveLength(13);
  expect(judge().lost).toHaveLength(26);
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
  writeFileSync(join(root, folders.answers, '.answer.xml.part'), '<half');
  expect(partner.answers(new Set())).toEqual([]);
  expect(judge().lost).toEqual([`${folders.answers}/.answer.xml.part: left over`]);
  rmSync(join(root, folders.answers, '.answer.xml.part'));
  const lone = join(folders.renamed, 'errors', '7F3K-Q2WE-F-1-half.xml.json');
  writeFileSync(join(root, lone), '{}');
  expect(judge().lost).toEqual([`${lone}: left over`]);
  const archive = join(root, folders.renamed, 'archive');
  const [first] = readdirSync(archive);
  copyFileSync(join(archive, first!), join(root, folders.renamed, 'claimed', '7F3K-Q2WE-F-1.xml'));
  expect(partner.claimed()).toHaveLength(1);
  rmSync(root, { recursive: true });
});
