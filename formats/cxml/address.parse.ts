import type { Address, Contact, Identifier, Party } from '../document/order.ts';
import { compact } from '../ubl/read.ts';
import type { XmlElement } from '../xml/element.ts';
import { allText, attribute, child, children, text } from './read.ts';

/** Street, town and country of an Address or Contact; the country may stand at the Address alone (cXML DTD: Address, PostalAddress). */
export function parsePostalAddress(parent: XmlElement | undefined): Address {
  const postal = child(parent, 'PostalAddress');
  const [streetName, ...more] = texts(postal, 'Street');
  return compact({
    streetName,
    additionalStreetName: more.join(', ') || undefined,
    cityName: text(postal, 'City'),
    postalZone: text(postal, 'PostalCode'),
    countrySubentity: text(postal, 'State'),
    country: attribute(child(postal, 'Country'), 'isoCountryCode') ?? attribute(parent, 'isoCountryCode'),
  });
}

/** The buyer's number of the place or party (@addressID), in the numbering that it names (@addressIDDomain). */
export function parseAddressId(element: XmlElement | undefined): Identifier | undefined {
  const id = attribute(element, 'addressID');
  return id === undefined ? undefined : compact({ id, scheme: attribute(element, 'addressIDDomain') });
}

/** A place with its number and name: ShipTo/Address. Its DeliverTo lines after the person are departments and places by custom. */
export function parsePlace(address: XmlElement): Address {
  const [, ...departments] = texts(child(address, 'PostalAddress'), 'DeliverTo');
  return compact({
    id: parseAddressId(address),
    name: text(address, 'Name'),
    department: departments.join(', ') || undefined,
    ...parsePostalAddress(address),
  });
}

/** The party of an Address (BillTo, BusinessPartner) or of a Contact. */
export function parseAddressParty(element: XmlElement): Party {
  const id = parseAddressId(element);
  const address = parsePostalAddress(element);
  return compact({
    identifications: id ? [id] : [],
    name: text(element, 'Name'),
    address: Object.keys(address).length > 0 ? address : undefined,
    contact: parseAttention(element),
  });
}

/** Who takes the goods at a place: the first of its DeliverTo lines is a person. */
export function parseReceiver(address: XmlElement): Party {
  return compact({ identifications: [], name: text(address, 'Name'), contact: parseAttention(address) });
}

function parseAttention(element: XmlElement): Contact | undefined {
  return parseReach(element, texts(child(element, 'PostalAddress'), 'DeliverTo')[0]);
}

/** A person or office with a role (cXML DTD: Contact). */
export function parseContact(contact: XmlElement): Contact {
  return { ...compact({ id: attribute(contact, 'addressID') }), ...parseReach(contact, text(contact, 'Name')) };
}

/** How the element is reached, under that name; undefined where there is nothing. */
function parseReach(element: XmlElement, name: string | undefined): Contact | undefined {
  const reach = compact({
    name,
    telephone: parseNumber(child(element, 'Phone')),
    telefax: parseNumber(child(element, 'Fax')),
    electronicMail: text(element, 'Email'),
  });
  return Object.keys(reach).length > 0 ? reach : undefined;
}

/** `+46 8 123456`; a number that is plain text (as some send it) as it is. */
function parseNumber(element: XmlElement | undefined): string | undefined {
  const number = child(element, 'TelephoneNumber');
  if (!number) return (element && allText(element)) || undefined;
  const country = text(number, 'CountryCode')?.replace(/^\+?/, '+');
  const parts = [country, text(number, 'AreaOrCityCode'), text(number, 'Number'), text(number, 'Extension')];
  return parts.filter((part) => part !== undefined).join(' ') || undefined;
}

function texts(parent: XmlElement | undefined, name: string): string[] {
  return children(parent, name)
    .map((each) => each.text.trim())
    .filter((each) => each !== '');
}
