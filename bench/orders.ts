import { bis2Chunks } from './orders/bis2.ts';
import { cxmlChunks } from './orders/cxml.ts';
import { order3Chunks } from './orders/order3.ts';
import type { OrderSpec } from './orders/spec.ts';

/** A clean order: known parties and place, known articles at their price of the day, right sums. */
export function orderXml(spec: OrderSpec): string {
  return [...orderChunks(spec)].join('');
}

/** The same piece by piece (header, lines, end), for orders that are too big to hold. */
export function orderChunks(spec: OrderSpec): Generator<string> {
  const { format = 'peppol-28a-order' } = spec;
  if (format === 'cxml-order-request') return cxmlChunks(spec);
  return format === 'peppol-3-order' ? order3Chunks(spec) : bis2Chunks(format, spec);
}
