import type { Fact } from '../documents/views.ts';
import type { Mark, TableView, Choice } from '../lists/views.ts';

/** What the templates of web/templates/admin/catalogues are given. */
export interface CataloguesViews {
  readonly 'admin/catalogues/list': {
    readonly partner: { readonly id: string; readonly name: string };
    /** Where catalogues go, a sentence for each mode with an agreement; none: there is nothing to export by. */
    readonly ways: readonly WayView[];
    /** Undefined: the person may not start one. */
    readonly start: StartView | undefined;
    readonly table: TableView;
    readonly isUnderWay: boolean;
    readonly first: string;
    readonly next: string;
  };
  readonly 'admin/catalogues/one': OneCatalogueView;
}

export interface WayView {
  readonly mode: string;
  readonly text: string;
  /** When one begins by itself, and what came of the last turns; empty: never. */
  readonly schedule: readonly string[];
  readonly settingsHref: string;
}

/** The form that starts one. */
export interface StartView {
  readonly action: string;
  readonly fields: readonly {
    readonly name: 'mode' | 'format' | 'content';
    readonly label: string;
    readonly choices: readonly (Choice & { readonly chosen: boolean })[];
  }[];
  readonly error: string;
}

export interface OneCatalogueView {
  readonly partner: { readonly id: string; readonly name: string };
  readonly number: string;
  readonly state: Mark;
  /** What has happened or happens next, first of all. */
  readonly said: string;
  readonly facts: readonly Fact[];
  /** Its own address while it is written or sent; empty: nothing changes by itself any more. */
  readonly live: string;
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  /** Official rules that it breaks, with their pages in the error catalogue. */
  readonly broken: readonly {
    readonly rule: string;
    readonly href: string;
    readonly path: string;
    readonly text: string;
  }[];
  /** Where a decision is sent; empty: there is none to make. */
  readonly decision: string;
  /** In order; one whose turn has not come has no address and no state. */
  readonly documents: readonly {
    readonly href: string;
    readonly number: string;
    readonly fileHref: string;
    readonly state: Mark | undefined;
    /** What the receiver has said of it; empty: nothing. */
    readonly answer: string;
  }[];
  readonly tabs: readonly { readonly href: string; readonly text: string; readonly here: boolean }[];
  readonly items: TableView;
  /** Why no item is listed. */
  readonly empty: string;
  readonly first: string;
  readonly next: string;
}
