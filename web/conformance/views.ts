import type { Tone } from '../admin/lists/views.ts';

/** A run as page and file show it. */
export interface ReportView {
  readonly about: string;
  readonly begun: string;
  /** The answer first. */
  readonly said: { readonly text: string; readonly tone: Tone };
  readonly isGoingOn: boolean;
  readonly done: number;
  readonly planned: number;
  readonly results: readonly {
    readonly title: string;
    readonly state: { readonly text: string; readonly tone: Tone };
    /** What to do; empty: nothing. */
    readonly advice: string;
    /** The other side's words; empty: none. */
    readonly told: string;
    readonly took: string;
    readonly evidence: readonly { readonly name: string; readonly text: string }[];
  }[];
}

export interface ConformanceReportViews {
  /** A file that needs nothing beside it. */
  readonly 'conformance/report': { readonly report: ReportView };
}
