import type { CartHeader, CartPrice } from '../document/cart.ts';
import type { Identifier, ItemProperty, Party } from '../document/order.ts';
import { group, leaf, xmlText, type XmlNode } from '../xml/writer.ts';
import type { MappedLine } from './cart.fields.ts';

/**
 * Blocks that the carts of BIS 18A and Punch Out 3 share; catalogues and the order responses of BIS 3 have some of them. Order of children is UBL's; what
 * is empty is left out.
 */

/**
 * An element with text. White space around the text, and characters that XML does not have, are taken away: an element that would hold
 * nothing else is left out, since Peppol wants none.
 */
export function textLeaf(
  name: string,
  text: string | undefined,
  attributes?: Readonly<Record<string, string | undefined>>,
): XmlNode | undefined {
  return leaf(name, text && xmlText(text).trim(), attributes);
}

/** `cac:ValidityPeriod` or `cac:LineValidityPeriod`. */
export function writePeriod(
  name: string,
  element: 'StartDate' | 'EndDate',
  date: string | undefined,
): XmlNode | undefined {
  return group(name, textLeaf(`cbc:${element}`, date));
}

/** A party's `cac:PartyIdentification`. */
export function writeIdentification(identifier: Identifier | undefined): XmlNode | undefined {
  return group('cac:PartyIdentification', textLeaf('cbc:ID', identifier?.id, { schemeID: identifier?.scheme }));
}

/** Every identity of a party, what names it best first. */
export function identities({ identifications, legal, endpoint, vat }: Party): Identifier[] {
  return [...identifications, legal, endpoint, vat].filter((each) => each !== undefined);
}

export function writeReference({ buyerReference }: CartHeader): XmlNode | undefined {
  return group('cac:Contact', textLeaf('cbc:ID', buyerReference));
}

function writePrice({ amount, baseQuantity }: CartPrice, unit: string, currency: string): XmlNode | undefined {
  return group(
    'cac:Price',
    textLeaf('cbc:PriceAmount', amount, { currencyID: currency }),
    textLeaf('cbc:BaseQuantity', baseQuantity, { unitCode: unit }),
  );
}

/** Lead time, price and quantity of a line: `cac:RequiredItemLocationQuantity`. */
export function writePriceAndQuantity(line: MappedLine, currency: string): XmlNode | undefined {
  const { leadTimeDays, price, quantity, unit } = line;
  return group(
    'cac:RequiredItemLocationQuantity',
    textLeaf('cbc:LeadTimeMeasure', leadTimeDays?.toString(), { unitCode: 'DAY' }),
    writePrice(price, unit, currency),
    group('cac:DeliveryUnit', textLeaf('cbc:BatchQuantity', quantity, { unitCode: unit })),
  );
}

/** An identification of the item, such as `cac:SellersItemIdentification`. */
export function writeItemId(name: string, id: string | undefined, scheme?: string): XmlNode | undefined {
  return group(name, textLeaf('cbc:ID', id, { schemeID: scheme }));
}

/** `cac:ClassifiedTaxCategory`; the category is the format's own, of the list that `scheme` names. */
export function writeTax(category: string, percent: string, scheme?: string): XmlNode | undefined {
  return group(
    'cac:ClassifiedTaxCategory',
    textLeaf('cbc:ID', category, { schemeID: scheme }),
    textLeaf('cbc:Percent', percent),
    group('cac:TaxScheme', textLeaf('cbc:ID', 'VAT')),
  );
}

/**
 * `cac:AdditionalItemProperty`: whether it is a service, the seller's number of the line that this one is part of, and those of the
 * agreement, which come instead of ours where they have our name.
 */
export function writeProperties(line: MappedLine, parent: MappedLine | undefined): XmlNode[] {
  const ours: ItemProperty[] = [
    { name: 'ServiceIndicator', value: String(line.service) },
    { name: 'PartOf', value: parent?.sellersId ?? '' },
  ];
  const mapped = new Map([...ours, ...line.properties].map(({ name, value }) => [name, value]));
  return [...mapped].flatMap(([name, value]) => writeProperty(name, value) ?? []);
}

/** A property without a name or a value is none. */
function writeProperty(name: string, value: string): XmlNode | undefined {
  const [named, valued] = [textLeaf('cbc:Name', name), textLeaf('cbc:Value', value)];
  return named && valued && group('cac:AdditionalItemProperty', named, valued);
}

export function writeManufacturer({ manufacturer }: Pick<MappedLine, 'manufacturer'>): XmlNode | undefined {
  return group('cac:ManufacturerParty', group('cac:PartyName', textLeaf('cbc:Name', manufacturer)));
}

/** Labels as `cac:Certificate`. What UBL wants beside the name is NA, a label without levels is active (BIS 18A). */
export function writeLabels({ labels }: Pick<MappedLine, 'labels'>): XmlNode[] {
  return labels.flatMap((label) => {
    const id = textLeaf('cbc:ID', label);
    const issuer = group('cac:IssuerParty', group('cac:PartyName', textLeaf('cbc:Name', 'NA')));
    const rest = [textLeaf('cbc:CertificateTypeCode', 'NA'), textLeaf('cbc:CertificateType', 'active'), issuer];
    return (id && group('cac:Certificate', id, ...rest)) ?? [];
  });
}
