import type { NoticeWords } from './words.ts';

/** English. */
export const english: NoticeWords = {
  titles: {
    'order.placed': 'new order',
    'order.held': 'waits for a decision',
    'order.reminder': 'still waits for a decision',
    'order.deadlinePassed': 'the deadline has passed',
    'order.status': 'new status',
    'order.deviationAccepted': 'a deviation was accepted',
    'order.lineAtOurPrice': 'a line was accepted at our price',
    'order.lineRejected': 'a line was rejected',
    'order.confirmed': 'confirmed',
    'order.delivered': 'goods have left',
    'change.applied': 'a change was carried out',
    'change.refused': 'a change was refused',
    'buyer.asked': 'waits for the buyer',
    'buyer.overdue': 'the buyer has not answered',
    'buyer.agreed': 'the buyer agrees',
    'status.received': 'the receiver tells how a document stands',
    'decision.refused': 'a decision could not be carried out',
    'answer.written': 'answered',
    'answer.overdue': 'the answer is overdue',
    'message.faulty': 'a message could not be written',
    'delivery.refused': 'the receiver refused a document',
    'delivery.gaveUp': 'a document could not be delivered',
    'delivery.cancelled': 'a delivery was cancelled',
    'document.refused': 'a document was refused',
    'quarantine.kept': 'a document is in quarantine',
    'deviations.weekly': 'price deviations came again',
    'books.unbalanced': 'the books do not balance',
  },
  subject: {
    one: (about, title) => `${about}: ${title}`,
    several: (shop, events) => `${shop}: ${events} events`,
    test: (shop) => `${shop}: test message`,
    confirmation: (number, code) =>
      ({
        '27': `Order ${number} was rejected`,
        '29': `Order ${number} is confirmed`,
        '30': `Order ${number} is confirmed with changes`,
      })[code],
    delivery: (number) => `Order ${number}: goods are on their way`,
  },
  order: ({ number, external, partner }) => `Order ${number} (${external}, ${partner})`,
  document: (reference, partner) => `Document ${reference} (${partner})`,
  installation: 'Roundtrip',
  opening: {
    events: (count) => (count === 1 ? 'This has happened:' : `${count} things have happened:`),
    test: 'This is a test message: messages to this address arrive.',
  },
  more: (count) => `and ${count} more`,
  customer: {
    order: ({ number, external }) => `Your order ${external} (our number ${number})`,
    placed: 'We have received the order.',
    status: (status) => `The order is now: ${status}.`,
    delivered: (complete) => (complete ? 'Everything has left our warehouse.' : 'A part has left our warehouse.'),
  },
  confirmation: {
    '27': (external, number) => `We cannot accept your order ${external} (our number ${number}).`,
    '29': (external, number) => `We accept your order ${external} as ordered. Our order number is ${number}.`,
    '30': (external, number) =>
      `We accept your order ${external} with the changes below. Our order number is ${number}.`,
  },
  delivery: (external, number, complete) =>
    complete
      ? `Your order ${external} (our number ${number}) has left us.`
      : `A part of your order ${external} (our number ${number}) has left us.`,
  carrier: (name) => `Carrier: ${name}`,
  tracking: (id) => `Tracking number: ${id}`,
  despatched: (day) => `Sent on ${day}`,
  columns: {
    line: 'Line',
    item: 'Article',
    quantity: 'Quantity',
    price: 'Price',
    delivery: 'Delivery',
    answer: 'Answer',
  },
  outstanding: 'Still to come',
  lineAnswers: {
    '27': 'rejected',
    '29': 'accepted',
    '30': 'changed',
    added: 'added',
    backordered: 'comes later',
    delivered: 'delivered',
  },
  instead: (item) => `${item} instead`,
  period: (from, to) =>
    from === undefined ? `by ${to ?? ''}` : to === undefined ? `from ${from}` : from === to ? from : `${from} – ${to}`,
  statuses: {
    New: 'new',
    Waiting: 'being looked at',
    Confirmed: 'confirmed',
    Processing: 'being processed',
    Shipped: 'sent',
    Completed: 'completed',
    Rejected: 'rejected',
    Cancelled: 'cancelled',
    Tested: 'tested',
    Applied: 'applied',
  },
  closing: {
    administrator: 'You get this message by a subscription in Roundtrip.',
    customer: 'This message was sent automatically.',
  },
};
