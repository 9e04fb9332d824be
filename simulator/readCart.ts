/** A form that came back, as the platform reads it: its fields, what is cut, and the lines that an order can be made from. Pure. */
import { decodeBase64 } from '../formats/base64.ts';
import { parseCxml } from '../formats/cxml/envelope.parse.ts';
import type { CxmlItem } from '../formats/cxml/item.parse.ts';
import { parsePunchOutOrderMessage } from '../formats/cxml/punchOutOrderMessage.parse.ts';
import type { OrderLineToWrite } from '../formats/document/orderToWrite.ts';
import { isDecimal } from '../formats/document/decimal.ts';
import { readOciReturn, type OciItem } from '../formats/oci/form.read.ts';
import type { Parameter } from '../formats/oci/parameters.ts';
import { parseCart, type ReceivedCartLine } from '../formats/ubl/cart.parse.ts';
import { fieldLimits } from '../partners/lint/input.ts';
import { translationsTo } from '../partners/mapping/evaluate.ts';
import { UNITS, type CartProtocol } from '../partners/mapping/schema.ts';
import { platformFor } from '../partners/platforms/platforms.ts';
import type { PunchOutSettings } from '../partners/punchOut.ts';
import type { Way } from './punchOut.ts';

/** A value of a field: as it was sent, and what the platform keeps of it. */
export interface ReadField {
  readonly name: string;
  readonly sent: string;
  readonly kept: string;
  /** Characters that the platform keeps, where it keeps less. */
  readonly longest?: number;
}

export interface ReadLine {
  readonly fields: readonly ReadField[];
  /** In the words of an order; undefined where article, quantity or price cannot be read. */
  readonly line: OrderLineToWrite | undefined;
}

/** What a cart is over there. */
export interface ReadCart {
  /** `left`: nothing changes over there. `empty`: a cart without lines. `unreadable`: the problem says why. */
  readonly kind: 'cart' | 'empty' | 'left' | 'unreadable';
  readonly problem?: string;
  readonly currency: string;
  /** The shop's number of it, where the protocol carries one: an order names it as its quotation. */
  readonly quotation?: string;
  readonly lines: readonly ReadLine[];
  /** Of cXML: what an edit sends back. */
  readonly items: readonly CxmlItem[];
  /** The document that the form carries, decoded. */
  readonly document?: string;
  /** What a reader of forms takes offence at. */
  readonly remarks: readonly { readonly id: string; readonly element: string; readonly text: string }[];
}

const none = { currency: '', lines: [], items: [], remarks: [] } as const;

/** Never throws: what cannot be read says why. */
export function readCart(way: Way, fields: readonly Parameter[], settings: PunchOutSettings): ReadCart {
  try {
    if (way === 'oci') return readOci(fields, settings);
    return way === 'cxml' ? readCxml(fields, settings) : readPeppol(fields, settings);
  } catch (error) {
    return { ...none, kind: 'unreadable', problem: error instanceof Error ? error.message : 'unreadable' };
  }
}

function readOci(fields: readonly Parameter[], settings: PunchOutSettings): ReadCart {
  const version = settings.oci?.version === '3.0' ? '3.0' : '4.0';
  const { items, findings } = readOciReturn(fields, version);
  const cut = cutter('oci', settings);
  return {
    ...none,
    kind: items.length === 0 ? 'empty' : 'cart',
    currency: items[0]?.fields['CURRENCY'] ?? '',
    ...named(items[0]?.fields['EXT_QUOTE_ID']),
    lines: items.map((item, i) => ({ fields: entries(item.fields).map(cut), line: ociLine(item, i + 1, settings) })),
    remarks: findings.map(({ id, element, text }) => ({ id, element, text })),
  };
}

function named(quotation: string | undefined): Pick<ReadCart, 'quotation'> {
  return quotation ? { quotation } : {};
}

function entries(fields: Readonly<Record<string, string>>): Parameter[] {
  return Object.entries(fields);
}

function ociLine({ fields }: OciItem, position: number, settings: PunchOutSettings): OrderLineToWrite | undefined {
  const { VENDORMAT = '', DESCRIPTION = '', QUANTITY = '', UNIT = '', PRICE = '', PRICEUNIT = '1' } = fields;
  return orderLine(position, {
    sellersId: VENDORMAT,
    name: DESCRIPTION,
    quantity: QUANTITY,
    unit: ourUnit('oci', settings, UNIT),
    price: { amount: PRICE, baseQuantity: PRICEUNIT },
  });
}

function readCxml(fields: readonly Parameter[], settings: PunchOutSettings): ReadCart {
  const document = documentOf(fields, /^cxml-/i);
  if (document === undefined) throw new Error('The form has neither cxml-base64 nor cxml-urlencoded.');
  const message = parsePunchOutOrderMessage(parseCxml(new TextEncoder().encode(document)));
  const cut = cutter('cxml', settings);
  const isLeft = message.status.code === 204;
  return {
    ...none,
    ...{ document, items: message.items },
    kind: isLeft ? 'left' : message.items.length === 0 ? 'empty' : 'cart',
    currency: message.total?.currency ?? message.items[0]?.unitPrice?.currency ?? '',
    lines: message.items.map((item, i) => ({
      fields: cxmlFields(item).map(cut),
      line: orderLine(i + 1, {
        sellersId: item.itemId.supplierPartId,
        ...(item.itemId.supplierPartAuxiliaryId !== undefined && { auxiliaryId: item.itemId.supplierPartAuxiliaryId }),
        name: item.shortName ?? item.description ?? '',
        quantity: item.quantity,
        unit: ourUnit('cxml', settings, item.unitOfMeasure ?? ''),
        price: { amount: item.unitPrice?.amount ?? '', baseQuantity: item.priceBasis?.quantity ?? '1' },
      }),
    })),
  };
}

