import type { CartClassification } from '../document/cart.ts';
import type { Identifier, Party } from '../document/order.ts';
import { group, type XmlNode } from '../xml/writer.ts';
import { identities, textLeaf, writeIdentification, writeItemId } from './cart.blocks.ts';
import { listOf } from './cart.codes.ts';
import { codeLists } from './generated/bis3.codes.ts';
import { inCodes } from './schemes.ts';

/** Blocks that cart (T77) and catalogue (T19) of BIS 3 share. Order of children is UBL's; what is empty is left out. */

/** A party may have one identification; where nothing registered is known it is the number that the shop gives it. */
export function writeParty3(
  name: string,
  party: Party,
  ownNumber: string | undefined,
  contact: XmlNode | undefined,
): XmlNode | undefined {
  const endpoint = party.endpoint && inCodes(party.endpoint, codeLists.eas);
  const registered = identities(party)
    .map((each) => inCodes(each, codeLists.ICD))
    .find((each) => each !== undefined);
  const own = ownNumber ?? party.identifications[0]?.id;
  return group(
    name,
    textLeaf('cbc:EndpointID', endpoint?.id, { schemeID: endpoint?.scheme }),
    writeIdentification(registered ?? (own === undefined ? undefined : { id: own })),
    group('cac:PartyLegalEntity', textLeaf('cbc:RegistrationName', party.legalName ?? party.name)),
    contact,
  );
}

export function writeStandardId3(standardId: Identifier | undefined): XmlNode | undefined {
  const known = standardId && inCodes(standardId, codeLists.ICD);
  return writeItemId('cac:StandardItemIdentification', known?.id, known?.scheme);
}

/** Pictures, the first of them the main one, and the product's page, by their addresses. */
export function writeDocuments3(pictures: readonly string[], url?: string): (XmlNode | undefined)[] {
  const documents = [
    ...pictures.map((address, i) => ({ address, code: i === 0 ? 'PRODUCT_IMAGE' : undefined })),
    { address: url ?? '', code: 'TRADE_ITEM_DESCRIPTION' },
  ].filter(({ address }) => address.trim() !== '');
  return documents.map(({ address, code }, i) =>
    group(
      'cac:ItemSpecificationDocumentReference',
      textLeaf('cbc:ID', `${i + 1}`),
      textLeaf('cbc:DocumentTypeCode', code),
      group('cac:Attachment', group('cac:ExternalReference', textLeaf('cbc:URI', address))),
    ),
  );
}

export function writeClassifications3(classifications: readonly CartClassification[]): (XmlNode | undefined)[] {
  return classifications.map((each) => {
    const listID = listOf('peppol-3-cart', each);
    const attributes = { listID, listVersionID: each.version };
    return listID === undefined
      ? undefined
      : group('cac:CommodityClassification', textLeaf('cbc:ItemClassificationCode', each.code, attributes));
  });
}
