import type { ItemProperty, OrderItem } from '../document/order.ts';
import type { XmlElement } from '../xml/element.ts';
import { parseTaxCategory } from './allowanceCharge.parse.ts';
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
    manufacturersId: text(aggregate(item, 'ManufacturersItemIdentification'), 'ID'),
    standardId: identifier(aggregate(item, 'StandardItemIdentification'), 'ID'),
    specifications: aggregates(item, 'ItemSpecificationDocumentReference').flatMap((each) => text(each, 'ID') ?? []),
    classifications: aggregates(item, 'CommodityClassification').flatMap(parseClassification),
    taxCategory: parseTaxCategory(
      aggregate(item, 'ClassifiedTaxCategory'),
      values,
      'LineItem/Item/ClassifiedTaxCategory/',
    ),
    properties: aggregates(item, 'AdditionalItemProperty').map((property) => parseProperty(property, values)),
    instances: parseInstances(aggregates(item, 'ItemInstance')),
  });
}

function parseClassification(classification: XmlElement): OrderItem['classifications'][number] | [] {
  const code = text(classification, 'ItemClassificationCode');
  if (code === undefined) return [];
  const element = basic(classification, 'ItemClassificationCode');
  return compact({
    code,
    listId: element?.attribute('listID'),
    listVersion: element?.attribute('listVersionID'),
    name: element?.attribute('name'),
  });
}

function parseInstances(instances: readonly XmlElement[]): OrderItem['instances'] {
  if (instances.length === 0) return undefined;
  return instances.map((instance) =>
    compact({
      serialId: text(instance, 'SerialID'),
      lotNumber: text(aggregate(instance, 'LotIdentification'), 'LotNumberID'),
    }),
  );
}

function parseProperty(property: XmlElement, values: Values): ItemProperty {
  const nameCode = text(property, 'NameCode');
  return compact({
    id: identifier(property, 'ID'),
    name: text(property, 'Name') ?? '',
    nameCode:
      nameCode === undefined
        ? undefined
        : compact({ code: nameCode, listId: basic(property, 'NameCode')?.attribute('listID') }),
    value: text(property, 'Value') ?? '',
    quantity: values.decimal(property, 'ValueQuantity', 'LineItem/Item/AdditionalItemProperty/'),
    quantityUnit: basic(property, 'ValueQuantity')?.attribute('unitCode'),
    qualifier: text(property, 'ValueQualifier'),
  });
}
