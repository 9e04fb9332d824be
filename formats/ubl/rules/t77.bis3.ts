import { profiles } from '../profiles.ts';
import { customizedFrom, identifiedItem, standardRate, taxRate } from './bis3.shared.ts';
import { Path } from './names.ts';
import { double } from './numbers.ts';
import type { Rule } from './rule.ts';
import { dayOfIssue, endsInTime, notNegativePrice, oneMainPicture, sameUnit, serviceIndicator } from './t77.common.ts';
import type { T77Facts } from './t77.facts.ts';

/**
 * Rules of the Punch Out 3 cart that its data model does not tell (PEPPOL-T77-R, release 2026.5). Where a line has no BaseQuantity, R002
 * lets any quantity pass, zero too. R008 wants a VAT rate in all categories but O; the model (B09102) wants it always.
 */

const baseQuantity = new Path('cac:Price/cbc:BaseQuantity');
const batchQuantity = new Path('cac:DeliveryUnit/cbc:BatchQuantity');

export const bis3CartRules: readonly Rule<T77Facts>[] = [
  {
    id: 'PEPPOL-T77-R001',
    severity: 'fatal',
    context: 'Catalogue/cac:ValidityPeriod',
    text: 'The validity (ValidityPeriod) must have an end that is not before the day of issue.',
    test: (period, facts) => endsInTime(period, facts),
    at: 'cbc:EndDate',
    expected: dayOfIssue,
  },
  {
    id: 'PEPPOL-T77-R002',
    severity: 'fatal',
    context: 'cac:CatalogueLine/cac:RequiredItemLocationQuantity',
    text: 'The quantity and the quantity that the price is for must each be one number greater than zero.',
    test: (element) => {
      const [bases, batches] = [baseQuantity.all(element), batchQuantity.all(element)];
      if (bases.length === 0 || batches.length === 0) return true;
      // Several, which UBL allows, cannot be compared; official validators break off there.
      return bases.length === 1 && batches.length === 1 && double(bases[0]) > 0 && double(batches[0]) > 0;
    },
    at: 'cac:DeliveryUnit/cbc:BatchQuantity',
    expected: 'greater than 0',
  },
  notNegativePrice('PEPPOL-T77-R003'),
  identifiedItem('PEPPOL-T77-R004', 'cac:Item'),
  oneMainPicture('PEPPOL-T77-R005', 'cac:Item', 'PRODUCT_IMAGE'),
  sameUnit('PEPPOL-T77-R006'),
  serviceIndicator('PEPPOL-T77-R007'),
  taxRate('PEPPOL-T77-R008', 'cac:ClassifiedTaxCategory'),
  standardRate('PEPPOL-T77-R009', 'cac:ClassifiedTaxCategory'),
  customizedFrom('PEPPOL-T77-R010', profiles['peppol-3-cart'].customizations[0]),
];
