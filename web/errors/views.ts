import type { PublicFrame } from '../public/frame.ts';

/** What the templates of web/templates/errors are given. */
export interface ErrorsViews {
  readonly 'errors/list': {
    readonly frame: PublicFrame;
    readonly action: string;
    readonly language: string;
    readonly q: string;
    readonly family: string;
    readonly families: readonly {
      readonly href: string;
      readonly text: string;
      readonly count: number;
      readonly here: boolean;
    }[];
    readonly rows: readonly { readonly href: string; readonly code: string; readonly meaning: string }[];
    readonly found: number;
    /** The next rows; absent on the last page. */
    readonly next?: string;
  };
  readonly 'errors/entry': {
    readonly frame: PublicFrame;
    readonly code: string;
    readonly family: string;
    readonly meaning: string;
    readonly cause: string;
    readonly example: string;
    readonly remedy: string;
    readonly facts: readonly { readonly name: string; readonly values: readonly string[] }[];
    readonly list: string;
  };
  readonly 'errors/none': {
    readonly frame: PublicFrame;
    readonly code: string;
    readonly list: string;
    readonly action: string;
  };
}
