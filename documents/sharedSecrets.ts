const BEGIN = '<SharedSecret';
const END = '</SharedSecret';
const CDATA = '<![CDATA[';
const STAR = 0x2a;

/**
 * The bytes of a cXML document as they may be kept: the content of every SharedSecret is asterisks, as many as it had bytes, so that each
 * line and element stays where it was.
 * @returns the number of elements that were masked too: with an encoding in which `<` is no single byte there is none
 */
export function maskSharedSecrets(bytes: Uint8Array): { readonly bytes: Buffer; readonly masked: number } {
  const kept = Buffer.from(bytes);
  let masked = 0;
  for (let at = kept.indexOf(BEGIN); at >= 0; at = kept.indexOf(BEGIN, at + BEGIN.length)) {
    const from = kept.indexOf('>', at) + 1;
    const to = kept.indexOf(END, from);
    if (from === 0 || to < 0) break;
    if (!isSecret(kept, at, from, to)) continue;
    kept.fill(STAR, from, to);
    masked += 1;
  }
  return { bytes: kept, masked };
}

/** A whole element with text alone; what a comment holds of one is none. */
function isSecret(bytes: Buffer, at: number, from: number, to: number): boolean {
  const isElement = /[\s>]/.test(String.fromCharCode(bytes[at + BEGIN.length]!));
  const markup = bytes.subarray(from, to).indexOf('<');
  return isElement && (markup < 0 || bytes.subarray(from, to).toString('latin1').trimStart().startsWith(CDATA));
}
