import { RoundtripError } from '../../platform/errors.ts';
import { isMultipart } from '../../intake/route.ts';
import type { Visit } from '../entrance/visit.ts';

const XML = /^(application|text)\/([\w.+-]+\+)?xml\s*(;|$)/i;
/** XML and nothing else, not compressed. @param isMultipartTaken with attachments beside it, as cXML has them @throws DocumentUnsupported */
export function checkContent(visit: Visit, isMultipartTaken: boolean): void {
  const { req } = visit;
  visit.check = 'contentType';
  const type = req.get('content-type') ?? '';
  if (!XML.test(type) && !(isMultipartTaken && isMultipart(type))) {
    throw new RoundtripError('DocumentUnsupported', 'An order is expected as XML.', {
      details: [{ element: 'Content-Type', found: type.slice(0, 100), expected: 'application/xml or text/xml' }],
    });
  }
  visit.check = 'contentEncoding';
  const encoding = req.get('content-encoding') ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    req.res?.setHeader('Accept-Encoding', 'identity');
    throw new RoundtripError('DocumentUnsupported', 'Compressed bodies are not taken.', {
      details: [{ element: 'Content-Encoding', found: encoding.slice(0, 100), expected: 'identity' }],
    });
  }
}
