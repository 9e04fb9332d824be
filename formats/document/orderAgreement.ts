import type { Address, Contact, LinePrice, Party, Period } from './order.ts';
import type { ResponseItem } from './orderResponse.ts';

/**
 * The neutral order agreement: an order that was placed in the shop itself, told to the buyer's system. Quantities, prices and amounts are
 * decimal strings without VAT, dates are `YYYY-MM-DD`.
 */
export interface OrderAgreement {
  /** Unique for ever: the buyer's system uses it as the number of the order. */
  readonly number: string;
  /** The seller's number of the order, where it is another. */
  readonly salesOrderId?: string;
  readonly issueDate: string;
  readonly issueTime?: string;
  readonly note?: string;
  readonly currency: string;
  /** The reference that the buyer gave with the purchase. */
  readonly customerReference?: string;
  /** Number of the earlier agreement that this one changes. */
  readonly changes?: string;
  readonly contract?: string;
  readonly seller: Party;
  readonly buyer: Party;
  readonly originator?: Party;
  readonly deliveryContact?: Contact;
  readonly deliveryParty?: Party;
  readonly deliveryAddress?: Address;
  readonly promisedDelivery?: Period;
  readonly lines: readonly OrderAgreementLine[];
}

export interface OrderAgreementLine {
  readonly id: string;
  readonly note?: string;
  readonly quantity: string;
  /** UN/ECE Recommendation 20. */
  readonly unit: string;
  readonly price: LinePrice;
  readonly promisedDelivery?: Period;
  readonly item: ResponseItem & { readonly description?: string };
  /** Percent; 0 is zero rated (category Z), any other the standard category S. */
  readonly vatPercent: string;
}
