import type { MikroORM } from '@mikro-orm/postgresql';
import type { Config } from '../platform/config.ts';
import type { KeyRing } from '../platform/keyRing.ts';
import type { Logger } from '../platform/logging.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Engine } from '../platform/temporal.ts';
import type { HttpSender } from '../transports/http/send.ts';

/** What the API is made of. Composed in server.ts, and by tests. */
export interface ApiDeps {
  /** Every request forks its own entity manager. */
  readonly orm: MikroORM;
  /** Connects lazily: with Temporal away the API starts, receives and answers all the same. */
  readonly engine: Engine;
  readonly keyRing: KeyRing;
  /** Asks the shop behind us while a buyer waits. */
  readonly http: HttpSender;
  readonly config: Config;
  readonly log: Logger;
  readonly metrics: Metrics;
}
