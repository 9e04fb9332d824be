import { units } from './generated/bis2.codes.ts';
import { codeLists } from './generated/bis3.codes.ts';

const lists = { 'peppol-1a': units, 'peppol-3': codeLists.UNECERec20 } as const;

/** True when an item of a catalogue may be in that unit: packages are `PK` and `BX` in 1A, and begin with X in 3. */
export function isCatalogueUnit(format: keyof typeof lists, unit: string): boolean {
  return lists[format].has(unit);
}
