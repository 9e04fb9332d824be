import { present } from './common.ts';
import { Path } from './names.ts';
import type { Rule } from './rule.ts';
import type { T71Facts } from './t71.facts.ts';

/** BII rules R001 to R008 of the two BIS 2 transactions whose documents are an ApplicationResponse: catalogue response and MLR (VA 3.7.0). */

export const RESPONSE = '/ApplicationResponse';

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

/** @param transaction `T58`, `T71` */
export function responseRules(transaction: string): readonly Rule<T71Facts>[] {
  const rule = (number: string): string => `BII2-${transaction}-${number}`;
  return [
    present(rule('R001'), RESPONSE, 'cbc:ProfileID', 'The response must have a ProfileID.'),
    present(rule('R002'), RESPONSE, 'cbc:CustomizationID', 'The response must have a CustomizationID.'),
    present(rule('R003'), RESPONSE, 'cbc:IssueDate', 'The response must have an issue date (IssueDate).'),
    present(rule('R004'), RESPONSE, 'cbc:ID', 'The response must have a number (ID).'),
    present(rule('R005'), RESPONSE, 'cac:SenderParty', 'The response must have a sender.'),
    present(rule('R006'), RESPONSE, 'cac:ReceiverParty', 'The response must have a receiver.'),
    named(rule('R007'), 'cac:SenderParty', 'sender'),
    named(rule('R008'), 'cac:ReceiverParty', 'receiver'),
  ];
}
