import type { InboundState } from '../../../documents/inbound.entity.ts';
import type { OutboundState } from '../../../documents/outbound.entity.ts';
import type { Mark } from '../lists/views.ts';

/** Where a document that came in stands. */
export const inboundMarks: Readonly<Record<InboundState, Mark>> = {
  received: { tone: 'info', key: 'documentsReceived' },
  waiting: { tone: 'warn', key: 'documentsWaiting' },
  placed: { tone: 'good', key: 'documentsPlaced' },
  applied: { tone: 'good', key: 'documentsApplied' },
  recorded: { tone: 'good', key: 'documentsRecorded' },
  refused: { tone: 'bad', key: 'documentsRefused' },
  tested: { tone: 'info', key: 'documentsTested' },
  duplicate: { tone: 'info', key: 'documentsDuplicate' },
};

/** Where a document of ours stands. */
export const outboundMarks: Readonly<Record<OutboundState, Mark>> = {
  ready: { tone: 'info', key: 'documentsReady' },
  kept: { tone: 'info', key: 'documentsKept' },
  delivered: { tone: 'good', key: 'documentsDelivered' },
  gaveUp: { tone: 'bad', key: 'documentsGaveUp' },
  refusedByReceiver: { tone: 'bad', key: 'documentsRefusedByReceiver' },
  cancelled: { tone: 'warn', key: 'documentsCancelled' },
};
const held: Mark = { tone: 'warn', key: 'documentsHeld' };
const failing: Mark = { tone: 'warn', key: 'documentsFailing' };

/** One that waits, or was tried in vain, says more than its state. */
export function outboundMark(
  state: OutboundState,
  { isHeld, attempts = 0 }: { isHeld: boolean; attempts?: number },
): Mark {
  if (state !== 'ready') return outboundMarks[state];
  if (isHeld) return held;
  return attempts > 0 ? failing : outboundMarks.ready;
}
