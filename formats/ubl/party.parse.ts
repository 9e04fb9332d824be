import type { Address, Contact, Identifier, Party } from '../document/order.ts';
import type { XmlElement } from '../xml/element.ts';
import { aggregate, aggregates, compact, identifier, text, texts } from './read.ts';

/** `cac:Party` or an aggregate of the same type (OriginatorParty, DeliveryParty). An absent party is one without any data. */
export function parseParty(party: XmlElement | undefined): Party {
  const tax = aggregate(party, 'PartyTaxScheme');
  const legal = aggregate(party, 'PartyLegalEntity');
  return compact({
    endpoint: identifier(party, 'EndpointID'),
    identifications: aggregates(party, 'PartyIdentification')
      .map((identification) => identifier(identification, 'ID'))
      .filter((each): each is Identifier => each !== undefined),
    name: text(aggregate(party, 'PartyName'), 'Name'),
    address: parseAddress(aggregate(party, 'PostalAddress')),
    vat: identifier(tax, 'CompanyID'),
    legal: identifier(legal, 'CompanyID'),
    legalName: text(legal, 'RegistrationName'),
    legalAddress: parseAddress(aggregate(legal, 'RegistrationAddress')),
    contact: parseContact(aggregate(party, 'Contact'), aggregate(party, 'Person')),
  });
}

/** A party that may be left out altogether. */
export function parseOptionalParty(party: XmlElement | undefined): Party | undefined {
  return party === undefined ? undefined : parseParty(party);
}

/** `cac:PostalAddress`, `cac:Address` or `cac:RegistrationAddress`. */
export function parseAddress(address: XmlElement | undefined): Address | undefined {
  if (address === undefined) return undefined;
  return compact({
    id: identifier(address, 'ID'),
    postbox: text(address, 'Postbox'),
    streetName: text(address, 'StreetName'),
    additionalStreetName: text(address, 'AdditionalStreetName'),
    buildingNumber: text(address, 'BuildingNumber'),
    department: text(address, 'Department'),
    addressLine: texts(aggregate(address, 'AddressLine'), 'Line'),
    cityName: text(address, 'CityName'),
    postalZone: text(address, 'PostalZone'),
    countrySubentity: text(address, 'CountrySubentity'),
    country: text(aggregate(address, 'Country'), 'IdentificationCode'),
  });
}

/**
 * `cac:DeliveryLocation`, its number and name with the address. BIS 3 has the number at the place, earlier documents at the address:
 * that of the place goes first.
 */
export function parseLocation(location: XmlElement | undefined): Address | undefined {
  const address = parseAddress(aggregate(location, 'Address'));
  const id = identifier(location, 'ID') ?? address?.id;
  const name = text(location, 'Name');
  if (address === undefined && id === undefined && name === undefined) return undefined;
  return { ...address, ...compact({ id, name }) };
}

/** `cac:Contact` or `cac:DeliveryContact`; where the contact has no name it is that of the `cac:Person` beside it (UBL 2.0). */
export function parseContact(contact: XmlElement | undefined, person?: XmlElement): Contact | undefined {
  if (contact === undefined && person === undefined) return undefined;
  const names = ['FirstName', 'MiddleName', 'FamilyName'].map((name) => text(person, name));
  return compact({
    id: text(contact, 'ID'),
    name: text(contact, 'Name') ?? (names.filter(Boolean).join(' ') || undefined),
    telephone: text(contact, 'Telephone'),
    telefax: text(contact, 'Telefax'),
    electronicMail: text(contact, 'ElectronicMail'),
    jobTitle: text(person, 'JobTitle'),
  });
}
