import { attributePresent, nameOrIdentifier, once, present, recommended } from './common.ts';
import { dateNumber } from './dates.ts';
import { Path } from './names.ts';
import { anyNotNegative, double } from './numbers.ts';
import type { Rule } from './rule.ts';
import type { T19Facts } from './t19.facts.ts';

/**
 * BII rules of the catalogue (Peppol BIS 1A, transaction T19, VA 3.7.0). Numbers R005, R014, R016, R025 and R028 do not exist. R018 looks
 * for UsabilityPeriod in a line, where UBL does not have it, and so does not exist here. R026 and R030 test the same.
 */

const CATALOGUE = '/Catalogue';
const LINE = 'cac:CatalogueLine';

const names = ['cac:PartyName/cbc:Name', 'cac:PartyIdentification/cbc:ID'].map((path) => new Path(path));
const startDate = new Path('cbc:StartDate');
const endDate = new Path('cbc:EndDate');
const lineValidity = new Path('cac:LineValidityPeriod');
const minimum = new Path('cbc:MinimumOrderQuantity');
const maximum = new Path('cbc:MaximumOrderQuantity');
const priceAmount = new Path('cbc:PriceAmount');
const itemIds = ['cac:StandardItemIdentification/cbc:ID', 'cac:SellersItemIdentification/cbc:ID'].map(
  (path) => new Path(path),
);

function named(id: string, context: string, who: string): Rule<T19Facts> {
  return {
    id,
    severity: 'fatal',
    context,
    text: `The ${who} must have a name (PartyName/Name) or an identifier (PartyIdentification/ID).`,
    test: (party) => names.some((path) => path.in(party)),
  };
}

const header: readonly Rule<T19Facts>[] = [
  present('BII2-T19-R001', CATALOGUE, 'cbc:CustomizationID', 'A catalogue must have a CustomizationID.'),
  present('BII2-T19-R002', CATALOGUE, 'cbc:ProfileID', 'A catalogue must have a ProfileID.'),
  present('BII2-T19-R003', CATALOGUE, 'cbc:IssueDate', 'A catalogue must have an issue date (IssueDate).'),
  present('BII2-T19-R004', CATALOGUE, 'cbc:ID', 'A catalogue must have a number (ID).'),
  {
    id: 'BII2-T19-R006',
    severity: 'fatal',
    context: 'cac:ValidityPeriod',
    text: 'A period must not end before it begins.',
    test: (period) => {
      const [start, end] = [startDate.first(period), endDate.first(period)];
      return !start || !end || dateNumber(start) <= dateNumber(end);
    },
    at: 'cbc:EndDate',
  },
  present('BII2-T19-R007', CATALOGUE, 'cac:ProviderParty', 'A catalogue must say who provides it.'),
  present('BII2-T19-R008', CATALOGUE, 'cac:ReceiverParty', 'A catalogue must say who receives it.'),
  once('BII2-T19-R009', CATALOGUE, 'cac:SellerSupplierParty', 'A catalogue may have only one seller.', 0),
  named('BII2-T19-R010', 'cac:ProviderParty', 'provider'),
  named('BII2-T19-R011', 'cac:ReceiverParty', 'receiver'),
  nameOrIdentifier('BII2-T19-R012', 'cac:SellerSupplierParty', 'seller'),
  nameOrIdentifier('BII2-T19-R013', 'cac:ContractorCustomerParty', 'customer'),
  {
    id: 'BII2-T19-R023',
    severity: 'fatal',
    context: CATALOGUE,
    text: 'A catalogue must have a line (CatalogueLine).',
    test: (_, { lines }) => lines > 0,
  },
];

const MINIMUM = 'The least quantity of an order (MinimumOrderQuantity) must not be negative.';

/** A quantity of the line is absent or not negative. */
function notNegative(id: string, severity: 'fatal' | 'warning', quantity: Path, at: string): Rule<T19Facts> {
  const text = quantity === minimum ? MINIMUM : MINIMUM.replace('least', 'largest').replace('Minimum', 'Maximum');
  const test: Rule<T19Facts>['test'] = (line) => !quantity.in(line) || anyNotNegative(quantity.all(line));
  return { id, severity, context: LINE, text, test, at, expected: 'at least 0' };
}

const lines: readonly Rule<T19Facts>[] = [
  {
    id: 'BII2-T19-R017',
    severity: 'warning',
    context: LINE,
    text: 'The validity of a line should have both dates and lie within that of the catalogue.',
    test: (line, { validity }) => {
      const period = lineValidity.first(line);
      if (!period) return true;
      const [start, end] = [dateNumber(startDate.first(period)), dateNumber(endDate.first(period))];
      return start >= validity.start && end <= validity.end;
    },
    at: 'cac:LineValidityPeriod',
  },
  present('BII2-T19-R024', LINE, 'cbc:ID', 'Each line must have a number (ID).'),
  notNegative('BII2-T19-R026', 'fatal', minimum, 'cbc:MinimumOrderQuantity'),
  notNegative('BII2-T19-R029', 'warning', maximum, 'cbc:MaximumOrderQuantity'),
  notNegative('BII2-T19-R030', 'warning', minimum, 'cbc:MinimumOrderQuantity'),
  {
    id: 'BII2-T19-R031',
    severity: 'warning',
    context: LINE,
    text: 'The largest quantity of an order should not be less than the least.',
    test: (line) => {
      const [least, most] = [minimum.first(line), maximum.first(line)];
      return !least || !most || double(most) >= double(least);
    },
    at: 'cbc:MaximumOrderQuantity',
  },
  {
    id: 'BII2-T19-R015',
    severity: 'fatal',
    context: 'cac:RequiredItemLocationQuantity/cac:Price',
    text: 'The item’s net price (PriceAmount) must be there and not be negative.',
    test: (price) => anyNotNegative(priceAmount.all(price)),
    at: 'cbc:PriceAmount',
    expected: 'at least 0',
  },
];

const items: readonly Rule<T19Facts>[] = [
  recommended('BII2-T19-R019', 'cac:Item', 'cbc:Name', 'An item should have a name (Name).'),
  {
    id: 'BII2-T19-R020',
    severity: 'fatal',
    context: 'cac:Item',
    text: 'An item must have a standard item number or a seller’s item number.',
    test: (item) => itemIds.some((path) => path.in(item)),
  },
  {
    id: 'BII2-T19-R021',
    severity: 'warning',
    context: 'cac:StandardItemIdentification',
    text: 'A standard item number should say its scheme (ID/@schemeID).',
    test: (standard) => standard.children.some((id) => id.name === 'ID' && id.attribute('schemeID') !== undefined),
    at: 'cbc:ID',
  },
  {
    ...attributePresent(
      'BII2-T19-R022',
      'cac:CommodityClassification/cbc:ItemClassificationCode',
      'listID',
      'A classification code should say its classification (@listID).',
    ),
    severity: 'warning',
  },
  present('BII2-T19-R027', 'cac:AdditionalItemProperty', 'cbc:Value', 'A property must have a value (Value).'),
];

export const biiRules = [...header, ...lines, ...items];
