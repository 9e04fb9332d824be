/** What a sheet is made of. Pure. */
export interface SheetFact {
  readonly label: string;
  readonly values: readonly string[];
  /** Addresses and names that are copied as they are. */
  readonly isCode: boolean;
}

export interface SheetSection {
  readonly title: string;
  readonly facts: readonly SheetFact[];
  readonly examples: readonly { readonly title: string; readonly text: string }[];
}

export function fact(label: string, ...values: readonly string[]): SheetFact {
  return { label, values, isCode: false };
}

export function code(label: string, ...values: readonly string[]): SheetFact {
  return { label, values, isCode: true };
}
