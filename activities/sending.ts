import type { OutboundDocument } from '../documents/outbound.entity.ts';
import type { Agreement } from '../partners/agreement.ts';
import type { TypeAddress } from '../partners/messageAddress.ts';

export interface AttemptBounds {
  /** Milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/** A document and where it goes. */
export interface Sending {
  readonly document: OutboundDocument;
  readonly settings: Agreement;
  readonly address: TypeAddress;
}
