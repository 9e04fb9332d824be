import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds. Fine around the budget of a receipt (tens of milliseconds), coarse above. */
const SECONDS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30];

/** Seconds of a buyer's visit: half a minute to eight hours. */
const VISIT_SECONDS = [30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200, 14_400, 28_800];

/** What operations watch of one process. Names begin with `roundtrip_`; see docs/rest.md for each. */
export interface Metrics {
  readonly registry: Registry;
  /** Answered HTTP requests by route pattern (never by raw path: that would be unbounded), method and status. */
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  /** From the first byte of a document to its receipt, by outcome: `received`, `duplicate` or the error type. */
  readonly receipts: Histogram<'outcome'>;
  /** Attempts to deliver by outcome: `delivered`, `retry`, `refused`. */
  readonly deliveryAttempts: Counter<'outcome'>;
  /** From login to the first cart, to leaving or to expiry, by protocol and outcome: `returned`, `cancelled`, `expired`. */
  readonly sessions: Histogram<'protocol' | 'outcome'>;
  /** How many documents ended how, as of the last check of the books, by part: `received`, `placed`, ... Set by the worker, hourly. */
  readonly books: Gauge<'part'>;
  /** 1 when the books balanced at the last check, 0 when they did not: alert on 0. */
  readonly booksBalanced: Gauge;
  /** When the last sweep went through, seconds since 1970: alert when it is long ago. Set by the worker. */
  readonly lastSweep: Gauge;
  /** Looks into what documents are fetched from, by `source` (`folder`, `sftp`, `mailbox`) and outcome: `done`, `failed`. Counted by the worker. */
  readonly looks: Counter<'source' | 'outcome'>;
  /** Documents that were fetched, by source and outcome: `taken`, `refused`. */
  readonly fetched: Counter<'source' | 'outcome'>;
  /** Failures that are in no closed list: each is a bug to look at. */
  readonly unexpected: Counter<'where'>;
}

/** A fresh registry with the figures of the Node process. One for each process; tests make their own. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'roundtrip_http_request_seconds',
      help: 'Time to answer an HTTP request',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    }),
    receipts: new Histogram({
      name: 'roundtrip_receipt_seconds',
      help: 'Time from the first byte of a document to its receipt',
      labelNames: ['outcome'],
      buckets: SECONDS,
      registers,
    }),
    deliveryAttempts: new Counter({
      name: 'roundtrip_delivery_attempts_total',
      help: 'Attempts to deliver an outbound document',
      labelNames: ['outcome'],
      registers,
    }),
    sessions: new Histogram({
      name: 'roundtrip_session_seconds',
      help: 'Time from login to the first cart, to leaving or to expiry of a PunchOut session',
      labelNames: ['protocol', 'outcome'],
      buckets: VISIT_SECONDS,
      registers,
    }),
    books: new Gauge({
      name: 'roundtrip_books_documents',
      help: 'Inbound documents by how they ended, as of the last check of the books',
      labelNames: ['part'],
      registers,
    }),
    booksBalanced: new Gauge({
      name: 'roundtrip_books_balanced',
      help: '1 when the books balanced at the last check',
      registers,
    }),
    lastSweep: new Gauge({
      name: 'roundtrip_last_sweep_timestamp_seconds',
      help: 'When the last sweep went through',
      registers,
    }),
    ...fetching(registers),
    unexpected: new Counter({
      name: 'roundtrip_unexpected_errors_total',
      help: 'Failures that are in no closed list',
      labelNames: ['where'],
      registers,
    }),
  };
}

function fetching(registers: Registry[]): Pick<Metrics, 'looks' | 'fetched'> {
  return {
    looks: new Counter({
      name: 'roundtrip_looks_total',
      help: 'Looks into folders, file servers and the mailbox that documents are fetched from',
      labelNames: ['source', 'outcome'],
      registers,
    }),
    fetched: new Counter({
      name: 'roundtrip_fetched_documents_total',
      help: 'Documents fetched from folders, file servers and the mailbox',
      labelNames: ['source', 'outcome'],
      registers,
    }),
  };
}
