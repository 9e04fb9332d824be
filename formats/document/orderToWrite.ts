/**
 * A purchase order as a buyer's system writes it: what the simulator sends. Amounts, prices and quantities are decimal strings, dates are
 * `YYYY-MM-DD`.
 */
import type { CartPrice } from './cart.ts';
import { Decimal } from './decimal.ts';
import type { Address, Party } from './order.ts';

export interface OrderToWrite {
  readonly number: string;
  readonly issueDate: string;
  /** `HH:MM:SS`. */
  readonly issueTime: string;
  /** The same moment with offset. */
  readonly timestamp: string;
  /** ISO 4217; every line is priced in it. */
  readonly currency: string;
  /** BCP 47. */
  readonly language: string;
  /** When the goods are wanted, at the latest. */
  readonly wantedBy: string;
  readonly note?: string;
  /** Number of the cart or quotation that is ordered. */
  readonly quotation?: string;
  /** Who orders. */
  readonly reference?: string;
  readonly buyer: Party;
  readonly seller: Party;
  readonly deliveryPlace?: { readonly name?: string; readonly address: Address };
  readonly lines: readonly OrderLineToWrite[];
}

export interface OrderLineToWrite {
  /** The buyer's line number. */
  readonly id: string;
  /** The shop's article number. */
  readonly sellersId: string;
  /** As the cart gave it: SupplierPartAuxiliaryID of cXML. */
  readonly auxiliaryId?: string;
  readonly name: string;
  readonly quantity: string;
  /** UN/ECE Recommendation 20. */
  readonly unit: string;
  readonly price: CartPrice;
}

/** Net amount of a line, with two decimals. */
export function lineAmount({ quantity, price }: Pick<OrderLineToWrite, 'quantity' | 'price'>): string {
  return new Decimal(quantity).mul(price.amount).div(price.baseQuantity).toFixed(2);
}

/** Net sum of the lines, with two decimals. */
export function orderAmount(lines: readonly OrderLineToWrite[]): string {
  return lines.reduce((sum, line) => sum.add(lineAmount(line)), new Decimal(0)).toFixed(2);
}
