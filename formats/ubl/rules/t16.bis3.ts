import { profiles } from '../profiles.ts';
import { customizedFrom, identifiedItem } from './bis3.shared.ts';
import { nameOrIdentifier, present, recommended } from './common.ts';
import type { Facts } from './facts.ts';
import { Path } from './names.ts';
import { double } from './numbers.ts';
import type { Rule } from './rule.ts';

/** Rules of the BIS 3 despatch advice that its data model does not tell (PEPPOL-T16-R, release 2026.5). R001 and R002 do not exist. */

const LINE = 'cac:DespatchLine';

const delivered = new Path('cbc:DeliveredQuantity');
const outstanding = new Path('cbc:OutstandingQuantity');
const outstandingReason = new Path('cbc:OutstandingReason');

export const despatchAdviceRulesBis3: readonly Rule<Facts>[] = [
  identifiedItem('PEPPOL-T16-R003', LINE, 'cac:Item'),
  present('PEPPOL-T16-R004', LINE, 'cac:Item/cbc:Name', 'Each line must have an item name (Item/Name).'),
  recommended(
    'PEPPOL-T16-R005',
    LINE,
    'cbc:DeliveredQuantity',
    'Each line should have a delivered quantity (DeliveredQuantity).',
  ),
  {
    id: 'PEPPOL-T16-R006',
    severity: 'fatal',
    context: LINE,
    text: 'The delivered quantity (DeliveredQuantity) must be there and not be negative.',
    test: (line) => double(delivered.first(line)) >= 0,
    at: 'cbc:DeliveredQuantity',
    expected: 'at least 0',
  },
  {
    id: 'PEPPOL-T16-R007',
    severity: 'warning',
    context: LINE,
    text: 'An outstanding quantity (OutstandingQuantity) should have a reason (OutstandingReason).',
    test: (line) => !outstanding.in(line) || outstandingReason.in(line),
    at: 'cbc:OutstandingQuantity',
  },
  nameOrIdentifier('PEPPOL-T16-R008', 'cac:BuyerCustomerParty', 'buyer'),
  nameOrIdentifier('PEPPOL-T16-R009', 'cac:SellerSupplierParty', 'seller'),
  nameOrIdentifier('PEPPOL-T16-R010', 'cac:OriginatorCustomerParty', 'originator'),
  customizedFrom('PEPPOL-T16-R011', profiles['peppol-3-despatch-advice'].customizations[0]),
];
