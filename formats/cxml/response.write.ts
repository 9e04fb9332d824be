import { xmlText, type XmlNode } from '../xml/writer.ts';
import { writeCxml, type CxmlEnvelope } from './envelope.write.ts';
import { outcome, statusTexts, type StatusCode } from './status.ts';

export interface ResponseStatus {
  readonly code: StatusCode;
  /** Explanation for a person, in the language of the envelope. */
  readonly message?: string;
}

/**
 * The answer to a request (cXML DTD: Response, Status). A payload goes only with a code that says done; with another it throws, because
 * then the caller is wrong about one of them.
 */
export function writeResponse(envelope: CxmlEnvelope, { code, message }: ResponseStatus, payload?: XmlNode): string {
  if (payload && outcome(code) !== 'done') throw new Error(`a response with status ${code} has no payload`);
  const status: XmlNode = {
    name: 'Status',
    attributes: { code: `${code}`, text: statusTexts[code], 'xml:lang': message && envelope.language },
    text: xmlText(message ?? ''),
  };
  return writeCxml(envelope, [{ name: 'Response', children: payload ? [status, payload] : [status] }]);
}
