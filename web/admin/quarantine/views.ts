import type { Fact, StoryView, TextExcerpt } from '../documents/views.ts';
import type { Choice, ListView, Mark, TableView } from '../lists/views.ts';

/** What the templates of web/templates/admin/quarantine are given. */
export interface QuarantineViews {
  readonly 'admin/quarantine/list': {
    readonly list: ListView;
    /** Runs what waits again; empty where nothing may be done. */
    readonly runAllAction: string;
  };
  readonly 'admin/quarantine/results': { readonly results: TableView; readonly back: string };
  readonly 'admin/quarantine/document': QuarantinedView;
}

export interface QuarantinedView {
  readonly heading: string;
  readonly state: Mark;
  /** Why it was not taken, and what can be done about it. */
  readonly problems: readonly string[];
  readonly advice: string;
  readonly facts: readonly Fact[];
  readonly story: StoryView;
  readonly text: TextExcerpt;
  /** Empty: nothing to check. */
  readonly checkHref: string;
  /** What may be done with it; empty addresses: nothing. */
  readonly runAction: string;
  readonly discardAction: string;
  readonly restoreAction: string;
  /** Partners of the hub that it may belong to. */
  readonly partners: readonly Choice[];
  readonly reason: string;
  readonly reasonError: string;
}
