import type { Catalogue, CatalogueHeader, CatalogueItem } from '../document/catalogue.ts';
import { group, type XmlNode } from '../xml/writer.ts';
import { writeClassifications3, writeDocuments3, writeParty3, writeStandardId3 } from './item3.blocks.ts';
import { textLeaf, writeItemId, writeLabels, writeManufacturer, writePeriod, writeTax } from './cart.blocks.ts';
import { taxCategory3 } from './cart.codes.ts';
import { actionCode, headerAction, writeCatalogue } from './catalogue.write.ts';
import { profiles } from './profiles.ts';

/**
 * Writes a Peppol Catalogue 3 (T19, release 2026.5) as a stream of strings in UTF-8: the full state (ActionCode Replace) or changes
 * (Update), in the process with response where the header says that it is answered. What the rules ask for and the catalogue does not have (an endpoint of the buyer) is not made up: check the document.
 */
export function writeCatalogue3(catalogue: Catalogue): AsyncGenerator<string, void, undefined> {
  return writeCatalogue(catalogue, {
    header: writeHeader,
    item: writeItem,
    action: actionCode,
    contract: () => undefined,
    quantity: (unit) => ({ unitCode: unit }),
  });
}

/** ProfileID: the process with or without response. */
export function catalogue3Process({ isAnswered }: Pick<CatalogueHeader, 'isAnswered'>): string {
  const { profile, otherProfiles } = profiles['peppol-3-catalogue'];
  return isAnswered ? profile : otherProfiles[0];
}

function writeHeader(header: CatalogueHeader): (XmlNode | undefined)[] {
  const { number, name, issueDate, seller, buyer } = header;
  const { customizations } = profiles['peppol-3-catalogue'];
  return [
    textLeaf('cbc:CustomizationID', customizations[0]),
    textLeaf('cbc:ProfileID', catalogue3Process(header)),
    textLeaf('cbc:ID', number),
    textLeaf('cbc:ActionCode', headerAction(header)),
    textLeaf('cbc:Name', name),
    textLeaf('cbc:IssueDate', issueDate),
    writePeriod('cac:ValidityPeriod', 'StartDate', issueDate),
    writeParty3('cac:ProviderParty', seller, undefined, undefined),
    writeParty3('cac:ReceiverParty', buyer, undefined, undefined),
  ];
}

function writeItem(item: CatalogueItem): XmlNode | undefined {
  const { tax } = item;
  return group(
    'cac:Item',
    textLeaf('cbc:Description', item.description),
    textLeaf('cbc:Name', item.name),
    ...item.keywords.map((keyword) => textLeaf('cbc:Keyword', keyword)),
    writeItemId('cac:BuyersItemIdentification', item.buyersId),
    writeItemId('cac:SellersItemIdentification', item.sellersId),
    writeItemId('cac:ManufacturersItemIdentification', item.manufacturerNumber),
    writeStandardId3(item.standardId),
    ...writeDocuments3(item.pictures),
    ...writeClassifications3(item.classifications),
    // Contracted item.
    item.contract?.trim() ? group('cac:TransactionConditions', textLeaf('cbc:ActionCode', 'CT')) : undefined,
    tax && writeTax(taxCategory3(tax), tax.percent),
    writeManufacturer(item),
    ...writeLabels(item),
  );
}
