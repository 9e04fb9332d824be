import { present } from './common.ts';
import { Path } from './names.ts';
import type { Rule } from './rule.ts';
import type { T71Facts } from './t71.facts.ts';

/** BII rules of the catalogue response (Peppol BIS 1A, transaction T58, VA 3.7.0); much like those of the message level response. */

const RESPONSE = '/ApplicationResponse';

const names = ['cac:PartyName/cbc:Name', 'cac:PartyIdentification/cbc:ID'].map((path) => new Path(path));

function named(id: string, context: string, who: string): Rule<T71Facts> {
  return {
    id,
    severity: 'fatal',
    context,
    text: `The ${who} must have a name (PartyName/Name) or an identifier (PartyIdentification/ID).`,
    test: (party) => names.some((path) => path.in(party)),
  };
}

export const biiRules: readonly Rule<T71Facts>[] = [
  present('BII2-T58-R001', RESPONSE, 'cbc:ProfileID', 'The response must have a ProfileID.'),
  present('BII2-T58-R002', RESPONSE, 'cbc:CustomizationID', 'The response must have a CustomizationID.'),
  present('BII2-T58-R003', RESPONSE, 'cbc:IssueDate', 'The response must have an issue date (IssueDate).'),
  present('BII2-T58-R004', RESPONSE, 'cbc:ID', 'The response must have a number (ID).'),
  present('BII2-T58-R005', RESPONSE, 'cac:SenderParty', 'The response must have a sender.'),
  present('BII2-T58-R006', RESPONSE, 'cac:ReceiverParty', 'The response must have a receiver.'),
  named('BII2-T58-R007', 'cac:SenderParty', 'sender'),
  named('BII2-T58-R008', 'cac:ReceiverParty', 'receiver'),
  {
    id: 'BII2-T58-R009',
    severity: 'fatal',
    context: RESPONSE,
    text: 'The response must have a code (DocumentResponse/Response/ResponseCode).',
    test: (_, { hasCode }) => hasCode,
  },
  {
    id: 'BII2-T58-R010',
    severity: 'fatal',
    context: RESPONSE,
    text: 'The response must name the catalogue that it answers (DocumentResponse/DocumentReference/ID).',
    test: (_, { hasReference }) => hasReference,
  },
];
