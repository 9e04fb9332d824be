import { ContentHash, type ContentDigest } from '../ubl/contentHash.ts';
import { XmlElement } from '../xml/element.ts';
import type { CxmlDocument } from './envelope.parse.ts';

/**
 * The content hash of a request, message or response: equal for two documents that say the same, whatever they look like (see ContentHash
 * for the canonical form). It is taken over the payload and deploymentMode; what a sender may change when it sends again is not in it:
 * payloadID, timestamp, Header (the parties are part of the message key), DOCTYPE, white space.
 */
export function cxmlContentHash({ content, deploymentMode }: CxmlDocument, digest: ContentDigest): string {
  const mode = { local: 'deploymentMode', uri: '', value: deploymentMode };
  const envelope = new XmlElement('Request', '', [mode], 1);
  const hash = new ContentHash(digest);
  hash.begin(envelope);
  if (content) hash.part(content);
  hash.end(envelope);
  return hash.digest!;
}
