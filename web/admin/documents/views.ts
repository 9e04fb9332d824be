import type { Cell, ListView, Mark, TableView } from '../lists/views.ts';

/** What the templates of web/templates/admin/documents are given. */
export interface DocumentsViews {
  readonly 'admin/documents/list': { readonly list: ListView };
  readonly 'admin/documents/in': DocumentView & {
    readonly answers: TableView | undefined;
    readonly attachments: readonly { readonly href: string; readonly name: string; readonly about: string }[];
    /** Present where it can be taken in once more, or was kept to be. */
    readonly runAgain: { readonly action: string } | undefined;
    readonly quarantine: string;
  };
  readonly 'admin/documents/out': DocumentView & {
    readonly attempts: readonly AttemptView[];
    readonly send: { readonly action: string; readonly isAgain: boolean } | undefined;
    readonly cancel: string;
    /** Who paused deliveries to the partner; empty where nobody has. */
    readonly paused: string;
  };
  readonly 'admin/documents/text': TextPageView;
  readonly 'admin/documents/check': CheckView;
}

export interface Fact {
  readonly label: string;
  readonly cell: Cell;
}

/** What happened, and what happens next. */
export interface StoryView {
  readonly entries: readonly { readonly at: string; readonly text: string }[];
  readonly next: string;
}

/** Where a thing stands, and how it came there. */
export interface AboutView {
  readonly heading: string;
  readonly state: Mark;
  readonly facts: readonly Fact[];
  /** What is less often asked for. */
  readonly details: readonly Fact[];
  readonly story: StoryView;
  /** The page itself where something is still to happen, so that its story goes on by itself; else empty. */
  readonly live: string;
}

export interface DocumentView extends AboutView {
  /** Why it was refused, with what was found. */
  readonly problems: readonly string[];
  readonly text: TextExcerpt;
  readonly checkHref: string;
  readonly mayAct: boolean;
}

export interface LineView {
  readonly line: number;
  readonly text: string;
  readonly more: number;
}

/** The beginning of a text. */
export interface TextExcerpt {
  readonly lines: readonly LineView[];
  /** The whole of it, for reading and as a file. */
  readonly href: string;
  readonly fileHref: string;
  /** False: it can only be kept as a file. */
  readonly isText: boolean;
  /** When it was removed, after the time for which it is kept; empty: it is there. */
  readonly removed: string;
}

export interface AttemptView {
  readonly number: number;
  readonly at: string;
  readonly duration: string;
  readonly mark: Mark;
  readonly text: string;
  /** What the receiver answered, its beginning. */
  readonly answer: string;
}

export interface TextPageView {
  readonly heading: string;
  /** The page about the document. */
  readonly back: { readonly href: string; readonly text: string };
  readonly fileHref: string;
  readonly views: readonly { readonly href: string; readonly text: string; readonly here: boolean }[];
  readonly action: string;
  readonly view: string;
  readonly q: string;
  /** Of a search: the lines with the text. */
  readonly hits: readonly (LineView & { readonly href: string })[] | undefined;
  readonly lines: readonly LineView[];
  /** The line that was asked for; 0: none. */
  readonly line: number;
  readonly total: number;
  readonly previous: string;
  readonly next: string;
  readonly isText: boolean;
}

export interface CheckView {
  readonly heading: string;
  readonly back: { readonly href: string; readonly text: string };
  readonly verdict: Mark;
  /** What it was taken for; empty: nothing that is known. */
  readonly format: string;
  readonly findings: readonly {
    readonly mark: Mark;
    readonly rule: string;
    /** Its page in the error catalogue. */
    readonly ruleHref: string;
    readonly layer: string;
    readonly path: string;
    readonly text: string;
    readonly line: number;
    readonly href: string;
  }[];
  readonly omitted: number;
}
