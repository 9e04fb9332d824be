/** What every benchmark returns; printed as its last line. */
export interface BenchResult {
  readonly bench: string;
  readonly ratio: number;
}
