import { RoundtripError } from '../../platform/errors.ts';
import type { Visit } from '../entrance/visit.ts';

/** XML and nothing else, not compressed. @throws DocumentUnsupported */
export function checkContent(visit: Visit): void {
  const { req } = visit;
  visit.check = 'contentType';
  const type = req.get('content-type') ?? '';
  if (!/^(application|text)\/([\w.+-]+\+)?xml\s*(;|$)/i.test(type)) {
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
