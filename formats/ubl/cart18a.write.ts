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
import { listOf, taxCategory18A } from './cart.codes.ts';
import type { MappedLine } from './cart.fields.ts';
import { writeCart } from './cart.write.ts';
import { cartPartySchemes } from './generated/bis2.codes.ts';
import { profiles } from './profiles.ts';
import { AGREED_SCHEME, inNames } from './schemes.ts';

const FORMAT = 'peppol-18a-cart';

/**
 * Writes the cart of Peppol BIS 18A (T77; sections 4 and 5 of the Punch Out digest) as a stream of strings in UTF-8. Fields that the
 * agreement maps are `peppolCartFields`. What the rules ask for and the cart does not have (VAT, a seller's identifier, a unit that 18A
 * knows) is not made up: check the document, or ask isCartUnit before.
 */
export function writeCart18A(cart: Cart, mapped: MappedFields): AsyncGenerator<string, void, undefined> {
  return writeCart(cart, mapped, { header: writeHeader, item: writeItem });
}

/** The rules want an end of the validity (EUGEN-T77-R003): without a promise it is the day of issue. */
function writeHeader(header: CartHeader): (XmlNode | undefined)[] {
  const { customizations, profile } = profiles[FORMAT];
  const { seller, buyer, customerNumber } = header;
  return [
    textLeaf('cbc:UBLVersionID', '2.1'),
    textLeaf('cbc:CustomizationID', customizations[0]),
    textLeaf('cbc:ProfileID', profile),
    textLeaf('cbc:ID', header.number),
    textLeaf('cbc:ActionCode', header.complete?.toString()),
    textLeaf('cbc:IssueDate', header.issueDate),
    textLeaf('cbc:IssueTime', header.issueTime),
    writePeriod('cac:ValidityPeriod', 'EndDate', header.validUntil ?? header.issueDate),
    group('cac:ReferencedContract', textLeaf('cbc:ID', header.contract)),
    writeParty('cac:ProviderParty', seller, [sellerId(seller)], undefined),
    writeParty(
      'cac:ReceiverParty',
      buyer,
      [registered(buyer), { id: customerNumber, scheme: AGREED_SCHEME }],
      writeReference(header),
    ),
  ];
}

function writeParty(
  name: string,
  party: Party,
  identifications: readonly (Identifier | undefined)[],
  contact: XmlNode | undefined,
): XmlNode | undefined {
  const endpoint = party.endpoint && named(party.endpoint);
  return group(
    name,
    textLeaf('cbc:EndpointID', endpoint?.id, { schemeID: endpoint?.scheme }),
    ...identifications.map(writeIdentification),
    group('cac:PartyName', textLeaf('cbc:Name', party.name ?? party.legalName)),
    contact,
  );
}

/** An identifier under a scheme that a cart may name. */
function named(identifier: Identifier): Identifier | undefined {
  const found = inNames(identifier);
  return found?.scheme !== undefined && cartPartySchemes.has(found.scheme) ? found : undefined;
}

/** The identity of a party under a scheme of 18A. */
function registered(party: Party): Identifier | undefined {
  return identities(party)
    .map(named)
    .find((each) => each !== undefined);
}

/** Exactly one (BII3-T77-R019). One without a scheme of 18A is mutually agreed. */
function sellerId(seller: Party): Identifier | undefined {
  const [first] = identities(seller);
  return registered(seller) ?? (first && { id: first.id, scheme: AGREED_SCHEME });
}

function writeItem(line: MappedLine, parent: MappedLine | undefined, header: CartHeader): XmlNode | undefined {
  const { tax } = line;
  return group(
    'cac:Item',
    textLeaf('cbc:Description', line.description),
    textLeaf('cbc:Name', line.name),
    writeItemId('cac:SellersItemIdentification', line.sellersId),
    writeItemId('cac:ManufacturersItemIdentification', line.manufacturerNumber),
    writeItemId('cac:StandardItemIdentification', line.standardId?.id, 'GTIN'),
    writePicture(line),
    ...writeClassifications(line),
    tax && writeTax(taxCategory18A(tax, header), tax.percent, 'UNCL5305'),
    ...writeProperties(line, parent),
    writeManufacturer(line),
    ...writeLabels(line),
  );
}

/** The main picture alone, by its address: 18A takes one document (BII3-T77-R025) and has no place for a link beside its identifier. */
function writePicture({ pictures }: MappedLine): XmlNode | undefined {
  const id = textLeaf('cbc:ID', pictures[0]);
  return id && group('cac:ItemSpecificationDocumentReference', id, textLeaf('cbc:DocumentTypeCode', 'main_image'));
}

function writeClassifications({ classifications }: MappedLine): (XmlNode | undefined)[] {
  return classifications.map((each) => {
    const listID = listOf(FORMAT, each);
    return listID === undefined
      ? undefined
      : group('cac:CommodityClassification', textLeaf('cbc:ItemClassificationCode', each.code, { listID }));
  });
}
