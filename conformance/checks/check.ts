/** One check of an agreement by the simulated system, and what came of it. */
export const outcomes = ['pass', 'fail', 'notApplicable'] as const;
export type Outcome = (typeof outcomes)[number];

/** What a check saw: shown beside its outcome. */
export interface Evidence {
  /** What it is, as `order`, `receipt`, `cart`. */
  readonly name: string;
  /** Without secrets. */
  readonly text: string;
}

export interface CheckResult {
  /** As `order.peppol-28a-order`. */
  readonly id: string;
  readonly outcome: Outcome;
  /** What was found where it failed, or why it does not apply: a key of the catalogue of sentences, with its values. */
  readonly finding: { readonly key: string; readonly values: Readonly<Record<string, string>> } | null;
  readonly evidence: readonly Evidence[];
  readonly milliseconds: number;
}
