import { compact } from '../ubl/read.ts';
import type { XmlElement } from '../xml/element.ts';
import { parseComments } from './comments.parse.ts';
import type { CxmlDocument } from './envelope.parse.ts';
import { parseDetail, parseMoney, type CxmlItem, type CxmlMoney } from './item.parse.ts';
import { CxmlProblem } from './problem.ts';
import { attribute, child, children, text } from './read.ts';

/** An answer to an order as a purchasing system gets it (Fulfill.dtd: ConfirmationRequest). What was not sent is absent. */
export interface ConfirmationRequest {
  /** `accept`, `allDetail`, `detail`, `backordered`, `except`, `reject`, `requestToPay`, `replace`. */
  readonly type?: string;
  readonly operation: 'new' | 'update';
  readonly confirmId?: string;
  readonly noticeDate?: string;
  readonly orderId?: string;
  readonly orderPayloadId?: string;
  /** payloadID of the confirmation before this one. */
  readonly previousPayloadId?: string;
  readonly comments?: string;
  readonly items: readonly ConfirmationItem[];
}

export interface ConfirmationItem {
  readonly lineNumber?: string;
  /** As ordered. */
  readonly quantity?: string;
  readonly unitOfMeasure?: string;
  readonly statuses: readonly ConfirmationStatus[];
}

export interface ConfirmationStatus {
  readonly type?: string;
  readonly quantity?: string;
  readonly unitOfMeasure?: string;
  readonly shipmentDate?: string;
  readonly deliveryDate?: string;
  readonly unitPrice?: CxmlMoney;
  /** What comes instead. */
  readonly replacement?: Partial<CxmlItem> & { readonly supplierPartId?: string };
  readonly comments?: string;
}

/** @throws CxmlProblem 450 for another kind of document. */
export function parseConfirmationRequest({ kind, name, content }: CxmlDocument): ConfirmationRequest {
  if (kind !== 'request' || name !== 'ConfirmationRequest' || !content) {
    const place = { element: name, expected: 'ConfirmationRequest' };
    throw new CxmlProblem(450, 'This is no ConfirmationRequest.', place);
  }
  const header = child(content, 'ConfirmationHeader');
  const order = child(content, 'OrderReference');
  return compact({
    type: attribute(header, 'type'),
    operation: attribute(header, 'operation') === 'update' ? ('update' as const) : ('new' as const),
    confirmId: attribute(header, 'confirmID'),
    noticeDate: attribute(header, 'noticeDate'),
    orderId: attribute(order, 'orderID'),
    orderPayloadId: attribute(child(order, 'DocumentReference'), 'payloadID'),
    previousPayloadId: attribute(child(header, 'DocumentReference'), 'payloadID'),
    comments: parseComments(header),
    items: children(content, 'ConfirmationItem').map(parseItem),
  });
}

function parseItem(item: XmlElement): ConfirmationItem {
  return compact({
    lineNumber: attribute(item, 'lineNumber'),
    quantity: attribute(item, 'quantity'),
    unitOfMeasure: text(item, 'UnitOfMeasure'),
    statuses: children(item, 'ConfirmationStatus').map(parseStatus),
  });
}

function parseStatus(status: XmlElement): ConfirmationStatus {
  const item = child(status, 'ItemIn');
  return compact({
    type: attribute(status, 'type'),
    quantity: attribute(status, 'quantity'),
    unitOfMeasure: text(status, 'UnitOfMeasure'),
    shipmentDate: attribute(status, 'shipmentDate'),
    deliveryDate: attribute(status, 'deliveryDate'),
    unitPrice: parseMoney(child(status, 'UnitPrice')),
    replacement: item && {
      ...compact({ supplierPartId: text(item, 'ItemID', 'SupplierPartID') }),
      ...parseDetail(child(item, 'ItemDetail')),
    },
    comments: parseComments(status),
  });
}
