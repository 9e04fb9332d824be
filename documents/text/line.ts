/** Where a line begins, so that cutting can go on from there. */
export interface Mark {
  /** Counted from 1. */
  readonly line: number;
  /** Bytes before it. */
  readonly offset: number;
  /** Elements around it. */
  readonly depth: number;
}

/** A line as it is shown; characters are bytes (ISO 8859-1) until a page of lines is decoded. */
export interface CutLine {
  readonly line: number;
  readonly text: string;
  /** Characters at its end that are not shown. */
  readonly more: number;
  /** Present where cutting can go on from it. */
  readonly mark?: Mark;
}

/** Cuts a text that comes in pieces into lines. */
export interface LineCutter {
  /** The lines that are complete now. */
  write(piece: string): CutLine[];
  /** The rest. */
  end(): CutLine[];
}

/** A longer line is cut: the whole stands in the file. */
export const LONGEST_LINE = 4_000;

export const BEGINNING: Mark = { line: 1, offset: 0, depth: 0 };
