import type { Address, Party, Period } from './order.ts';
import type { ResponseItem } from './orderResponse.ts';

/**
 * The neutral despatch advice: what was sent of one order, in which packages, and what of it is still to come. Quantities are decimal
 * strings, dates are `YYYY-MM-DD`.
 */
export interface DespatchAdvice {
  readonly number: string;
  readonly issueDate: string;
  readonly issueTime?: string;
  readonly note?: string;
  /** The buyer's number of the order that the goods belong to. */
  readonly orderNumber: string;
  /** The seller's number of the order. */
  readonly salesOrderId?: string;
  /** The buyer's reference of the order, repeated. */
  readonly customerReference?: string;
  readonly seller: Party;
  readonly buyer: Party;
  readonly deliveryParty?: Party;
  readonly deliveryAddress?: Address;
  readonly originator?: Party;
  /** When the goods left. */
  readonly despatchedOn?: string;
  readonly despatchTime?: string;
  readonly promisedDelivery?: Period;
  readonly carrier?: { readonly name?: string; readonly id?: string };
  /** The carrier's number of the consignment. */
  readonly trackingId?: string;
  readonly packages: readonly DespatchPackage[];
  /** Consumed once, in order. */
  readonly lines: Iterable<DespatchLine> | AsyncIterable<DespatchLine>;
  /** Nothing of the order is still to come. */
  readonly complete: boolean;
}

export interface DespatchPackage {
  readonly id: string;
  /** Serial Shipping Container Code, 18 digits. */
  readonly sscc?: string;
  /** UN/ECE Recommendation 21. */
  readonly type?: string;
  /** Unit of UN/ECE Recommendation 20. */
  readonly grossWeight?: { readonly value: string; readonly unit: string };
  /** The package that this one stands in. */
  readonly parentId?: string;
}

export interface DespatchLine {
  /** Number of the despatch line itself. */
  readonly id: string;
  /** The buyer's line number. */
  readonly orderLineId: string;
  /** What is in this shipment. */
  readonly quantity: string;
  /** UN/ECE Recommendation 20, as the order has it. */
  readonly unit: string;
  /** What of the line comes later: 0 where the rest never comes. */
  readonly outstanding?: { readonly quantity: string; readonly reason?: string };
  readonly item: ResponseItem;
  readonly lots?: readonly string[];
  readonly serials?: readonly string[];
  /** Where the goods are packed; without a quantity all of them, or nobody knows how many. */
  readonly packages: readonly { readonly packageId: string; readonly quantity?: string }[];
  readonly note?: string;
}
