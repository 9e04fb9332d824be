const UBL = 'urn:oasis:names:specification:ubl:schema:xsd';
const SBDH = 'http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader';
const ORDER_28A = 'urn:www.cenbii.eu:transaction:biitrns001:ver2.0:extended:urn:www.peppol.eu:bis:peppol28a:ver1.0';

export interface OrderOptions {
  readonly number?: string;
  readonly customization?: string;
  /** Organisation number of the buyer. */
  readonly buyer?: string;
  /** Put before the root element. */
  readonly prolog?: string;
  readonly note?: string;
  /** Lines, or their text. */
  readonly lines?: number;
}

/** A small Peppol 28A order. */
export function order(options: OrderOptions = {}): string {
  const {
    number = 'A-1',
    customization = ORDER_28A,
    buyer = '5560001111',
    prolog = '',
    note = '',
    lines = 1,
  } = options;
  return `<?xml version="1.0" encoding="UTF-8"?>${prolog}
<Order xmlns="${UBL}:Order-2" xmlns:cac="${UBL}:CommonAggregateComponents-2" xmlns:cbc="${UBL}:CommonBasicComponents-2">
  <cbc:UBLVersionID>2.1</cbc:UBLVersionID>
  <cbc:CustomizationID>${customization}</cbc:CustomizationID>
  <cbc:ProfileID>urn:www.cenbii.eu:profile:bii28:ver2.0</cbc:ProfileID>
  <cbc:ID>${number}</cbc:ID>
  <cbc:IssueDate>2026-11-02</cbc:IssueDate>
  <cbc:Note>${note}</cbc:Note>
  <cbc:DocumentCurrencyCode listID="ISO4217">SEK</cbc:DocumentCurrencyCode>
${party('BuyerCustomerParty', buyer, 'Köparen AB')}
${party('SellerSupplierParty', '5591112221', 'Butiken AB')}
${Array.from({ length: lines }, (_, i) => line(i + 1)).join('')}</Order>
`;
}

function party(role: string, id: string, name: string): string {
  return `  <cac:${role}><cac:Party>
    <cac:PartyIdentification><cbc:ID schemeID="SE:ORGNR">${id}</cbc:ID></cac:PartyIdentification>
    <cac:PartyName><cbc:Name>${name}</cbc:Name></cac:PartyName>
  </cac:Party></cac:${role}>`;
}

export function line(position: number): string {
  return `  <cac:OrderLine><cac:LineItem>
    <cbc:ID>${position}</cbc:ID><cbc:Quantity unitCode="EA">2</cbc:Quantity>
    <cac:Item><cbc:Name>Pärm</cbc:Name><cac:SellersItemIdentification><cbc:ID>10-442</cbc:ID></cac:SellersItemIdentification></cac:Item>
  </cac:LineItem></cac:OrderLine>
`;
}

/** The same order in a Peppol envelope. */
export function enveloped(sender: string, instance: string, options: OrderOptions = {}): string {
  const payload = order(options).replace(/^<\?xml[^>]*\?>/, '');
  return `<?xml version="1.0" encoding="UTF-8"?>
<StandardBusinessDocument xmlns="${SBDH}"><StandardBusinessDocumentHeader>
  <HeaderVersion>1.0</HeaderVersion>
  <Sender><Identifier Authority="iso6523-actorid-upis">${sender}</Identifier></Sender>
  <Receiver><Identifier Authority="iso6523-actorid-upis">0007:5591112221</Identifier></Receiver>
  <DocumentIdentification><Standard>${UBL}:Order-2</Standard><TypeVersion>2.1</TypeVersion>
    <InstanceIdentifier>${instance}</InstanceIdentifier><Type>Order</Type>
    <CreationDateAndTime>2026-11-02T09:30:00Z</CreationDateAndTime></DocumentIdentification>
</StandardBusinessDocumentHeader>${payload}</StandardBusinessDocument>
`;
}