function cxmlFields(item: CxmlItem): Parameter[] {
  const { itemId, classifications, extrinsics } = item;
  return present([
    ['ItemIn/@quantity', item.quantity],
    ['ItemID/SupplierPartID', itemId.supplierPartId],
    ['ItemID/SupplierPartAuxiliaryID', itemId.supplierPartAuxiliaryId],
    ['ItemID/BuyerPartID', itemId.buyerPartId],
    ['ItemDetail/UnitPrice', item.unitPrice?.amount],
    ['ItemDetail/Description', item.description],
    ['ItemDetail/Description/ShortName', item.shortName],
    ['ItemDetail/UnitOfMeasure', item.unitOfMeasure],
    ...classifications.map(({ domain, code }) => [`ItemDetail/Classification[${domain}]`, code] as const),
    ['ItemDetail/ManufacturerPartID', item.manufacturerPartId],
    ['ItemDetail/ManufacturerName', item.manufacturerName],
    ['ItemDetail/LeadTime', item.leadTime],
    ['Comments', item.comments],
    ...extrinsics.map(({ name, text }) => [`Extrinsic[${name}]`, text] as const),
  ]);
}

function readPeppol(fields: readonly Parameter[], settings: PunchOutSettings): ReadCart {
  const document = documentOf(fields, /./);
  if (document === undefined) throw new Error('The form carries no document in base64.');
  const { header, lines } = parseCart(new TextEncoder().encode(document), { maxLines: 10_000 });
  const cut = cutter('peppol', settings);
  return {
    ...none,
    ...{ document, kind: lines.length === 0 ? 'empty' : 'cart', currency: lines[0]?.price.currency ?? '' },
    ...named(header.number),
    lines: lines.map((line, i) => ({
      fields: peppolFields(line).map(cut),
      line: orderLine(i + 1, {
        sellersId: line.sellersId ?? '',
        name: line.name ?? '',
        quantity: line.quantity,
        unit: ourUnit('peppol', settings, line.unit),
        price: { amount: line.price.amount, baseQuantity: line.price.baseQuantity ?? '1' },
      }),
    })),
  };
}

function peppolFields(line: ReceivedCartLine): Parameter[] {
  return present([
    ['BatchQuantity', line.quantity],
    ['BatchQuantity/@unitCode', line.unit],
    ['PriceAmount', line.price.amount],
    ['BaseQuantity', line.price.baseQuantity],
    ['Item/Name', line.name],
    ['Item/Description', line.description],
    ['Item/SellersItemIdentification/ID', line.sellersId],
    ['Item/StandardItemIdentification/ID', line.standardId?.id],
    ...line.classifications.map(({ scheme, code }) => [`ItemClassificationCode[${scheme}]`, code] as const),
    ['ClassifiedTaxCategory/Percent', line.tax?.percent],
    ...line.properties.map(({ name, value }) => [`AdditionalItemProperty[${name}]`, value] as const),
  ]);
}

function present(fields: readonly (readonly [string, string | undefined])[]): Parameter[] {
  return fields.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value] as const]));
}

/** The document in a field whose name ends in base64, or in cxml-urlencoded. */
function documentOf(fields: readonly Parameter[], name: RegExp): string | undefined {
  for (const [field, value] of fields) {
    if (/^cxml-urlencoded$/i.test(field)) return value;
    const bytes = /base64$/i.test(field) && name.test(field) ? decodeBase64(value) : undefined;
    if (bytes !== undefined) return new TextDecoder().decode(bytes);
  }
  return undefined;
}

/** Cuts a value to what the platform keeps of its field. */
function cutter(protocol: CartProtocol, settings: PunchOutSettings): (field: Parameter) => ReadField {
  const { longestOf } = fieldLimits({ protocol, settings });
  return ([name, sent]) => {
    const longest = longestOf(name)?.characters;
    const characters = Array.from(sent);
    if (longest === undefined || characters.length <= longest) return { name, sent, kept: sent };
    return { name, sent, kept: characters.slice(0, longest).join(''), longest };
  };
}

/** The unit of ours that their code stands for: orders come in codes of UN/ECE Recommendation 20. */
function ourUnit(protocol: CartProtocol, settings: PunchOutSettings, theirs: string): string {
  const tables = [platformFor(settings, protocol).mapping, settings.mapping].flatMap(
    (layer) => layer.tables[UNITS] ?? [],
  );
  const translations = translationsTo(
    'ours',
    tables.map((table) => [UNITS, table] as const),
  );
  const ours = translations.get(UNITS)?.words.get(theirs);
  return ours ?? theirs;
}

function orderLine(position: number, line: Omit<OrderLineToWrite, 'id'>): OrderLineToWrite | undefined {
  const { sellersId, quantity, price } = line;
  const isReadable = sellersId !== '' && [quantity, price.amount, price.baseQuantity].every(isDecimal);
  return isReadable ? { id: `${position}`, ...line } : undefined;
}
