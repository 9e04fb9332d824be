import type { Severity } from '../../document/finding.ts';
import type { Facts } from './facts.ts';
import { Path } from './names.ts';
import type { Rule } from './rule.ts';

/** Rules that several transactions have under ids of their own. */

/** Something must be there. */
export function present(id: string, context: string, path: string, text: string): Rule<Facts> {
  const wanted = new Path(path);
  return { id, severity: 'fatal', context, text, test: (element) => wanted.in(element) };
}

/** The same as a recommendation. */
export function recommended(id: string, context: string, path: string, text: string): Rule<Facts> {
  return { ...present(id, context, path, text), severity: 'warning' };
}

const partyName = new Path('cac:Party/cac:PartyName/cbc:Name');
const partyId = new Path('cac:Party/cac:PartyIdentification/cbc:ID');

/** A buyer or seller needs a name or an identifier. */
export function nameOrIdentifier(id: string, context: string, who: string): Rule<Facts> {
  const text = `The ${who} must have a name (PartyName/Name) or an identifier (PartyIdentification/ID).`;
  return { id, severity: 'fatal', context, text, test: (party) => partyName.in(party) || partyId.in(party) };
}

/** An attribute must be there. */
export function attributePresent(id: string, context: string, attribute: string, text: string): Rule<Facts> {
  return { id, severity: 'fatal', context, text, test: (element) => element.attribute(attribute) !== undefined };
}

/** An attribute must have one of the values, letter by letter. The first is what we ask for. */
export function attributeIs(
  id: string,
  context: string,
  attribute: string,
  values: readonly [string, ...string[]],
  text: string,
): Rule<Facts> {
  const test: Rule<Facts>['test'] = (element) => values.includes(element.attribute(attribute) ?? '');
  return { id, severity: 'fatal', context, text, test, at: `@${attribute}`, expected: `${attribute}="${values[0]}"` };
}

/** A quantity with a unit says that the unit is of Recommendation 20. */
export function listedUnit(id: string): Rule<Facts> {
  return {
    id,
    severity: 'fatal',
    context: '*Quantity*',
    text: 'A quantity with a unit must say the list of the unit (@unitCodeListID).',
    test: (element) =>
      element.attribute('unitCode') === undefined || element.attribute('unitCodeListID') === 'UNECERec20',
    at: '@unitCodeListID',
    expected: 'unitCodeListID="UNECERec20"',
  };
}

function firstEmpty({ empty }: Facts): string | undefined {
  return empty && `${empty.path} on line ${empty.line}`;
}

/** The document must not say where its schema is. */
export function noSchemaLocation(id: string, context: string, severity: Rule<Facts>['severity']): Rule<Facts> {
  const text = 'The document must not have the attribute schemaLocation.';
  return {
    id,
    severity,
    context,
    text,
    test: (root) => root.attributes.every(({ local }) => local !== 'schemaLocation'),
  };
}

/** Something must be there exactly once, or (`least` 0) at most once. */
export function once(id: string, context: string, path: string, text: string, least: 0 | 1 = 1): Rule<Facts> {
  const wanted = new Path(path);
  const test: Rule<Facts>['test'] = (element) => {
    const { length } = wanted.all(element);
    return length === 1 || length === least;
  };
  return { id, severity: 'fatal', context, text, test };
}

/** No element without any content but comments. */
export function noEmptyElement(id: string, context: string): Rule<Facts> {
  const text = 'There should be no empty elements: leave the element out instead.';
  return { id, severity: 'warning', context, text, test: (_, { empty }) => empty === undefined, found: firstEmpty };
}

/** XPath's normalize-space (Functions and Operators, 7.4.5). */
export function normalized(value: string): string {
  return value.replace(/[\t\n\r ]+/g, ' ').replace(/^ | $/g, '');
}

/** A code must be in a list; white space around it does not count. */
export function codedIn(
  id: string,
  context: string,
  codes: ReadonlySet<string>,
  list: string,
  severity: Exclude<Severity, 'info'> = 'fatal',
): Rule<Facts> {
  const test: Rule<Facts>['test'] = (_, __, value) => codes.has(value) || codes.has(normalized(value));
  return {
    id,
    severity,
    context,
    text: `The code must be in the list ${list}.`,
    test,
    expected: expectedOf(codes, list),
  };
}

/** A code must not be in a list; a value with white space inside is reported too, as the official test does. */
export function notCodedIn(id: string, context: string, codes: ReadonlySet<string>, text: string): Rule<Facts> {
  const test: Rule<Facts>['test'] = (_, __, value) => {
    const code = normalized(value);
    return !codes.has(code) && !code.includes(' ');
  };
  return { id, severity: 'warning', context, text, test };
}

function expectedOf(codes: ReadonlySet<string>, list: string): string {
  return codes.size <= 10 ? [...codes].join(', ') : `a code of ${list.replace(/^of /, '')}`;
}
