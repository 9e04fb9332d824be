import path from 'node:path';
import type { EntityManager } from '@mikro-orm/postgresql';
import { claimLook, endMailboxLook, keepLook } from '../documents/mailbox.ts';
import { isPassing, receiveMail } from '../intake/mail.ts';
import type { StartDeps } from '../intake/start.ts';
import type { DeliveryFault } from '../platform/deliveryFault.ts';
import { RoundtripError } from '../platform/errors.ts';
import { currentMaintenance } from '../platform/maintenance.ts';
import type { Metrics } from '../platform/metrics.ts';
import { isSpoolFull } from './spoolFull.ts';
import { emptyMailbox, MailboxFault, type Handled, type MailboxOptions } from '../transports/mail/mailbox.ts';
import { readMail } from '../transports/mail/read.ts';
import { claimedUntil, LONGEST_ROUND, nextLook, pauseAfter, whileClaimed } from './claim.ts';
import { Loop } from './loop.ts';

/** After so many looks that failed a person is called. */
const PATIENCE = 3;

const source = 'mailbox';

export interface MailboxDeps extends StartDeps {
  readonly metrics: Pick<Metrics, 'looks' | 'fetched'>;
  readonly dataDirectory: string;
  /** Milliseconds between two looks. */
  readonly interval: number;
  readonly mailbox: MailboxOptions;
  /** Name of our own mail server in its Authentication-Results. */
  readonly mailServer: string | undefined;
}

/** Fetches documents from the mailbox of the installation. Each look is claimed by a row, so every worker may try. */
export class Mailbox extends Loop {
  readonly #deps: MailboxDeps;

  constructor(deps: MailboxDeps) {
    const { log, interval } = deps;
    super({
      log,
      pause: Math.min(interval, LONGEST_ROUND),
      broken: 'The mailbox was not looked into; the next look takes it up',
    });
    this.#deps = deps;
  }

  protected override async round(): Promise<undefined> {
    await this.look();
  }

  /** Looks into the mailbox, where its turn has come. */
  async look(): Promise<void> {
    const { orm, interval, log, mailbox } = this.#deps;
    const em = orm.em.fork();
    if (await currentMaintenance(em)) return;
    const now = new Date();
    const failures = await claimLook(em, { now, until: claimedUntil(now) });
    if (failures === undefined) return;
    const noRoom: unknown[] = [];
    try {
      const renew = (until: Date) => keepLook(orm.em.fork(), until);
      const counts = await whileClaimed(renew, () =>
        emptyMailbox(mailbox, (bytes) => this.#handle(bytes, noRoom), this.signal),
      );
      const found = counts.taken + counts.refused > 0;
      if (found) log.info({ event: 'mailbox', ...counts }, 'Fetched from the mailbox');
      if (noRoom.length > 0) return await this.#fail(em, { failures, found, error: noRoom[0] });
      this.#deps.metrics.looks.inc({ source, outcome: 'done' });
      await endMailboxLook(em, { ...nextLook(interval), found });
    } catch (error) {
      await this.#fail(em, { failures, found: false, error });
    }
  }

  async #fail(
    em: EntityManager,
    { failures, found, error }: { readonly failures: number; readonly found: boolean; readonly error: unknown },
  ): Promise<void> {
    const { interval, log, metrics } = this.#deps;
    const fault = faultOf(error);
    metrics.looks.inc({ source, outcome: 'failed' });
    await endMailboxLook(em, { ...nextLook(pauseAfter(failures, interval)), found, fault });
    const alert = failures + 1 >= PATIENCE ? { alert: 'mailbox' } : {};
    log.warn({ ...alert, fault, error }, 'The mailbox could not be looked into');
  }

  /** @param noRoom gets what says that a document found no room on our own disk: its mail stays, and the others are handled */
  async #handle(bytes: Buffer | undefined, noRoom: unknown[]): Promise<Handled> {
    const { log, mailServer, dataDirectory, metrics } = this.#deps;
    if (bytes === undefined) {
      log.warn({}, 'A mail is too large to be read');
      metrics.fetched.inc({ source, outcome: 'refused' });
      return 'refused';
    }
    try {
      const spool = path.join(dataDirectory, 'spool');
      const { parts } = await receiveMail({ ...this.#deps, spool }, await readMail(bytes, mailServer));
      for (const { ignored, failure, receipt } of parts) {
        const outcome = failure === undefined || receipt?.kept ? 'taken' : 'refused';
        if (!ignored) metrics.fetched.inc({ source, outcome });
      }
      return 'taken';
    } catch (error) {
      if (error instanceof RoundtripError && !isPassing(error)) {
        metrics.fetched.inc({ source, outcome: 'refused' });
        return 'refused';
      }
      if (isSpoolFull(error)) noRoom.push(error);
      log.warn({ error }, 'A mail could not be taken; the next look takes it up');
      return 'later';
    }
  }
}

function faultOf(error: unknown): DeliveryFault {
  if (isSpoolFull(error)) return { code: 'SPOOL_FULL' };
  return error instanceof MailboxFault ? error.fault : { code: 'CONNECTION_FAILED', error: 'unexpected' };
}
