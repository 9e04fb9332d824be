import type { CartMessage, MessageInput } from './message.ts';
import { writeCxmlMessage } from './cxml.ts';
import { writeOciMessage } from './oci.ts';
import { writePeppolMessage } from './peppol.ts';

/**
 * Writes what goes back to the purchasing system, in the protocol that the session came with. Pure.
 * @returns undefined where there is nothing to send: no address, or a protocol that has no word for leaving without a cart
 * @throws OciFieldTooLong, OciFieldUnwritable and the like of formats/ for a cart that its lint should have refused
 */
export async function writeMessage(input: MessageInput): Promise<CartMessage | undefined> {
  const spec = input.session.row.returnSpec;
  if (spec.protocol === 'oci') return writeOciMessage(input, spec);
  return spec.protocol === 'cxml' ? writeCxmlMessage(input, spec) : await writePeppolMessage(input, spec);
}
