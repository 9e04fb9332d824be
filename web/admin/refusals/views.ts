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

/** A check of a request that was pasted. */
export interface StepView {
  readonly name: string;
  /** What was seen, without secrets. */
  readonly seen: string;
  /** Absent: it passed. */
  readonly problem?: Explanation & { readonly message: string; readonly code: string };
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
    /** Empty where it may not be used. */
    readonly pasteHref: string;
    readonly rows: readonly RefusalRow[];
    /** Address of this page as it looks for newer rows, and how many there are: at most 20. */
    readonly look: string;
    readonly here: string;
    readonly newer: number;
    readonly older?: string;
    readonly keptDays: number;
  };
  readonly 'admin/refusals/paste': {
    readonly partner: { readonly id: string; readonly name: string; readonly href: string };
    readonly back: string;
    readonly action: string;
    readonly mode: 'production' | 'test';
    /** As it was typed, where it could not be used; else empty, since it may hold secrets. */
    readonly text: string;
    readonly error: string;
    readonly result?: {
      readonly steps: readonly StepView[];
      readonly passed: boolean;
      /** Name of another partner that the address belongs to. */
      readonly other: string;
      /** A file whose content was not pasted. */
      readonly file: string;
      readonly masked: string;
    };
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
