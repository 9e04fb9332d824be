import type { XmlElement } from '../xml/element.ts';

/** How the parsers read the tree: by name in any order, since senders do not keep to the DTD's; nothing here throws. */

/** The first child of that name. */
export function child(parent: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let element = parent;
  for (const name of path) element = element?.children.find((each) => each.name === name);
  return element;
}

/** All children of that name. */
export function children(parent: XmlElement | undefined, name: string): XmlElement[] {
  return parent?.children.filter((each) => each.name === name) ?? [];
}

/** Trimmed own text of the child at that path; undefined where it is missing or empty. */
export function text(parent: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return child(parent, ...path)?.text.trim() || undefined;
}

/** Trimmed value of an attribute; undefined where it is missing or empty. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attribute(name)?.trim() || undefined;
}

const XML = 'http://www.w3.org/XML/1998/namespace';

/** xml:lang of the element. */
export function language(element: XmlElement | undefined): string | undefined {
  return element?.attribute('lang', XML)?.trim() || undefined;
}

/** Own text and that of all descendants, in that order, trimmed. */
export function allText(element: XmlElement): string {
  const parts = [element.text.trim(), ...element.children.map(allText)];
  return parts.filter((part) => part !== '').join(' ');
}
