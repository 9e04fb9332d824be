import type { Catalogue, CatalogueHeader, CatalogueItem } from '../document/catalogue.ts';
import type { Party } from '../document/order.ts';
import { group, type XmlNode } from '../xml/writer.ts';
import {
  identities,
  textLeaf,
  writeIdentification,
  writeItemId,
  writeLabels,
  writeManufacturer,
  writePeriod,
  writeTax,
} from './cart.blocks.ts';
import { taxCategory18A } from './cart.codes.ts';
import { actionCode, headerAction, writeCatalogue } from './catalogue.write.ts';
import { profiles } from './profiles.ts';
import { inNames } from './schemes.ts';

/** Writes a catalogue of Peppol BIS 1A (T19, VA 3.7.0) as a stream of strings in UTF-8: the full state (ActionCode Replace) or changes (Update). */
export function writeCatalogue1A(catalogue: Catalogue): AsyncGenerator<string, void, undefined> {
  return writeCatalogue(catalogue, {
    header: writeHeader,
    item: writeItem,
    action: (change) => actionCode(change, { listID: 'ACTIONCODE:BII2' }),
    contract: ({ contract }) => textLeaf('cbc:ContractSubdivision', contract),
    quantity: (unit) => ({ unitCode: unit, unitCodeListID: 'UNECERec20' }),
  });
}

function writeHeader(header: CatalogueHeader): (XmlNode | undefined)[] {
  const { number, name, issueDate, language, seller, buyer } = header;
  const { customizations, profile } = profiles['peppol-1a-catalogue'];
  return [
    textLeaf('cbc:UBLVersionID', '2.1'),
    textLeaf('cbc:CustomizationID', customizations[0]),
    textLeaf('cbc:ProfileID', profile),
    textLeaf('cbc:ID', number),
    textLeaf('cbc:ActionCode', headerAction(header), { listID: 'ACTIONCODE:PEPPOL' }),
    textLeaf('cbc:Name', name, { languageID: language }),
    textLeaf('cbc:IssueDate', issueDate),
    writePeriod('cac:ValidityPeriod', 'StartDate', issueDate),
    writeParty('cac:ProviderParty', seller),
    writeParty('cac:ReceiverParty', buyer),
  ];
}

/** Endpoint and one identification, under schemes that 1A knows, and the name. */
function writeParty(role: string, party: Party): XmlNode | undefined {
  const endpoint = party.endpoint && inNames(party.endpoint);
  const known = identities(party)
    .map(inNames)
    .find((each) => each !== undefined);
  return group(
    role,
    textLeaf('cbc:EndpointID', endpoint?.id, { schemeID: endpoint?.scheme }),
    writeIdentification(known),
    group('cac:PartyName', textLeaf('cbc:Name', party.name ?? party.legalName)),
  );
}

function writeItem(item: CatalogueItem, header: CatalogueHeader): XmlNode | undefined {
  const { tax } = item;
  const inLanguage = { languageID: header.language };
  return group(
    'cac:Item',
    textLeaf('cbc:Description', item.description, inLanguage),
    textLeaf('cbc:Name', item.name, inLanguage),
    ...item.keywords.map((keyword) => textLeaf('cbc:Keyword', keyword, inLanguage)),
    writeItemId('cac:SellersItemIdentification', item.sellersId),
    writeItemId('cac:ManufacturersItemIdentification', item.manufacturerNumber),
    writeItemId('cac:StandardItemIdentification', item.standardId?.id, 'GTIN'),
    ...writeDocuments(item.pictures),
    ...item.classifications.map(({ scheme, code }) =>
      group('cac:CommodityClassification', textLeaf('cbc:ItemClassificationCode', code, { listID: scheme })),
    ),
    tax && writeTax(taxCategory18A(tax, header), tax.percent, 'UNCL5305'),
    writeManufacturer(item),
    ...writeLabels(item),
  );
}

/** Pictures by their addresses. */
function writeDocuments(pictures: readonly string[]): (XmlNode | undefined)[] {
  return pictures
    .filter((address) => address.trim() !== '')
    .map((address, i) =>
      group(
        'cac:ItemSpecificationDocumentReference',
        textLeaf('cbc:ID', `${i + 1}`),
        textLeaf('cbc:DocumentTypeCode', i === 0 ? 'main_image' : undefined),
        group('cac:Attachment', group('cac:ExternalReference', textLeaf('cbc:URI', address))),
      ),
    );
}
