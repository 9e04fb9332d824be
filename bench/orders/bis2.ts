import { article, BUYER, CURRENCY, DELIVERY_PLACE, SELLER } from '../articles.ts';
import { draw, hash, MONEY, money, totals, type OrderSpec } from './spec.ts';

interface Ids {
  /** Of UBL. */
  readonly version: string;
  readonly customization: string;
  readonly profile: string;
}

const T01 = 'urn:www.cenbii.eu:transaction:biitrns001:ver2.0:extended:urn:www.peppol.eu:bis:';
/** What tells the formats of this family apart: the rest is the same. */
const ids = {
  'peppol-28a-order': {
    version: '2.1',
    customization: `${T01}peppol28a:ver1.0`,
    profile: 'urn:www.cenbii.eu:profile:bii28:ver2.0',
  },
  'peppol-3a-order': {
    version: '2.1',
    customization: `${T01}peppol03a:ver2.0`,
    profile: 'urn:www.cenbii.eu:profile:bii03:ver2.0',
  },
  'sveorder-2-order': {
    version: '2.0',
    customization: 'urn:www.cenbii.eu:transaction:biicoretrdm001:ver1.0',
    profile: 'urn:www.cenbii.eu:profile:bii03:ver1.0',
  },
} as const satisfies Readonly<Record<string, Ids>>;

const HEADERS = 'urn:oasis:names:specification:ubl:schema:xsd';
const UNIT = 'unitCode="C62" unitCodeListID="UNECERec20"';

/** An order of BIS 28A, of BIS 3A or of SveOrder 2.0, piece by piece. A line is about 46 elements and 2.6 kB. */
export function* bis2Chunks(format: keyof typeof ids, spec: OrderSpec): Generator<string> {
  const seed = hash(spec.number);
  yield header(ids[format], spec, totals(spec, seed));
  for (let position = 1; position <= spec.lines; position += 1) yield line(spec, seed, position);
  yield '</Order>\n';
}

