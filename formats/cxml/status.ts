/** Codes of a Status with their texts (cXML User's Guide, "Response Status Codes"). */
export const statusTexts = {
  200: 'OK',
  201: 'Accepted',
  204: 'No Content',
  280: 'Forwarded',
  281: 'Forwarded',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  406: 'Not Acceptable',
  409: 'Conflict',
  412: 'Precondition Failed',
  417: 'Expectation Failed',
  450: 'Not Implemented',
  475: 'Signature Required',
  476: 'Signature Verification Failed',
  477: 'Signature Unacceptable',
  499: 'Document Size Error',
  500: 'Internal Server Error',
  550: 'Unable to reach cXML server',
  551: 'Unable to forward request',
  560: 'Temporary server error',
} as const;

export type StatusCode = keyof typeof statusTexts;

/** The outcome that a Response or Message reports. */
export interface CxmlStatus {
  /** Decides by its first digit: 2 done, 4 refused for good, 5 try again. */
  readonly code: number;
  readonly text: string;
  /** Explanation for a person. */
  readonly message?: string;
}

/** What a code means that may be none of the list: its first digit counts. */
export function outcome(code: number): 'done' | 'refused' | 'retry' {
  if (code >= 200 && code < 300) return 'done';
  return code >= 500 && code < 600 ? 'retry' : 'refused';
}
