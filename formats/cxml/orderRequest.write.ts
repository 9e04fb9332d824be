import { orderAmount, type OrderLineToWrite, type OrderToWrite } from '../document/orderToWrite.ts';
import type { Address } from '../document/order.ts';
import { xmlText, type XmlNode } from '../xml/writer.ts';
import { writeDocumentReference, writeRequest, type CxmlRequestContext } from './envelope.write.ts';
import { writeComments } from './parts.write.ts';
import { money } from './tax.ts';
import { unitPrice } from './unitPrice.ts';

export interface OrderRequestToWrite {
  /** `update` and `delete` name the payloadID of the version before. */
  readonly type: 'new' | 'update' | 'delete';
  readonly order: OrderToWrite;
  /** 1 for the order itself, counted up by its changes. */
  readonly version: number;
  readonly earlierPayloadId?: string;
}

/** Writes an OrderRequest as a buyer's system does, without a secret: `withSharedSecret` puts it in for sending (cXML DTD: OrderRequest). */
export function writeOrderRequest(context: CxmlRequestContext, request: OrderRequestToWrite): string {
  const { order } = request;
  return writeRequest(context, {
    name: 'OrderRequest',
    children: [writeHeader(request), ...order.lines.map((line) => writeItemOut(line, order))],
  });
}

function writeHeader({ type, order, version, earlierPayloadId }: OrderRequestToWrite): XmlNode {
  const { deliveryPlace, buyer, currency } = order;
  const parts: readonly (XmlNode | undefined)[] = [
    { name: 'Total', children: [money(orderAmount(order.lines), currency)] },
    deliveryPlace && {
      name: 'ShipTo',
      children: [writeAddress(deliveryPlace.name ?? buyer.name, deliveryPlace.address, order)],
    },
    { name: 'BillTo', children: [writeAddress(buyer.name, undefined, order)] },
    writeComments(order.note ?? '', order.language),
    earlierPayloadId === undefined ? undefined : writeDocumentReference(earlierPayloadId),
  ];
  return {
    name: 'OrderRequestHeader',
    attributes: {
      orderID: xmlText(order.number),
      orderDate: order.timestamp,
      type,
      ...(version > 1 && { orderVersion: `${version}` }),
    },
    children: parts.filter((part) => part !== undefined),
  };
}

function writeAddress(
  name: string | undefined,
  address: Address | undefined,
  { language, reference }: OrderToWrite,
): XmlNode {
  const country = address?.country ?? 'SE';
  const { streetName, cityName, postalZone } = address ?? {};
  const postal: XmlNode | undefined =
    streetName && cityName
      ? {
          name: 'PostalAddress',
          children: [
            ...(reference ? [text('DeliverTo', reference)] : []),
            text('Street', streetName),
            text('City', cityName),
            ...(postalZone ? [text('PostalCode', postalZone)] : []),
            { name: 'Country', attributes: { isoCountryCode: country }, text: country },
          ],
        }
      : undefined;
  return {
    name: 'Address',
    attributes: {
      isoCountryCode: country,
      addressID: address?.id && xmlText(address.id.id),
      addressIDDomain: address?.id?.scheme === '0088' ? 'GLN' : undefined,
    },
    children: [
      { name: 'Name', attributes: { 'xml:lang': language }, text: xmlText(name ?? '') },
      ...(postal ? [postal] : []),
    ],
  };
}

function writeItemOut(line: OrderLineToWrite, { currency, language, wantedBy }: OrderToWrite): XmlNode {
  const ids = [
    text('SupplierPartID', line.sellersId),
    ...(line.auxiliaryId === undefined ? [] : [text('SupplierPartAuxiliaryID', line.auxiliaryId)]),
  ];
  const detail = [
    { name: 'UnitPrice', children: [money(unitPrice(line.price, line.quantity), currency)] },
    { name: 'Description', attributes: { 'xml:lang': language }, text: xmlText(line.name) },
    text('UnitOfMeasure', line.unit),
    // The DTD wants a classification of every item.
    { name: 'Classification', attributes: { domain: 'UNSPSC' }, text: '00000000' },
  ];
  return {
    name: 'ItemOut',
    attributes: {
      quantity: line.quantity,
      lineNumber: line.id,
      requestedDeliveryDate: `${wantedBy}T12:00:00+00:00`,
    },
    children: [
      { name: 'ItemID', children: ids },
      { name: 'ItemDetail', children: detail },
    ],
  };
}

function text(name: string, value: string): XmlNode {
  return { name, text: xmlText(value) };
}
