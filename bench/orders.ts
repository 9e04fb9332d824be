import { article, BUYER, CURRENCY, DELIVERY_PLACE, SELLER } from './articles.ts';

export interface OrderSpec {
  /** The buyer's order number; another number gives other articles and quantities. */
  readonly number: string;
  readonly lines: number;
  /** Articles are drawn from the first so many of the shop. */
  readonly articles: number;
}

const HEADERS = 'urn:oasis:names:specification:ubl:schema:xsd';
const UNIT = 'unitCode="C62" unitCodeListID="UNECERec20"';
const MONEY = `currencyID="${CURRENCY}"`;

/** A clean Peppol BIS 28A order: known parties and place, known articles at their price of the day, right sums. */
export function orderXml(spec: OrderSpec): string {
  return [...orderChunks(spec)].join('');
}

/** The same piece by piece (header, lines, end), for orders that are too big to hold. A line is about 46 elements and 2.6 kB. */
export function* orderChunks(spec: OrderSpec): Generator<string> {
  const seed = hash(spec.number);
  yield header(spec, totals(spec, seed));
  for (let position = 1; position <= spec.lines; position += 1) yield line(spec, seed, position);
  yield '</Order>\n';
}

interface Drawn {
  readonly index: number;
  readonly quantity: number;
  readonly cents: number;
  readonly taxCents: number;
}

/** What stands on a line: spread over the articles, repeatable. */
function draw(spec: OrderSpec, seed: number, position: number): Drawn {
  const index = (seed + position * 7_919) % spec.articles;
  const quantity = 1 + ((seed + position) % 20);
  // Prices are multiples of 1 öre and VAT is 25 %: whole hundredths for quantities that are multiples of 4.
  const cents = article(index).cents * quantity * 4;
  return { index, quantity: quantity * 4, cents, taxCents: cents / 4 };
}

function totals(spec: OrderSpec, seed: number): { net: number; tax: number } {
  let net = 0;
  let tax = 0;
  for (let position = 1; position <= spec.lines; position += 1) {
    const drawn = draw(spec, seed, position);
    net += drawn.cents;
    tax += drawn.taxCents;
  }
  return { net, tax };
}

function header(spec: OrderSpec, { net, tax }: { net: number; tax: number }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Order xmlns="${HEADERS}:Order-2" xmlns:cac="${HEADERS}:CommonAggregateComponents-2" xmlns:cbc="${HEADERS}:CommonBasicComponents-2">
  <cbc:UBLVersionID>2.1</cbc:UBLVersionID>
  <cbc:CustomizationID>urn:www.cenbii.eu:transaction:biitrns001:ver2.0:extended:urn:www.peppol.eu:bis:peppol28a:ver1.0</cbc:CustomizationID>
  <cbc:ProfileID>urn:www.cenbii.eu:profile:bii28:ver2.0</cbc:ProfileID>
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

function money(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

/** FNV-1a: spreads neighbouring order numbers over the articles. */
function hash(text: string): number {
  let value = 0x81_1c_9d_c5;
  for (const char of text) value = Math.imul(value ^ char.codePointAt(0)!, 0x01_00_01_93) >>> 0;
  return value;
}
