/** How the receiver of order responses behaves. `refuse`: nobody listens. `closeHalfway`: the connection ends within the answer. */
export const receiverModes = [
  'ok',
  'refuse',
  'hang',
  'error500',
  'throttle429',
  'closeHalfway',
  'closeUnread',
] as const;
export type ReceiverMode = (typeof receiverModes)[number];

/** All that came under one message id. */
export interface ReceivedMessage {
  readonly messageId: string;
  /** Number of the order that it answers. */
  readonly order: string;
  /** A despatch advice or a ship notice is no answer. */
  readonly kind: 'answer' | 'delivery';
  /** UNCL1225: 27, 29, 30; the words of BIS 3 and cXML for them are told as these. */
  readonly code: string;
  readonly sha256: string;
  /** Times that it came whole. */
  times: number;
  /** Times that it was answered with 2xx. */
  accepted: number;
  /** Did another body come under the same id? */
  changed: boolean;
}
