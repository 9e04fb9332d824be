import type { CredentialName } from '../formats/cxml/credentials.ts';
import type { Agreement } from '../partners/agreement.ts';
import { cxmlNames } from '../partners/cxml.ts';
import type { KeyRing } from '../platform/keyRing.ts';
import type { SimulationInHand } from './simulations.ts';

/** The purchasing system that a simulation plays: where it calls, what it shows, and where it is reached. */
export interface Buyer {
  readonly simulationId: string;
  readonly partnerId: string;
  readonly settings: Agreement;
  readonly customerNumber: string | undefined;
  readonly punchOutUrl: string;
  readonly punchInUrl: string;
  /** Carts come to `<hookUrl>/<step>`. */
  readonly hookUrl: string;
  readonly userName: string;
  readonly secret: string;
}

/** @throws Error when the key that the secret was sealed with is gone */
export function buyerOf({ row, code, settings }: SimulationInHand, keyRing: KeyRing): Buyer {
  const { id, address, hook, userName, customerNumber, keyId, sealed } = row;
  return {
    ...{ simulationId: id, partnerId: row.partner, settings, userName },
    customerNumber: customerNumber ?? undefined,
    punchOutUrl: `${address}/punchout/${code}`,
    punchInUrl: `${address}/punchin/${code}`,
    hookUrl: hookAddress(address, hook),
    secret: keyRing.open({ keyId, sealed }, id),
  };
}

/** Where carts of a simulation come back to. */
export function hookAddress(address: string, hook: string): string {
  return `${address}/simulator/hook/${hook}`;
}

/** Where the answers to its documents are delivered to. */
export function inboxAddress(address: string, hook: string): string {
  return `${address}/simulator/inbox/${hook}`;
}

/** By this header of its requests the documents of a simulation are known. */
export function userAgentOf(simulationId: string): string {
  return `Roundtrip-Simulator/${simulationId}`;
}

/** What Sender of the simulated system is called in cXML; undefined where the agreement knows no name of the buyer. */
export function senderName(settings: Agreement): CredentialName | undefined {
  return [...(settings.punchOut?.cxml?.from ?? []), ...cxmlNames(settings).from][0];
}
