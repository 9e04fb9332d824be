import type { Identifier } from '../document/order.ts';
import type { XmlElement } from '../xml/element.ts';
import { CAC, CBC } from './namespaces.ts';

/** How block files read the tree: nothing here throws, what cannot be understood becomes a problem. */

/** The first aggregate (cac) child of that name. */
export function aggregate(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  if (parent === undefined) return undefined;
  for (const child of parent.children) if (child.name === name && child.ns === CAC) return child;
  return undefined;
}

/** All aggregate (cac) children of that name. */
export function aggregates(parent: XmlElement | undefined, name: string): XmlElement[] {
  return parent === undefined ? [] : parent.children.filter((child) => child.name === name && child.ns === CAC);
}

/** The first basic (cbc) child of that name. */
export function basic(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  if (parent === undefined) return undefined;
  for (const child of parent.children) if (child.name === name && child.ns === CBC) return child;
  return undefined;
}

/** Trimmed text of the first basic child of that name; undefined where it is missing or empty. */
export function text(parent: XmlElement | undefined, name: string): string | undefined {
  return basic(parent, name)?.text.trim() || undefined;
}

/** Texts of all basic children of that name, one per line: UBL repeats Note where the BIS allows one. */
export function texts(parent: XmlElement | undefined, name: string): string | undefined {
  if (parent === undefined) return undefined;
  const all = parent.children.filter((child) => child.name === name && child.ns === CBC);
  return (
    all
      .map((child) => child.text.trim())
      .filter((each) => each !== '')
      .join('\n') || undefined
  );
}

/** The cost centre of an order or line; senders of UBL 2.0 also put it into AccountingCostCode (SveOrder 2.0). */
export function accountingCost(parent: XmlElement | undefined): string | undefined {
  return text(parent, 'AccountingCost') ?? text(parent, 'AccountingCostCode');
}

/** Language of the first basic child of that name, as sent. */
export function language(parent: XmlElement | undefined, name: string): string | undefined {
  return basic(parent, name)?.attribute('languageID')?.trim() || undefined;
}

/** An identifier with its scheme; undefined where it is missing or empty. */
export function identifier(parent: XmlElement | undefined, name: string): Identifier | undefined {
  const element = basic(parent, name);
  const id = element?.text.trim();
  if (element === undefined || !id) return undefined;
  const scheme = element.attribute('schemeID')?.trim();
  return scheme ? { id, scheme } : { id };
}

/** A copy of the object without its undefined fields. */
export function compact<T extends object>(fields: T): Compact<T> {
  const result: Record<string, unknown> = {};
  for (const key in fields) if (fields[key] !== undefined) result[key] = fields[key];
  return result as Compact<T>;
}

type Optional<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];
export type Compact<T> = { [K in Exclude<keyof T, Optional<T>>]: T[K] } & {
  [K in Optional<T>]?: Exclude<T[K], undefined>;
};
