import type { OrderOperation } from '../formats/document/order.ts';
import type { OrderStatus } from './orderStatus.ts';

/** Who decides about changes, or cancellations, of orders. */
export const changePolicies = ['automatic', 'person', 'refuse'] as const;
export type ChangePolicy = (typeof changePolicies)[number];

/** The statuses in which an order may still be changed, in their order. */
export const changeableStatuses = ['New', 'Confirmed', 'Processing'] as const;
export type ChangeableStatus = (typeof changeableStatuses)[number];

/** What an agreement says of changes of orders. */
export interface ChangeSettings {
  readonly change: ChangePolicy;
  readonly cancel: ChangePolicy;
  /** The last status in which `automatic` is; from the next one on a person decides. */
  readonly automaticUntil: ChangeableStatus;
}

/**
 * What becomes of a change: carried out, asked about, refused because it comes too late or because the agreement takes none, put off
 * until the order is decided, or there is nothing to do.
 */
export type ChangeVerdict = 'apply' | 'ask' | 'tooLate' | 'notTaken' | 'wait' | 'nothing';

type Entry = ChangeVerdict | 'policy';

/** By the order's status: what becomes of a change, and of a cancellation. `policy`: the agreement says. */
const verdicts: Readonly<Record<OrderStatus, { readonly change: Entry; readonly cancel: Entry }>> = {
  Waiting: { change: 'wait', cancel: 'wait' },
  New: { change: 'policy', cancel: 'policy' },
  Confirmed: { change: 'policy', cancel: 'policy' },
  Processing: { change: 'policy', cancel: 'policy' },
  Shipped: { change: 'tooLate', cancel: 'tooLate' },
  Completed: { change: 'tooLate', cancel: 'tooLate' },
  // The buyer confirms by a cancellation that nothing comes of the order.
  Rejected: { change: 'tooLate', cancel: 'nothing' },
  Cancelled: { change: 'tooLate', cancel: 'nothing' },
  Tested: { change: 'policy', cancel: 'policy' },
  // A change is no order: nothing refers to it.
  Applied: { change: 'tooLate', cancel: 'tooLate' },
};

/** The decision table of changes: order status x operation x agreement. */
export function changeVerdict(
  status: OrderStatus,
  operation: OrderOperation,
  { change, cancel, automaticUntil }: ChangeSettings,
): ChangeVerdict {
  const kind = operation === 'delete' ? 'cancel' : 'change';
  const entry = verdicts[status][kind];
  if (entry !== 'policy') return entry;
  const policy = { change, cancel }[kind];
  if (policy === 'refuse') return 'notTaken';
  const at = changeableStatuses.findIndex((each) => each === status);
  return policy === 'automatic' && at <= changeableStatuses.indexOf(automaticUntil) ? 'apply' : 'ask';
}

/** Where a document stands among the versions of its order. */
export type Turn = 'next' | 'late' | 'early';

/** What is known of an order's versions: numbers as the buyer counts them, and the messages that carried them. */
export interface KnownVersions {
  /** Highest number of a version that was settled; undefined: none has one. */
  readonly latest: number | undefined;
  /** payloadIDs of settled versions, the order's own first. */
  readonly messages: readonly string[];
}

/**
 * Changes in UBL (`change`) build on each other, 1, 2, 3: none is left out. A version in cXML (`update`) is the whole order: a higher one
 * counts, a lower one does not any more; without a number the one that it names as the one before it decides.
 */
export function turnOf(
  document: {
    readonly operation: OrderOperation;
    readonly sequenceNumber?: string;
    readonly previousMessageId?: string;
  },
  { latest, messages }: KnownVersions,
): Turn {
  const sequence = sequenceOf(document.sequenceNumber);
  if (document.operation === 'change') {
    const expected = (latest ?? 0) + 1;
    if (sequence === undefined || sequence === expected) return 'next';
    return sequence > expected ? 'early' : 'late';
  }
  if (sequence !== undefined) return sequence > (latest ?? 0) ? 'next' : 'late';
  const { previousMessageId: previous } = document;
  if (previous === undefined || previous === messages.at(-1)) return 'next';
  return messages.includes(previous) ? 'late' : 'early';
}

/** A whole number from 0 on; undefined for what is none. */
export function sequenceOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
}
