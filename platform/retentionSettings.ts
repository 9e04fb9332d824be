import { duration, durationExpected } from './configValues.ts';

/** How long what was received, sent and told is kept (documents/retention.ts): part of the settings of configSettings.ts. */
export const retentionSettings = {
  retainReceived: {
    variable: 'RETAIN_RECEIVED',
    schema: duration,
    default: '2922d',
    expected: durationExpected,
    text: 'So long the text of received documents is kept after it came; 0d: for ever. Eight years cover the seven of Swedish bookkeeping. Keys and hashes stay: a repeat is recognised for ever.',
  },
  retainSent: {
    variable: 'RETAIN_SENT',
    schema: duration,
    default: '2922d',
    expected: durationExpected,
    text: 'The same for what was sent.',
  },
  retainVisits: {
    variable: 'RETAIN_VISITS',
    schema: duration,
    default: '1096d',
    expected: durationExpected,
    text: 'The same for carts and calls of punch-out visits.',
  },
  retainTests: {
    variable: 'RETAIN_TESTS',
    schema: duration,
    default: '90d',
    expected: durationExpected,
    text: 'The same for everything of test agreements.',
  },
  retainPeople: {
    variable: 'RETAIN_PEOPLE',
    schema: duration,
    default: '90d',
    expected: durationExpected,
    text: 'So long after the end of a punch-out visit it is known who shopped; 0d: for ever.',
  },
  retainOrderPeople: {
    variable: 'RETAIN_ORDER_PEOPLE',
    schema: duration,
    default: '2922d',
    expected: durationExpected,
    text: "So long after an order came it is known who is behind it at the buyer's: contacts, who ordered, references, goods marks; 0d: for ever. Texts of documents have a time of their own.",
  },
  retainNotices: {
    variable: 'RETAIN_NOTICES',
    schema: duration,
    default: '365d',
    expected: durationExpected,
    text: 'So long mails and webhook messages are kept after they were made; 0d: for ever.',
  },
} as const;
