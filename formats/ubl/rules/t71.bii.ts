import { RESPONSE, responseRules } from './applicationResponse.bii.ts';
import type { Rule } from './rule.ts';
import type { T71Facts } from './t71.facts.ts';

/**
 * BII rules of the message level response (Peppol BIS 36A, transaction T71, VA 3.7.0). R009 and R011 do not exist. CL-T71-R001 and R002, on
 * codes, stand in the sources of the official files, but not in the compiled ones that validators run, and so do not exist here.
 */

export const biiRules: readonly Rule<T71Facts>[] = [
  ...responseRules('T71'),
  {
    id: 'BII2-T71-R010',
    severity: 'fatal',
    context: RESPONSE,
    text: 'The response must name the document that it answers (DocumentResponse/DocumentReference/ID).',
    test: (_, { hasReference }) => hasReference,
  },
  {
    id: 'BII2-T71-R012',
    severity: 'fatal',
    context: RESPONSE,
    text: 'The response must have a code (DocumentResponse/Response/ResponseCode).',
    test: (_, { hasCode }) => hasCode,
  },
];
