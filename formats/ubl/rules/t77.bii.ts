import { once, present } from './common.ts';
import { Path } from './names.ts';
import { anyNotNegative } from './numbers.ts';
import type { Rule } from './rule.ts';
import { notNegativePrice } from './t77.common.ts';
import type { T77Facts } from './t77.facts.ts';

/**
 * BII rules of the cart (Peppol BIS 18A, transaction T77, VA 3.7.0). Numbers R006 to R008 and R014 do not exist.
 *
 * BII3-T77-R030 looks for CommodityClassification in cbc, where UBL does not have it, and so does not exist here. R022 looks for an
 * element that the BIS does not have. R010 asks for a quantity of at least 0, although
 * the BIS says greater than zero; R019 for exactly one identifier of the seller, although the BIS says at most one.
 */

const CART = '/Catalogue';
const LINE = 'cac:CatalogueLine';
const ITEM = 'cac:Item';
const QUANTITY = 'cac:RequiredItemLocationQuantity/cac:DeliveryUnit/cbc:BatchQuantity';

const quantity = new Path(QUANTITY);
const identifications = ['cac:SellersItemIdentification', 'cac:StandardItemIdentification'].map(
  (path) => new Path(path),
);

const header: readonly Rule<T77Facts>[] = [
  present(
    'BII3-T77-R001',
    CART,
    'cbc:CustomizationID',
    'A cart must have a customization identifier (CustomizationID).',
  ),
  present('BII3-T77-R002', CART, 'cbc:ProfileID', 'A cart must have a profile identifier (ProfileID).'),
  present('BII3-T77-R003', CART, 'cbc:IssueDate', 'A cart must have an issue date (IssueDate).'),
  present('BII3-T77-R004', CART, 'cbc:IssueTime', 'A cart must have a time of issue (IssueTime).'),
  present('BII3-T77-R005', CART, 'cbc:ID', 'A cart must have a number (ID).'),
  {
    id: 'BII3-T77-R016',
    severity: 'fatal',
    context: CART,
    text: 'A cart must state its currency (Price/PriceAmount/@currencyID of a line).',
    test: (_, { hasCurrency }) => hasCurrency,
  },
  once(
    'BII3-T77-R017',
    CART,
    'cac:ValidityPeriod/cbc:EndDate',
    'A cart must say only once until when it is valid (ValidityPeriod/EndDate).',
    0,
  ),
  once(
    'BII3-T77-R018',
    'cac:ProviderParty',
    'cac:PartyName/cbc:Name',
    'The seller must have exactly one name (PartyName/Name).',
  ),
  once(
    'BII3-T77-R019',
    'cac:ProviderParty',
    'cac:PartyIdentification',
    'The seller must have exactly one identifier (PartyIdentification).',
  ),
  once(
    'BII3-T77-R020',
    'cac:ReceiverParty',
    'cac:PartyName/cbc:Name',
    'The buyer must have exactly one name (PartyName/Name).',
  ),
];

const lines: readonly Rule<T77Facts>[] = [
  present('BII3-T77-R009', LINE, 'cbc:ID', 'Each line must have a number (ID).'),
  {
    id: 'BII3-T77-R010',
    severity: 'fatal',
    context: LINE,
    text: 'The quantity (DeliveryUnit/BatchQuantity) must be there and not be negative.',
    test: (line) => anyNotNegative(quantity.all(line)),
    at: QUANTITY,
    expected: 'at least 0',
  },
  notNegativePrice('BII3-T77-R011'),
  once('BII3-T77-R021', LINE, QUANTITY, 'Each line must have exactly one quantity (DeliveryUnit/BatchQuantity).'),
  once(
    'BII3-T77-R022',
    LINE,
    'cac:ComponentRelatedItem/cbc:ID',
    'A line may name only one configured product (ComponentRelatedItem/ID).',
    0,
  ),
];

const items: readonly Rule<T77Facts>[] = [
  {
    id: 'BII3-T77-R012',
    severity: 'fatal',
    context: ITEM,
    text: 'An item must have a seller’s item number or a standard item number.',
    test: (item) => identifications.some((path) => path.in(item)),
  },
  present('BII3-T77-R013', ITEM, 'cbc:Name', 'An item must have a name (Name).'),
  once('BII3-T77-R015', ITEM, 'cac:ClassifiedTaxCategory', 'An item must have exactly one ClassifiedTaxCategory.'),
  once('BII3-T77-R023', ITEM, 'cbc:Description', 'An item may have only one description (Description).', 0),
  once(
    'BII3-T77-R024',
    ITEM,
    'cac:ManufacturersItemIdentification/cbc:ID',
    'An item may have only one manufacturer’s item number.',
    0,
  ),
  once(
    'BII3-T77-R025',
    ITEM,
    'cac:ItemSpecificationDocumentReference',
    'An item may have only one document (ItemSpecificationDocumentReference).',
    0,
  ),
  once(
    'BII3-T77-R026',
    ITEM,
    'cac:ItemSpecificationDocumentReference/cbc:DocumentDescription',
    'The documents of an item may have only one description (DocumentDescription).',
    0,
  ),
  once(
    'BII3-T77-R027',
    ITEM,
    'cac:ManufacturerParty/cac:PartyName/cbc:Name',
    'An item may have only one manufacturer’s name.',
    0,
  ),
  once('BII3-T77-R028', ITEM, 'cac:ClassifiedTaxCategory/cbc:ID', 'An item must have exactly one VAT category.'),
  once('BII3-T77-R029', ITEM, 'cac:ClassifiedTaxCategory/cbc:Percent', 'An item must have exactly one VAT rate.'),
  {
    id: 'BII3-T77-R031',
    severity: 'warning',
    context: 'cac:CommodityClassification/cbc:ItemClassificationCode',
    text: 'A classification code should say its classification (@listID).',
    test: (code) => code.attribute('listID') !== undefined,
  },
];

export const biiRules = [...header, ...lines, ...items];
