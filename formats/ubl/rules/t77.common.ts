import type { XmlElement } from '../../xml/element.ts';
import { dateNumber } from './dates.ts';
import { Path } from './names.ts';
import { anyNotNegative } from './numbers.ts';
import type { Rule } from './rule.ts';
import type { T77Facts } from './t77.facts.ts';

/** Rules that the carts of BIS 18A and Punch Out 3 have under ids of their own. */

const endDate = new Path('cbc:EndDate');
const priceAmount = new Path('cbc:PriceAmount');
const baseQuantity = new Path('cac:Price/cbc:BaseQuantity');
const batchQuantity = new Path('cac:DeliveryUnit/cbc:BatchQuantity');
const propertyName = new Path('cbc:Name');
const propertyValue = new Path('cbc:Value');

/** True when the period has an end that is not before the day of issue. */
export function endsInTime(period: XmlElement | undefined, { issueDate }: T77Facts): boolean {
  return period !== undefined && dateNumber(endDate.first(period)) >= dateNumber(issueDate);
}

/** For a person. */
export function dayOfIssue({ issueDate }: T77Facts): string | undefined {
  return issueDate && `${issueDate.text.trim()} or later`;
}

export function notNegativePrice(id: string): Rule<T77Facts> {
  return {
    id,
    severity: 'fatal',
    context: 'cac:RequiredItemLocationQuantity/cac:Price',
    text: 'The item’s net price (PriceAmount) must not be negative.',
    test: (price) => anyNotNegative(priceAmount.all(price)),
    at: 'cbc:PriceAmount',
    expected: 'at least 0',
  };
}

function units(elements: readonly XmlElement[]): string[] {
  return elements.flatMap((element) => element.attribute('unitCode') ?? []);
}

/** Price and quantity of a line are in the same unit, where both are there. */
export function sameUnit(id: string): Rule<T77Facts> {
  return {
    id,
    severity: 'fatal',
    context: 'cac:CatalogueLine/cac:RequiredItemLocationQuantity',
    text: 'The price’s BaseQuantity must be in the unit of the quantity (DeliveryUnit/BatchQuantity).',
    test: (element) => {
      const [bases, batches] = [baseQuantity.all(element), batchQuantity.all(element)];
      if (bases.length === 0 || batches.length === 0) return true;
      const theirs = units(batches);
      return units(bases).some((unit) => theirs.includes(unit));
    },
    at: 'cac:Price/cbc:BaseQuantity/@unitCode',
    expected: (_, element) => batchQuantity.first(element)?.attribute('unitCode'),
  };
}

/** The property ServiceIndicator says true (service) or false (goods). */
export function serviceIndicator(id: string): Rule<T77Facts> {
  return {
    id,
    severity: 'fatal',
    context: 'cac:Item/cac:AdditionalItemProperty',
    text: 'The property ServiceIndicator must have the value true or false.',
    test: (property) =>
      propertyName.all(property).every(({ text }) => text !== 'ServiceIndicator') ||
      propertyValue.all(property).some(({ text }) => text === 'true' || text === 'false'),
    at: 'cbc:Value',
    expected: 'true or false',
  };
}

/** At most one of the item's documents is marked as its main picture. */
export function oneMainPicture(id: string, context: string, code: string): Rule<T77Facts> {
  const documents = new Path('cac:ItemSpecificationDocumentReference');
  const typeCode = new Path('cbc:DocumentTypeCode');
  return {
    id,
    severity: 'fatal',
    context,
    text: `At most one document of an item may be its main picture (DocumentTypeCode ${code}).`,
    test: (item) =>
      documents.all(item).filter((each) => typeCode.all(each).some(({ text }) => text === code)).length <= 1,
  };
}
