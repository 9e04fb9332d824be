import type { Cart, CartHeader } from '../document/cart.ts';
import type { MappedFields } from '../document/outgoingField.ts';
import { writeXml, type XmlNode } from '../xml/writer.ts';
import { textLeaf, writePeriod, writePriceAndQuantity } from './cart.blocks.ts';
import { mappedHeader, mappedLine, type MappedLine } from './cart.fields.ts';
import { CAC, CATALOGUE, CBC } from './namespaces.ts';

/** What the carts of BIS 18A and Punch Out 3 do not have in common. */
export interface CartDialect {
  header(header: CartHeader): (XmlNode | undefined)[];
  /** @param parent the line that this one is part of */
  item(line: MappedLine, parent: MappedLine | undefined, header: CartHeader): XmlNode | undefined;
}

/** Writes a cart with the fields that the agreement maps, as a stream of strings in UTF-8. */
export function writeCart(
  cart: Cart,
  mapped: MappedFields,
  dialect: CartDialect,
): AsyncGenerator<string, void, undefined> {
  const root = { name: 'Catalogue', namespaces: { '': CATALOGUE, cac: CAC, cbc: CBC } };
  return writeXml(root, parts(cart, mapped, dialect));
}

function* parts(cart: Cart, mapped: MappedFields, dialect: CartDialect): Generator<XmlNode, void, undefined> {
  const header = mappedHeader(cart.header, mapped.header);
  for (const part of dialect.header(header)) if (part) yield part;
  const lines = new Map(cart.lines.map((line) => [line.position, mappedLine(line, mapped.line(line.position))]));
  for (const line of lines.values()) {
    const parent = line.partOf === undefined ? undefined : lines.get(line.partOf);
    yield writeLine(line, header, dialect.item(line, parent, header));
  }
}

function writeLine(line: MappedLine, { currency }: CartHeader, item: XmlNode | undefined): XmlNode {
  const children = [
    textLeaf('cbc:ID', line.id),
    textLeaf('cbc:ContractSubdivision', line.contract),
    writePeriod('cac:LineValidityPeriod', 'StartDate', line.availableFrom),
    writePriceAndQuantity(line, currency),
    item,
  ];
  return { name: 'cac:CatalogueLine', children: children.filter((child) => child !== undefined) };
}
