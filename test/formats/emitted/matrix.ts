import type { Emitted } from './combine.ts';
import { despatchAdvices } from './despatchAdvices.ts';
import { messageLevelResponses } from './messageLevelResponses.ts';
import { orderAgreements } from './orderAgreements.ts';
import { orderResponses } from './orderResponses.ts';

/** Every UBL document that the hub emits about orders: type, version, code and state of the lines, all of them combined. */
export function matrix(): Emitted[] {
  return [...orderResponses(), ...despatchAdvices(), ...orderAgreements(), ...messageLevelResponses()];
}

/** The documents by their format. */
export function byFormat(): [string, Emitted[]][] {
  return [...Map.groupBy(matrix(), ({ format }) => format)];
}
