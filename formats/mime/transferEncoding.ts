import { decodeBase64 } from '../base64.ts';
import { MimeError } from './error.ts';

/** The bytes that a part's Content-Transfer-Encoding stands for (RFC 2045, 6). @throws MimeError */
export function decodeTransfer(bytes: Uint8Array, encoding = 'binary'): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case '7bit':
    case '8bit':
    case 'binary':
      return bytes;
    case 'base64':
      return base64(bytes);
    case 'quoted-printable':
      return quotedPrintable(bytes);
    default:
      throw new MimeError('malformed', 'The Content-Transfer-Encoding of a part is not understood.', {
        found: encoding,
        expected: '7bit, 8bit, binary, base64 or quoted-printable',
      });
  }
}

function base64(bytes: Uint8Array): Uint8Array {
  const decoded = decodeBase64(new TextDecoder().decode(bytes));
  if (decoded) return decoded;
  throw new MimeError('malformed', 'A part is not in base64, although it says so.');
}

const EQUALS = 61;

/** RFC 2045, 6.7: `=` and two digits are a byte, `=` at the end of a line is nothing. What breaks the rule stays as it is. */
function quotedPrintable(bytes: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const rest = bytes[i] === EQUALS ? String.fromCharCode(...bytes.subarray(i + 1, i + 3)) : '';
    if (/^[0-9A-Fa-f]{2}$/.test(rest)) {
      decoded[length++] = Number.parseInt(rest, 16);
      i += 2;
    } else if (/^\r\n|^\n/.test(rest)) {
      i += rest.startsWith('\r') ? 2 : 1;
    } else decoded[length++] = bytes[i]!;
  }
  return decoded.subarray(0, length);
}
