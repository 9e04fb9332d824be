/** What a draft would change: stored documents through it, in the background, with a result for each. */
import { recordChange } from '../../../../documents/audit.ts';
import type { DryRun, Rehearsed } from '../../../../documents/dryRun.entity.ts';
import {
  beginDryRun,
  discardDryRun,
  findDryRun,
  outcomeCounts,
  rehearsedDocuments,
  stopDryRun,
  type RehearsedDocument,
} from '../../../../documents/dryRuns.ts';
import { detailSentence, errorSentence, factSentence } from '../../../../documents/sentences.ts';
import { draftProblems } from '../../../../partners/drafts.ts';
import type { Tongue } from '../../../words/words.ts';
import { goTo, page, type AdminAnswer } from '../../answer.ts';
import { adminForm, adminPage } from '../../page.ts';
import type { AdminVisit } from '../../visit.ts';
import { agreementInHand, type AgreementInHand } from '../../partners/agreement/inHand.ts';
import { subjectOf } from '../../partners/inHand.ts';
import type { DryRunView } from '../views.ts';

const PATH = '/partners/:id/agreements/:mode/dry-run';
const DAY = 86_400_000;
const periods = ['1', '7', '30', '90'] as const;
const USUAL_PERIOD = '30';
const PAGE = 50;
/** Reasons that are told of one document. */
const MOST_REASONS = 5;

/** `GET ?show=all&after=` */
export const showDryRun = adminPage({
  path: PATH,
  role: 'reader',
  async show(visit) {
    return dryRunPage(visit, await agreementInHand(visit));
  },
});

export const startDryRun = adminForm({
  path: PATH,
  role: 'operator',
  async act(visit) {
    const { em, account, deps, form, now, tongue } = visit;
    const inHand = await agreementInHand(visit);
    const { partner, mode, settings, draft, inForce, path } = inHand;
    const { t } = tongue;
    if (!draft) return goTo(`${path}/dry-run`, { tone: 'info', text: t.mappingDryNoDraft });
    if (draftProblems(settings, mode).length > 0)
      return goTo(`${path}/dry-run`, { tone: 'bad', text: t.mappingDryProblems });
    const days = periods.find((one) => one === form.get('days')) ?? USUAL_PERIOD;
    const since = new Date(now.getTime() - Number(days) * DAY);
    const id = await beginDryRun(em, {
      partnerId: partner.id,
      mode,
      settings,
      version: inForce?.version,
      since,
      by: account.name,
    });
    try {
      await deps.engine.startDryRun(id);
    } catch (error) {
      await discardDryRun(em, id);
      deps.log.warn({ error, partnerId: partner.id }, 'A dry run could not be started');
      return goTo(`${path}/dry-run`, { tone: 'bad', text: t.mappingDryNoEngine });
    }
    await recordChange(em, {
      actor: account.name,
      action: 'agreement.rehearsed',
      subject: subjectOf(partner),
      after: { mode, days },
    });
    return goTo(`${path}/dry-run`);
  },
});

export const endDryRun = adminForm({
  path: `${PATH}/stop`,
  role: 'operator',
  async act(visit) {
    const { em, tongue } = visit;
    const { partner, mode, path } = await agreementInHand(visit);
    const run = await findDryRun(em, partner.id, mode);
    const isStopped = run !== null && (await stopDryRun(em, run.id));
    return goTo(`${path}/dry-run`, isStopped ? { tone: 'info', text: tongue.t.mappingDryStopped } : undefined);
  },
});

async function dryRunPage(visit: AdminVisit, inHand: AgreementInHand): Promise<AdminAnswer> {
  const { em, account, root, tongue } = visit;
  const { partner, mode, settings, draft, path } = inHand;
  const { t } = tongue;
  const run = await findDryRun(em, partner.id, mode);
  const view: DryRunView = {
    partner,
    base: `${root}/admin${path}`,
    action: `${root}/admin${path}/dry-run`,
    periods: periods.map((days) => ({
      value: days,
      text: t.mappingDryDays({ days: Number(days) }),
      chosen: days === USUAL_PERIOD,
    })),
    hasDraft: draft !== undefined,
    problems: draft ? draftProblems(settings, mode).length : 0,
    mayStart: account.role !== 'reader',
    run: run ? await runView(visit, run, `${root}/admin${path}/dry-run`) : null,
  };
  const title = t.mappingDryTitle({ partner: partner.name, mode });
  return page('admin/mapping/dryRun', view, { title, styles: ['admin-partners.css', 'admin-mapping.css'] });
}

