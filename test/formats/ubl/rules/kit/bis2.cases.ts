import { anonymous, type Case, type Cases } from './cases.ts';
import { remove, setAttribute, setText, type Node } from './document.ts';

const LINE = 'cac:DespatchLine[1]';
const line = '/DespatchAdvice/DespatchLine[1]';
const UNIT = `${LINE}/cac:Shipment/cac:TransportHandlingUnit`;
const unit = `${line}/Shipment/TransportHandlingUnit`;
const ANSWER = 'cac:DocumentResponse';
const answer = '/ApplicationResponse/DocumentResponse';
const RECEIVER = 'cac:DeliveryCustomerParty/cac:Party';
const receiver = '/DespatchAdvice/DeliveryCustomerParty/Party';

const remover =
  (...paths: string[]) =>
  (document: Node): void => {
    for (const path of paths) remove(document, path);
  };
const texted = (path: string, text: string) => (document: Node) => setText(document, path, text);
const coded = (path: string, attribute: string, value?: string) => (document: Node) =>
  setAttribute(document, path, attribute, value);

/** A rule that alone finds something, at one place. */
function alone(id: string, spoil: Case['spoil'], path: string): [id: string, Case] {
  return [id, { spoil, found: [`${id} ${path}`] }];
}

const bii16 = (number: string, spoil: Case['spoil'], path = '/DespatchAdvice'): [string, Case] =>
  alone(`BII2-T16-${number}`, spoil, path);

/** Rules of the despatch advice of BIS 30A. What UBL and the core say besides is not listed. */
export const despatchCases: Cases = Object.fromEntries([
  bii16('R001', remover('cbc:CustomizationID')),
  bii16('R002', remover('cbc:ProfileID')),
  bii16('R003', remover('cbc:ID')),
  bii16('R004', remover('cbc:IssueDate')),
  bii16('R005', remover('cac:OrderReference')),
  bii16('R006', remover('cac:DespatchSupplierParty')),
  bii16('R007', remover('cac:DespatchSupplierParty/cac:Party/cac:PartyName'), '/DespatchAdvice/DespatchSupplierParty'),
  bii16('R008', remover('cac:DeliveryCustomerParty')),
  bii16('R009', anonymous(RECEIVER), '/DespatchAdvice/DeliveryCustomerParty'),
  bii16('R011', remover('cac:Shipment/cbc:ID'), '/DespatchAdvice/Shipment'),
  bii16('R012', remover('cac:DespatchLine')),
  bii16('R013', remover(`${LINE}/cbc:ID`), line),
  bii16(
    'R016',
    remover(
      `${LINE}/cac:Item/cbc:Name`,
      `${LINE}/cac:Item/cac:SellersItemIdentification`,
      `${LINE}/cac:Item/cac:StandardItemIdentification`,
    ),
    `${line}/Item`,
  ),
  [
    'BII2-T16-R017',
    {
      spoil: remover(`${LINE}/cbc:DeliveredQuantity`),
      found: [...['R017', 'R019', 'R020'].map((number) => `BII2-T16-${number} ${line}`), `EUGEN-T16-R007 ${line}`],
    },
  ],
  bii16(
    'R018',
    coded(`${LINE}/cac:Item/cac:StandardItemIdentification/cbc:ID`, 'schemeID'),
    `${line}/Item/StandardItemIdentification/ID`,
  ),
  bii16('R019', texted(`${LINE}/cbc:DeliveredQuantity`, '-1'), `${line}/DeliveredQuantity`),
  bii16('R020', coded(`${LINE}/cbc:DeliveredQuantity`, 'unitCode'), `${line}/DeliveredQuantity`),
  bii16('R021', remover(`${LINE}/cbc:OutstandingReason`), `${line}/OutstandingQuantity`),
  alone('EUGEN-T16-R001', coded(`${RECEIVER}/cbc:EndpointID`, 'schemeID'), `${receiver}/EndpointID`),
  alone(
    'EUGEN-T16-R002',
    coded(`${RECEIVER}/cac:PartyIdentification/cbc:ID`, 'schemeID'),
    `${receiver}/PartyIdentification/ID`,
  ),
  alone('EUGEN-T16-R004', coded(`${LINE}/cbc:OutstandingQuantity`, 'unitCodeListID'), `${line}/OutstandingQuantity`),
  alone(
    'EUGEN-T16-R005',
    coded(`${LINE}/cac:Item/cac:HazardousItem/cbc:UNDGCode`, 'listID', 'UNDG'),
    `${line}/Item/HazardousItem/UNDGCode/@listID`,
  ),
  alone(
    'EUGEN-T16-R006',
    coded(`${UNIT}/cbc:TransportHandlingUnitTypeCode`, 'listID', 'UNECERec20'),
    `${unit}/TransportHandlingUnitTypeCode/@listID`,
  ),
  [
    'EUGEN-T16-R007',
    {
      spoil: remover('cac:DespatchLine[2]/cbc:DeliveredQuantity'),
      found: [
        ...['R017', 'R019', 'R020'].map((number) => `BII2-T16-${number} /DespatchAdvice/DespatchLine[2]`),
        'EUGEN-T16-R007 /DespatchAdvice/DespatchLine[2]',
      ],
    },
  ],
  alone('EUGEN-T16-R008', texted('cbc:Note', ''), '/DespatchAdvice'),
  alone(
    'OP-T16-R001',
    texted(`${RECEIVER}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`, 'SWE'),
    `${receiver}/PostalAddress/Country/IdentificationCode`,
  ),
  alone(
    'OP-T16-R002',
    coded(`${LINE}/cbc:DeliveredQuantity`, 'unitCode', 'PCE'),
    `${line}/DeliveredQuantity/@unitCode`,
  ),
  alone(
    'OP-T16-R003',
    texted(`${LINE}/cac:Item/cac:HazardousItem/cbc:UNDGCode`, 'ÅÄÖ'),
    `${line}/Item/HazardousItem/UNDGCode`,
  ),
  alone(
    'OP-T16-R004',
    texted(`${UNIT}/cbc:TransportHandlingUnitTypeCode`, 'XPK'),
    `${unit}/TransportHandlingUnitTypeCode`,
  ),
  alone('OP-T16-R005', coded(`${RECEIVER}/cbc:EndpointID`, 'schemeID', '0088'), `${receiver}/EndpointID/@schemeID`),
  alone(
    'OP-T16-R006',
    coded(`${RECEIVER}/cac:PartyIdentification/cbc:ID`, 'schemeID', '0007'),
    `${receiver}/PartyIdentification/ID/@schemeID`,
  ),
  alone(
    'OP-T16-R007',
    texted(`${UNIT}/cac:MeasurementDimension/cbc:AttributeID`, 'AAX'),
    `${unit}/MeasurementDimension/AttributeID`,
  ),
  alone('OP-T16-R008', coded(`${LINE}/cbc:DeliveredQuantity`, 'unitCode', '5C'), `${line}/DeliveredQuantity/@unitCode`),
  [
    'OP-T16-R009',
    {
      spoil: coded(`${LINE}/cbc:DeliveredQuantity`, 'unitCode', 'PK'),
      found: ['R008', 'R009'].map((number) => `OP-T16-${number} ${line}/DeliveredQuantity/@unitCode`),
    },
  ],
]);

