import { mayAct } from '../../../accounts/roles.ts';
import { decideCatalogue } from '../../../api/catalogues.ts';
import { catalogueAnswers, type CatalogueAnswer } from '../../../documents/catalogueAnswers.ts';
import { numberOf, type CatalogueExport } from '../../../documents/catalogueExport.entity.ts';
import { differences, leftOutItems, readExport } from '../../../documents/catalogueExports.ts';
import { refusalSentence } from '../../../documents/catalogueRefusals.ts';
import { partsOf } from '../../../documents/catalogueParts.ts';
import { partNumber } from '../../../documents/catalogueText.ts';
import { actorName, timelineSentence } from '../../../documents/sentences.ts';
import { findOutbound } from '../../../documents/outbound.ts';
import type { Language } from '../../../documents/words.ts';
import { errorAddress } from '../../../errorCatalogue/address.ts';
import type { Partner } from '../../../partners/partner.entity.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { decodeCursor, encodeCursor } from '../../../api/schemas/common.ts';
import { goTo, page, type AdminAnswer } from '../answer.ts';
import { fact, instantFact } from '../documents/fact.ts';
import { outboundMark } from '../documents/marks.ts';
import { documentStyles } from '../documents/styles.ts';
import type { Fact } from '../documents/views.ts';
import { PAGE, pagesOf } from '../lists/list.ts';
import { adminForm, adminPage } from '../page.ts';
import { idParam } from '../params.ts';
import { partnerInHand, subjectOf } from '../partners/inHand.ts';
import type { AdminVisit } from '../visit.ts';
import { changesTable, leftOutTable } from './items.ts';
import { exportMarks, isUnderWay, modeKeys, nameOf } from './marks.ts';
import type { OneCatalogueView } from './views.ts';

const PATH = '/partners/:id/catalogues/:export';

/** One catalogue: how it stands, what has changed, what is left out, and the decision where it waits for one. */
export const cataloguePage = adminPage({ path: PATH, role: 'reader', show });

export const decide = adminForm({
  path: `${PATH}/decision`,
  role: 'operator',
  async act(visit) {
    const { deps, em, account, form, tongue } = visit;
    const partner = await partnerInHand(visit);
    const run = await readExport(em, idParam(visit, 'export'), partner.id);
    const path = `/partners/${partner.id}/catalogues/${run.id}`;
    const send = form.get('send');
    if (send !== 'yes' && send !== 'no') throw new RoundtripError('RequestInvalid', 'There is no such decision.');
    try {
      const asked = { deps, em, subject: subjectOf(partner) };
      await decideCatalogue(asked, run, { send: send === 'yes', by: account.name });
    } catch (error) {
      if (!(error instanceof RoundtripError) || error.type !== 'Conflict') throw error;
      return goTo(path, { tone: 'warn', text: tongue.t.cataloguesDecidedAlready });
    }
    const text = send === 'yes' ? tongue.t.cataloguesNowSent : tongue.t.cataloguesNowDiscarded;
    return goTo(path, { tone: 'good', text });
  },
});

async function show(visit: AdminVisit): Promise<AdminAnswer> {
  const { em, root, account, tongue, query } = visit;
  const partner = await partnerInHand(visit);
  const run = await readExport(em, idParam(visit, 'export'), partner.id);
  const number = numberOf(run);
  const path = `/partners/${partner.id}/catalogues/${run.id}`;
  const address = `${root}/admin${path}`;
  const shown = query.get('show') === 'left-out' ? 'left-out' : 'changes';
  const documents = await documentsOf(visit, run);
  const mayDecide = run.state === 'waiting' && mayAct(account.role, 'operator');
  const view: OneCatalogueView = {
    ...{ partner: { id: partner.id, name: partner.name }, number, state: exportMarks[run.state] },
    said: saidOf(visit, run),
    facts: factsOf(visit, partner, run),
    live:
      isUnderWay(run.state) || isLeaving(documents) ? `${address}${shown === 'left-out' ? '?show=left-out' : ''}` : '',
    progress: progressOf(run),
    broken: brokenOf(visit, run),
    decision: mayDecide ? `${address}/decision` : '',
    documents,
    tabs: tabsOf(visit, address, shown, run),
    ...(await itemsOf(visit, path, shown, run)),
  };
  const title = `${number} – ${tongue.t.cataloguesTitle} – ${partner.name}`;
  return page('admin/catalogues/one', view, {
    title,
    styles: ['admin-partners.css', 'admin-mapping.css', ...documentStyles],
  });
}

/** What has happened, or what happens next. */
function saidOf({ tongue }: AdminVisit, run: CatalogueExport): string {
  const { t, language } = tongue;
  const { added, changed, removed, leftOut } = run;
  if (run.refusal != null && run.refusal.code !== 'rules') return refusalSentence(run.refusal, language);
  const sentences = {
    collecting: t.cataloguesCollectingSaid,
    waiting: t.cataloguesWaitingSaid({ added, changed, removed, leftOut, isFirst: run.previous == null }),
    writing: t.cataloguesWritingSaid,
    checking: t.cataloguesCheckingSaid,
    done: t.cataloguesDoneSaid,
    unchanged: t.cataloguesUnchangedSaid,
    refused: t.cataloguesBrokenSaid,
    discarded: t.cataloguesDiscardedSaid({ by: run.decidedBy ?? '' }),
  } as const;
  return sentences[run.state];
}

