import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { exportStart, findUnstartedExports, markExportStarted } from '../documents/catalogueExports.ts';
import { findDueParts, storePart, type DuePart } from '../documents/catalogueDelivery.ts';
import { remindOfCatalogues } from '../documents/catalogueAnswersDue.ts';
import { takeTurns } from '../documents/catalogueSchedule.ts';
import { balanceBooks } from '../documents/books.ts';
import { findUnsignalled, markSignalled } from '../documents/decisions.ts';
import { findLate } from '../documents/inbound.ts';
import { remindOfAnswers } from '../documents/answersDue.ts';
import { findDueMessages } from '../documents/orderMessages.ts';
import { remindOfBuyers } from '../documents/buyersDue.ts';
import { findReleased, markReleased, type HeldDocument } from '../documents/deliveryPauses.ts';
import { findOverdue, type OverdueDocument } from '../documents/outbound.ts';
import { findReadyChanges } from '../documents/waitingChanges.ts';
import { purgeQuarantine } from '../documents/quarantine.ts';
import { purgeOld, type Retention } from '../documents/retention.ts';
import { purgeRefusedRequests } from '../documents/refusedRequests.ts';
import { tellWeeklyDeviations } from '../documents/weeklyDeviations.ts';
import { tellDailyFigures } from '../statistics/daily.ts';
import { refreshFigures } from '../statistics/refresh.ts';
import { findAgreement } from '../partners/partners.ts';
import type { Logger } from '../platform/logging.ts';
import type { Metrics } from '../platform/metrics.ts';
import { endExpiredSimulations, purgeSimulations } from '../simulator/simulations.ts';
import { tellDecision } from '../platform/tellDecision.ts';
import { tellOrderMessage } from '../platform/tellOrderMessages.ts';
import type { Engine } from '../platform/temporal.ts';
import { report } from '../platform/workerReports.ts';
import { endWhenDue } from '../sessions/lifeCycle.ts';
import { findOverdueSessions, findUnstartedSessions, markSessionStarted, purgePeople } from '../sessions/unattended.ts';
import { Loop } from './loop.ts';
import { begin } from './startQueue.ts';
import { drainRetryRuns } from './drainRetryRuns.ts';
import { sweepShop } from './sweepShop.ts';
import { resumeNotices, sweepNotices, tellOfBooks } from './sweepNotices.ts';

/** What was stored so recently is being told by whoever stored it. */
const GRACE = 5_000;
/** A session that is so late has lost its workflow: it is ended without. */
const SESSION_LOST = 600_000;
/** A delivery or a document that is this late may have lost its workflow. */
const LOST = 3_600_000;
const HOUR = 3_600_000;
/** Milliseconds between two looks at what has to be counted anew. */
const FIGURES_EVERY = 30_000;
/** Milliseconds between two looks at the schedules of catalogues. */
const TURNS_EVERY = 30_000;
/** Milliseconds of a sweep that figures get, where much is behind: other work waits for it. */
const FIGURES_TIME = 2_000;
/** What was held while deliveries were paused does not come upon the receiver all at once. */
const RELEASED_AT_ONCE = 100;
/** Calls to Temporal at the same time. */
const AT_ONCE = 8;

export interface SweeperDeps {
  readonly orm: MikroORM;
  readonly engine: Engine;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Is there a mail server? */
  readonly mail: boolean;
  /** Milliseconds between two sweeps. */
  readonly interval: number;
  /** Milliseconds for which texts of documents, people and messages are kept; 0 for ever. */
  readonly retention: Retention & { readonly people: number };
}

/**
 * Makes up for what was stored while Temporal was away: starts the workflows of sessions without one, tells of decisions that nobody told,
 * and ends sessions that nobody ended. Everything may be done twice without harm, so every worker sweeps.
 */
export class Sweeper extends Loop {
  readonly #deps: SweeperDeps;
  #nextHour = 0;
  #nextFigures = 0;
  #nextTurns = 0;

  constructor(deps: SweeperDeps) {
    super({ log: deps.log, pause: deps.interval, broken: 'The sweep was broken off; the next one takes it up' });
    this.#deps = deps;
  }

