import { writeRequest, type CxmlRequestContext } from './envelope.write.ts';

/** Asks a partner which requests it takes, and where (cXML DTD: ProfileRequest, which is empty). */
export function writeProfileRequest(context: CxmlRequestContext): string {
  return writeRequest(context, { name: 'ProfileRequest' });
}
