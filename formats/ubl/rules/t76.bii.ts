import { nameOrIdentifier, present } from './common.ts';
import type { Facts } from './facts.ts';
import type { Rule } from './rule.ts';

/**
 * BII rules of the order response (Peppol BIS 28A, transaction T76, VA 3.7.0).
 *
 * BII2-T76-R004, R006, R032, R033 and R034 exist in the official files but never fire there: inside one Schematron pattern a node is
 * handled by the first rule whose context matches, and R001 (OrderResponse) and R003 (OrderLine) come first. What R004, R006 and R032
 * demand is demanded by UBL 2.1 itself; a missing response code or order line reference is a warning of the core layer.
 */
export const biiRules: readonly Rule<Facts>[] = [
  present(
    'BII2-T76-R001',
    '/OrderResponse',
    'cbc:CustomizationID',
    'An order response must have a customization identifier (CustomizationID).',
  ),
  present(
    'BII2-T76-R002',
    '/OrderResponse',
    'cbc:ProfileID',
    'An order response must have a profile identifier (ProfileID).',
  ),
  present('BII2-T76-R003', 'cac:OrderLine', 'cac:LineItem/cbc:ID', 'Each line must have a number (LineItem/ID).'),
  nameOrIdentifier('BII2-T76-R021', 'cac:BuyerCustomerParty', 'buyer'),
  nameOrIdentifier('BII2-T76-R022', 'cac:SellerSupplierParty', 'seller'),
];