  protected override async round(): Promise<undefined> {
    await this.#reportedSweep();
    if (Date.now() >= this.#nextFigures) await this.#countFigures();
    if (Date.now() >= this.#nextHour) await this.#hourly();
    await sweepNotices(this.#deps, this.#deps.mail);
    await sweepShop(this.#deps);
  }

  async #reportedSweep(): Promise<void> {
    const begin = performance.now();
    await this.sweep();
    this.#deps.metrics.lastSweep.setToCurrentTime();
    await report(this.#deps.orm.em.fork(), 'sweep', { milliseconds: Math.round(performance.now() - begin) });
  }

  /** Figures for pages, metrics and the daily mail. What is far behind is made up for over several sweeps. */
  async #countFigures(): Promise<void> {
    const em = this.#deps.orm.em.fork();
    const end = Date.now() + FIGURES_TIME;
    let upToDate = false;
    while (!upToDate && Date.now() < end) upToDate = await refreshFigures(em, new Date());
    if (upToDate) this.#nextFigures = Date.now() + FIGURES_EVERY;
  }

  /** One sweep over decisions, messages and sessions. */
  async sweep(): Promise<void> {
    const { orm, engine } = this.#deps;
    const em = orm.em.fork();
    const before = new Date(Date.now() - GRACE);
    await eachOf(await findUnsignalled(em, before), async (decision) => {
      await tellDecision(em.fork(), engine, decision);
      await markSignalled(em.fork(), decision.id);
    });
    await eachOf(await findDueMessages(em, { before }), (message) => tellOrderMessage(em.fork(), engine, message));
    await remindOfAnswers(em, this.#deps.log);
    await eachOf(await findReadyChanges(em), (change) => engine.tellOrderMoved(change));
    await remindOfBuyers(em, this.#deps.log);
    await remindOfCatalogues(em, this.#deps.log, new Date());
    await eachOf(await findUnstartedSessions(em, before), async (session) => {
      await engine.startPunchOutSession(session);
      await markSessionStarted(em.fork(), session.row.id);
    });
    if (Date.now() >= this.#nextTurns) await this.#takeTurns(em.fork());
    await eachOf(await findUnstartedExports(em, before), async (run) => {
      await engine.startExport(await exportStart(em.fork(), run));
      await markExportStarted(em.fork(), run.id);
    });
    await eachOf(await findDueParts(em), (part) => this.#deliverPart(em.fork(), part));
    await eachOf(await findReleased(em, RELEASED_AT_ONCE), (held) => this.#release(em.fork(), held));
    await drainRetryRuns(this.#deps, new Date());
    await endExpiredSimulations(em, new Date());
    const lost = await findOverdueSessions(em, new Date(Date.now() - SESSION_LOST));
    await eachOf(lost, async (id) => void (await endWhenDue(em.fork(), id, new Date())));
  }

  /** The next document of a catalogue that is split. */
  async #deliverPart(em: EntityManager, part: DuePart): Promise<void> {
    const stored = await storePart(em, part);
    if (stored) await this.#deliver(em, stored);
  }

  async #deliver(
    em: EntityManager,
    { id: outboundDocumentId, format, partnerId, mode }: OverdueDocument,
  ): Promise<void> {
    const { settings: agreement } = await findAgreement(em, partnerId, mode);
    await this.#deps.engine.startDelivery({ outboundDocumentId, partnerId, format, agreement });
  }

  /** Catalogues that go out by themselves. */
  async #takeTurns(em: EntityManager): Promise<void> {
    const taken = await takeTurns(em, new Date());
    if (taken > 0) this.#deps.log.info({ event: 'catalogues.due', taken }, 'The turn of catalogues has come');
    this.#nextTurns = Date.now() + TURNS_EVERY;
  }

  /** What may have been lost with Temporal's own data, the books, and what is too old to keep. */
  async #hourly(): Promise<void> {
    const em = this.#deps.orm.em.fork();
    const before = new Date(Date.now() - LOST);
    await eachOf(await findLate(em, before), (document) => begin(em.fork(), this.#deps.engine, document));
    await eachOf(await findOverdue(em, before), (document) => this.#deliver(em.fork(), document));
    await resumeNotices(this.#deps, before);
    await this.#checkBooks(em.fork());
    await purgeRefusedRequests(em.fork());
    await purgeQuarantine(em.fork());
    await purgeSimulations(em.fork(), new Date());
    await this.#purge(em);
    await this.#tellDeviations(em.fork());
    await tellDailyFigures(em.fork(), new Date());
    this.#nextHour = Date.now() + HOUR;
  }

  /** Goes on with a delivery that waited for the partner to be opened. */
  async #release(em: EntityManager, held: HeldDocument): Promise<void> {
    const { id: outboundDocumentId, format, partnerId, mode } = held;
    const { settings: agreement } = await findAgreement(em, partnerId, mode);
    await this.#deps.engine.retryDelivery({ outboundDocumentId, partnerId, format, agreement });
    await markReleased(em, held);
  }

  async #tellDeviations(em: EntityManager): Promise<void> {
    for (const { facts } of await tellWeeklyDeviations(em, new Date())) {
      this.#deps.log.info({ event: 'deviations.weekly', ...facts }, 'Price deviations came more than once last week');
    }
  }

  /** Removes what was kept for long enough. */
  async #purge(em: EntityManager): Promise<void> {
    const { people, ...retention } = this.#deps.retention;
    const purged = await purgeOld(em.fork(), retention, new Date());
    const visitors = await purgePeople(em.fork(), people, new Date());
    const sum = Object.values(purged).reduce((total, count) => total + count, visitors);
    if (sum > 0)
      this.#deps.log.info({ event: 'purged', ...purged, visitors }, 'What was kept for long enough was removed');
  }

  async #checkBooks(em: EntityManager): Promise<void> {
    const { log, metrics } = this.#deps;
    const { balanced, problems, ...parts } = await balanceBooks(em);
    for (const [part, count] of Object.entries(parts)) metrics.books.set({ part }, count);
    metrics.booksBalanced.set(balanced ? 1 : 0);
    await report(em, 'books', { balanced, problems: problems.length });
    if (!balanced) await tellOfBooks(em, problems.length);
    if (!balanced) log.error({ alert: 'books', ...parts, problems }, 'The books do not balance');
  }
}

/** A few at a time; the first failure ends it, since Temporal or the database is away then. */
async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += AT_ONCE) {
    await Promise.all(items.slice(start, start + AT_ONCE).map(work));
  }
}
