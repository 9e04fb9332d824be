import type { OutgoingField } from '../document/outgoingField.ts';

/**
 * The fields of a cart message that an agreement may fill (cXML DTD: PunchOutOrderMessageHeader, ItemIn, ItemDetail). `[name]` stands for any
 * name in brackets: `Extrinsic[CostCenter]`. Elements that the DTD wants are written empty where the mapping leaves them out.
 */
export const cxmlFields: readonly OutgoingField[] = [
  {
    name: 'Extrinsic[name]',
    level: 'header',
    kind: 'text',
    text: 'A value of that name for the whole cart. The cart has no place for one, so every line carries it.',
  },
  { name: 'Shipping', level: 'header', kind: 'number', text: 'Freight of the whole cart without VAT.' },
  { name: 'Shipping/Description', level: 'header', kind: 'text', text: 'What the freight is called.' },
  {
    name: 'ItemID/SupplierPartID',
    level: 'line',
    kind: 'code',
    text: "Article number; characters that purchasing systems refuse (? { }) are taken out of it. Default: the shop's.",
  },
  {
    name: 'ItemID/BuyerPartID',
    level: 'line',
    kind: 'code',
    text: "The buyer's article number (1.2.036 and newer). Default: the one that the shop knows.",
  },
  {
    name: 'ItemDetail/UnitPrice',
    level: 'line',
    kind: 'number',
    text: "Net price of one unit. Default: the cart's price, with its base quantity where the version knows one.",
  },
  {
    name: 'ItemDetail/Description',
    level: 'line',
    kind: 'text',
    text: 'Description of the item. Default: the description, or the name where there is none.',
  },
  {
    name: 'ItemDetail/Description/ShortName',
    level: 'line',
    kind: 'text',
    text: 'Short name in the description. Default: the name, where there is a description beside it.',
  },
  {
    name: 'ItemDetail/UnitOfMeasure',
    level: 'line',
    kind: 'code',
    text: 'Unit. Default: the code of Recommendation 20.',
  },
  {
    name: 'ItemDetail/Classification[name]',
    level: 'line',
    kind: 'code',
    text: "Code of the item in the classification of that domain. Default: the product's classifications.",
  },
  { name: 'ItemDetail/ManufacturerPartID', level: 'line', kind: 'code', text: "The manufacturer's article number." },
  { name: 'ItemDetail/ManufacturerName', level: 'line', kind: 'text', text: 'Name of the manufacturer.' },
  { name: 'ItemDetail/URL', level: 'line', kind: 'text', text: "Address of the product's page." },
  { name: 'ItemDetail/LeadTime', level: 'line', kind: 'number', text: 'Whole days from order to delivery.' },
  {
    name: 'SupplierID',
    level: 'line',
    kind: 'code',
    text: "The supplier's number at the buyer. Default: the first name in From, in its domain.",
  },
  {
    name: 'SupplierID[name]',
    level: 'line',
    kind: 'code',
    text: "The supplier's number at the buyer in the domain of that name, instead of the default.",
  },
  {
    name: 'Comments',
    level: 'line',
    kind: 'text',
    text: 'Remark on the line. Default: what the buyer wrote at it. Before 1.2.036 an extrinsic of that name.',
  },
  {
    name: 'Extrinsic[name]',
    level: 'line',
    kind: 'text',
    text: "A value of that name. By default QuoteID and ValidUntil (the price promise) and Reference (the buyer's own reference of the line).",
  },
];
