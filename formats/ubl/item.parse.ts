import type { ItemProperty, OrderItem } from '../document/order.ts';
import type { XmlElement } from '../xml/element.ts';
import { aggregate, aggregates, basic, compact, identifier, text, texts } from './read.ts';
import type { Values } from './values.ts';

/** `cac:Item` of an order line. */
export function parseItem(item: XmlElement | undefined, values: Values): OrderItem {
  if (item === undefined) return { specifications: [], classifications: [], properties: [] };
  return compact({
    name: text(item, 'Name'),
    description: texts(item, 'Description'),
    sellersId: text(aggregate(item, 'SellersItemIdentification'), 'ID'),
    buyersId: text(aggregate(item, 'BuyersItemIdentification'), 'ID'),
    standardId: identifier(aggregate(item, 'StandardItemIdentification'), 'ID'),
    specifications: aggregates(item, 'ItemSpecificationDocumentReference').flatMap((each) => text(each, 'ID') ?? []),
    classifications: aggregates(item, 'CommodityClassification').flatMap(parseClassification),
    taxCategory: parseTaxCategory(aggregate(item, 'ClassifiedTaxCategory'), values),
    properties: aggregates(item, 'AdditionalItemProperty').map((property) => parseProperty(property, values)),
  });
}

function parseClassification(classification: XmlElement): OrderItem['classifications'][number] | [] {
  const code = text(classification, 'ItemClassificationCode');
  if (code === undefined) return [];
  return compact({ code, listId: basic(classification, 'ItemClassificationCode')?.attribute('listID') });
}

function parseTaxCategory(category: XmlElement | undefined, values: Values): OrderItem['taxCategory'] {
  const id = text(category, 'ID');
  if (id === undefined) return undefined;
  return compact({ id, percent: values.decimal(category, 'Percent', 'LineItem/Item/ClassifiedTaxCategory/') });
}

function parseProperty(property: XmlElement, values: Values): ItemProperty {
  return compact({
    name: text(property, 'Name') ?? '',
    value: text(property, 'Value') ?? '',
    quantity: values.decimal(property, 'ValueQuantity', 'LineItem/Item/AdditionalItemProperty/'),
    quantityUnit: basic(property, 'ValueQuantity')?.attribute('unitCode'),
    qualifier: text(property, 'ValueQualifier'),
  });
}
