import { errorSentence } from '../../../documents/sentences.ts';
import { runAgain, type RunAgain } from '../../../api/punchin/runAgain.ts';
import { recordChange } from '../../../documents/audit.ts';
import {
  listQuarantine,
  lockKept,
  readQuarantined,
  restoreDiscarded,
  settleQuarantined,
  type Quarantined,
} from '../../../documents/quarantine.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { goTo, page, type AdminAnswer } from '../answer.ts';
import { documentStyles } from '../documents/styles.ts';
import type { Cell } from '../lists/views.ts';
import { adminForm } from '../page.ts';
import { idParam } from '../params.ts';
import type { AdminVisit } from '../visit.ts';
import { showQuarantined } from './document.ts';

const LONGEST_REASON = 500;
/** Documents that one click runs again. */
const MOST = 100;

/** Takes a document in with the set-up of today, under the partner that a person names where it came through a hub. */
export const runQuarantined = adminForm({
  path: '/quarantine/:id/run-again',
  role: 'operator',
  act: async (visit) => {
    const { deps, em, account, form, tongue } = visit;
    const { t } = tongue;
    const found = await readQuarantined(em, idParam(visit));
    const { id } = found.document;
    const under = found.document.hub == null ? '' : (form.get('partner') ?? '');
    try {
      const done = await runAgain(deps, id, account.name, under === '' ? undefined : under);
      if (done.outcome === 'kept') return goTo(`/quarantine/${id}`, { tone: 'bad', text: stays(visit, done) });
      await recordChange(em, { actor: account.name, action: 'quarantine.runAgain', subject: subjectOf(found) });
      return goTo(`/documents/in/${done.receipt.id}`, { tone: 'good', text: t.documentsRunAgainDone });
    } catch (error) {
      return refused(visit, error, id);
    }
  },
});

/** Puts one aside; it stays visible, and can be taken back. */
export const discardQuarantined = adminForm({
  path: '/quarantine/:id/discard',
  role: 'operator',
  act: async (visit) => {
    const { em, root, account, form, tongue } = visit;
    const { t } = tongue;
    const id = idParam(visit);
    const reason = (form.get('reason') ?? '').trim().slice(0, LONGEST_REASON);
    if (reason === '') return showQuarantined(visit, { reason, reasonError: t.quarantineReasonNeeded });
    try {
      await em.transactional(async (tx) => {
        const kept = await lockKept(tx, id);
        await settleQuarantined(tx, kept, { state: 'discarded', reason }, account.name);
        const change = { actor: account.name, action: 'quarantine.discarded', subject: subjectOf(kept) };
        await recordChange(tx, { ...change, after: { reason } });
      });
    } catch (error) {
      return refused(visit, error, id);
    }
    const undo = { action: `${root}/admin/quarantine/${id}/restore`, fields: [], button: t.undo };
    return goTo(`/quarantine/${id}`, { tone: 'good', text: t.quarantineDiscardedNow, form: undo });
  },
});

export const restoreQuarantined = adminForm({
  path: '/quarantine/:id/restore',
  role: 'operator',
  act: async (visit) => {
    const { em, account, tongue } = visit;
    const id = idParam(visit);
    try {
      await em.transactional(async (tx) => {
        const found = await readQuarantined(tx, id);
        await restoreDiscarded(tx, id, account.name);
        await recordChange(tx, { actor: account.name, action: 'quarantine.restored', subject: subjectOf(found) });
      });
    } catch (error) {
      return refused(visit, error, id);
    }
    return goTo(`/quarantine/${id}`, { tone: 'good', text: tongue.t.quarantineRestoredNow });
  },
});

/** Runs what waits again, the oldest first: one that cannot be taken does not stop the others. */
export const runAllQuarantined = adminForm({ path: '/quarantine/run-again', role: 'operator', act: runAll });

async function runAll(visit: AdminVisit): Promise<AdminAnswer> {
  const { deps, em, root, account, tongue } = visit;
  const { t, language } = tongue;
  const rows: Cell[][] = [];
  for (const found of await listQuarantine(em, { state: ['kept'], oldestFirst: true, limit: MOST })) {
    const { id, number } = found.document;
    const named = { text: number ?? t.documentsWithoutNumber, href: `${root}/admin/quarantine/${id}` };
    try {
      const done = await runAgain(deps, id, account.name);
      if (done.outcome === 'handled') {
        await recordChange(em, { actor: account.name, action: 'quarantine.runAgain', subject: subjectOf(found) });
        rows.push([named, { text: t.quarantineHandled, tone: 'good' }, { text: '' }]);
      } else
        rows.push([
          named,
          { text: t.quarantineStays, tone: 'warn' },
          { text: errorSentence(done.error.message, language) },
        ]);
    } catch (error) {
      // Another person may have been faster.
      if (!(error instanceof RoundtripError) || error.type !== 'Conflict') throw error;
      rows.push([named, { text: t.quarantineStays, tone: 'warn' }, { text: errorSentence(error.message, language) }]);
    }
  }
  const columns = [t.documentsNumber, t.documentsOutcome, t.quarantineWhy].map((text) => ({ text }));
  const view = { results: { caption: t.quarantineResults, columns, rows }, back: `${root}/admin/quarantine` };
  return page('admin/quarantine/results', view, { title: t.quarantineResults, styles: documentStyles });
}

function stays({ tongue }: AdminVisit, { error }: Extract<RunAgain, { outcome: 'kept' }>): string {
  return tongue.t.documentsRunAgainKept({ why: errorSentence(error.message, tongue.language) });
}

function subjectOf({ document }: Quarantined) {
  const { id, number, reference } = document;
  return { kind: 'inboundDocument', id, name: number ?? reference };
}

/** What the domain refuses is told on the document's page. */
function refused({ tongue }: AdminVisit, error: unknown, id: string): AdminAnswer {
  if (error instanceof RoundtripError && error.type === 'Conflict') {
    return goTo(`/quarantine/${id}`, { tone: 'bad', text: errorSentence(error.message, tongue.language) });
  }
  throw error;
}
