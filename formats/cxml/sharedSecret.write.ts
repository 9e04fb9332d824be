import { elementText } from '../xml/writer.ts';

const SENDER = '<Sender>';
const END = '</Identity>';

/**
 * A document that we wrote (see writeHeader), with a secret in its Sender: stored documents have none, and one is put in for each attempt to
 * send. Throws for a document without a Sender, and for characters that XML forbids.
 */
export function withSharedSecret(xml: string, secret: string): string {
  const sender = xml.indexOf(SENDER);
  const end = xml.indexOf(END, sender);
  if (sender < 0 || end < 0) throw new Error('the document has no Sender');
  const at = end + END.length;
  return `${xml.slice(0, at)}<SharedSecret>${elementText(secret, 'SharedSecret')}</SharedSecret>${xml.slice(at)}`;
}
