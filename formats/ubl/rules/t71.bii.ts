import { present } from './common.ts';
import { Path } from './names.ts';
import type { Rule } from './rule.ts';
import type { T71Facts } from './t71.facts.ts';

/**
 * BII rules of the message level response (Peppol BIS 36A, transaction T71, VA 3.7.0). R009 and R011 do not exist. CL-T71-R001 and R002, on
 * codes, stand in the sources of the official files, but not in the compiled ones that validators run, and so do not exist here.
 */

const MLR = '/ApplicationResponse';

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
  present('BII2-T71-R001', MLR, 'cbc:ProfileID', 'The response must have a ProfileID.'),
  present('BII2-T71-R002', MLR, 'cbc:CustomizationID', 'The response must have a CustomizationID.'),
  present('BII2-T71-R003', MLR, 'cbc:IssueDate', 'The response must have an issue date (IssueDate).'),
  present('BII2-T71-R004', MLR, 'cbc:ID', 'The response must have a number (ID).'),
  present('BII2-T71-R005', MLR, 'cac:SenderParty', 'The response must have a sender.'),
  present('BII2-T71-R006', MLR, 'cac:ReceiverParty', 'The response must have a receiver.'),
  named('BII2-T71-R007', 'cac:SenderParty', 'sender'),
  named('BII2-T71-R008', 'cac:ReceiverParty', 'receiver'),
  {
    id: 'BII2-T71-R010',
    severity: 'fatal',
    context: MLR,
    text: 'The response must name the document that it answers (DocumentResponse/DocumentReference/ID).',
    test: (_, { hasReference }) => hasReference,
  },
  {
    id: 'BII2-T71-R012',
    severity: 'fatal',
    context: MLR,
    text: 'The response must have a code (DocumentResponse/Response/ResponseCode).',
    test: (_, { hasCode }) => hasCode,
  },
];
