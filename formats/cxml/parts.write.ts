import type { Address, Period } from '../document/order.ts';
import { xmlText, type XmlNode } from '../xml/writer.ts';
import { writeDocumentReference } from './envelope.write.ts';

/** What confirmations and ship notices share. */

/** The order that a document is about: its number, and payloadID of its latest version (Fulfill.dtd: OrderReference). */
export function writeOrderReference(orderNumber: string, orderPayloadId: string): XmlNode {
  return {
    name: 'OrderReference',
    attributes: { orderID: xmlText(orderNumber) },
    children: [writeDocumentReference(orderPayloadId)],
  };
}

/** Words for people; undefined where there are none. */
export function writeComments(text: string, language: string): XmlNode | undefined {
  return text === '' ? undefined : { name: 'Comments', attributes: { 'xml:lang': language }, text: xmlText(text) };
}

/** A party as a contact in a role. */
export interface ContactToWrite {
  readonly role: string;
  readonly name: string;
  /** The buyer's number of the place. */
  readonly addressId?: string | undefined;
  readonly address?: Address | undefined;
  readonly mail?: string | undefined;
}

/**
 * cXML DTD: Contact. An address goes only whole: PostalAddress wants street, town and country. A number of telephone is left out: cXML wants
 * it in parts that only its owner can tell.
 */
export function writeContact({ role, name, addressId, address, mail }: ContactToWrite, language: string): XmlNode {
  const parts = [
    { name: 'Name', attributes: { 'xml:lang': language }, text: xmlText(name) },
    address && writePostalAddress(address),
    mail === undefined ? undefined : { name: 'Email', text: xmlText(mail) },
  ];
  return {
    name: 'Contact',
    attributes: { role, addressID: addressId === undefined ? undefined : xmlText(addressId) },
    children: parts.filter((part) => part !== undefined),
  };
}

function writePostalAddress(address: Address): XmlNode | undefined {
  const { department, streetName, additionalStreetName, addressLine, postbox, cityName, country } = address;
  const streets = [streetName ?? addressLine ?? postbox, additionalStreetName];
  if (!streets[0] || !cityName || !country) return undefined;
  const parts = [
    leaf('DeliverTo', department),
    ...streets.map((street) => leaf('Street', street)),
    leaf('City', cityName),
    leaf('State', address.countrySubentity),
    leaf('PostalCode', address.postalZone),
    { name: 'Country', attributes: { isoCountryCode: xmlText(country) }, text: xmlText(country) },
  ];
  return { name: 'PostalAddress', children: parts.filter((part) => part !== undefined) };
}

function leaf(name: string, text: string | undefined): XmlNode | undefined {
  return text ? { name, text: xmlText(text) } : undefined;
}

/** The last day of a period; undefined where it names none. */
export function lastDay(period: Period | undefined): string | undefined {
  const day = period?.endDate ?? period?.startDate;
  return day === undefined ? undefined : noonOf(day);
}

/** A day as the instant that cXML wants: noon in UTC is that day everywhere between UTC-12 and UTC+11. */
export function noonOf(day: string): string {
  return `${day}T12:00:00+00:00`;
}
