/** A form that the buyer's browser posts to the purchasing system. Nothing of it is secret: the buyer sees it. */
export interface BrowserForm {
  /** Address of the purchasing system, or `SAPEVENT:POST`. */
  readonly action: string;
  readonly method: 'post' | 'get';
  /** Name of the frame that shows the answer; `_top` breaks out of all. */
  readonly target: string;
  /** The page is written in it, so the browser posts in it: `utf-8`, `iso-8859-1` or `windows-1252`. Every value can be written in it. */
  readonly charset: FormCharset;
  /** In the order of the form. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

export type FormCharset = 'utf-8' | 'iso-8859-1' | 'windows-1252';
