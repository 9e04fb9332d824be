import type { DryRun } from '../documents/dryRun.entity.ts';
import { findDryRunById, finishDryRun, nextDocuments, noteRehearsed } from '../documents/dryRuns.ts';
import { findInbound } from '../documents/inbound.ts';
import { agreementSchema } from '../partners/agreement.ts';
import { findAgreement, type AgreementInForce } from '../partners/partners.ts';
import { RoundtripError } from '../platform/errors.ts';
import { refreshLivePrices } from '../shop/livePrices.ts';
import type { LiveEffect } from '../shop/liveReason.ts';
import { businessDay, shopProfile, type ShopProfile } from '../shop/profile.ts';
import { openLiveShop } from '../transports/shop/open.ts';
import type { ActivityDeps } from './deps.ts';
import { articlesUnwritten, rehearseUnwritten, type GivenDocument } from './rehearse.ts';
import type { Rehearsing } from './steps.ts';

/** Documents that are looked up at a time. */
const PAGE = 50;
/** Milliseconds after which a step ends and another one goes on: a worker that stops waits no longer than that. */
const STEP = 15_000;

/** Milliseconds after which a shop is asked for no further prices of an order. */
const PATIENCE = 30_000;

/** Stored documents through a draft of an agreement. */
export function createDryRunActivities(deps: Pick<ActivityDeps, 'orm' | 'log' | 'keyRing' | 'http' | 'clock'>) {
  const { orm, log, clock } = deps;
  return {
    /** Rehearses documents for a while, one after the other; a run that was stopped or discarded ends. */
    async rehearseDocuments({ dryRunId }: { readonly dryRunId: string }): Promise<Rehearsing> {
      const until = Date.now() + STEP;
      const run = await findDryRunById(orm.em.fork(), dryRunId);
      if (!run || run.stoppedAt || run.finishedAt) return { more: false };
      while (Date.now() < until) {
        const ids = await nextDocuments(orm.em.fork(), run, PAGE);
        if (ids.length === 0) {
          await finishDryRun(orm.em.fork(), dryRunId);
          return { more: false };
        }
        for (const documentId of ids) {
          if (Date.now() >= until) return { more: true };
          const result = await compare(run, documentId);
          if (!(await noteRehearsed(orm.em.fork(), run, { documentId, ...result }))) return { more: false };
          run.done += 1;
          run.reached = documentId;
        }
      }
      return { more: true };
    },
  };

  /** Both by the prices of the day of the receipt, so that only the settings make a difference. */
  async function compare(run: DryRun, documentId: string) {
    const em = orm.em.fork();
    const document = await findInbound(em, documentId);
    const shop = await shopProfile(em);
    if (!document || !shop)
      throw new RoundtripError('StoreUnavailable', 'The shop is not set up, or a document is gone.');
    const { partner: partnerId, mode } = run;
    const before = await findAgreement(em, partnerId, mode, run.version ?? document.agreementVersion);
    const after = { partnerId, mode, version: before.version + 1, settings: agreementSchema.parse(run.settings) };
    const live = await askShop(shop, [
      { document, agreement: before },
      { document, agreement: after },
    ]);
    const by = (agreement: AgreementInForce) => rehearseUnwritten({ orm, log }, shop, { document, agreement, live });
    return { before: await by(before), after: await by(after) };
  }

  /**
   * Of an order of today, the prices of a shop that tells them at the moment, as its workflow asks for them, but as patient as a page is. Of
   * an earlier day counts what was told then.
   * @returns what becomes of prices that are not told; undefined: nobody was to tell any
   */
  async function askShop(shop: ShopProfile, both: readonly GivenDocument[]): Promise<LiveEffect | undefined> {
    const live = await openLiveShop(orm.em.fork(), deps);
    const isToday = both.every(({ document }) => businessDay(shop, document.receivedAt) === businessDay(shop, clock()));
    if (!live || !isToday) return undefined;
    for (const given of both) {
      const articles = await articlesUnwritten(orm, shop, given);
      const asking = articles && { ...articles, now: clock(), patience: PATIENCE };
      if (asking) await refreshLivePrices(orm.em.fork(), live, asking);
    }
    return live.policy;
  }
}
