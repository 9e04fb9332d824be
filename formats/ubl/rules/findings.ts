import type { Finding } from '../../document/finding.ts';

/** Kept per document: enough for any person, and constant in memory. */
const MOST = 1000;
/** Kept of each id even when the document has more than `MOST` others, so that no id is ever lost. */
const MOST_OF_ONE_ID_BEYOND = 10;

/** Gathers findings in constant memory; what is beyond the limits is counted. */
export class Findings {
  readonly #kept: Finding[] = [];
  readonly #counts = new Map<string, number>();
  /** How many findings were not kept. */
  omitted = 0;
  /** True after the first fatal finding, kept or not. */
  fatal = false;

  /** The rest is made only for findings that are kept: it needs paths, which cost time in wide documents. */
  add(head: Pick<Finding, 'id' | 'layer' | 'severity'>, rest: () => Omit<Finding, 'id' | 'layer' | 'severity'>): void {
    const count = (this.#counts.get(head.id) ?? 0) + 1;
    this.#counts.set(head.id, count);
    this.fatal ||= head.severity === 'fatal';
    if (this.#kept.length < MOST || count <= MOST_OF_ONE_ID_BEYOND) this.#kept.push({ ...head, ...rest() });
    else this.omitted++;
  }

  /** All that were kept, by line. `path` may shorten paths. */
  sorted(path: (path: string) => string): Finding[] {
    return this.#kept.map((each) => ({ ...each, path: path(each.path) })).toSorted((a, b) => a.line - b.line);
  }
}

/** Properties of a finding that are left out when there is nothing to tell. Long values are cut: they are for a person. */
export function detail(found: string | undefined, expected: string | undefined): Pick<Finding, 'found' | 'expected'> {
  const shown = found?.trim().slice(0, 200).toWellFormed();
  return { ...(shown ? { found: shown } : {}), ...(expected === undefined ? {} : { expected }) };
}
