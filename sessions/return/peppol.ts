import { encodeBase64 } from '../../formats/base64.ts';
import { writeCart18A } from '../../formats/ubl/cart18a.write.ts';
import { writeCart3 } from '../../formats/ubl/cart3.write.ts';
import { punchOutReturnForm } from '../../formats/ubl/punchOutLogin.ts';
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
  const base64 = encodeBase64(new TextEncoder().encode(text));
  return {
    form: punchOutReturnForm(base64, { action, target, document }),
    document: { contentType: 'application/xml; charset=utf-8', text },
    cuts: [],
  };
}
