import type { DespatchAdvice, DespatchLine } from '../document/despatchAdvice.ts';
import { group, type XmlNode } from '../xml/writer.ts';
import { NOT_AVAILABLE } from './blocks3.write.ts';
import { textLeaf } from './cart.blocks.ts';

/** Blocks that the despatch advices of BIS 30A and of BIS 3 share. */

/** When the goods left. */
export function writeDespatch({ despatchedOn, despatchTime }: DespatchAdvice): XmlNode | undefined {
  return group(
    'cac:Despatch',
    textLeaf('cbc:ActualDespatchDate', despatchedOn),
    textLeaf('cbc:ActualDespatchTime', despatchTime),
  );
}

/** What comes later, and why it was not sent: the reason must be there, also when nothing comes (BII2-T16-R021, PEPPOL-T16-R007). */
export function outstandingNodes(
  { outstanding }: DespatchLine,
  unit: Readonly<Record<string, string | undefined>>,
): (XmlNode | undefined)[] {
  if (!outstanding) return [];
  const { quantity, reason } = outstanding;
  return [
    textLeaf('cbc:OutstandingQuantity', quantity, unit),
    textLeaf('cbc:OutstandingReason', reason?.trim() || NOT_AVAILABLE),
  ];
}

/** Lots and serial numbers, each an instance; serial numbers that are all of one lot say it. */
export function itemInstances({ lots = [], serials = [] }: DespatchLine): (XmlNode | undefined)[] {
  const shared = lots.length === 1 && serials.length > 0 ? lots[0] : undefined;
  return [
    ...serials.map((serial) => group('cac:ItemInstance', textLeaf('cbc:SerialID', serial), writeLot(shared))),
    ...(shared === undefined ? lots.map((lot) => group('cac:ItemInstance', writeLot(lot))) : []),
  ];
}

function writeLot(lot: string | undefined): XmlNode | undefined {
  return group('cac:LotIdentification', textLeaf('cbc:LotNumberID', lot));
}
