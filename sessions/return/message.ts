import type { BrowserForm } from '../../formats/document/browserForm.ts';
import type { Cart } from '../../formats/document/cart.ts';
import type { Finding } from '../../formats/document/finding.ts';
import type { MappedFields } from '../../formats/document/outgoingField.ts';
import type { ShopProfile } from '../../shop/profile.ts';
import type { SessionInHand } from '../inHand.ts';
import type { MessageKind, PunchOutSession } from '../session.entity.ts';

/** What of a session goes into its message. */
export interface SessionToWrite extends Pick<SessionInHand, 'settings'> {
  readonly row: Pick<PunchOutSession, 'id' | 'partnerCode' | 'mode' | 'operation' | 'returnSpec'>;
}

/** What a message to the purchasing system is made of. */
export interface MessageInput {
  readonly session: SessionToWrite;
  readonly kind: MessageKind;
  /** With its lines for `return`. For `empty` and `cancel` the header counts; a cancelled edit has the lines that it came with. */
  readonly cart: Cart;
  readonly mapped: MappedFields;
  readonly shop: ShopProfile;
}

/** A value that is sent shortened or rounded, with what it was. */
export interface SentCut {
  readonly field: string;
  /** Position of the line in the cart. */
  readonly position: number;
  readonly was: string;
  readonly sent: string;
}

/** What leaves: the form for the browser, and the document in it where the protocol has one. */
export interface CartMessage {
  readonly form: BrowserForm;
  readonly document?: { readonly contentType: string; readonly text: string };
  readonly cuts: readonly SentCut[];
  /** Fatal findings of the protocol's official rules: the message must not leave. */
  readonly broken: readonly Finding[];
}

/** Where the cart goes: the address of the call, or the agreement's. Undefined: the buyer stays in the shop, nothing can go back. */
export function addressOf({ session: { row, settings } }: Pick<MessageInput, 'session'>): string | undefined {
  return row.returnSpec.url ?? settings.returnUrl;
}