function header(ids: Ids, spec: OrderSpec, { net, tax }: { net: number; tax: number }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Order xmlns="${HEADERS}:Order-2" xmlns:cac="${HEADERS}:CommonAggregateComponents-2" xmlns:cbc="${HEADERS}:CommonBasicComponents-2">
  <cbc:UBLVersionID>${ids.version}</cbc:UBLVersionID>
  <cbc:CustomizationID>${ids.customization}</cbc:CustomizationID>
  <cbc:ProfileID>${ids.profile}</cbc:ProfileID>
  <cbc:ID>${spec.number}</cbc:ID>
  <cbc:IssueDate>2026-11-02</cbc:IssueDate>
  <cbc:IssueTime>09:30:00</cbc:IssueTime>
  <cbc:Note>Leverans vardagar 7-15, ring före ankomst</cbc:Note>
  <cbc:DocumentCurrencyCode listID="ISO4217">${CURRENCY}</cbc:DocumentCurrencyCode>
  <cbc:AccountingCost>4711-820</cbc:AccountingCost>
  <cac:ValidityPeriod>
    <cbc:EndDate>2026-12-31</cbc:EndDate>
  </cac:ValidityPeriod>
  <cac:OriginatorDocumentReference>
    <cbc:ID>REQ-${spec.number}</cbc:ID>
  </cac:OriginatorDocumentReference>
  <cac:Contract>
    <cbc:ID>RAM-2026-17</cbc:ID>
    <cbc:ContractType>Ramavtal</cbc:ContractType>
  </cac:Contract>
${party('BuyerCustomerParty', BUYER)}
${party('SellerSupplierParty', SELLER)}
${delivery()}
  <cac:TaxTotal>
    <cbc:TaxAmount ${MONEY}>${money(tax)}</cbc:TaxAmount>
  </cac:TaxTotal>
  <cac:AnticipatedMonetaryTotal>
    <cbc:LineExtensionAmount ${MONEY}>${money(net)}</cbc:LineExtensionAmount>
    <cbc:TaxExclusiveAmount ${MONEY}>${money(net)}</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount ${MONEY}>${money(net + tax)}</cbc:TaxInclusiveAmount>
    <cbc:PayableAmount ${MONEY}>${money(net + tax)}</cbc:PayableAmount>
  </cac:AnticipatedMonetaryTotal>
`;
}

function party(role: string, who: { name: string; organisationNumber: string; gln: string }): string {
  const contact =
    role === 'BuyerCustomerParty'
      ? `
      <cac:PartyLegalEntity>
        <cbc:RegistrationName>${who.name}</cbc:RegistrationName>
        <cbc:CompanyID schemeID="SE:ORGNR">${who.organisationNumber}</cbc:CompanyID>
      </cac:PartyLegalEntity>
      <cac:Contact>
        <cbc:ID>REF-55</cbc:ID>
        <cbc:Name>Inköpsenheten</cbc:Name>
        <cbc:ElectronicMail>inkop@tallbo.example</cbc:ElectronicMail>
      </cac:Contact>`
      : '';
  return `  <cac:${role}>
    <cac:Party>
      <cbc:EndpointID schemeID="GLN">${who.gln}</cbc:EndpointID>
      <cac:PartyIdentification>
        <cbc:ID schemeID="SE:ORGNR">${who.organisationNumber}</cbc:ID>
      </cac:PartyIdentification>
      <cac:PartyName>
        <cbc:Name>${who.name}</cbc:Name>
      </cac:PartyName>${contact}
    </cac:Party>
  </cac:${role}>`;
}

function delivery(): string {
  const place = DELIVERY_PLACE;
  return `  <cac:Delivery>
    <cac:DeliveryLocation>
      <cac:Address>
        <cbc:ID schemeID="GLN">${place.gln}</cbc:ID>
        <cbc:StreetName>${place.streetName}</cbc:StreetName>
        <cbc:CityName>${place.cityName}</cbc:CityName>
        <cbc:PostalZone>${place.postalZone}</cbc:PostalZone>
        <cac:Country>
          <cbc:IdentificationCode listID="ISO3166-1:Alpha2">${place.country}</cbc:IdentificationCode>
        </cac:Country>
      </cac:Address>
    </cac:DeliveryLocation>
    <cac:RequestedDeliveryPeriod>
      <cbc:StartDate>2026-11-09</cbc:StartDate>
      <cbc:EndDate>2026-11-13</cbc:EndDate>
    </cac:RequestedDeliveryPeriod>
    <cac:DeliveryParty>
      <cac:PartyName>
        <cbc:Name>${place.name}</cbc:Name>
      </cac:PartyName>
    </cac:DeliveryParty>
  </cac:Delivery>`;
}

function line(spec: OrderSpec, seed: number, position: number): string {
  const drawn = draw(spec, seed, position);
  const item = article(drawn.index);
  return `  <cac:OrderLine>
    <cbc:Note>Märk kollit med rum ${100 + (position % 900)}</cbc:Note>
    <cac:LineItem>
      <cbc:ID>${position}</cbc:ID>
      <cbc:Quantity ${UNIT}>${drawn.quantity}</cbc:Quantity>
      <cbc:LineExtensionAmount ${MONEY}>${money(drawn.cents)}</cbc:LineExtensionAmount>
      <cbc:TotalTaxAmount ${MONEY}>${money(drawn.taxCents)}</cbc:TotalTaxAmount>
      <cbc:PartialDeliveryIndicator>true</cbc:PartialDeliveryIndicator>
      <cbc:AccountingCost>4711-820-${position % 50}</cbc:AccountingCost>
      <cac:Delivery>
        <cac:RequestedDeliveryPeriod>
          <cbc:StartDate>2026-11-09</cbc:StartDate>
          <cbc:EndDate>2026-11-13</cbc:EndDate>
        </cac:RequestedDeliveryPeriod>
      </cac:Delivery>
      <cac:OriginatorParty>
        <cac:PartyIdentification>
          <cbc:ID schemeID="GLN">${BUYER.gln}</cbc:ID>
        </cac:PartyIdentification>
        <cac:PartyName>
          <cbc:Name>Förskolan Kotten, avdelning ${position % 12}</cbc:Name>
        </cac:PartyName>
      </cac:OriginatorParty>
      <cac:Price>
        <cbc:PriceAmount ${MONEY}>${money(item.cents)}</cbc:PriceAmount>
        <cbc:BaseQuantity ${UNIT}>1</cbc:BaseQuantity>
      </cac:Price>
      <cac:Item>
        <cbc:Description>${item.name}, enligt ramavtalets sortiment, förpackad för återvinning</cbc:Description>
        <cbc:Name>${item.name}</cbc:Name>
        <cac:SellersItemIdentification>
          <cbc:ID>${item.number}</cbc:ID>
        </cac:SellersItemIdentification>
        <cac:StandardItemIdentification>
          <cbc:ID schemeID="GTIN">${item.gtin}</cbc:ID>
        </cac:StandardItemIdentification>
        <cac:ItemSpecificationDocumentReference>
          <cbc:ID>SPEC-${item.number}</cbc:ID>
        </cac:ItemSpecificationDocumentReference>
        <cac:CommodityClassification>
          <cbc:ItemClassificationCode listID="UNSPSC">44121706</cbc:ItemClassificationCode>
        </cac:CommodityClassification>
        <cac:ClassifiedTaxCategory>
          <cbc:ID schemeID="UNCL5305">S</cbc:ID>
          <cbc:Percent>25</cbc:Percent>
          <cac:TaxScheme>
            <cbc:ID>VAT</cbc:ID>
          </cac:TaxScheme>
        </cac:ClassifiedTaxCategory>
        <cac:AdditionalItemProperty>
          <cbc:Name>Färg</cbc:Name>
          <cbc:Value>Blå</cbc:Value>
        </cac:AdditionalItemProperty>
        <cac:AdditionalItemProperty>
          <cbc:Name>Format</cbc:Name>
          <cbc:Value>A4</cbc:Value>
        </cac:AdditionalItemProperty>
        <cac:AdditionalItemProperty>
          <cbc:Name>Hylla</cbc:Name>
          <cbc:Value>${position % 40}</cbc:Value>
        </cac:AdditionalItemProperty>
      </cac:Item>
    </cac:LineItem>
  </cac:OrderLine>
`;
}
