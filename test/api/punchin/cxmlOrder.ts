import { v7 } from 'uuid';
import type { CredentialName } from '../../../formats/cxml/credentials.ts';

export interface CxmlOrderOptions {
  readonly from: CredentialName;
  readonly to: CredentialName;
  /** Default: the buyer itself. */
  readonly sender?: CredentialName;
  readonly secret: string;
  readonly number?: string;
  readonly payloadId?: string;
  readonly deploymentMode?: 'production' | 'test';
  readonly type?: 'new' | 'update' | 'delete';
  readonly timestamp?: string;
  readonly addressId?: string;
  readonly lines?: readonly CxmlOrderLine[];
}

export interface CxmlOrderLine {
  readonly sellersId: string;
  readonly quantity: string;
  readonly price: string;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const credential = ({ domain, identity }: CredentialName, secret?: string): string =>
  `<Credential domain="${domain}"><Identity>${identity}</Identity>${secret === undefined ? '' : `<SharedSecret>${escaped(secret)}</SharedSecret>`}</Credential>`;

const item = ({ sellersId, quantity, price }: CxmlOrderLine, index: number): string => `
      <ItemOut quantity="${quantity}" lineNumber="${(index + 1) * 10}">
        <ItemID><SupplierPartID>${sellersId}</SupplierPartID></ItemID>
        <ItemDetail>
          <UnitPrice><Money currency="SEK">${price}</Money></UnitPrice>
          <Description xml:lang="sv">Pärm, blå</Description>
          <UnitOfMeasure>C62</UnitOfMeasure>
          <Classification domain="UNSPSC">44122011</Classification>
        </ItemDetail>
      </ItemOut>`;

/** An order as a purchasing system in cXML sends it. */
export function cxmlOrder(options: CxmlOrderOptions): string {
  const { from, to, sender = from, secret, number = 'C-1', payloadId = `${v7()}@kund.example` } = options;
  const { deploymentMode = 'production', type = 'new', timestamp = '2026-11-25T08:00:00+01:00' } = options;
  const { addressId = 'P1', lines = [{ sellersId: 'BA-0000001', quantity: '2', price: '10.00' }] } = options;
  const total = lines.reduce((sum, { quantity, price }) => sum + Number(quantity) * Number(price), 0).toFixed(2);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.050/cXML.dtd">
<cXML payloadID="${payloadId}" timestamp="${timestamp}" xml:lang="sv">
  <Header>
    <From>${credential(from)}</From>
    <To>${credential(to)}</To>
    <Sender>${credential(sender, secret)}<UserAgent>Inköp 1</UserAgent></Sender>
  </Header>
  <Request deploymentMode="${deploymentMode}">
    <OrderRequest>
      <OrderRequestHeader orderID="${number}" orderDate="2026-11-25T08:00:00+01:00" type="${type}">
        <Total><Money currency="SEK">${total}</Money></Total>
        <ShipTo><Address addressID="${addressId}"><Name xml:lang="sv">Förrådet</Name></Address></ShipTo>
        <BillTo><Address><Name xml:lang="sv">Köparen</Name></Address></BillTo>
      </OrderRequestHeader>${lines.map(item).join('')}
    </OrderRequest>
  </Request>
</cXML>
`;
}
