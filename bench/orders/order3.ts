import { article, BUYER, CURRENCY, DELIVERY_PLACE, SELLER } from '../articles.ts';
import { draw, hash, MONEY, money, totals, type OrderSpec } from './spec.ts';

const HEADERS = 'urn:oasis:names:specification:ubl:schema:xsd';

/** An order of Peppol BIS Order 3 in the process `ordering`, piece by piece. */
export function* order3Chunks(spec: OrderSpec): Generator<string> {
  const seed = hash(spec.number);
  yield header(spec, totals(spec, seed));
  for (let position = 1; position <= spec.lines; position += 1) yield line(spec, seed, position);
  yield '</Order>\n';
}

function header(spec: OrderSpec, { net, tax }: { net: number; tax: number }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Order xmlns="${HEADERS}:Order-2" xmlns:cac="${HEADERS}:CommonAggregateComponents-2" xmlns:cbc="${HEADERS}:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:order:3</cbc:CustomizationID>
  <cbc:ProfileID>urn:fdc:peppol.eu:poacc:bis:ordering:3</cbc:ProfileID>
  <cbc:ID>${spec.number}</cbc:ID>
  <cbc:IssueDate>2026-11-02</cbc:IssueDate>
  <cbc:Note>Leverans vardagar 7-15, ring före ankomst</cbc:Note>
  <cbc:DocumentCurrencyCode>${CURRENCY}</cbc:DocumentCurrencyCode>
  <cbc:CustomerReference>REF-55</cbc:CustomerReference>
  <cbc:AccountingCost>4711-820</cbc:AccountingCost>
  <cac:ValidityPeriod>
    <cbc:EndDate>2026-12-31</cbc:EndDate>
  </cac:ValidityPeriod>
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
  return `  <cac:${role}>
    <cac:Party>
      <cbc:EndpointID schemeID="0088">${who.gln}</cbc:EndpointID>
      <cac:PartyIdentification>
        <cbc:ID schemeID="0007">${who.organisationNumber}</cbc:ID>
      </cac:PartyIdentification>
      <cac:PartyName>
        <cbc:Name>${who.name}</cbc:Name>
      </cac:PartyName>
      <cac:PostalAddress>
        <cac:Country>
          <cbc:IdentificationCode>SE</cbc:IdentificationCode>
        </cac:Country>
      </cac:PostalAddress>
      <cac:PartyLegalEntity>
        <cbc:RegistrationName>${who.name}</cbc:RegistrationName>
        <cbc:CompanyID schemeID="0007">${who.organisationNumber}</cbc:CompanyID>
      </cac:PartyLegalEntity>
    </cac:Party>
  </cac:${role}>`;
}

function delivery(): string {
  const place = DELIVERY_PLACE;
  return `  <cac:Delivery>
    <cac:DeliveryLocation>
      <cbc:ID schemeID="0088">${place.gln}</cbc:ID>
      <cac:Address>
        <cbc:StreetName>${place.streetName}</cbc:StreetName>
        <cbc:CityName>${place.cityName}</cbc:CityName>
        <cbc:PostalZone>${place.postalZone}</cbc:PostalZone>
        <cac:Country>
          <cbc:IdentificationCode>${place.country}</cbc:IdentificationCode>
        </cac:Country>
      </cac:Address>
    </cac:DeliveryLocation>
    <cac:RequestedDeliveryPeriod>
      <cbc:StartDate>2026-11-09</cbc:StartDate>
      <cbc:EndDate>2026-11-13</cbc:EndDate>
    </cac:RequestedDeliveryPeriod>
  </cac:Delivery>`;
}

function line(spec: OrderSpec, seed: number, position: number): string {
  const drawn = draw(spec, seed, position);
  const item = article(drawn.index);
  return `  <cac:OrderLine>
    <cbc:Note>Märk kollit med rum ${100 + (position % 900)}</cbc:Note>
    <cac:LineItem>
      <cbc:ID>${position}</cbc:ID>
      <cbc:Quantity unitCode="C62">${drawn.quantity}</cbc:Quantity>
      <cbc:LineExtensionAmount ${MONEY}>${money(drawn.cents)}</cbc:LineExtensionAmount>
      <cbc:PartialDeliveryIndicator>true</cbc:PartialDeliveryIndicator>
      <cbc:AccountingCost>4711-820-${position % 50}</cbc:AccountingCost>
      <cac:Price>
        <cbc:PriceAmount ${MONEY}>${money(item.cents)}</cbc:PriceAmount>
        <cbc:BaseQuantity unitCode="C62">1</cbc:BaseQuantity>
      </cac:Price>
      <cac:Item>
        <cbc:Description>${item.name}, enligt ramavtalets sortiment, förpackad för återvinning</cbc:Description>
        <cbc:Name>${item.name}</cbc:Name>
        <cac:SellersItemIdentification>
          <cbc:ID>${item.number}</cbc:ID>
        </cac:SellersItemIdentification>
        <cac:StandardItemIdentification>
          <cbc:ID schemeID="0160">${item.gtin}</cbc:ID>
        </cac:StandardItemIdentification>
        <cac:ClassifiedTaxCategory>
          <cbc:ID>S</cbc:ID>
          <cbc:Percent>25</cbc:Percent>
          <cac:TaxScheme>
            <cbc:ID>VAT</cbc:ID>
          </cac:TaxScheme>
        </cac:ClassifiedTaxCategory>
      </cac:Item>
    </cac:LineItem>
  </cac:OrderLine>
`;
}
