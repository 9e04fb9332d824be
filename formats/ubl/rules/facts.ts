import type { XmlElement } from '../../xml/element.ts';

/**
 * What rules know of the whole document. It is filled while the lines go by and complete when the header is judged, which is last.
 * Rules on lines may use what stands before the first line, and what their own and earlier lines tell.
 */
export class Facts {
  /** Number of lines. */
  lines = 0;
  /** The first element without any child node but comments, and its line. */
  empty: { readonly path: string; readonly line: number } | undefined;

  /** Takes what later rules need of one line. */
  line(_line: XmlElement): void {}

  /** Takes what rules need of the header: before the first line what stands there, and at the end all of it without the lines. */
  header(_root: XmlElement): void {}
}
