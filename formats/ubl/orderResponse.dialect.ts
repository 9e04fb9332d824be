import type { OrderReceipt, OrderResponse, OrderResponseLine } from '../document/orderResponse.ts';
import { writeXml, type XmlNode } from '../xml/writer.ts';
import { CAC, CBC, ORDER_RESPONSE } from './namespaces.ts';

/** What the order responses of BIS 28A and of BIS 3 do not have in common. */
export interface ResponseDialect<Response> {
  header(response: Response): (XmlNode | undefined)[];
  line(line: OrderResponseLine, currency: string): XmlNode;
}

/** Writes an order response as a stream of strings in UTF-8: lines with code 30 alone, and then at least one. */
export function writeResponse<Response extends OrderResponse | OrderReceipt>(
  response: Response,
  dialect: ResponseDialect<Response>,
): AsyncGenerator<string, void, undefined> {
  const root = { name: 'OrderResponse', namespaces: { '': ORDER_RESPONSE, cac: CAC, cbc: CBC } };
  return writeXml(root, parts(response, dialect));
}

async function* parts<Response extends OrderResponse | OrderReceipt>(
  response: Response,
  dialect: ResponseDialect<Response>,
): AsyncGenerator<XmlNode, void, undefined> {
  for (const part of dialect.header(response)) if (part) yield part;
  if (response.code !== '30') return;
  let lines = 0;
  for await (const line of response.lines) {
    yield dialect.line(line, response.currency);
    lines++;
  }
  if (lines === 0) throw new Error('an order response with code 30 answers every line, but has none');
}
