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
export function writeResponse(envelope: CxmlEnvelope, status: ResponseStatus, payload?: XmlNode): string {
  const { code } = status;
  if (payload && outcome(code) !== 'done') throw new Error(`a response with status ${code} has no payload`);
  const node = writeStatus(status, envelope.language);
  return writeCxml(envelope, [{ name: 'Response', children: payload ? [node, payload] : [node] }]);
}

/** A code with its text, and the explanation where there is one (cXML DTD: Status). */
export function writeStatus({ code, message }: ResponseStatus, language: string): XmlNode {
  return {
    name: 'Status',
    attributes: { code: `${code}`, text: statusTexts[code], 'xml:lang': message && language },
    text: xmlText(message ?? ''),
  };
}
