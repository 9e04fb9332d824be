import { profiles } from '../../../formats/ubl/profiles.ts';

export interface ResponseOptions {
  readonly format?: 'peppol-3-mlr' | 'peppol-mls' | 'peppol-3-catalogue-response' | 'peppol-1a-catalogue-response';
  readonly number?: string;
  /** Empty: there is no reference. */
  readonly about: string;
  readonly code: string;
  readonly text?: string;
  /** Code of a reason at a place. */
  readonly reason?: string;
  readonly sender?: string;
}

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd';

/** A message level response or status, or a catalogue response, about a document. */
export function applicationResponse(options: ResponseOptions): string {
  const { format = 'peppol-3-mlr', number = 'MLR-1', about, code, text, reason, sender = '5560001111' } = options;
  const { customizations, profile } = profiles[format];
  const isOfCatalogue = format.endsWith('-catalogue-response');
  const description = text === undefined || isOfCatalogue ? '' : `<cbc:Description>${text}</cbc:Description>`;
  const isOf1A = format === 'peppol-1a-catalogue-response';
  const party = (id: string, scheme: string): string =>
    isOf1A
      ? `<cac:PartyIdentification><cbc:ID schemeID="SE:ORGNR">${id}</cbc:ID></cac:PartyIdentification>`
      : `<cbc:EndpointID schemeID="${scheme}">${id}</cbc:EndpointID>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<ApplicationResponse xmlns="${UBL}:ApplicationResponse-2" xmlns:cac="${UBL}:CommonAggregateComponents-2" xmlns:cbc="${UBL}:CommonBasicComponents-2">
  ${isOf1A ? '<cbc:UBLVersionID>2.1</cbc:UBLVersionID>' : ''}
  <cbc:CustomizationID>${customizations[0]}</cbc:CustomizationID>
  <cbc:ProfileID>${profile}</cbc:ProfileID>
  <cbc:ID>${number}</cbc:ID>
  <cbc:IssueDate>2026-11-25</cbc:IssueDate>${isOfCatalogue && text !== undefined ? `<cbc:Note>${text}</cbc:Note>` : ''}
  <cac:SenderParty>${party(sender, format === 'peppol-mls' ? '0242' : '0007')}</cac:SenderParty>
  <cac:ReceiverParty>${party('5591112221', '0007')}</cac:ReceiverParty>
  <cac:DocumentResponse>
    <cac:Response>
      <cbc:ResponseCode${isOf1A ? ' listID="UNCL4343"' : ''}>${code}</cbc:ResponseCode>${description}
    </cac:Response>
    <cac:DocumentReference>${about === '' ? '' : `<cbc:ID>${about}</cbc:ID>`}</cac:DocumentReference>${
      reason === undefined
        ? ''
        : `
    <cac:LineResponse>
      <cac:LineReference><cbc:LineID>/OrderResponse/ID</cbc:LineID></cac:LineReference>
      <cac:Response><cbc:Description>Numret är okänt</cbc:Description><cac:Status><cbc:StatusReasonCode>${reason}</cbc:StatusReasonCode></cac:Status></cac:Response>
    </cac:LineResponse>`
    }
  </cac:DocumentResponse>
</ApplicationResponse>
`;
}
