import { parseCxml, type CxmlDocument } from '../formats/cxml/envelope.parse.ts';
import { outcome as meaningOf } from '../formats/cxml/status.ts';
import { shown } from '../formats/document/shown.ts';
import { XmlError } from '../formats/xml/error.ts';
import { judgePlainHttp, retryAfterSeconds, type Judgement } from '../transports/http/judge.ts';
import type { HttpOutcome } from '../transports/http/send.ts';

const LONGEST_TEXT = 200;

/**
 * cXML over HTTP: the Status of the receiver's Response decides, whatever the HTTP status. 2xx is a delivery, 4xx stops and calls a person,
 * 5xx and an answer that is no cXML Response is tried again (cXML digest, section 4.2).
 */
export function judgeCxml(outcome: HttpOutcome, now: Date): Judgement {
  if (outcome.kind !== 'answered') return judgePlainHttp(outcome, now);
  const seconds = retryAfterSeconds(outcome.retryAfter, now);
  const after = seconds === undefined ? {} : { after: seconds };
  const status = cxmlStatusOf(outcome.body);
  if (!status) return { verdict: 'retry', fault: { code: 'NO_CXML', status: outcome.status }, ...after };
  const meaning = meaningOf(status.code);
  if (meaning === 'done') return { verdict: 'delivered' };
  const text = shown([status.text, status.message].filter(Boolean).join(': '), LONGEST_TEXT);
  const fault = { code: 'CXML_STATUS', status: status.code, text } as const;
  return meaning === 'retry' ? { verdict: 'retry', fault, ...after } : { verdict: 'stop', fault };
}

/** What a cXML Response says; undefined where the answer is none. */
export function cxmlStatusOf(body: string): CxmlDocument['status'] {
  try {
    const document = parseCxml(Buffer.from(body));
    return document.kind === 'response' ? document.status : undefined;
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
}
