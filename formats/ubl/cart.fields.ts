import type { CartHeader, CartLine } from '../document/cart.ts';
import type { ItemProperty } from '../document/order.ts';
import type { FieldValues, OutgoingField } from '../document/outgoingField.ts';

/**
 * The fields of a Peppol cart that an agreement may fill, by their paths below Catalogue and CatalogueLine. `[name]` stands for any name
 * in brackets: `Item/AdditionalItemProperty[Kostnadsställe]`.
 */
export const peppolCartFields: readonly OutgoingField[] = [
  {
    name: 'ReferencedContract/ID',
    level: 'header',
    kind: 'code',
    text: 'Contract that governs the whole cart.',
  },
  {
    name: 'Contact/ID',
    level: 'header',
    kind: 'text',
    text: "The buyer's reference: user, requisition or session. Default: what the login said.",
  },
  {
    name: 'ContractSubdivision',
    level: 'line',
    kind: 'code',
    text: 'Contract of this line; a line with one counts as contracted.',
  },
  {
    name: 'BatchQuantity/@unitCode',
    level: 'line',
    kind: 'code',
    text: 'Unit of the quantity and of the price (UN/ECE Recommendation 20). Its number stays as it is. 18A has no packages.',
  },
  { name: 'Item/Name', level: 'line', kind: 'text', text: 'Name of the item.' },
  { name: 'Item/Description', level: 'line', kind: 'text', text: 'Description of the item.' },
  {
    name: 'Item/BuyersItemIdentification/ID',
    level: 'line',
    kind: 'code',
    text: "The buyer's article number. Punch Out 3 alone has it.",
  },
  { name: 'Item/SellersItemIdentification/ID', level: 'line', kind: 'code', text: "The shop's article number." },
  {
    name: 'Item/ManufacturersItemIdentification/ID',
    level: 'line',
    kind: 'code',
    text: "The manufacturer's article number.",
  },
  { name: 'Item/ManufacturerParty/PartyName/Name', level: 'line', kind: 'text', text: 'Name of the manufacturer.' },
  {
    name: 'Item/CommodityClassification[name]',
    level: 'line',
    kind: 'code',
    text: 'Code of the item in a classification that is called so in the shop, for example UNSPSC.',
  },
  {
    name: 'Item/AdditionalItemProperty[name]',
    level: 'line',
    kind: 'text',
    text: 'A property of that name. PartOf and ServiceIndicator have a meaning of their own.',
  },
];

/** A line as the agreement maps it; an empty text is not written. */
export interface MappedLine extends CartLine {
  /** Properties that the agreement adds. */
  readonly properties: readonly ItemProperty[];
}

/** A mapped text replaces ours; an empty one leaves the field out. */
const mapped = (values: FieldValues, field: string, own: string | undefined): string => values[field] ?? own ?? '';

/** Values of the fields `field[name]`. */
function bracketed(values: FieldValues, field: string): [name: string, value: string][] {
  const start = `${field}[`;
  return Object.entries(values)
    .filter(([key]) => key.startsWith(start) && key.endsWith(']'))
    .map(([key, value]) => [key.slice(start.length, -1), value]);
}

/** The header with what the agreement maps; a text that is empty is not written. */
export function mappedHeader(header: CartHeader, values: FieldValues): CartHeader {
  return {
    ...header,
    contract: mapped(values, 'ReferencedContract/ID', header.contract),
    buyerReference: mapped(values, 'Contact/ID', header.buyerReference),
  };
}

/** The same for a line. */
export function mappedLine(line: CartLine, values: FieldValues): MappedLine {
  const classified = bracketed(values, 'Item/CommodityClassification');
  const other = line.classifications.filter(({ scheme }) => classified.every(([name]) => name !== scheme));
  return {
    ...line,
    contract: mapped(values, 'ContractSubdivision', line.contract),
    unit: mapped(values, 'BatchQuantity/@unitCode', line.unit),
    name: mapped(values, 'Item/Name', line.name),
    description: mapped(values, 'Item/Description', line.description),
    buyersId: mapped(values, 'Item/BuyersItemIdentification/ID', line.buyersId),
    sellersId: mapped(values, 'Item/SellersItemIdentification/ID', line.sellersId),
    manufacturerNumber: mapped(values, 'Item/ManufacturersItemIdentification/ID', line.manufacturerNumber),
    manufacturer: mapped(values, 'Item/ManufacturerParty/PartyName/Name', line.manufacturer),
    classifications: [...other, ...classified.map(([scheme, code]) => ({ scheme, code }))],
    properties: bracketed(values, 'Item/AdditionalItemProperty').map(([name, value]) => ({ name, value })),
  };
}
