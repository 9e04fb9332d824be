/** Why the shop's answer about one article cannot be used. `found`: what it said, cut. */
export type LiveFault =
  /** It did not answer at all, or not in a way that can be read. */
  | { readonly code: 'silent' }
  /** It answered, but not about this article. */
  | { readonly code: 'unknown' }
  | { readonly code: 'currency' | 'unit' | 'price' | 'stock'; readonly found: string };
