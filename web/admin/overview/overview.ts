import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { readAttention } from '../../../documents/attention.ts';
import { deliveryQueues, lastFaults } from '../../../documents/deliveryQueues.ts';
import { lastReport } from '../../../platform/workerReports.ts';
import { page, type AdminAnswer } from '../answer.ts';
import { adminPage } from '../page.ts';
import type { AdminVisit } from '../visit.ts';
import { chartViews } from './chartPages.ts';
import { figureFilter } from './filter.ts';
import { healthOf } from './health.ts';
import { needsOf } from './needs.ts';
import { chartQuestion } from './period.ts';
import { figureStyles } from './styles.ts';
import type { FirstStepsView, NowView } from './views.ts';

/** What needs somebody, how every part is, and how it went. */
export const overviewPage = adminPage({ path: '/', role: 'reader', show: showOverview });

/** The first two alone: the page asks for them again by itself. */
export const nowPage = adminPage({
  path: '/overview/now',
  role: 'reader',
  show: async (visit) => page('admin/overview/now', await nowView(visit), { title: visit.tongue.t.overviewNeeds }),
});

async function showOverview(visit: AdminVisit): Promise<AdminAnswer> {
  const { em, root, tongue } = visit;
  const question = await chartQuestion(visit);
  const [now, charts] = await Promise.all([nowView(visit), chartViews(visit, question)]);
  const view = {
    ...{ now, charts },
    first: (await isEmpty(em)) ? firstSteps(visit) : undefined,
    filter: await figureFilter(visit, question, `${root}/admin/`),
  };
  return page('admin/overview/overview', view, { title: tongue.t.adminOverview, styles: figureStyles });
}

async function nowView(visit: AdminVisit): Promise<NowView> {
  const { root, now } = visit;
  const base = `${root}/admin`;
  // What does not answer takes its time to be found out.
  const [parts, needs] = await Promise.all([healthOf(visit), currentNeeds(visit, base)]);
  return { needs, parts, at: now.toISOString(), href: `${base}/overview/now` };
}

async function currentNeeds({ em, now, tongue }: AdminVisit, base: string): Promise<NowView['needs']> {
  const queues = await deliveryQueues(em);
  const failing = queues.flatMap(({ failingId }) => (failingId === null ? [] : [failingId]));
  const [faults, attention] = [await lastFaults(em, failing), await readAttention(em, now)];
  return needsOf({ attention, queues, faults, books: await lastReport(em, 'books'), base }, tongue);
}

async function isEmpty(em: EntityManager): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from inbound_document) or exists (select from punch_out_session) as any`.execute(
    em.getKysely(),
  );
  return !rows[0]!.any;
}

/** Where the demo's partners are set up, an order to send; and the ways to the first order of one's own. */
function firstSteps({ deps, root }: AdminVisit): FirstStepsView {
  const base = `${root}/admin`;
  const isDemo = deps.config.environmentName === 'demo';
  const address = `${deps.config.publicUrl}/punchin/lindstroms`;
  return {
    command: isDemo
      ? `. .data/demo-keys.txt; curl -u "$LINDSTROMS" -H 'Content-Type: application/xml' --data-binary @docs/examples/order-4711.xml ${address}`
      : '',
    partners: `${base}/partners`,
    shop: `${base}/shop`,
  };
}
