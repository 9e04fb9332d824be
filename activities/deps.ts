import type { MikroORM } from '@mikro-orm/postgresql';
import type { KeyRing } from '../platform/keyRing.ts';
import type { Logger } from '../platform/logging.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { FilesDeps } from '../transports/files/open.ts';
import type { HttpSender } from '../transports/http/send.ts';
import type { MailSender } from '../transports/mail/send.ts';
import type { OrderReader } from './orderReader.ts';

/** What activities are made of. Every attempt forks its own entity manager. */
export interface ActivityDeps {
  readonly orm: MikroORM;
  readonly reader: OrderReader;
  readonly keyRing: KeyRing;
  readonly http: HttpSender;
  readonly files: Omit<FilesDeps, 'keyRing'>;
  /** Absent: no mail server is configured. */
  readonly mail?: MailSender | undefined;
  /** Absent: the installation has none of its own. */
  readonly accessPoint?: { readonly url: string; readonly authorization?: string } | undefined;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly clock: () => Date;
}
