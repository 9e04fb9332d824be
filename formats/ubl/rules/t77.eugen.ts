import { profiles } from '../profiles.ts';
import { attributePresent, present, recommended } from './common.ts';
import { Path } from './names.ts';
import type { Rule } from './rule.ts';
import { dayOfIssue, endsInTime, oneMainPicture, sameUnit, serviceIndicator } from './t77.common.ts';
import type { T77Facts } from './t77.facts.ts';

/**
 * EUGEN rules of the cart: what Peppol adds to BII (BIS 18A, transaction T77, VA 3.7.0). R005 and R016 are not in the official files;
 * R017 looks for ItemClassificationCode directly in an item, where UBL does not have it, and so does not exist here. R012 and R014 do
 * what the official files do, not what the BIS says: R012 counts a code that R025 leaves no room for, R014 is the same as R013.
 */

const CART = '/Catalogue';
const PRICE_AND_QUANTITY = 'cac:CatalogueLine/cac:RequiredItemLocationQuantity';
const SCHEME = 'An endpoint identifier must say its scheme (@schemeID).';

const validity = new Path('cac:ValidityPeriod');
const leadTime = new Path('cbc:LeadTimeMeasure');

/** An element has one of the values, letter by letter. */
function has(id: string, path: string, values: readonly [string, ...string[]], optional = false): Rule<T77Facts> {
  const wanted = new Path(path);
  return {
    id,
    severity: 'fatal',
    context: CART,
    text: `${path.slice(4)} must be ${values.join(' or ')}.`,
    test: (cart) => {
      const all = wanted.all(cart);
      return all.some(({ text }) => values.includes(text)) || (optional && all.length === 0);
    },
    at: path,
    expected: values.join(' or '),
  };
}

const { customizations, profile } = profiles['peppol-18a-cart'];

export const eugenRules: readonly Rule<T77Facts>[] = [
  has('EUGEN-T77-R001', 'cbc:CustomizationID', customizations),
  has('EUGEN-T77-R002', 'cbc:ProfileID', [profile]),
  {
    id: 'EUGEN-T77-R003',
    severity: 'fatal',
    context: CART,
    text: 'A cart must say until when it is valid (ValidityPeriod/EndDate), and not end before its day of issue.',
    test: (cart, facts) => validity.all(cart).some((period) => endsInTime(period, facts)),
    at: 'cac:ValidityPeriod/cbc:EndDate',
    expected: dayOfIssue,
  },
  has('EUGEN-T77-R004', 'cbc:ActionCode', ['true', 'false'], true),
  recommended(
    'EUGEN-T77-R006',
    CART,
    'cac:ProviderParty/cbc:EndpointID',
    'A cart should have the seller’s endpoint identifier (EndpointID).',
  ),
  recommended(
    'EUGEN-T77-R007',
    CART,
    'cac:ReceiverParty/cbc:EndpointID',
    'A cart should have the buyer’s endpoint identifier (EndpointID).',
  ),
  sameUnit('EUGEN-T77-R008'),
  present(
    'EUGEN-T77-R009',
    PRICE_AND_QUANTITY,
    'cac:Price/cbc:PriceAmount',
    'Each line must have a price (Price/PriceAmount).',
  ),
  serviceIndicator('EUGEN-T77-R010'),
  {
    id: 'EUGEN-T77-R011',
    severity: 'fatal',
    context: PRICE_AND_QUANTITY,
    text: 'The lead time (LeadTimeMeasure) must be in days.',
    test: (element) => {
      const all = leadTime.all(element);
      return all.length === 0 || all.some((measure) => measure.attribute('unitCode') === 'DAY');
    },
    at: 'cbc:LeadTimeMeasure/@unitCode',
    expected: 'DAY',
  },
  oneMainPicture('EUGEN-T77-R012', 'cac:CatalogueLine/cac:Item', 'main_image'),
  attributePresent('EUGEN-T77-R013', 'cbc:EndpointID', 'schemeID', SCHEME),
  attributePresent('EUGEN-T77-R014', 'cbc:EndpointID', 'schemeID', SCHEME),
  has('EUGEN-T77-R015', 'cbc:UBLVersionID', ['2.1']),
];
