import type { Cases } from './cases.ts';
import { node, one, setText, type Node } from './document.ts';

/** A document with another identifier is of another type, so the rule is for one that stands where none belongs. */
const customized = (path: string) => (document: Node) =>
  one(document, path).children.push(node('cbc:CustomizationID', 'urn:example'));

/** The one or two rules of documents whose models tell nearly everything. What the model (B) and UBL say besides is not listed. */
export const cancellationCases: Cases = {
  'PEPPOL-T115-R031': {
    spoil: (document) => setText(document, 'cbc:ProfileID', 'urn:fdc:peppol.eu:poacc:bis:ordering:3'),
    found: ['PEPPOL-T115-R031 /OrderCancellation/ProfileID'],
  },
  'PEPPOL-T115-R034': {
    spoil: customized('cac:OrderReference'),
    found: ['PEPPOL-T115-R034 /OrderCancellation/OrderReference/CustomizationID'],
  },
};

export const mlrCases: Cases = {
  'PEPPOL-T71-R001': {
    spoil: customized('cac:SenderParty'),
    found: ['PEPPOL-T71-R001 /ApplicationResponse/SenderParty/CustomizationID'],
  },
};

export const catalogueResponseCases: Cases = {
  'PEPPOL-T58-R001': {
    spoil: customized('cac:SenderParty'),
    found: ['PEPPOL-T58-R001 /ApplicationResponse/SenderParty/CustomizationID'],
  },
};
