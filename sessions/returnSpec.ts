/**
 * What the call said about the way back, as each protocol says it. It stands in the session's row until the cart is written, so it
 * carries no secret: neither the password of a login nor the shared secret of a cXML Sender.
 */
import type { FormCharset } from '../formats/document/browserForm.ts';

export interface OciReturn {
  readonly protocol: 'oci';
  /** HOOK_URL, exactly as given; absent where the function needs none (DETAIL). */
  readonly url?: string;
  readonly target: string;
  /** As the call asks for it; the agreement's otherwise. */
  readonly charset?: FormCharset;
  /** As the call says it; the agreement's otherwise. */
  readonly version?: string;
  /** ~OkCode, ~CALLER and the like, to be sent back. */
  readonly controls: readonly (readonly [name: string, value: string])[];
  /** Where a buyer goes who leaves without a cart. */
  readonly cancelUrl?: string;
}

/** One name of a party in a cXML header. */
export interface CxmlName {
  readonly domain: string;
  readonly identity: string;
}

export interface CxmlReturn {
  readonly protocol: 'cxml';
  /** BrowserFormPost/URL, exactly as given; absent where the buyer gave none. */
  readonly url?: string;
  /** Inner XML of BuyerCookie, byte for byte. */
  readonly buyerCookie: string;
  /** Header/From of the request: our To. */
  readonly from: readonly CxmlName[];
  /** Header/To of the request: our From. */
  readonly to: readonly CxmlName[];
  readonly deploymentMode: 'production' | 'test';
  /** payloadID of the request. */
  readonly payloadId: string;
}

export interface PeppolReturn {
  readonly protocol: 'peppol';
  /** return_url of the login, exactly as given. */
  readonly url?: string;
  readonly document: 'peppol-18a-cart' | 'peppol-3-cart';
  readonly target: string;
}

export type ReturnSpec = OciReturn | CxmlReturn | PeppolReturn;
