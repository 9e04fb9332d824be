import { decodeBase64 } from '../../formats/base64.ts';
import { parseCxml } from '../../formats/cxml/envelope.parse.ts';
import { parsePunchOutOrderMessage, type PunchOutOrderMessage } from '../../formats/cxml/punchOutOrderMessage.parse.ts';
import type { Parameter } from '../../formats/oci/parameters.ts';

/** A form that came back, as the demo page shows it. */
export interface ReceivedCart {
  readonly title: string;
  /** Names and values; what was base64 is shown as the document that it is. */
  readonly fields: readonly Parameter[];
  /** Of a cXML cart: it can be edited and inspected by it. */
  readonly buyerCookie?: string;
  readonly message?: PunchOutOrderMessage;
}

/** Reads what the shop sent through the browser. */
export function receivedCart(protocol: string, fields: readonly Parameter[], at: Date): ReceivedCart {
  const time = at.toISOString().slice(11, 19);
  const shown = fields.map(([name, value]): Parameter => [name, decoded(name, value)]);
  const cxml = shown.find(([name]) => /^cxml-/i.test(name))?.[1];
  const base = { title: `${time} ${protocol}, ${fields.length} fields`, fields: shown };
  if (cxml === undefined) return base;
  const message = parsePunchOutOrderMessage(parseCxml(new TextEncoder().encode(cxml)));
  return {
    ...base,
    title: `${time} cXML, status ${message.status.code}, ${message.items.length} items`,
    buyerCookie: message.buyerCookie,
    message,
  };
}

function decoded(name: string, value: string): string {
  if (!/base64$/i.test(name)) return value;
  const bytes = decodeBase64(value);
  return bytes === undefined ? value : new TextDecoder().decode(bytes);
}
