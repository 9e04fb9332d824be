import { RESPONSE, responseRules } from './applicationResponse.bii.ts';
import type { Rule } from './rule.ts';
import type { T71Facts } from './t71.facts.ts';

/** BII rules of the catalogue response (Peppol BIS 1A, transaction T58, VA 3.7.0); much like those of the message level response. */

export const biiRules: readonly Rule<T71Facts>[] = [
  ...responseRules('T58'),
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
