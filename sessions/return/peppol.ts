import { encodeBase64 } from '../../formats/base64.ts';
import type { Finding } from '../../formats/document/finding.ts';
import { writeCart18A } from '../../formats/ubl/cart18a.write.ts';
import { writeCart3 } from '../../formats/ubl/cart3.write.ts';
import { punchOutReturnForm } from '../../formats/ubl/punchOutLogin.ts';
import { DocumentValidator } from '../../formats/validate.ts';
import type { PeppolReturn } from '../returnSpec.ts';
import { addressOf, type CartMessage, type MessageInput } from './message.ts';

const writers = { 'peppol-18a-cart': writeCart18A, 'peppol-3-cart': writeCart3 } as const;

/** Peppol Punch Out knows carts with lines alone: there is no word for leaving, nor for an empty cart (section 2 of the digest). */
export async function writePeppolMessage(input: MessageInput, spec: PeppolReturn): Promise<CartMessage | undefined> {
  const action = addressOf(input);
  if (action === undefined || input.kind !== 'return') return undefined;
  const { document, target } = spec;
  let text = '';
  for await (const piece of writers[document](input.cart, input.mapped)) text += piece;
  const bytes = new TextEncoder().encode(text);
  return {
    form: punchOutReturnForm(encodeBase64(bytes), { action, target, document }),
    document: { contentType: 'application/xml; charset=utf-8', text },
    cuts: [],
    broken: fatalFindings(bytes),
  };
}

/** The lint knows what the shop can mend; the official rules know everything that the receiver will refuse. */
function fatalFindings(bytes: Uint8Array): Finding[] {
  const validator = new DocumentValidator({ core: false });
  validator.write(bytes);
  return validator.finish().findings.filter(({ severity }) => severity === 'fatal');
}
