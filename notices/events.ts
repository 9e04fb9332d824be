import type { TimelineCode } from '../documents/timeline.ts';

/** What administrators and systems may subscribe to: lines of the timelines, by their codes. */
export const noticeEvents = [
  'order.placed',
  'order.held',
  'order.reminder',
  'order.deadlinePassed',
  'order.status',
  'order.deviationAccepted',
  'order.lineAtOurPrice',
  'order.lineRejected',
  'order.confirmed',
  'order.delivered',
  'order.handedOver',
  'order.handoverEnded',
  'change.applied',
  'change.refused',
  'buyer.asked',
  'buyer.overdue',
  'buyer.agreed',
  'decision.refused',
  'answer.written',
  'answer.overdue',
  'message.faulty',
  'delivery.refused',
  'delivery.gaveUp',
  'delivery.cancelled',
  'delivery.outage',
  'delivery.outageOver',
  'status.received',
  'session.returned',
  'document.refused',
  'quarantine.kept',
  'catalogue.waiting',
  'catalogue.refused',
  'catalogue.unanswered',
  'deviations.weekly',
  'figures.daily',
  'books.unbalanced',
] as const satisfies readonly TimelineCode[];
export type NoticeEventCode = (typeof noticeEvents)[number];

/** What a customer may be told: how its own orders go, and nothing of how the shop works. */
export const customerEvents: readonly NoticeEventCode[] = ['order.placed', 'order.status', 'order.delivered'];
