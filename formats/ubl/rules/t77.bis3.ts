import { profiles } from '../profiles.ts';
import { normalized } from './common.ts';
import { Path } from './names.ts';
import { double } from './numbers.ts';
import type { Rule } from './rule.ts';
import { dayOfIssue, endsInTime, notNegativePrice, oneMainPicture, sameUnit, serviceIndicator } from './t77.common.ts';
import type { T77Facts } from './t77.facts.ts';

/**
 * Rules of the Punch Out 3 cart that its data model does not tell (PEPPOL-T77-R, release 2026.5). Where a line has no BaseQuantity, R002
 * lets any quantity pass, zero too. R008 wants a VAT rate in all categories but O; the model (B09102) wants it always.
 */

const [customization] = profiles['peppol-3-cart'].customizations;

const percent = new Path('cbc:Percent');
const category = new Path('cbc:ID');
const baseQuantity = new Path('cac:Price/cbc:BaseQuantity');
const batchQuantity = new Path('cac:DeliveryUnit/cbc:BatchQuantity');
const identifiers = ['cac:StandardItemIdentification/cbc:ID', 'cac:SellersItemIdentification/cbc:ID'].map(
  (path) => new Path(path),
);

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
  {
    id: 'PEPPOL-T77-R004',
    severity: 'fatal',
    context: 'cac:Item',
    text: 'An item must have a seller’s item number or a standard item number.',
    test: (item) => identifiers.some((path) => path.in(item)),
  },
  oneMainPicture('PEPPOL-T77-R005', 'cac:Item', 'PRODUCT_IMAGE'),
  sameUnit('PEPPOL-T77-R006'),
  serviceIndicator('PEPPOL-T77-R007'),
  {
    id: 'PEPPOL-T77-R008',
    severity: 'fatal',
    context: 'cac:ClassifiedTaxCategory',
    text: 'A VAT category must have a rate (Percent), unless it is outside the scope of VAT (O).',
    test: (tax) => percent.in(tax) || normalized(category.first(tax)?.text ?? '') === 'O',
  },
  {
    id: 'PEPPOL-T77-R009',
    severity: 'fatal',
    context: 'cac:ClassifiedTaxCategory',
    text: 'The standard VAT category (S) must have a rate above zero (Percent).',
    test: (tax) =>
      normalized(category.first(tax)?.text ?? '') !== 'S' || percent.all(tax).some((each) => double(each) > 0),
    at: 'cbc:Percent',
    expected: 'greater than 0',
  },
  {
    id: 'PEPPOL-T77-R010',
    severity: 'fatal',
    context: 'cbc:CustomizationID',
    text: `The customization identifier (CustomizationID) must begin with ${customization}.`,
    test: (_, __, value) => normalized(value).startsWith(customization),
    expected: customization,
  },
];
