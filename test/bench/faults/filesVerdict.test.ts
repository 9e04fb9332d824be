import { describe, expect, test } from 'vitest';
import { judgeFiles, type KeptFile } from '../../../bench/faults/filesVerdict.ts';

const order = { name: 'F-1.xml', sha256: 'abc', isBroken: false };
const half = { name: 'F-1-half.xml', sha256: 'def', isBroken: true };
const kept: KeptFile = { name: 'F-1.xml', sha256: 'abc', folder: 'archive', isExplained: false };
const refused: KeptFile = { name: 'F-1-half.xml', sha256: 'def', folder: 'errors', isExplained: true };

const judge = (files: readonly KeptFile[], left: readonly string[] = []) => judgeFiles([order, half], files, left);

describe('the verdict on files', () => {
  test('nothing is wrong where each stands in its folder, a broken one with its reason', () => {
    expect(judge([kept, refused])).toEqual({ lost: [], doubled: [] });
  });

  test.each<[string, readonly KeptFile[], readonly string[]]>([
    ['is in no folder', [refused], []],
    ['still stands in the inbox', [refused], ['in/F-1.xml']],
    ['was refused, though it is whole', [{ ...kept, folder: 'errors', isExplained: true }, refused], []],
    ['was taken, though it is broken', [kept, { ...refused, folder: 'archive' }], []],
    ['was refused without a reason', [kept, { ...refused, isExplained: false }], []],
    ['was put away with other bytes', [{ ...kept, sha256: 'ghi' }, refused], []],
  ])('one that %s is lost', (_, files, left) => {
    expect(judge(files, left).lost).not.toEqual([]);
  });

  test.each<[string, readonly KeptFile[]]>([
    ['put away twice', [kept, kept, refused]],
    ['that nobody put there', [kept, refused, { ...kept, name: 'F-2.xml' }]],
  ])('one %s is doubled', (_, files) => {
    expect(judge(files).doubled).not.toEqual([]);
  });
});
