import type { DespatchAdvice, DespatchLine } from '../document/despatchAdvice.ts';
import type { Period } from '../document/order.ts';
import { xmlText, type XmlNode } from '../xml/writer.ts';
import { withOffset, writeDocumentReference, writeRequest, type CxmlRequestContext } from './envelope.write.ts';
import {
  lastDay,
  noonOf,
  writeComments,
  writeContact,
  writeOrderReference,
  type ContactToWrite,
} from './parts.write.ts';
import { lineWords, writeShipNoticeItem, type ShipNoticeWording, type ShippedLine } from './shipNoticeItem.write.ts';
import { knows } from './versions.ts';
import { packedAs, standardService } from './words.ts';

/** A ship notice that was sent: payloadID of its latest version, and the shipmentID that all versions have. */
export interface SentShipNotice {
  readonly payloadId: string;
  readonly shipmentId: string;
}

/** What a ship notice needs besides the advice: from the order's message and the agreement. */
export interface ShipNoticeContext extends CxmlRequestContext {
  /** payloadID of the OrderRequest whose goods are sent, of its latest version. */
  readonly orderPayloadId: string;
  /** When the buyer wants the goods: cXML asks for a day of arrival, and takes it where the advice promises none. */
  readonly requestedDelivery?: Period;
  /** The notice that this one takes the place of. */
  readonly replaces?: SentShipNotice;
}

/**
 * Says that goods were sent (Fulfill.dtd: ShipNoticeRequest), valid against the DTD version that it declares. `advice.number` is the
 * shipmentID of a first one. All lines are named, also where the order is complete. No secret is in it: documents are kept. Throws for an
 * advice without lines, and for a line of the order in two units. Texts lose characters that XML cannot carry.
 */
export async function writeShipNoticeRequest(advice: DespatchAdvice, context: ShipNoticeContext): Promise<string> {
  const { version, language } = context;
  const shipped = await byOrderLine(advice.lines);
  if (shipped.length === 0) throw new Error('a ship notice says what was sent, but has no lines');
  const packages = new Map(advice.packages.map((each) => [each.id, each]));
  const wording: ShipNoticeWording = { version, language, packages };
  const portion = [
    writeOrderReference(advice.orderNumber, context.orderPayloadId),
    knows(version, 'ShipNoticeItem/ItemID') ? undefined : writeComments(inWords(shipped, wording), language),
    ...shipped.map((lines) => writeShipNoticeItem(lines, wording)),
  ];
  const children = [
    writeShipNoticeHeader(advice, context),
    writeShipControl(advice, context),
    { name: 'ShipNoticePortion', children: portion.filter((part) => part !== undefined) },
  ];
  return writeRequest(context, { name: 'ShipNoticeRequest', children }, 'Fulfill');
}

/** Takes a ship notice back: nothing was or will be sent (ShipNoticeHeader/@operation `delete`). */
export function writeShipNoticeDeletion(
  { payloadId, shipmentId }: SentShipNotice,
  context: CxmlRequestContext,
): string {
  const header: XmlNode = {
    name: 'ShipNoticeHeader',
    attributes: { shipmentID: xmlText(shipmentId), operation: 'delete', noticeDate: withOffset(context.timestamp) },
    children: [writeDocumentReference(payloadId)],
  };
  return writeRequest(context, { name: 'ShipNoticeRequest', children: [header] }, 'Fulfill');
}

async function byOrderLine(lines: DespatchAdvice['lines']): Promise<ShippedLine[]> {
  const shipped = new Map<string, [DespatchLine, ...DespatchLine[]]>();
  for await (const line of lines) {
    const known = shipped.get(line.orderLineId);
    if (known) known.push(line);
    else shipped.set(line.orderLineId, [line]);
  }
  return [...shipped.values()];
}

function writeShipNoticeHeader(advice: DespatchAdvice, context: ShipNoticeContext): XmlNode {
  const { number, despatchedOn, issueDate, promisedDelivery, complete, note = '' } = advice;
  const { version, language, timestamp, replaces, requestedDelivery } = context;
  const isKnown = knows(version, 'ShipNoticeHeader/@fulfillmentType');
  const parts = [
    { name: 'ServiceLevel', attributes: { 'xml:lang': language }, text: standardService(language) },
    replaces && writeDocumentReference(replaces.payloadId),
    ...contacts(advice).map((contact) => writeContact(contact, language)),
    writeComments(note, language),
  ];
  return {
    name: 'ShipNoticeHeader',
    attributes: {
      shipmentID: xmlText(replaces?.shipmentId ?? number),
      operation: replaces ? 'update' : 'new',
      noticeDate: withOffset(timestamp),
      shipmentDate: noonOf(despatchedOn ?? issueDate),
      deliveryDate: lastDay(promisedDelivery) ?? lastDay(requestedDelivery),
      shipmentType: isKnown ? 'actual' : undefined,
      fulfillmentType: isKnown ? (complete ? 'complete' : 'partial') : undefined,
    },
    children: parts.filter((part) => part !== undefined),
  };
}

/** Where the goods come from and go to, and whom the buyer may ask. */
function contacts({ seller, deliveryParty, deliveryAddress, buyer }: DespatchAdvice): ContactToWrite[] {
  const receiver = deliveryAddress?.name ?? deliveryParty?.name ?? buyer.name;
  const { name, electronicMail } = seller.contact ?? {};
  const helper = name ?? seller.name;
  return [
    ...(seller.name ? [{ role: 'shipFrom', name: seller.name, address: seller.address }] : []),
    ...(receiver
      ? [{ role: 'shipTo', name: receiver, addressId: deliveryAddress?.id?.id, address: deliveryAddress }]
      : []),
    ...(helper && electronicMail ? [{ role: 'customerService', name: helper, mail: electronicMail }] : []),
  ];
}

/** Who carries the goods (without a carrier: the seller), and under which number (without one of the carrier: the notice's). */
function writeShipControl(
  { carrier, seller, trackingId, number }: DespatchAdvice,
  { version }: ShipNoticeContext,
): XmlNode {
  const hasDomain = knows(version, 'ShipmentIdentifier/@domain');
  const name = carrier?.name ?? carrier?.id ?? seller.name ?? '';
  const domain = trackingId === undefined ? 'billOfLading' : 'trackingNumber';
  return {
    name: 'ShipControl',
    children: [
      { name: 'CarrierIdentifier', attributes: { domain: 'companyName' }, text: xmlText(name) },
      {
        name: 'ShipmentIdentifier',
        attributes: { domain: hasDomain ? domain : undefined },
        text: xmlText(trackingId ?? number),
      },
    ],
  };
}

/** Packages, batches and notes of all lines, for versions whose items have no place for them. */
function inWords(shipped: readonly ShippedLine[], { packages, language }: ShipNoticeWording): string {
  const sentences = shipped.map((lines) => {
    const packed = lines.map((line) => packedAs(line, packages, language));
    return [...packed, lineWords(lines, language)].filter(Boolean).join(' ');
  });
  return sentences.filter(Boolean).join('\n');
}
