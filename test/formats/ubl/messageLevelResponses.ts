import { profiles } from '../../../formats/ubl/profiles.ts';

export interface ResponseOptions {
  readonly format?: 'peppol-3-mlr' | 'peppol-mls';
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

/** A message level response or status about a document. */
export function messageLevelResponse(options: ResponseOptions): string {
  const { format = 'peppol-3-mlr', number = 'MLR-1', about, code, text, reason, sender = '5560001111' } = options;
  const { customizations, profile } = profiles[format];
  return `<?xml version="1.0" encoding="UTF-8"?>
<ApplicationResponse xmlns="${UBL}:ApplicationResponse-2" xmlns:cac="${UBL}:CommonAggregateComponents-2" xmlns:cbc="${UBL}:CommonBasicComponents-2">
  <cbc:CustomizationID>${customizations[0]}</cbc:CustomizationID>
  <cbc:ProfileID>${profile}</cbc:ProfileID>
  <cbc:ID>${number}</cbc:ID>
  <cbc:IssueDate>2026-11-25</cbc:IssueDate>
  <cac:SenderParty><cbc:EndpointID schemeID="${format === 'peppol-mls' ? '0242' : '0007'}">${sender}</cbc:EndpointID></cac:SenderParty>
  <cac:ReceiverParty><cbc:EndpointID schemeID="0007">5591112221</cbc:EndpointID></cac:ReceiverParty>
  <cac:DocumentResponse>
    <cac:Response>
      <cbc:ResponseCode>${code}</cbc:ResponseCode>${text === undefined ? '' : `<cbc:Description>${text}</cbc:Description>`}
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
