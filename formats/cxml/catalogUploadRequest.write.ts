import { xmlText, type XmlNode } from '../xml/writer.ts';
import { writeRequest, type CxmlRequestContext } from './envelope.write.ts';

/** `new`: the receiver has no catalogue of that name yet; `update`: it takes the place of the one that the receiver has. */
export type UploadOperation = 'new' | 'update';

/** A catalogue that goes with the request as an attachment. */
export interface CatalogUpload {
  readonly operation: UploadOperation;
  /** The same for every version of one catalogue; unique at the receiver. */
  readonly name: string;
  readonly description: string;
  /** Content-ID of the part that holds the file, without angle brackets. */
  readonly contentId: string;
  /** Who is told how the upload went; absent: nobody. */
  readonly email?: string;
}

/**
 * Writes a request to take a catalogue that is attached to it (cXML DTD: CatalogUploadRequest), valid against the DTD version that it declares.
 * Texts lose characters that XML cannot carry.
 */
export function writeCatalogUploadRequest(upload: CatalogUpload, context: CxmlRequestContext): string {
  const { operation, name, description, contentId, email } = upload;
  const inLanguage = { 'xml:lang': context.language };
  const children: XmlNode[] = [
    { name: 'CatalogName', attributes: inLanguage, text: xmlText(name) },
    { name: 'Description', attributes: inLanguage, text: xmlText(description) },
    { name: 'Attachment', children: [{ name: 'URL', text: `cid:${contentId}` }] },
    email === undefined
      ? { name: 'Notification', text: '' }
      : { name: 'Notification', children: [{ name: 'Email', text: xmlText(email) }] },
  ];
  return writeRequest(context, { name: 'CatalogUploadRequest', attributes: { operation }, children });
}
