/** How an agreement finds what an order means, with every setting resolved (partners/matching.ts). Pure. */
import { identityRungs, type IdentityRung } from './identity.ts';

/**
 * What a line may name its product by. `alias`: the seller's id, where it is a number that the article had before. `cart`: the line of a
 * returned cart (cXML, SupplierPartAuxiliaryID; UBL, QuotationDocumentReference and the line's Quotation line).
 */
export const productRungs = ['sellersItemId', 'alias', 'buyersItemId', 'gtin', 'cart', 'manufacturersId'] as const;
export type ProductRung = (typeof productRungs)[number];

/** The rungs of an agreement that says nothing. */
export const usualProductRungs: readonly ProductRung[] = ['sellersItemId', 'alias', 'buyersItemId', 'gtin'];

/**
 * What an order may name its customer by: identities of the buyer by their kind (`peppol`: its endpoint, whatever the scheme; `other`: any
 * further scheme, such as cXML's NetworkID), and the customer's own ids of its invoice and delivery addresses (cXML, BillTo and ShipTo
 * @addressID).
 */
export const customerRungs = [...identityRungs, 'invoiceAddress', 'deliveryAddress'] as const;
export type CustomerRung = (typeof customerRungs)[number];
export const usualCustomerRungs: readonly IdentityRung[] = identityRungs;

/** What an order may name its delivery place by. `only`: it names none, and the customer has one. */
export const placeRungs = ['gln', 'addressId', 'address', 'only'] as const;
export type PlaceRung = (typeof placeRungs)[number];

/** What becomes of a line that no product is known for; `asText`: it is accepted in the buyer's words, at the buyer's price. */
export type UnknownLine = 'hold' | 'rejectLine' | 'rejectOrder' | 'asText';

export interface MatchPolicy {
  readonly products: readonly ProductRung[];
  /** The partner's unit codes, and which of ours each is. */
  readonly units: Readonly<Record<string, string>>;
  readonly unknownLine: UnknownLine;
}

export const usualMatching: MatchPolicy = { products: usualProductRungs, units: {}, unknownLine: 'hold' };

/** Whose remembered answers count, and on which business day, `YYYY-MM-DD`. */
export interface Memory {
  readonly partnerId: string;
  readonly mode: 'production' | 'test';
  readonly day: string;
}
