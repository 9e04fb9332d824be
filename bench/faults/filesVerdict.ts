/** A file that the partner has put into a folder. */
export interface PutFile {
  /** No other has it. */
  readonly name: string;
  readonly sha256: string;
  /** Is it no document that can be taken? */
  readonly isBroken: boolean;
}

/** A file that was put away. */
export interface KeptFile {
  /** As the partner called it. */
  readonly name: string;
  readonly folder: 'archive' | 'errors';
  readonly sha256: string;
  /** Does a file beside it say why it was refused? */
  readonly isExplained: boolean;
}

export interface FilesVerdict {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
}

/**
 * Each file has to be put away once, byte by byte: in `archive`, or, where it is broken, in `errors` with its reason. Pure.
 * @param left files that stand anywhere else at the end: in an inbox, in `claimed`, or half written
 */
export function judgeFiles(put: readonly PutFile[], kept: readonly KeptFile[], left: readonly string[]): FilesVerdict {
  const lost = left.map((path) => `${path}: left over`);
  const doubled: string[] = [];
  const byName = Map.groupBy(kept, ({ name }) => name);
  for (const { name, sha256, isBroken } of put) {
    const found = byName.get(name) ?? [];
    const folder = isBroken ? 'errors' : 'archive';
    if (found.length === 0) lost.push(`${name}: in no folder`);
    if (found.length > 1) doubled.push(`${name}: ${found.length} times`);
    for (const file of found) {
      if (file.folder !== folder) lost.push(`${name}: in ${file.folder}, not in ${folder}`);
      if (file.sha256 !== sha256) lost.push(`${name}: other bytes were put away`);
      if (isBroken && !file.isExplained) lost.push(`${name}: refused without a reason`);
    }
  }
  const names = new Set(put.map(({ name }) => name));
  for (const name of byName.keys()) if (!names.has(name)) doubled.push(`${name}: nobody put it there`);
  return { lost, doubled };
}
