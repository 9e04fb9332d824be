import type { Address, Contact, Identifier, LinePrice, Party, Period } from '../document/order.ts';
import type { ResponseItem } from '../document/orderResponse.ts';
import { group, type XmlNode } from '../xml/writer.ts';
import { identities, textLeaf, writeIdentification, writeItemId } from './cart.blocks.ts';
import { codeLists } from './generated/bis3.codes.ts';
import { inCodes, schemeCode } from './schemes.ts';

/** Blocks that documents of BIS 3 share. Order of children is UBL's; what is empty is left out. */

/** What stands where UBL wants a text that there is not (BIS 3). */
export const NOT_AVAILABLE = 'NA';

/** The endpoint as the order has it; of a party without one, which the BIS does not allow, the first identity that may be one. */
export function writeEndpoint(party: Party): XmlNode | undefined {
  const endpoint = party.endpoint && asEndpoint(party.endpoint);
  const found = endpoint ?? identities(party).find((each) => inCodes(each, codeLists.eas));
  const known = found && asEndpoint(found);
  return textLeaf('cbc:EndpointID', known?.id, { schemeID: known?.scheme });
}

function asEndpoint({ id, scheme }: Identifier): Identifier | undefined {
  const code = scheme === undefined ? undefined : schemeCode(scheme);
  return code !== undefined && codeLists.eas.has(code) ? { id, scheme: code } : undefined;
}

/** An identification that has no code, or is no right one of its kind, is written without a scheme. */
export function writeIdentity(identifier: Identifier | undefined): XmlNode | undefined {
  return identifier && writeIdentification(inCodes(identifier, codeLists.ICD) ?? { id: identifier.id });
}

/** `cac:PartyLegalEntity`, which most parties of BIS 3 must have. */
export function writeLegalEntity({ legalName, name }: Party): XmlNode | undefined {
  return group('cac:PartyLegalEntity', textLeaf('cbc:RegistrationName', legalName ?? name));
}

/** A contact; it has no fax in BIS 3. */
export function writeContact(name: string, contact: Contact | undefined): XmlNode | undefined {
  return group(
    name,
    textLeaf('cbc:Name', contact?.name),
    textLeaf('cbc:Telephone', contact?.telephone),
    textLeaf('cbc:ElectronicMail', contact?.electronicMail),
  );
}

/** Of parties that BIS 3 knows by number or name alone. */
export function namedParty({ identifications: [first], name, legalName }: Party): (XmlNode | undefined)[] {
  return [writeIdentity(first), group('cac:PartyName', textLeaf('cbc:Name', name ?? legalName))];
}

/** A party that must have an endpoint and a name: a trading party of despatch advice and order agreement. */
export function writeTradingParty(
  party: Party,
  { identification = party.identifications[0], address = party.address }: TradingPlace = {},
  contact?: XmlNode,
): XmlNode | undefined {
  return group(
    'cac:Party',
    writeEndpoint(party),
    writeIdentity(identification),
    writePostalAddress(address),
    writeLegalEntity({ ...party, name: party.name?.trim() || NOT_AVAILABLE }),
    contact,
  );
}

/** Number and address of a place that stand in place of the party's own. */
interface TradingPlace {
  readonly identification?: Identifier | undefined;
  readonly address?: Address | undefined;
}

/** `cac:PostalAddress`; without a country, which it must have, there is none. */
export function writePostalAddress(address: Address | undefined): XmlNode | undefined {
  const country = address?.country?.trim().toUpperCase();
  if (!address || !country || !codeLists.ISO3166.has(country)) return undefined;
  return group(
    'cac:PostalAddress',
    textLeaf('cbc:StreetName', address.streetName),
    textLeaf('cbc:AdditionalStreetName', address.additionalStreetName),
    textLeaf('cbc:CityName', address.cityName),
    textLeaf('cbc:PostalZone', address.postalZone),
    textLeaf('cbc:CountrySubentity', address.countrySubentity),
    group('cac:AddressLine', textLeaf('cbc:Line', address.addressLine)),
    group('cac:Country', textLeaf('cbc:IdentificationCode', country)),
  );
}

/** Days and times from when till when. */
export function writePeriod(name: string, period: Period | undefined): XmlNode | undefined {
  return group(
    name,
    textLeaf('cbc:StartDate', period?.startDate),
    textLeaf('cbc:StartTime', period?.startTime),
    textLeaf('cbc:EndDate', period?.endDate),
    textLeaf('cbc:EndTime', period?.endTime),
  );
}

/** `cac:Price`. The base quantity must have a unit here: the line's, where the order gave it none. */
export function writePrice(
  price: LinePrice | undefined,
  unit: string | undefined,
  currency: string,
): XmlNode | undefined {
  return group(
    'cac:Price',
    textLeaf('cbc:PriceAmount', price?.amount, { currencyID: price?.currency ?? currency }),
    textLeaf('cbc:BaseQuantity', price?.baseQuantity, { unitCode: price?.baseQuantityUnit ?? unit }),
  );
}

/** Name and numbers of an item; a standard identification without a code, which it must have, is left out. */
export function itemNodes({ name, buyersId, sellersId, standardId }: ResponseItem): (XmlNode | undefined)[] {
  const known = standardId && inCodes(standardId, codeLists.ICD);
  return [
    textLeaf('cbc:Name', name),
    writeItemId('cac:BuyersItemIdentification', buyersId),
    writeItemId('cac:SellersItemIdentification', sellersId),
    writeItemId('cac:StandardItemIdentification', known?.id, known?.scheme),
  ];
}

/** The item where the buyer's number of it has no place. */
export function withoutBuyersId(item: ResponseItem): ResponseItem {
  const { buyersId, ...rest } = item;
  return buyersId === undefined ? item : rest;
}

/** The item under a name that it has and a number of the seller or of a standard, as order agreement and despatch advice demand. */
export function identifiedItem(item: ResponseItem): ResponseItem {
  const named = { ...item, name: item.name?.trim() ? item.name : NOT_AVAILABLE };
  const isKnown = item.sellersId?.trim() || (item.standardId && inCodes(item.standardId, codeLists.ICD));
  return isKnown ? named : { ...named, sellersId: NOT_AVAILABLE };
}
