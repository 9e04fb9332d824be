import type { Catalogue, CatalogueHeader, CatalogueItem, CataloguePrice } from '../document/catalogue.ts';
import { Decimal } from '../document/decimal.ts';
import { group, writeXml, type XmlNode } from '../xml/writer.ts';
import { textLeaf } from './cart.blocks.ts';
import { CAC, CATALOGUE, CBC } from './namespaces.ts';

/** What the catalogues of BIS 1A and BIS 3 do not have in common. */
export interface CatalogueDialect {
  header(header: CatalogueHeader): (XmlNode | undefined)[];
  item(item: CatalogueItem, header: CatalogueHeader): XmlNode | undefined;
  /** What is to be done with the line, in a catalogue of changes. */
  action(change: CatalogueItem['change']): XmlNode | undefined;
  /** The contract of the line, where a line has a place for it. */
  contract(item: CatalogueItem): XmlNode | undefined;
  /** Attributes of a quantity in that unit. */
  quantity(unit: string): Readonly<Record<string, string>>;
}

/** Writes a catalogue as a stream of strings in UTF-8; items are taken one by one. */
export function writeCatalogue(
  catalogue: Catalogue,
  dialect: CatalogueDialect,
): AsyncGenerator<string, void, undefined> {
  const root = { name: 'Catalogue', namespaces: { '': CATALOGUE, cac: CAC, cbc: CBC } };
  return writeXml(root, parts(catalogue, dialect));
}

async function* parts({ header, items }: Catalogue, dialect: CatalogueDialect): AsyncGenerator<XmlNode> {
  for (const part of dialect.header(header)) if (part) yield part;
  for await (const item of items) yield writeLine(item, header, dialect);
}

/** The article number is the line's number too: it is unique, and the same in the next catalogue. */
function writeLine(item: CatalogueItem, header: CatalogueHeader, dialect: CatalogueDialect): XmlNode {
  const { sellersId, unit, change, minimumQuantity, maximumQuantity, multipleQuantity } = item;
  const attributes = dialect.quantity(unit);
  const children = [
    textLeaf('cbc:ID', sellersId),
    dialect.action(change),
    dialect.contract(item),
    textLeaf('cbc:OrderableIndicator', 'true'),
    textLeaf('cbc:OrderableUnit', unit),
    textLeaf('cbc:OrderQuantityIncrementNumeric', multipleQuantity),
    textLeaf('cbc:MinimumOrderQuantity', minimumQuantity, attributes),
    textLeaf('cbc:MaximumOrderQuantity', maximumQuantity, attributes),
    ...item.prices.map((price) => writePrice(price, item, header.currency, attributes)),
    dialect.item(item, header),
  ];
  return { name: 'cac:CatalogueLine', children: children.filter((child) => child !== undefined) };
}

const actions = { add: 'Add', update: 'Update', delete: 'Delete' } as const;

/** ActionCode of a line. @param attributes of the code */
export function actionCode(
  change: CatalogueItem['change'],
  attributes: Readonly<Record<string, string>> = {},
): XmlNode | undefined {
  return change && textLeaf('cbc:ActionCode', actions[change], attributes);
}

/** ActionCode of the catalogue: the full state, or changes line by line. */
export function headerAction({ changesOnly }: CatalogueHeader): 'Update' | 'Replace' {
  return changesOnly ? 'Update' : 'Replace';
}

/** A price from a quantity on, with the lead time: `cac:RequiredItemLocationQuantity`. */
function writePrice(
  { amount, baseQuantity, from }: CataloguePrice,
  { leadTimeDays }: CatalogueItem,
  currency: string,
  attributes: Readonly<Record<string, string>>,
): XmlNode | undefined {
  return group(
    'cac:RequiredItemLocationQuantity',
    textLeaf('cbc:LeadTimeMeasure', leadTimeDays?.toString(), { unitCode: 'DAY' }),
    textLeaf('cbc:MinimumQuantity', new Decimal(from).isZero() ? undefined : from, attributes),
    group(
      'cac:Price',
      textLeaf('cbc:PriceAmount', amount, { currencyID: currency }),
      textLeaf('cbc:BaseQuantity', baseQuantity, attributes),
    ),
  );
}
