import { article, BUYER, CURRENCY, DELIVERY_PLACE } from '../articles.ts';
import { draw, hash, money, totals, type OrderSpec } from './spec.ts';

/** The names under which buyer and shop know each other in cXML, and the secret that the buyer's system shows. */
export const CXML_BUYER = { domain: 'DUNS', identity: '999999031' };
export const CXML_SUPPLIER = { domain: 'DUNS', identity: '999999023' };
export const CXML_SECRET = 'not a secret: the benchmark makes and drops its own database';

/** A cXML OrderRequest, piece by piece; its payloadID is made from the order's number. */
export function* cxmlChunks(spec: OrderSpec): Generator<string> {
  const seed = hash(spec.number);
  yield header(spec, totals(spec, seed).net);
  for (let position = 1; position <= spec.lines; position += 1) yield line(spec, seed, position);
  yield '</OrderRequest></Request></cXML>\n';
}

function header(spec: OrderSpec, net: number): string {
  const place = DELIVERY_PLACE;
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.050/cXML.dtd">
<cXML payloadID="${spec.number}@inkop.tallbo.example" timestamp="2026-11-02T09:30:00+01:00" xml:lang="sv">
<Header>
  <From>${credential(CXML_BUYER)}</From>
  <To>${credential(CXML_SUPPLIER)}</To>
  <Sender>${credential(CXML_BUYER, `<SharedSecret>${CXML_SECRET}</SharedSecret>`)}<UserAgent>Bench</UserAgent></Sender>
</Header>
<Request deploymentMode="production">
<OrderRequest>
  <OrderRequestHeader orderID="${spec.number}" orderDate="2026-11-02T09:30:00+01:00" type="new" requisitionID="REQ-${spec.number}">
    <Total>${amount(net)}</Total>
    <ShipTo>
      <Address isoCountryCode="SE" addressID="${place.gln}" addressIDDomain="GLN">
        <Name xml:lang="sv">${place.name}</Name>
        <PostalAddress>
          <DeliverTo>Inköpsenheten</DeliverTo>
          <Street>${place.streetName}</Street>
          <City>${place.cityName}</City>
          <PostalCode>${place.postalZone}</PostalCode>
          <Country isoCountryCode="${place.country}">Sverige</Country>
        </PostalAddress>
      </Address>
    </ShipTo>
    <BillTo><Address isoCountryCode="SE"><Name xml:lang="sv">${BUYER.name}</Name></Address></BillTo>
    <Comments xml:lang="sv">Leverans vardagar 7-15, ring före ankomst</Comments>
  </OrderRequestHeader>
`;
}

function credential({ domain, identity }: typeof CXML_BUYER, secret = ''): string {
  return `<Credential domain="${domain}"><Identity>${identity}</Identity>${secret}</Credential>`;
}

function amount(cents: number): string {
  return `<Money currency="${CURRENCY}">${money(cents)}</Money>`;
}

function line(spec: OrderSpec, seed: number, position: number): string {
  const drawn = draw(spec, seed, position);
  const item = article(drawn.index);
  return `  <ItemOut quantity="${drawn.quantity}" lineNumber="${position}" requestedDeliveryDate="2026-11-13T00:00:00+01:00">
    <ItemID><SupplierPartID>${item.number}</SupplierPartID></ItemID>
    <ItemDetail>
      <UnitPrice>${amount(item.cents)}</UnitPrice>
      <Description xml:lang="sv">${item.name}, enligt ramavtalets sortiment, förpackad för återvinning</Description>
      <UnitOfMeasure>C62</UnitOfMeasure>
      <Classification domain="UNSPSC">44121706</Classification>
      <Extrinsic name="Hylla">${position % 40}</Extrinsic>
    </ItemDetail>
    <Comments xml:lang="sv">Märk kollit med rum ${100 + (position % 900)}</Comments>
  </ItemOut>
`;
}
