import type { Cart, CartHeader } from '../document/cart.ts';
import type { MappedFields } from '../document/outgoingField.ts';
import { group, type XmlNode } from '../xml/writer.ts';
import { writeClassifications3, writeDocuments3, writeParty3, writeStandardId3 } from './item3.blocks.ts';
import {
  textLeaf,
  writeItemId,
  writeLabels,
  writeManufacturer,
  writePeriod,
  writeProperties,
  writeReference,
  writeTax,
} from './cart.blocks.ts';
import { taxCategory3 } from './cart.codes.ts';
import type { MappedLine } from './cart.fields.ts';
import { writeCart } from './cart.write.ts';
import { profiles } from './profiles.ts';

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
    writeParty3('cac:ProviderParty', seller, undefined, undefined),
    writeParty3('cac:ReceiverParty', buyer, customerNumber, writeReference(header)),
  ];
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
    writeStandardId3(line.standardId),
    ...writeDocuments3(line.pictures, line.url),
    ...writeClassifications3(line.classifications),
    // Contracted item.
    line.contract?.trim() ? group('cac:TransactionConditions', textLeaf('cbc:ActionCode', 'CT')) : undefined,
    tax && writeTax(taxCategory3(tax), tax.percent),
    ...writeProperties(line, parent),
    writeManufacturer(line),
    ...writeLabels(line),
  );
}
