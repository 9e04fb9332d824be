import type { Identifier, LinePrice, Party, Period } from '../document/order.ts';
import type { ResponseItem } from '../document/orderResponse.ts';
import { group, leaf, type XmlNode } from '../xml/writer.ts';
import { AGREED_SCHEME, inNames } from './schemes.ts';

/** Blocks that 28A documents share. Order of children is UBL's; what is empty is left out. */

/** Code list of every unit (EUGEN-T01-R016). */
const UNITS = 'UNECERec20';

/**
 * `cac:Party`: endpoint, identifications, name, and what follows there, a contact at last. An identifier whose scheme 28A does not know is written
 * as mutually agreed (ZZZ); an endpoint of that kind is left out, because nobody could route by it.
 */
export function writeParty(party: Party, ...rest: readonly (XmlNode | undefined)[]): XmlNode | undefined {
  const endpoint = party.endpoint && inNames(party.endpoint);
  return group(
    'cac:Party',
    endpoint && writeIdentifier('cbc:EndpointID', endpoint),
    ...party.identifications.map((each) =>
      group(
        'cac:PartyIdentification',
        writeIdentifier('cbc:ID', inNames(each) ?? { id: each.id, scheme: AGREED_SCHEME }),
      ),
    ),
    group('cac:PartyName', leaf('cbc:Name', party.name)),
    ...rest,
  );
}

export function writeIdentifier(name: string, identifier: Identifier | undefined): XmlNode | undefined {
  return leaf(name, identifier?.id, { schemeID: identifier?.scheme });
}

export function writeQuantity(
  name: string,
  quantity: string | undefined,
  unit: string | undefined,
): XmlNode | undefined {
  return leaf(name, quantity, unit ? { unitCode: unit, unitCodeListID: UNITS } : undefined);
}

export function writePeriod(name: string, period: Period | undefined): XmlNode | undefined {
  return group(name, leaf('cbc:StartDate', period?.startDate), leaf('cbc:EndDate', period?.endDate));
}

/** `cac:Price`; `unit` is the line's and `currency` the document's, for a price that does not name its own. */
export function writePrice(
  price: LinePrice | undefined,
  unit: string | undefined,
  currency: string,
): XmlNode | undefined {
  return group(
    'cac:Price',
    leaf('cbc:PriceAmount', price?.amount, { currencyID: price?.currency ?? currency }),
    writeQuantity('cbc:BaseQuantity', price?.baseQuantity, price?.baseQuantityUnit ?? unit),
  );
}

/** `cac:Item` of an answer. It must be there and must not be empty, so an item without any data is a dash. */
export function writeItem(item: ResponseItem): XmlNode {
  const written = group(
    'cac:Item',
    leaf('cbc:Name', item.name),
    group('cac:SellersItemIdentification', leaf('cbc:ID', item.sellersId)),
    group('cac:StandardItemIdentification', writeIdentifier('cbc:ID', item.standardId)),
  );
  return written ?? { name: 'cac:Item', children: [{ name: 'cbc:Name', text: '-' }] };
}