async function runView(visit: AdminVisit, run: DryRun, address: string): Promise<NonNullable<DryRunView['run']>> {
  const { em, query, root, tongue } = visit;
  const { t } = tongue;
  const isAll = query.get('show') === 'all';
  const after = /^[0-9a-f-]{36}$/.exec(query.get('after') ?? '')?.[0];
  const found = await rehearsedDocuments(em, run.id, { changed: isAll ? undefined : true, after, limit: PAGE + 1 });
  const rows = found.slice(0, PAGE);
  const counts = await outcomeCounts(em, run.id);
  const isRunning = !run.finishedAt && !run.stoppedAt;
  return {
    isRunning,
    isStopped: run.stoppedAt != null,
    ...{ done: run.done, total: run.total },
    said: t.mappingDryBegun({ by: run.createdBy, at: run.createdAt.toISOString(), since: run.since.toISOString() }),
    against:
      run.version === null || run.version === undefined
        ? t.mappingDryAgainstOwn
        : t.mappingDryAgainst({ version: run.version }),
    summary: summaryOf(run, t),
    transitions: counts.map(({ before, after: to, count }) =>
      before === to
        ? t.mappingDryOtherReasons({ outcome: outcomeText(before, tongue), count })
        : t.mappingDryTransition({ before: outcomeText(before, tongue), after: outcomeText(to, tongue), count }),
    ),
    isAll,
    all: `${address}?show=all`,
    onlyChanged: address,
    rows: rows.map((row) => rowView(row, root, tongue)),
    next: found.length > PAGE ? `${address}?${isAll ? 'show=all&' : ''}after=${rows.at(-1)!.documentId}` : '',
    address: `${address}${isAll ? '?show=all' : ''}`,
  };
}

function summaryOf({ total, done, changed }: DryRun, t: Tongue['t']): string {
  if (total === 0) return t.mappingDryNoDocuments;
  return changed === 0 ? t.mappingDryAllSame({ count: done }) : t.mappingDryChanged({ changed, same: done - changed });
}

function rowView(row: RehearsedDocument, root: string, tongue: Tongue): NonNullable<DryRunView['run']>['rows'][number] {
  const { documentId, number, receivedAt, changed, before, after } = row;
  return {
    href: `${root}/admin/documents/in/${documentId}`,
    number: number ?? tongue.t.mappingDryNoNumber,
    receivedAt,
    changed,
    before: saidOf(before, tongue),
    after: saidOf(after, tongue),
    because: changed ? becauseOf(before, after, tongue) : [],
  };
}

/** `placed, answered with 29`. */
function saidOf({ outcome, responseCode }: Rehearsed, tongue: Tongue): string {
  const text = outcomeText(outcome, tongue);
  return responseCode === undefined ? text : tongue.t.mappingDryAnswered({ outcome: text, code: responseCode });
}

function outcomeText(outcome: string, { t }: Tongue): string {
  const texts: Readonly<Record<string, string>> = {
    placed: t.mappingDryPlaced,
    held: t.mappingDryHeld,
    refused: t.mappingDryRefused,
    notTaken: t.mappingDryNotTaken,
    change: t.mappingDryChange,
    failed: t.mappingDryFailed,
  };
  return texts[outcome] ?? outcome;
}

/** What the draft finds that the version in force does not, and what it finds no more. */
function becauseOf(before: Rehearsed, after: Rehearsed, tongue: Tongue): string[] {
  const [was, is] = [sentencesOf(before, tongue), sentencesOf(after, tongue)];
  const added = is.filter((sentence) => !was.includes(sentence));
  const gone = was.filter((sentence) => !is.includes(sentence));
  return [...added, ...gone.map((sentence) => tongue.t.mappingDryNoMore({ sentence }))].slice(0, MOST_REASONS);
}

function sentencesOf({ outcome, reasons, error }: Rehearsed, { t, language }: Tongue): string[] {
  const told = reasons.map((reason) => factSentence(reason, language));
  if (!error) return told;
  const found = error.details[0]?.found ?? '';
  if (outcome !== 'notTaken')
    return [
      errorSentence(error.message, language),
      ...error.details.map((detail) => detailSentence(detail, language)),
      ...told,
    ];
  return [error.type === 'SenderMismatch' ? t.mappingDrySender({ found }) : t.mappingDryFormat({ found }), ...told];
}
