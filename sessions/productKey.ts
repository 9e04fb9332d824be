/**
 * The key of a product in a unit: EXT_PRODUCT_ID of OCI, which the buyer's system sends back to DETAIL and VALIDATE. Without the unit a
 * later price for "2" would be that of two pieces where two boxes were meant. At most 40 characters (OCI, EXT_PRODUCT_ID).
 */
export interface ProductKey {
  readonly productId: string;
  /** UN/ECE Recommendation 20; absent: the shop unit. */
  readonly unit?: string;
}

const KEY = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.([A-Z0-9]{2,3}))?$/i;

export function productKey({ productId, unit }: Required<ProductKey>): string {
  return `${productId}.${unit}`;
}

/** Undefined for what is no key of ours. */
export function parseProductKey(text: string): ProductKey | undefined {
  const [, productId, unit] = KEY.exec(text.trim()) ?? [];
  if (productId === undefined) return undefined;
  return { productId: productId.toLowerCase(), ...(unit !== undefined && { unit: unit.toUpperCase() }) };
}
