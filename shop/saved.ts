/** Why a row was not stored. `index` counts the rows handed over, from 0. */
export interface RowProblem {
  readonly index: number;
  /** Path of the field: `buyersNumbers.0.customer`. */
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/**
 * Rows with the same key: the last one counts, as if they had come one after the other. Keeps the index of each. Sorted by key, so
 * that two savings at the same time wait for each other instead of locking each other out.
 */
export function lastOfEach<T>(
  rows: readonly T[],
  key: (row: T) => string,
): { readonly row: T; readonly index: number }[] {
  const last = new Map<string, { row: T; index: number }>();
  for (const [index, row] of rows.entries()) last.set(key(row), { row, index });
  return [...last].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, latest]) => latest);
}