function factsOf({ root, tongue }: AdminVisit, partner: Partner, run: CatalogueExport): Fact[] {
  const { t, w, language } = tongue;
  const count = (value: number): string => w.quantity(String(value));
  const agreement = `${root}/admin/partners/${partner.id}/agreements/${run.mode}/${run.agreementVersion}`;
  return [
    fact(t.cataloguesFormat, nameOf(run.format, language)),
    fact(t.cataloguesContent, run.changesOnly ? t.cataloguesChangesOnly : t.cataloguesFull),
    fact(t.cataloguesDay, w.day(run.day)),
    fact(t.cataloguesItems, count(run.items)),
    fact(t.cataloguesLeftOut, count(run.leftOut)),
    fact(t.documentsMode, t[modeKeys[run.mode]]),
    fact(t.documentsAgreement, String(run.agreementVersion), agreement),
    fact(t.cataloguesBy, actorName(run.createdBy, language)),
    ...instantFact(t.cataloguesWhen, run.createdAt),
    ...(run.decidedBy == null ? [] : [fact(t.cataloguesDecidedBy, run.decidedBy)]),
    ...instantFact(t.cataloguesFinished, run.finishedAt),
    ...instantFact(run.answerRemindedAt == null ? t.cataloguesAnswerDue : t.cataloguesAnswerLate, run.answerDue),
  ];
}

function progressOf({ state, items, written, changesOnly, added, changed, removed }: CatalogueExport) {
  if (state === 'collecting') return { done: items, total: 0 };
  const total = changesOnly ? added + changed + removed : items;
  return state === 'writing' || state === 'checking' ? { done: written, total } : undefined;
}

function brokenOf({ root }: AdminVisit, { refusal }: CatalogueExport): OneCatalogueView['broken'] {
  if (refusal?.code !== 'rules') return [];
  return refusal.broken.map(({ id, path, text }) => ({ rule: id, href: errorAddress(root, id), path, text }));
}

async function documentsOf(
  { em, root, tongue }: AdminVisit,
  run: CatalogueExport,
): Promise<OneCatalogueView['documents']> {
  const parts = run.state === 'done' ? await partsOf(em, run.id) : [];
  const documents = await Promise.all(parts.map(({ outboundDocumentId }) => findOutbound(em, outboundDocumentId)));
  const answers = await catalogueAnswers(
    em,
    parts.map(({ outboundDocumentId }) => outboundDocumentId),
  );
  return documents.map((document, i) => {
    const number = partNumber(run, { part: i + 1, parts: parts.length });
    if (!document) return { number, href: '', fileHref: '', state: undefined, answer: '' };
    const { id, state, heldAt, attempts } = document;
    const href = `${root}/admin/documents/out/${id}`;
    const mark = outboundMark(state, { isHeld: heldAt != null, attempts });
    return {
      href,
      number,
      fileHref: `${href}/file`,
      state: mark,
      answer: answerText(answers.get(id), tongue.language),
    };
  });
}

/** Is one of them still to be sent, and nothing against it? */
function isLeaving(documents: OneCatalogueView['documents']): boolean {
  return documents.some(({ state }) => state?.key === 'documentsReady' || state?.key === 'documentsFailing');
}

function answerText(answer: CatalogueAnswer | undefined, language: Language): string {
  return answer ? timelineSentence({ code: 'status.received', facts: answer, actor: 'partner' }, language) : '';
}

function tabsOf({ tongue }: AdminVisit, address: string, shown: string, run: CatalogueExport) {
  const { t } = tongue;
  return [
    {
      href: address,
      text: t.cataloguesChangesTab({ count: run.added + run.changed + run.removed }),
      here: shown === 'changes',
    },
    {
      href: `${address}?show=left-out`,
      text: t.cataloguesLeftOutTab({ count: run.leftOut }),
      here: shown === 'left-out',
    },
  ];
}

/** The items of the tab, a page of them. */
async function itemsOf(visit: AdminVisit, path: string, shown: 'changes' | 'left-out', run: CatalogueExport) {
  const { em, query, tongue } = visit;
  const after = decodeCursor(query.get('after') ?? undefined);
  const asked = { after, limit: PAGE + 1 };
  const isChanges = shown === 'changes';
  // What is not read yet is not removed.
  const changes = isChanges && run.state !== 'collecting' ? await differences(em, run, asked) : [];
  const leftOut = isChanges ? [] : await leftOutItems(em, run.id, asked);
  const last = [changes[PAGE - 1], leftOut[PAGE - 1]].find(Boolean);
  const isMore = Math.max(changes.length, leftOut.length) > PAGE;
  return {
    items: isChanges
      ? await changesTable(visit, run, changes.slice(0, PAGE))
      : leftOutTable(visit, leftOut.slice(0, PAGE)),
    empty: emptyText(tongue.t, run, shown),
    ...pagesOf(visit, path, isChanges ? {} : { show: shown }, isMore ? encodeCursor(last!.articleNumber) : undefined),
  };
}

function emptyText(t: AdminVisit['tongue']['t'], run: CatalogueExport, shown: 'changes' | 'left-out'): string {
  if (run.state === 'collecting') return t.cataloguesNothingYet;
  const count = shown === 'changes' ? run.added + run.changed + run.removed : run.leftOut;
  if (count > 0) return t.cataloguesForgotten;
  return shown === 'changes' ? t.cataloguesNoChanges : t.cataloguesNoneLeftOut;
}
