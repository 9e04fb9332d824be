/**
 * What several identifiers agree on. Each entry holds the ids that one identifier stands for; identifiers that nobody knows say
 * nothing. The answer is the one id that all the others name; none or several in common is a question with every id as candidate.
 */
export function agree<T>(hits: ReadonlyArray<ReadonlySet<T>>): { readonly one?: T; readonly all: T[] } {
  const known = hits.filter((ids) => ids.size > 0);
  const all = [...new Set(known.flatMap((ids) => [...ids]))];
  const common = all.filter((id) => known.every((ids) => ids.has(id)));
  const [one] = common;
  return common.length === 1 && one !== undefined ? { one, all } : { all };
}
