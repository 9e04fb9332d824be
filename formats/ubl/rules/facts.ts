import type { XmlElement } from '../../xml/element.ts';

/**
 * What rules know of the whole document. It is filled while the lines go by and complete when the header is judged, which is last.
 * Rules on lines may use only what their own line tells.
 */
export class Facts {
  /** Number of lines. */
  lines = 0;
  /** The first element without any child node but comments, and its line. */
  empty: { readonly path: string; readonly line: number } | undefined;

  /** Takes what later rules need of one line. */
  line(_line: XmlElement): void {}

  /** Takes what rules need of the header; its lines are gone. */
  header(_root: XmlElement): void {}
}
