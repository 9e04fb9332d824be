/** Which kind of check a finding comes from: the XSD, an official rule, the optional core layer, or our own advice. */
export type Layer = 'structure' | 'rules' | 'core' | 'advice';
export type Severity = 'fatal' | 'warning' | 'info';

/** One thing that is wrong, or noteworthy, in a document. */
export interface Finding {
  /** Official rule id (for example `BII2-T01-R010`), or our own for structure and advice (for example `UBL-ORDER`). */
  readonly id: string;
  readonly layer: Layer;
  readonly severity: Severity;
  /** Path with local names and 1-based positions, `[1]` left out where the element is alone: `/Order/OrderLine[3]/LineItem/Quantity`. */
  readonly path: string;
  /** 1-based line in the document's text. */
  readonly line: number;
  /** One sentence for a person. */
  readonly text: string;
  readonly found?: string;
  readonly expected?: string;
}

/** The finding for a person, with the values. */
export function findingSentence({ text, found, expected }: Finding): string {
  return `${text}${found === undefined ? '' : ` Found: ${found}.`}${expected === undefined ? '' : ` Expected: ${expected}.`}`;
}
