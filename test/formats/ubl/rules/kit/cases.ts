import { remove, type Node } from './document.ts';

/** A document that breaks a rule. */
export interface Case {
  /** Makes the rule, and only what is listed, break. */
  readonly spoil: (document: Node) => void;
  /** Findings of layer `rules` that it leads to, `id path`. */
  readonly found: readonly string[];
}

/** One per rule, by id. The fixture itself breaks none, which is the passing document of all of them. */
export type Cases = Readonly<Record<string, Case>>;

/** Takes name and identifier of a party away. */
export function anonymous(party: string): (document: Node) => void {
  return (document) => {
    remove(document, `${party}/cac:PartyIdentification`);
    remove(document, `${party}/cac:PartyName`);
  };
}
