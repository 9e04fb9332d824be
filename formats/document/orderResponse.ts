import type { Identifier, LinePrice, Party, Period } from './order.ts';

/** UNCL1225 as 28A uses it: 27 not accepted, 29 accepted, 30 accepted with amendment (BIS 28A, code list of OrderResponseCode). */
export type ResponseCode = '27' | '29' | '30';

/**
 * What becomes of a line, or of a part of it: accepted (29), changed (30) or not accepted (27); `added` to what was ordered, comes later
 * (`backordered`), or is there already (`delivered`). 28A has words for the first three alone.
 */
export type LineStatus = ResponseCode | 'added' | 'backordered' | 'delivered';

export interface ResponseItem {
  readonly name?: string;
  readonly buyersId?: string;
  readonly sellersId?: string;
  readonly standardId?: Identifier;
}

export interface OrderResponseLine {
  /** Number of the response line itself. */
  readonly id: string;
  /** The buyer's line number that is answered; several response lines may answer one, each for its quantity. */
  readonly orderLineId: string;
  readonly status: LineStatus;
  readonly note?: string;
  /** What will be delivered, when it differs from what was ordered. */
  readonly quantity?: string;
  /** Unit of the quantity, as the order has it. */
  readonly unit?: string;
  readonly promisedDelivery?: Period;
  readonly price?: LinePrice;
  readonly item: ResponseItem;
  readonly substitute?: ResponseItem;
}

/** The neutral answer to an order document. 27 and 29 carry no lines, 30 answers every line (BIS 28A, section 10 of the digest). */
export interface OrderResponse {
  readonly number: string;
  readonly issueDate: string;
  readonly issueTime?: string;
  readonly code: ResponseCode;
  readonly note?: string;
  readonly currency: string;
  readonly orderNumber: string;
  /** Number of the order change that is answered; the advanced response of BIS 3 alone can say it. */
  readonly changeReference?: string;
  /** The seller's number of the order. */
  readonly salesOrderId?: string;
  /** The buyer's reference of the order, repeated. */
  readonly customerReference?: string;
  readonly seller: Party;
  readonly buyer: Party;
  readonly promisedDelivery?: Period;
  /** Consumed once, in order: a long answer is written as a stream. */
  readonly lines: Iterable<OrderResponseLine> | AsyncIterable<OrderResponseLine>;
}

/** Says that an order was received and not yet processed (12 of UNCL1225); an answer follows. BIS 3 has it, 28A does not. */
export interface OrderReceipt extends Omit<OrderResponse, 'code' | 'lines'> {
  readonly code: '12';
}

/** What a line ordered, for answers that repeat it (cXML). */
export interface OrderedLine {
  readonly quantity: string;
  readonly unit: string;
  readonly price?: LinePrice;
}

/** A response line together with what was ordered. */
export interface ConfirmedLine extends OrderResponseLine {
  readonly ordered: OrderedLine;
}
