import { Decimal, plain } from '../document/decimal.ts';
import type { DespatchLine, DespatchPackage } from '../document/despatchAdvice.ts';
import { xmlText, type XmlNode } from '../xml/writer.ts';
import { partId } from './partId.ts';
import { writeComments } from './parts.write.ts';
import { knows, type CxmlVersion } from './versions.ts';
import { packageName, stillOutstanding } from './words.ts';

/** The parts of one line of the order that are in a shipment. */
export type ShippedLine = readonly [DespatchLine, ...DespatchLine[]];

export interface ShipNoticeWording {
  readonly version: CxmlVersion;
  /** BCP 47. */
  readonly language: string;
  readonly packages: ReadonlyMap<string, DespatchPackage>;
}

/**
 * What of one line of the order is in the shipment (Fulfill.dtd: ShipNoticeItem, which names a line only once). Versions without places for
 * packages, batches and words have them in the portion's comment. Throws for parts in different units: a quantity is in one.
 */
export function writeShipNoticeItem(lines: ShippedLine, wording: ShipNoticeWording): XmlNode {
  const [{ orderLineId, unit, item }] = lines;
  const { version, language } = wording;
  const other = lines.find((line) => line.unit !== unit);
  if (other) throw new Error(`line ${orderLineId} is shipped in ${unit} and in ${other.unit}`);
  const quantity = lines.reduce((sum, line) => sum.plus(line.quantity), new Decimal(0));
  const described = knows(version, 'ShipNoticeItem/ItemID');
  const unitOfMeasure = { name: 'UnitOfMeasure', text: xmlText(unit) };
  const children = described
    ? [
        item.sellersId === undefined ? undefined : writeItemId(item.sellersId, item.buyersId),
        item.name === undefined ? undefined : writeDetail(item.name, language),
        unitOfMeasure,
        ...writePackages(lines, wording),
        ...lines.flatMap(({ lots = [] }) => lots).map((lot) => ({ name: 'SupplierBatchID', text: xmlText(lot) })),
        ...lines.flatMap(({ serials = [] }) => serials).map(writeAsset),
        writeComments(lineWords(lines, language), language),
      ]
    : [unitOfMeasure];
  return {
    name: 'ShipNoticeItem',
    attributes: { quantity: plain(quantity), lineNumber: xmlText(orderLineId) },
    children: children.filter((child) => child !== undefined),
  };
}

/** What is to be said of the line: notes, and what of it comes later. */
export function lineWords(lines: ShippedLine, language: string): string {
  const words = lines.flatMap((line) => [line.note, stillOutstanding(line, language)]);
  return [...new Set(words)].filter(Boolean).join(' ');
}

function writeItemId(sellersId: string, buyersId: string | undefined): XmlNode {
  const supplier = { name: 'SupplierPartID', text: xmlText(partId(sellersId)) };
  const buyer = buyersId === undefined ? [] : [{ name: 'BuyerPartID', text: xmlText(buyersId) }];
  return { name: 'ItemID', children: [supplier, ...buyer] };
}

function writeDetail(name: string, language: string): XmlNode {
  const description = { name: 'Description', attributes: { 'xml:lang': language }, text: xmlText(name) };
  return { name: 'ShipNoticeItemDetail', children: [description] };
}

function writeAsset(serial: string): XmlNode {
  return { name: 'AssetInfo', attributes: { serialNumber: xmlText(serial) } };
}

/** Each package once with what it has of the line, and then what it stands in: carton, pallet. */
function writePackages(lines: ShippedLine, wording: ShipNoticeWording): XmlNode[] {
  const contents = new Map<string, Decimal | undefined>();
  for (const { packageId, quantity } of lines.flatMap(({ packages }) => packages)) {
    const before = contents.get(packageId);
    const added = quantity === undefined ? undefined : new Decimal(quantity);
    contents.set(packageId, before && added ? before.plus(added) : (before ?? added));
  }
  const around = [...contents.keys()].flatMap((id) => outerPackages(id, wording.packages));
  for (const id of around) if (!contents.has(id)) contents.set(id, undefined);
  return [...contents].map(([id, quantity]) => writePackage(id, quantity, lines[0].unit, wording));
}

/** Ids of what a package stands in, from inside to outside; ends where they go round in a circle. */
function outerPackages(id: string, packages: ReadonlyMap<string, DespatchPackage>): string[] {
  const outer: string[] = [];
  let parent = packages.get(id)?.parentId;
  while (parent !== undefined && parent !== id && !outer.includes(parent)) {
    outer.push(parent);
    parent = packages.get(parent)?.parentId;
  }
  return outer;
}

function writePackage(
  id: string,
  quantity: Decimal | undefined,
  unit: string,
  { packages, language }: ShipNoticeWording,
): XmlNode {
  const { type, sscc, grossWeight, parentId } = packages.get(id) ?? { id };
  const outer = parentId === undefined ? undefined : packages.get(parentId)?.sscc;
  const parts = [
    { name: 'PackagingCode', attributes: { 'xml:lang': language }, text: packageName(type, language) },
    grossWeight && writeMeasure('Dimension', grossWeight.value, grossWeight.unit, 'grossWeight'),
    leaf('PackageTypeCodeIdentifierCode', type),
    leaf('ShippingContainerSerialCode', sscc),
    leaf('ShippingContainerSerialCodeReference', outer),
    id === sscc ? undefined : { name: 'PackageID', children: [{ name: 'PackageTrackingID', text: xmlText(id) }] },
    quantity && writeMeasure('DispatchQuantity', plain(quantity), unit),
  ];
  return { name: 'Packaging', children: parts.filter((part) => part !== undefined) };
}

function writeMeasure(name: string, quantity: string, unit: string, type?: string): XmlNode {
  const attributes = { quantity: xmlText(quantity), type };
  return { name, attributes, children: [{ name: 'UnitOfMeasure', text: xmlText(unit) }] };
}

function leaf(name: string, text: string | undefined): XmlNode | undefined {
  return text === undefined ? undefined : { name, text: xmlText(text) };
}
