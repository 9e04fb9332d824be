import { writeDocumentReference, writeRequest, type CxmlRequestContext } from './envelope.write.ts';
import { writeStatus, type ResponseStatus } from './response.write.ts';

/** The real result of a document that was answered with Status 201. */
export interface StatusUpdate extends ResponseStatus {
  /** payloadID of the document that it is about. */
  readonly documentPayloadId: string;
}

/**
 * Writes how it stands with a document that the partner sent (cXML DTD: StatusUpdateRequest with DocumentReference and Status), valid against
 * the DTD version that it declares. Texts lose characters that XML cannot carry.
 */
export function writeStatusUpdateRequest(update: StatusUpdate, context: CxmlRequestContext): string {
  const children = [writeDocumentReference(update.documentPayloadId), writeStatus(update, context.language)];
  return writeRequest(context, { name: 'StatusUpdateRequest', children });
}
