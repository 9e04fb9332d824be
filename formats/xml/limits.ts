/** What a document may cost. Lengths of text are in characters. */
export interface XmlLimits {
  readonly bytes: number;
  /** Nested elements. */
  readonly depth: number;
  readonly elements: number;
  /** Elements and attributes held in memory at the same time: the header and one line. */
  readonly keptNodes: number;
  readonly attributesPerElement: number;
  /** One text, attribute value, comment or name. */
  readonly text: number;
}

/** A 28A line of the official samples is 46 elements and 2.6 kB: 10,000 lines are 460,000 elements and 26 MB. */
export const DEFAULT_LIMITS: XmlLimits = {
  bytes: 50_000_000,
  depth: 64,
  elements: 1_000_000,
  keptNodes: 100_000,
  attributesPerElement: 100,
  text: 1_000_000,
};

/** For files of one's own, which may be of any length: what is in memory at a time stays bounded. */
export const ANY_LENGTH: Partial<XmlLimits> = { bytes: Infinity, elements: Infinity };
