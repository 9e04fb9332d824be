import { compact } from '../ubl/read.ts';
import type { CxmlDocument } from './envelope.parse.ts';
import { parseItems, parseMoney, type CxmlItem, type CxmlMoney } from './item.parse.ts';
import { CxmlProblem } from './problem.ts';
import { attribute, child } from './read.ts';
import type { CxmlStatus } from './status.ts';

/** A cart as a purchasing system gets it (cXML DTD: PunchOutOrderMessage). */
export interface PunchOutOrderMessage {
  /** 204: the buyer left without a cart, nothing changes. A message without status is a 200. */
  readonly status: CxmlStatus;
  /** Inner XML, byte for byte. */
  readonly buyerCookie: string;
  readonly operationAllowed?: string;
  readonly quoteStatus: 'final' | 'pending';
  /** Without tax and shipping. */
  readonly total?: CxmlMoney;
  readonly shipping?: CxmlMoney;
  readonly tax?: CxmlMoney;
  readonly items: readonly CxmlItem[];
}

/** @throws CxmlProblem 450 for another kind of document, 400 for an item without part id or quantity. */
export function parsePunchOutOrderMessage(document: CxmlDocument): PunchOutOrderMessage {
  const { kind, name, content } = document;
  if (kind !== 'message' || name !== 'PunchOutOrderMessage' || !content) {
    throw new CxmlProblem(450, 'This is no PunchOutOrderMessage.', { element: name, expected: 'PunchOutOrderMessage' });
  }
  const cookie = child(content, 'BuyerCookie');
  const header = child(content, 'PunchOutOrderMessageHeader');
  return compact({
    status: document.status ?? { code: 200, text: 'OK' },
    buyerCookie: (cookie && document.source(cookie)) ?? '',
    operationAllowed: attribute(header, 'operationAllowed'),
    quoteStatus: attribute(header, 'quoteStatus') === 'pending' ? ('pending' as const) : ('final' as const),
    total: parseMoney(child(header, 'Total')),
    shipping: parseMoney(child(header, 'Shipping')),
    tax: parseMoney(child(header, 'Tax')),
    items: parseItems(document, 'ItemIn'),
  });
}
