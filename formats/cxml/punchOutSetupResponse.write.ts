import { xmlText } from '../xml/writer.ts';
import type { CxmlEnvelope } from './envelope.write.ts';
import { writeResponse } from './response.write.ts';

/** The answer to a PunchOutSetupRequest that is granted: the address that the buyer's browser opens (cXML DTD: PunchOutSetupResponse). */
export function writePunchOutSetupResponse(envelope: CxmlEnvelope, startPage: string): string {
  const url = { name: 'URL', text: xmlText(startPage) };
  const payload = { name: 'PunchOutSetupResponse', children: [{ name: 'StartPage', children: [url] }] };
  return writeResponse(envelope, { code: 200 }, payload);
}
