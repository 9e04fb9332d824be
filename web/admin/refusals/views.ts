import type { Explanation } from './explain.ts';

export interface RefusalRow extends Explanation {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly href: string;
  readonly path: string;
  readonly mode: 'production' | 'test' | '';
  readonly user: string;
  readonly remoteAddress: string;
  readonly reference: string;
  readonly status: number;
  /** Code of the error catalogue; empty in rows of earlier releases. */
  readonly code: string;
  /** Absent where the address is nobody's. */
  readonly partner?: { readonly href: string; readonly name: string };
  /** The document that was kept all the same. */
  readonly document: string;
}

/** A connection test: what the partner's system did first since it began. */
export interface TestView {
  /** ISO 8601. */
  readonly since: string;
  /** Address of this test, and of a new one. */
  readonly href: string;
  readonly again: string;
  readonly refused?: RefusalRow;
  readonly arrived?: {
    readonly kind: 'document' | 'session';
    readonly at: string;
    readonly href: string;
    readonly text: string;
  };
}

/** What the templates of web/templates/admin/refusals are given. */
export interface RefusalsViews {
  readonly 'admin/refusals/list': {
    /** Absent: of every partner. */
    readonly partner?: { readonly id: string; readonly name: string; readonly href: string };
    readonly addresses: readonly {
      readonly mode: 'production' | 'test';
      readonly orders: string;
      readonly punchOut: string;
    }[];
    readonly test?: TestView;
    readonly startTest: string;
    readonly rows: readonly RefusalRow[];
    /** Address of this page as it looks for newer rows, and how many there are: at most 20. */
    readonly look: string;
    readonly here: string;
    readonly newer: number;
    readonly older?: string;
    readonly keptDays: number;
  };
  readonly 'admin/refusals/one': {
    readonly row: RefusalRow;
    readonly back: string;
    readonly details: readonly {
      readonly element: string;
      readonly found: string;
      readonly expected: string;
      readonly line: string;
    }[];
    readonly headers: readonly (readonly [name: string, value: string])[];
    readonly body: string;
  };
}
