/** What may stand before the root or its DOCTYPE: white space, the XML declaration and other instructions, comments. */
const BEGINNING = /^(?:\s|<\?[^>]*\?>|<!--(?:[^-]|-(?!->))*-->)*(?:<!DOCTYPE\s+cXML[\s>]|<cXML[\s>/])/i;
/** Far more than a declaration needs. */
const LOOKED_AT = 4_096;

/** A DOCTYPE of any element of cXML: `Index` and `Contract` are also files of their own. */
const DOCTYPE = /<!DOCTYPE\s+\w+\s+SYSTEM\s+["'][^"']*\/cXML\/[^"']*\.dtd["']/i;

/** Is it a cXML document, by its beginning? The root is also written in lower case, and the encoding may have two bytes a character. */
export function isCxml(head: Uint8Array): boolean {
  return BEGINNING.test(beginning(head));
}

/** Does a DTD of cXML hold for it, whatever its root is? */
export function hasCxmlDtd(head: Uint8Array): boolean {
  return DOCTYPE.test(beginning(head));
}

function beginning(head: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(head.subarray(0, LOOKED_AT));
  return text.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').replaceAll('\0', '');
}
