import type { Finding, Layer } from '../../../../../formats/document/finding.ts';
import { DocumentValidator, type ValidationResult } from '../../../../../formats/validate.ts';
import { write, type Node } from './document.ts';

export function validate(bytes: Uint8Array): ValidationResult {
  const validator = new DocumentValidator();
  validator.write(bytes);
  return validator.finish();
}

export function findings(document: Node): readonly Finding[] {
  return validate(write(document)).findings;
}

/** `id path` of each finding, sorted; of the given layers only. */
export function places(document: Node, ...layers: readonly Layer[]): string[] {
  const all = findings(document).filter(({ layer }) => layers.length === 0 || layers.includes(layer));
  return all.map(({ id, path }) => `${id} ${path}`).toSorted();
}

/** Ids, each as often as it was found, sorted. */
export function ids(all: readonly { readonly id: string }[]): string[] {
  return all.map(({ id }) => id).toSorted();
}