const bii71 = (number: string, spoil: Case['spoil'], path = '/ApplicationResponse'): [string, Case] =>
  alone(`BII2-T71-${number}`, spoil, path);
const SENDER = '/ApplicationResponse/SenderParty';
const REASON = `${ANSWER}/cac:LineResponse/cac:Response/cac:Status/cbc:StatusReasonCode`;
const reason = `${answer}/LineResponse/Response/Status/StatusReasonCode`;

/** Rules of the message level response of BIS 36A. What UBL and the core say besides is not listed. */
export const mlrCases: Cases = Object.fromEntries([
  bii71('R001', remover('cbc:ProfileID')),
  bii71('R002', remover('cbc:CustomizationID')),
  bii71('R003', remover('cbc:IssueDate')),
  bii71('R004', remover('cbc:ID')),
  bii71('R005', remover('cac:SenderParty')),
  bii71('R006', remover('cac:ReceiverParty')),
  bii71('R007', anonymous('cac:SenderParty'), SENDER),
  bii71('R008', anonymous('cac:ReceiverParty'), '/ApplicationResponse/ReceiverParty'),
  bii71('R010', remover(`${ANSWER}/cac:DocumentReference`)),
  bii71('R012', remover(`${ANSWER}/cac:Response`)),
  alone(
    'EUGEN-T71-R001',
    coded(`${ANSWER}/cac:DocumentReference/cbc:DocumentTypeCode`, 'listID', 'UNCLD1001'),
    `${answer}/DocumentReference/DocumentTypeCode/@listID`,
  ),
  alone(
    'EUGEN-T71-R002',
    coded(`${ANSWER}/cac:Response/cbc:ResponseCode`, 'listID', 'UNCL1225'),
    `${answer}/Response/ResponseCode/@listID`,
  ),
  alone('EUGEN-T71-R003', coded(REASON, 'listID', 'STATUS'), `${reason}/@listID`),
  alone('EUGEN-T71-R004', coded('cac:SenderParty/cbc:EndpointID', 'schemeID'), `${SENDER}/EndpointID`),
  alone('EUGEN-T71-R006', texted('cbc:Note', ''), '/ApplicationResponse'),
  alone('OP-T71-R001', coded('cac:SenderParty/cbc:EndpointID', 'schemeID', '0007'), `${SENDER}/EndpointID/@schemeID`),
  alone(
    'OP-T71-R002',
    coded('cac:SenderParty/cac:PartyIdentification/cbc:ID', 'schemeID', '0007'),
    `${SENDER}/PartyIdentification/ID/@schemeID`,
  ),
  alone('OP-071-R003', texted(REASON, 'FD'), reason),
]);
