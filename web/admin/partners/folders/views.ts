import type { Mode } from '../../../../partners/partner.entity.ts';

/** A folder that documents are fetched from or put into. */
export interface FolderView {
  /** `sftp://user@host:22/in`. */
  readonly name: string;
  readonly tone: 'good' | 'warn' | 'bad' | 'info';
  readonly text: string;
  /** Sentences on how it goes. */
  readonly facts: readonly string[];
  /** What the button does that a person may press; empty: there is none. */
  readonly button: string;
}

/** The folders of an agreement in one line. */
export type FoldersLine = Pick<FolderView, 'tone' | 'text'>;

export interface FoldersView {
  readonly partner: { readonly id: string; readonly name: string };
  /** Address of the partner's page. */
  readonly base: string;
  /** Where the page asks for itself again. */
  readonly href: string;
  readonly modes: readonly {
    readonly mode: Mode;
    readonly groups: readonly { readonly title: string; readonly folders: readonly FolderView[] }[];
  }[];
}
