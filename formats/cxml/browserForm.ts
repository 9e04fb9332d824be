import type { BrowserForm } from '../document/browserForm.ts';
import { encodeBase64 } from '../base64.ts';
import { asciiXml } from '../xml/ascii.ts';

export interface CxmlFormOptions {
  /** Which of the two hidden fields the purchasing system reads. */
  readonly encoding: 'base64' | 'urlencoded';
  /** BrowserFormPost/URL, unchanged. */
  readonly action: string;
  /** Name of the frame that shows the answer. */
  readonly target: string;
}

/**
 * The form that carries a cart message (cXML User's Guide, "PunchOutOrderMessage"): base64 of its bytes in UTF-8, which is what it declares;
 * or its text in ASCII, since receivers of that field take no notice of what it declares. The browser does the URL encoding.
 */
export function cxmlForm(xml: string, { encoding, action, target }: CxmlFormOptions): BrowserForm {
  const value = encoding === 'base64' ? encodeBase64(new TextEncoder().encode(xml)) : asciiXml(xml);
  return { action, method: 'post', target, charset: 'utf-8', fields: [[`cxml-${encoding}`, value]] };
}
