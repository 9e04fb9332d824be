import { attributePresent, nameOrIdentifier, present, recommended } from './common.ts';
import type { Facts } from './facts.ts';
import { Path } from './names.ts';
import { anyNotNegative } from './numbers.ts';
import type { Rule } from './rule.ts';

/** BII rules of the despatch advice (Peppol BIS 30A, transaction T16, VA 3.7.0). R010, R014 and R015 do not exist. */

const ADVICE = '/DespatchAdvice';
const LINE = 'cac:DespatchLine';

const delivered = new Path('cbc:DeliveredQuantity');
const outstanding = new Path('cbc:OutstandingQuantity');
const outstandingReason = new Path('cbc:OutstandingReason');
const itemNames = ['cbc:Name', 'cac:StandardItemIdentification/cbc:ID', 'cac:SellersItemIdentification/cbc:ID'].map(
  (path) => new Path(`cac:Item/${path}`),
);

const header: readonly Rule<Facts>[] = [
  present('BII2-T16-R001', ADVICE, 'cbc:CustomizationID', 'A despatch advice must have a CustomizationID.'),
  present('BII2-T16-R002', ADVICE, 'cbc:ProfileID', 'A despatch advice must have a ProfileID.'),
  present('BII2-T16-R003', ADVICE, 'cbc:ID', 'A despatch advice must have a number (ID).'),
  present('BII2-T16-R004', ADVICE, 'cbc:IssueDate', 'A despatch advice must have an issue date (IssueDate).'),
  recommended('BII2-T16-R005', ADVICE, 'cac:OrderReference/cbc:ID', 'A despatch advice should name its order.'),
  present('BII2-T16-R006', ADVICE, 'cac:DespatchSupplierParty', 'A despatch advice must say who despatches.'),
  recommended(
    'BII2-T16-R007',
    'cac:DespatchSupplierParty',
    'cac:Party/cac:PartyName/cbc:Name',
    'The despatching party should have a name.',
  ),
  present('BII2-T16-R008', ADVICE, 'cac:DeliveryCustomerParty', 'A despatch advice must say who receives.'),
  { ...nameOrIdentifier('BII2-T16-R009', 'cac:DeliveryCustomerParty', 'receiver'), severity: 'warning' },
  present('BII2-T16-R011', 'cac:Shipment', 'cbc:ID', 'A shipment must have an identifier (ID).'),
  {
    id: 'BII2-T16-R012',
    severity: 'fatal',
    context: ADVICE,
    text: 'A despatch advice must have a line (DespatchLine).',
    test: (_, { lines }) => lines > 0,
  },
];

const lines: readonly Rule<Facts>[] = [
  present('BII2-T16-R013', LINE, 'cbc:ID', 'Each line must have a number (ID).'),
  {
    id: 'BII2-T16-R016',
    severity: 'fatal',
    context: LINE,
    text: 'Each line must have an item name, a seller’s item number or a standard item number.',
    test: (line) => itemNames.some((path) => path.in(line)),
    at: 'cac:Item',
  },
  recommended('BII2-T16-R017', LINE, 'cbc:DeliveredQuantity', 'Each line should have a delivered quantity.'),
  attributePresent(
    'BII2-T16-R018',
    'cac:Item/cac:StandardItemIdentification/cbc:ID',
    'schemeID',
    'A standard item number must say its scheme (@schemeID).',
  ),
  {
    id: 'BII2-T16-R019',
    severity: 'fatal',
    context: LINE,
    text: 'The delivered quantity (DeliveredQuantity) must be there and not be negative.',
    test: (line) => anyNotNegative(delivered.all(line)),
    at: 'cbc:DeliveredQuantity',
    expected: 'at least 0',
  },
  {
    id: 'BII2-T16-R020',
    severity: 'warning',
    context: LINE,
    text: 'The delivered quantity should have a unit (@unitCode).',
    test: (line) => delivered.all(line).some((each) => each.attribute('unitCode') !== undefined),
    at: 'cbc:DeliveredQuantity',
  },
  {
    id: 'BII2-T16-R021',
    severity: 'warning',
    context: LINE,
    text: 'An outstanding quantity (OutstandingQuantity) should have a reason (OutstandingReason).',
    test: (line) => !outstanding.in(line) || outstandingReason.in(line),
    at: 'cbc:OutstandingQuantity',
  },
];

export const biiRules = [...header, ...lines];
