/** How the receiver of order responses behaves. `refuse`: nobody listens. `closeHalfway`: the connection ends within the answer. */
export const failingModes = ['refuse', 'hang', 'error500', 'throttle429', 'closeHalfway', 'closeUnread'] as const;
export type ReceiverMode = 'ok' | (typeof failingModes)[number];

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

/** What the three ways to answer an order call accepted, accepted with changes, rejected. */
const CODES: Readonly<Record<string, string>> = {
  AP: '29',
  CA: '30',
  RE: '27',
  accept: '29',
  except: '30',
  reject: '27',
};

/** The order that a document of UBL or cXML is about, and how it answers it. */
export function answerIn(text: string): Pick<ReceivedMessage, 'order' | 'code' | 'kind'> {
  const order =
    /<(?:\w+:)?OrderReference>\s*<(?:\w+:)?ID>([^<]*)</.exec(text) ?? /<OrderReference orderID="([^"]*)"/.exec(text);
  const code =
    /<(?:\w+:)?OrderResponseCode[^>]*>([^<]*)</.exec(text) ?? /<ConfirmationHeader [^>]*type="(\w+)"/.exec(text);
  const word = code?.[1] ?? '';
  const kind = /<(?:\w+:)?(?:DespatchAdvice|ShipNoticeRequest)[ >]/.test(text) ? 'delivery' : 'answer';
  return { order: order?.[1] ?? '', code: CODES[word] ?? word, kind };
}
