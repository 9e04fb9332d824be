import type { DeliveryFault, DeliveryFaultCode, DeliveryFaults } from '../platform/deliveryFault.ts';

/** One whole sentence for each fault. */
export type DeliverySentences = { readonly [C in DeliveryFaultCode]: (fault: DeliveryFaults[C]) => string };

export function deliverySentence(sentences: DeliverySentences, fault: DeliveryFault): string {
  // code and values belong to one entry of the list: the union holds them together
  return (sentences[fault.code] as (fault: DeliveryFault) => string)(fault);
}

/** Whole megabytes of so many bytes, one at least. */
export function megabytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1_000_000));
}
