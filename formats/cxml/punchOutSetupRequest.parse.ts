import type { Address } from '../document/order.ts';
import { compact } from '../ubl/read.ts';
import type { XmlElement } from '../xml/element.ts';
import { parsePostalAddress } from './address.parse.ts';
import type { CxmlDocument } from './envelope.parse.ts';
import {
  parseExtrinsics,
  parseItemId,
  parseItems,
  type CxmlExtrinsic,
  type CxmlItem,
  type CxmlItemId,
} from './item.parse.ts';
import { CxmlProblem } from './problem.ts';
import { attribute, child, children, text } from './read.ts';

const operations = ['create', 'edit', 'inspect', 'source'] as const;
export type PunchOutOperation = (typeof operations)[number];

/** Longest BuyerCookie that is kept, in characters. */
const LONGEST_COOKIE = 10_000;

/** A call into the shop (cXML DTD: PunchOutSetupRequest). */
export interface PunchOutSetupRequest {
  readonly operation: PunchOutOperation;
  /** Inner XML, byte for byte; it goes back as `XmlNode.source`. Never a key of ours. */
  readonly buyerCookie: string;
  /** Where the cart goes; absent: the buyer has another way, or none. */
  readonly browserFormPost?: string;
  readonly extrinsics: readonly CxmlExtrinsic[];
  readonly contacts: readonly CxmlContact[];
  readonly shipTo?: CxmlShipTo;
  /** The product or category that the buyer wants to see first. */
  readonly selectedItem?: CxmlItemId;
  /** The earlier cart, for edit and inspect. */
  readonly items: readonly CxmlItem[];
}

export interface CxmlContact {
  /** `endUser` is the person who shops. */
  readonly role?: string;
  readonly name?: string;
  readonly email?: string;
}

export interface CxmlShipTo {
  /** The buyer's number of the place (Address/@addressID), and who numbers so. */
  readonly addressId?: string;
  readonly addressIdDomain?: string;
  readonly name?: string;
  readonly address: Address;
}

/**
 * Reads the request of a document. Children may stand in any order (Coupa has Contact before BrowserFormPost).
 * @throws CxmlProblem 450 for another kind of document; 400 for an operation that is none, an item without part id or quantity, or a
 * BuyerCookie of more than 10,000 characters.
 */
export function parsePunchOutSetupRequest(document: CxmlDocument): PunchOutSetupRequest {
  const { kind, name, content } = document;
  if (kind !== 'request' || name !== 'PunchOutSetupRequest' || !content) {
    throw new CxmlProblem(450, 'This is no PunchOutSetupRequest.', { element: name, expected: 'PunchOutSetupRequest' });
  }
  const address = child(content, 'ShipTo', 'Address');
  const selected = child(content, 'SelectedItem', 'ItemID');
  return compact({
    operation: parseOperation(content),
    buyerCookie: parseCookie(document, content),
    browserFormPost: text(content, 'BrowserFormPost', 'URL'),
    extrinsics: parseExtrinsics(document, content),
    contacts: children(content, 'Contact').map((contact) =>
      compact({ role: attribute(contact, 'role'), name: text(contact, 'Name'), email: text(contact, 'Email') }),
    ),
    shipTo: address && parseShipTo(address),
    selectedItem: text(selected, 'SupplierPartID') ? parseItemId(document, selected, content) : undefined,
    items: parseItems(document, 'ItemOut'),
  });
}

/** Text of the first extrinsic that has one of the names, in the order of the names; case means nothing, since senders differ in it. */
export function extrinsic(
  { extrinsics }: Pick<PunchOutSetupRequest, 'extrinsics'>,
  ...names: readonly string[]
): string | undefined {
  for (const name of names) {
    const found = extrinsics.find((each) => each.name.toLowerCase() === name.toLowerCase() && each.text !== '');
    if (found) return found.text;
  }
  return undefined;
}

function parseOperation(request: XmlElement): PunchOutOperation {
  const found = attribute(request, 'operation');
  const operation = operations.find((each) => each === found?.toLowerCase());
  if (operation) return operation;
  throw new CxmlProblem(400, 'The operation is none of cXML.', {
    ...{ line: request.line, element: 'PunchOutSetupRequest/@operation', expected: operations.join(', ') },
    ...(found === undefined ? {} : { found }),
  });
}

function parseCookie(document: CxmlDocument, request: XmlElement): string {
  const cookie = child(request, 'BuyerCookie');
  const source = (cookie && document.source(cookie)) ?? '';
  if (source.length <= LONGEST_COOKIE) return source;
  throw new CxmlProblem(400, 'The BuyerCookie is too long.', {
    line: cookie!.line,
    element: 'BuyerCookie',
    found: `${source.length} characters`,
    expected: `at most ${LONGEST_COOKIE}`,
  });
}

function parseShipTo(address: XmlElement): CxmlShipTo {
  return compact({
    addressId: attribute(address, 'addressID'),
    addressIdDomain: attribute(address, 'addressIDDomain'),
    name: text(address, 'Name'),
    address: parsePostalAddress(address),
  });
}
