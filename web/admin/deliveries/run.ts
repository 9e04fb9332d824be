import { mayAct } from '../../../accounts/roles.ts';
import type { RetryRun } from '../../../documents/retryRun.entity.ts';
import { readRetryRun, retryRunItems, stopRetryRun } from '../../../documents/retryRuns.ts';
import { errorSentence, formatName } from '../../../documents/sentences.ts';
import { findPartner } from '../../../partners/partners.ts';
import { goTo, page, type AdminAnswer } from '../answer.ts';
import { fact, instantFact } from '../documents/fact.ts';
import { outboundMark } from '../documents/marks.ts';
import { afterId, PAGE, pagesOf } from '../lists/list.ts';
import { documentStyles } from '../documents/styles.ts';
import type { Cell, Mark, TableView } from '../lists/views.ts';
import { adminForm, adminPage } from '../page.ts';
import { idParam } from '../params.ts';
import type { AdminVisit } from '../visit.ts';
import type { RunView } from './views.ts';

/** Many that are sent again: how far it is, and what became of each. */
export const runPage = adminPage({ path: '/deliveries/runs/:id', role: 'reader', show });

export const stopRun = adminForm({
  path: '/deliveries/runs/:id/stop',
  role: 'operator',
  act: async (visit) => {
    const { em, account, tongue } = visit;
    const run = await readRetryRun(em, idParam(visit));
    await stopRetryRun(em, run.id, account.name);
    return goTo(`/deliveries/runs/${run.id}`, { tone: 'good', text: tongue.t.deliveriesRunStopped });
  },
});

const marks: Readonly<Record<RetryRun['state'], Mark>> = {
  running: { tone: 'info', key: 'deliveriesRunning' },
  stopped: { tone: 'warn', key: 'deliveriesStopped' },
  done: { tone: 'good', key: 'deliveriesDone' },
};

async function show(visit: AdminVisit): Promise<AdminAnswer> {
  const { em, root, account, tongue } = visit;
  const { t } = tongue;
  const run = await readRetryRun(em, idParam(visit));
  const { id, state, total, asked, leftOut } = run;
  const path = `/deliveries/runs/${id}`;
  const items = await retryRunItems(em, id, { ...afterId(visit), limit: PAGE + 1 });
  const last = items.length > PAGE ? items[PAGE - 1]?.item.document : undefined;
  const view: RunView = {
    ...{ id, total, heading: await headingOf(visit, run), state: marks[state], isRunning: state === 'running' },
    done: asked + leftOut,
    facts: factsOf(visit, run),
    items: {
      caption: t.deliveriesDocuments,
      columns: [{ text: t.documentsNumber }, { text: t.documentsOutcome }, { text: t.deliveriesNow }],
      rows: items.slice(0, PAGE).map(({ item, document }) => {
        const { number, format, attempts, heldAt } = document;
        const mark = outboundMark(document.state, { isHeld: heldAt != null, attempts });
        return [
          {
            text: number,
            small: formatName(format, tongue.language),
            href: `${root}/admin/documents/out/${document.id}`,
          },
          outcomeCell(
            visit,
            item.outcome ?? undefined,
            item.error ? errorSentence(item.error.message, tongue.language) : undefined,
          ),
          { text: t[mark.key], tone: mark.tone },
        ];
      }),
    },
    next: pagesOf(visit, path, {}, last).next,
    stopAction: state === 'running' && mayAct(account.role, 'operator') ? `${root}/admin${path}/stop` : '',
  };
  return page('admin/deliveries/run', view, {
    title: `${view.heading} – ${t.adminDeliveries}`,
    styles: documentStyles,
  });
}

async function headingOf({ em, tongue }: AdminVisit, { partner }: RetryRun): Promise<string> {
  const found = partner == null ? null : await findPartner(em, partner);
  return found ? tongue.t.deliveriesRunOf({ partner: found.name }) : tongue.t.deliveriesRunOfAll;
}

function factsOf({ tongue }: AdminVisit, run: RetryRun) {
  const { t, w } = tongue;
  const { total, asked, leftOut, perMinute, createdBy, createdAt, stoppedBy } = run;
  const number = (value: number): string => w.quantity(String(value));
  return [
    fact(t.deliveriesRunTotal, number(total)),
    fact(t.deliveriesRunAsked, number(asked)),
    fact(t.deliveriesRunLeft, number(leftOut)),
    fact(t.deliveriesRate, t.deliveriesRateText({ count: perMinute })),
    fact(t.deliveriesRunBy, createdBy),
    ...instantFact(t.deliveriesRunSince, createdAt),
    ...(stoppedBy == null ? [] : [fact(t.deliveriesRunStoppedBy, stoppedBy)]),
  ];
}

function outcomeCell({ tongue }: AdminVisit, outcome: 'asked' | 'left' | undefined, error = ''): Cell {
  const { t } = tongue;
  if (outcome === undefined) return { text: t.deliveriesItemWaits, tone: 'info' };
  return outcome === 'asked'
    ? { text: t.deliveriesItemAsked, tone: 'good' }
    : { text: t.deliveriesItemLeft, tone: 'bad', small: error };
}

/** The latest runs. */
export function runsTable({ root, tongue }: AdminVisit, runs: readonly RetryRun[]): TableView {
  const { t, w } = tongue;
  const number = (value: number): string => w.quantity(String(value));
  return {
    caption: t.deliveriesRuns,
    columns: [
      { text: t.deliveriesRunSince },
      { text: t.documentsState },
      { text: t.deliveriesRunDone },
      { text: t.deliveriesRunBy },
    ],
    rows: runs.map(({ id, state, total, asked, leftOut, createdAt, createdBy }) => [
      { text: w.time(createdAt.toISOString()), href: `${root}/admin/deliveries/runs/${id}` },
      { text: t[marks[state].key], tone: marks[state].tone },
      { text: t.deliveriesRunCount({ done: number(asked + leftOut), total: number(total) }) },
      { text: createdBy },
    ]),
  };
}
