import { readTree } from '../kit.ts';
import { elements, mutable, PLAIN, serialise, type Tree } from '../tree.ts';
import { readOrder } from './kit.ts';

/** Which texts and attributes of an order may be anything without changing the neutral order: what its reading loses. */

function neutral(tree: Tree): string {
  const { header, lines } = readOrder(serialise(tree, PLAIN));
  return JSON.stringify({ header, lines });
}

/** Another value of the same kind. */
function other(value: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return value.replace(/^\d{4}/, '2031');
  if (/^-?\d+\.\d+$/.test(value)) return `${value}1`;
  if (value === 'true') return 'false';
  if (value === 'false') return 'true';
  return /^\d+$/.test(value) ? `${value}1` : `${value}:X`;
}

/** The two last names of a path. */
const place = (path: string): string => path.split('/').slice(-2).join('/');

/** Places of the texts that are lost, `Order/UBLVersionID`, sorted. */
export function lostTexts(order: string): string[] {
  const before = neutral(mutable(readTree(order)));
  const lost = new Set<string>();
  for (let i = 0; i < [...elements(mutable(readTree(order)))].length; i++) {
    const tree = mutable(readTree(order));
    const { element, path } = [...elements(tree)][i]!;
    if (element.children.length > 0) continue;
    element.text = other(element.text);
    if (neutral(tree) === before) lost.add(place(path));
  }
  return [...lost].toSorted();
}

/** Places of the attributes that are lost, `Price/BaseQuantity/@unitCodeListID`, sorted. */
export function lostAttributes(order: string): string[] {
  const before = neutral(mutable(readTree(order)));
  const lost = new Set<string>();
  const all = [...elements(mutable(readTree(order)))];
  for (const [i, { element, path }] of all.entries()) {
    for (const { local } of element.attributes) {
      const tree = mutable(readTree(order));
      const attribute = [...elements(tree)][i]!.element.attributes.find((each) => each.local === local)!;
      attribute.value = `${attribute.value}X`;
      if (neutral(tree) === before) lost.add(`${place(path)}/@${local}`);
    }
  }
  return [...lost].toSorted();
}
