import { createHash } from 'node:crypto';
import type { ContentDigest } from '../formats/ubl/contentHash.ts';

/** Node's SHA-256, for the content hash of a document. */
export function sha256(): ContentDigest {
  const hash = createHash('sha256');
  return { update: (bytes: Uint8Array) => void hash.update(bytes), digest: () => hash.digest('hex') };
}
