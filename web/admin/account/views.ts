import type { Language } from '../../../documents/words.ts';

/** What the templates of web/templates/admin/account are given. */
export interface AccountViews {
  readonly 'admin/account/account': {
    readonly language: Language;
    /** Logs in here by a password? */
    readonly hasPassword: boolean;
    readonly least: number;
    /** Sentences; empty: none. */
    readonly currentProblem: string;
    readonly passwordProblem: string;
  };
}
