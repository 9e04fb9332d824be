import type { Address, Contact, Identifier, Party } from '../document/order.ts';
import type { XmlElement } from '../xml/element.ts';
import { aggregate, aggregates, compact, identifier, text } from './read.ts';

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
    contact: parseContact(aggregate(party, 'Contact')),
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
    streetName: text(address, 'StreetName'),
    additionalStreetName: text(address, 'AdditionalStreetName'),
    cityName: text(address, 'CityName'),
    postalZone: text(address, 'PostalZone'),
    countrySubentity: text(address, 'CountrySubentity'),
    country: text(aggregate(address, 'Country'), 'IdentificationCode'),
  });
}

function parseContact(contact: XmlElement | undefined): Contact | undefined {
  if (contact === undefined) return undefined;
  return compact({
    id: text(contact, 'ID'),
    name: text(contact, 'Name'),
    telephone: text(contact, 'Telephone'),
    telefax: text(contact, 'Telefax'),
    electronicMail: text(contact, 'ElectronicMail'),
  });
}
