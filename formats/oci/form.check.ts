/** The syntax of a form as a whole: names, indexes and what items say about each other. */
import { isWritable } from './charset.ts';
import { ociField } from './fields.ts';
import { ociFinding, type OciFinding } from './finding.ts';
import { inputName, isItemName, readInputName, type FieldCase } from './names.ts';
import type { Parameter } from './parameters.ts';
import { checkItem, type ItemCheck } from './rules.ts';

export interface FormCheck extends ItemCheck {
  readonly fieldCase: FieldCase;
}

/**
 * All findings of a form that is about to be sent. Reading is more lenient (`form.read.ts`).
 * @param fields in the order of the form; what is no item's (controls, the hook's query) is checked for its characters alone
 */
export function checkOciForm(fields: readonly Parameter[], options: FormCheck): OciFinding[] {
  const items = new Map<number, Map<string, string>>();
  const findings: OciFinding[] = [];
  for (const [name, value] of fields) {
    const place = readInputName(name);
    findings.push(...(isItemName(name) ? checkName(name, place, items, options) : checkOther(name, value, options)));
    if (!place) continue;
    const item = items.get(place.index) ?? new Map<string, string>();
    items.set(place.index, item.set(place.field, item.get(place.field) ?? value));
  }
  findings.push(...checkIndexes([...items.keys()]));
  for (const [index, item] of items) {
    const element = (field: string): string => inputName(field, index, options.fieldCase);
    findings.push(...checkItem(item, element, options), ...checkParent(item.get('PARENT_ID') ?? '', element, items));
  }
  return findings;
}

function checkName(
  element: string,
  place: ReturnType<typeof readInputName>,
  items: ReadonlyMap<number, ReadonlyMap<string, string>>,
  { fieldCase }: FormCheck,
): OciFinding[] {
  const finding = (id: string, severity: OciFinding['severity'], text: string, expected?: string): OciFinding[] => [
    ociFinding({ id, severity, element, text, ...(expected !== undefined && { expected }) }),
  ];
  if (!place) {
    return finding(
      'OCI-NAME',
      'fatal',
      'The name is no field of an item.',
      'NEW_ITEM-FIELD[1] or NEW_ITEM-LONGTEXT_1:132[]',
    );
  }
  const expected = inputName(place.field, place.index, fieldCase);
  if (element !== expected) return finding('OCI-NAME', 'fatal', 'The name is not spelled as it must be.', expected);
  if (items.get(place.index)?.has(place.field)) return finding('OCI-REPEATED', 'fatal', 'The field is there twice.');
  if (ociField(place.field)) return [];
  return finding('OCI-FIELD-UNKNOWN', 'info', 'The field is none of OCI.');
}

function checkOther(element: string, value: string, { charset }: FormCheck): OciFinding[] {
  if (isWritable(`${element}${value}`, charset)) return [];
  const text = 'The input has characters that the page cannot be written in.';
  return [ociFinding({ id: 'OCI-CHARSET', severity: 'fatal', element, text })];
}

function checkIndexes(indexes: readonly number[]): OciFinding[] {
  const wrong = indexes.toSorted((a, b) => a - b).find((index, i) => index !== i + 1);
  if (wrong === undefined) return [];
  const [id, text] =
    wrong === 0 ? ['OCI-INDEX-START', 'Items begin at 0.'] : ['OCI-INDEX-GAP', 'There is a gap before the item.'];
  return [ociFinding({ id, severity: 'fatal', element: 'NEW_ITEM', text, found: `${wrong}`, expected: '1, 2, 3 ...' })];
}

function checkParent(
  parent: string,
  element: (field: string) => string,
  items: ReadonlyMap<number, unknown>,
): OciFinding[] {
  if (parent === '' || items.has(Number(parent))) return [];
  const text = 'The item is a part of one that is not there.';
  return [
    ociFinding({
      id: 'OCI-PARENT_ID-UNKNOWN',
      severity: 'warning',
      element: element('PARENT_ID'),
      text,
      found: parent,
    }),
  ];
}
