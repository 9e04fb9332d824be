import type { PublicFrame } from '../../public/frame.ts';

/** What the templates of web/templates/entrance are given. Problems are sentences; empty: none. */
export interface EntranceViews {
  readonly 'entrance/login': {
    readonly frame: PublicFrame;
    readonly action: string;
    readonly next: string;
    readonly name: string;
    /** Why the page is shown. */
    readonly told: string;
    readonly problem: string;
    /** Where the identity provider is asked; empty: there is none. */
    readonly oidc: string;
  };
  readonly 'entrance/first': { readonly frame: PublicFrame; readonly action: string; readonly problem: string };
  readonly 'entrance/setup': {
    readonly frame: PublicFrame;
    readonly action: string;
    /** Name of the account; empty: one is made. */
    readonly whose: string;
    readonly name: string;
    readonly nameProblem: string;
    readonly passwordProblem: string;
    /** Characters of a password. */
    readonly least: number;
  };
  readonly 'entrance/linkEnded': { readonly frame: PublicFrame };
  readonly 'entrance/oidcFailed': {
    readonly frame: PublicFrame;
    readonly text: string;
    readonly reference: string;
    readonly login: string;
    readonly again: string;
  };
  readonly 'entrance/error': {
    readonly frame: PublicFrame;
    readonly text: string;
    readonly reference: string;
    readonly code: string;
  };
}
