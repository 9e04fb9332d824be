/**
 * The neutral cart: what every punch-out protocol is written from.
 * Amounts, prices and quantities are decimal strings, dates are `YYYY-MM-DD`, texts are in the language of the session.
 */
import type { Address, Identifier, Party } from './order.ts';

/** Everything of a cart but its lines. */
export interface CartHeader {
  /** The shop's number of the cart; a cart that is returned again gets a new one. */
  readonly number: string;
  /** The moment of return in the shop's time zone. */
  readonly issueDate: string;
  /** `HH:MM:SS`. */
  readonly issueTime: string;
  /** The same moment with offset and never `Z`: `2026-11-25T20:00:00+01:00` (cXML's own form of ISO 8601). */
  readonly timestamp: string;
  /** Last day on which the prices are promised. */
  readonly validUntil?: string;
  /** ISO 4217; every line is priced in it. */
  readonly currency: string;
  /** BCP 47. */
  readonly language: string;
  /** Contract that governs the whole cart. */
  readonly contract?: string;
  /** True: all or nothing (ActionCode of Peppol Punch Out). */
  readonly complete?: boolean;
  readonly seller: Party;
  readonly buyer: Party;
  /** The shop's customer number. */
  readonly customerNumber: string;
  /** The buyer's reference: user, requisition or session as the login named it. */
  readonly buyerReference?: string;
  readonly deliveryPlace?: { readonly name?: string; readonly address: Address };
  /** Net sum of the lines, without VAT and shipping. */
  readonly total: string;
}

export interface CartPrice {
  /** Net price without VAT per base quantity. */
  readonly amount: string;
  /** In the unit of the line; at least 1 and whole where the price list says so. */
  readonly baseQuantity: string;
}

/** VAT of a line in the country of delivery: category by UNCL5305, rate in percent. */
export interface CartTax {
  readonly category: string;
  readonly percent: string;
}

export interface CartClassification {
  /** As the shop calls it, for example `UNSPSC`, `ECLASS`, `CPV`. */
  readonly scheme: string;
  readonly version?: string;
  readonly code: string;
}

export interface CartLine {
  /** 1, 2, 3 ... without gaps, as returned. */
  readonly position: number;
  /** Key of the line in the session; the same on every return. */
  readonly id: string;
  /** The shop's article number. */
  readonly sellersId: string;
  /** The shop's key of the product in this unit, at most 40 characters: EXT_PRODUCT_ID of OCI. */
  readonly productKey: string;
  /** Stable and verifiable key of line and cart: SupplierPartAuxiliaryID of cXML. */
  readonly auxiliaryId: string;
  readonly buyersId?: string;
  /** GTIN with 14 digits, scheme `0160`. */
  readonly standardId?: Identifier;
  readonly name: string;
  readonly description?: string;
  /** In `unit`. */
  readonly quantity: string;
  /** UN/ECE Recommendation 20. */
  readonly unit: string;
  readonly price: CartPrice;
  readonly tax?: CartTax;
  /** Days from order to shipment. */
  readonly leadTimeDays?: number;
  /** Ships on that day at the latest; a day that has passed means in stock. */
  readonly availableFrom?: string;
  readonly classifications: readonly CartClassification[];
  readonly manufacturer?: string;
  readonly manufacturerNumber?: string;
  readonly contract?: string;
  /** The shop's material group. */
  readonly materialGroup?: string;
  readonly service: boolean;
  /** Labels such as eco labels. */
  readonly labels: readonly string[];
  /** Absolute addresses of pictures; the first is the main one. */
  readonly pictures: readonly string[];
  /** Absolute address of the product's page, where the agreement lets it be shown. */
  readonly url?: string;
  /** What the buyer wrote at the line. */
  readonly note?: string;
  /** The buyer's own reference of the line. */
  readonly reference?: string;
  /** Position of the line that this one is a part of. */
  readonly partOf?: number;
}

/** A whole cart. Lines are read once, in order. */
export interface Cart {
  readonly header: CartHeader;
  readonly lines: readonly CartLine[];
}
