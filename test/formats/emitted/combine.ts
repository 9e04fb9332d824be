/** Every way to choose one value of each list: the rows of a generated matrix. */
export function combinations<T extends Readonly<Record<string, readonly unknown[]>>>(
  lists: T,
): { readonly [K in keyof T]: T[K][number] }[] {
  const rows = Object.entries(lists).reduce<Record<string, unknown>[]>(
    (found, [key, values]) => found.flatMap((row) => values.map((value) => ({ ...row, [key]: value }))),
    [{}],
  );
  return rows as { readonly [K in keyof T]: T[K][number] }[];
}

/** Every choice of some of the values, in their order; not the empty one. */
export function mixtures<T>(values: readonly T[]): T[][] {
  return values
    .reduce<T[][]>((found, value) => [...found, ...found.map((each) => [...each, value])], [[]])
    .filter((each) => each.length > 0);
}

/** A document that the hub can emit. */
export interface Emitted {
  /** What it is and which of the matrix's states it has. */
  readonly name: string;
  readonly format: string;
  /** The text, written anew each time. */
  readonly text: () => Promise<string>;
}

export async function joined(pieces: AsyncIterable<string> | string): Promise<string> {
  if (typeof pieces === 'string') return pieces;
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
