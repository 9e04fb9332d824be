import type { Cart, CartHeader } from '../document/cart.ts';
import type { Identifier, Party } from '../document/order.ts';
import type { MappedFields } from '../document/outgoingField.ts';
import { group, type XmlNode } from '../xml/writer.ts';
import {
  identities,
  textLeaf,
  writeIdentification,
  writeItemId,
  writeLabels,
  writeManufacturer,
  writePeriod,
  writeProperties,
  writeReference,
  writeTax,
} from './cart.blocks.ts';
import { listOf, taxCategory3 } from './cart.codes.ts';
import type { MappedLine } from './cart.fields.ts';
import { writeCart } from './cart.write.ts';
import { codeLists } from './generated/bis3.codes.ts';
import { profiles } from './profiles.ts';
import { inCodes } from './schemes.ts';

const FORMAT = 'peppol-3-cart';

/**
 * Writes the cart of Peppol Punch Out 3 (T77, release 2026.5; section 5 of the Punch Out digest) as a stream of strings in UTF-8. Fields
 * that the agreement maps are `peppolCartFields`. What the rules ask for and the cart does not have (VAT, a unit of Recommendation 20) is
 * not made up: check the document, or ask isCartUnit before.
 */
export function writeCart3(cart: Cart, mapped: MappedFields): AsyncGenerator<string, void, undefined> {
  return writeCart(cart, mapped, { header: writeHeader, item: writeItem });
}

function writeHeader(header: CartHeader): (XmlNode | undefined)[] {
  const { customizations, profile } = profiles[FORMAT];
  const { seller, buyer, customerNumber } = header;
  return [
    textLeaf('cbc:CustomizationID', customizations[0]),
    textLeaf('cbc:ProfileID', profile),
    textLeaf('cbc:ID', header.number),
    textLeaf('cbc:ActionCode', header.complete?.toString()),
    textLeaf('cbc:IssueDate', header.issueDate),
    textLeaf('cbc:IssueTime', header.issueTime),
    writePeriod('cac:ValidityPeriod', 'EndDate', header.validUntil),
    group('cac:ReferencedContract', textLeaf('cbc:ID', header.contract)),
    writeParty('cac:ProviderParty', seller, undefined, undefined),
    writeParty('cac:ReceiverParty', buyer, customerNumber, writeReference(header)),
  ];
}

/** A party may have one identification; where nothing registered is known it is the number that the shop gives it. */
function writeParty(
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

function writeItem(line: MappedLine, parent: MappedLine | undefined): XmlNode | undefined {
  const { tax } = line;
  return group(
    'cac:Item',
    textLeaf('cbc:Description', line.description),
    textLeaf('cbc:Name', line.name),
    writeItemId('cac:BuyersItemIdentification', line.buyersId),
    writeItemId('cac:SellersItemIdentification', line.sellersId),
    writeItemId('cac:ManufacturersItemIdentification', line.manufacturerNumber),
    writeStandardId(line.standardId),
    ...writeDocuments(line),
    ...writeClassifications(line),
    // Contracted item.
    line.contract?.trim() ? group('cac:TransactionConditions', textLeaf('cbc:ActionCode', 'CT')) : undefined,
    tax && writeTax(taxCategory3(tax), tax.percent),
    ...writeProperties(line, parent),
    writeManufacturer(line),
    ...writeLabels(line),
  );
}

function writeStandardId(standardId: Identifier | undefined): XmlNode | undefined {
  const known = standardId && inCodes(standardId, codeLists.ICD);
  return writeItemId('cac:StandardItemIdentification', known?.id, known?.scheme);
}

/** Pictures, the first of them the main one, and the product's page, by their addresses. */
function writeDocuments({ pictures, url }: MappedLine): (XmlNode | undefined)[] {
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

function writeClassifications({ classifications }: MappedLine): (XmlNode | undefined)[] {
  return classifications.map((each) => {
    const listID = listOf(FORMAT, each);
    const attributes = { listID, listVersionID: each.version };
    return listID === undefined
      ? undefined
      : group('cac:CommodityClassification', textLeaf('cbc:ItemClassificationCode', each.code, attributes));
  });
}
