import { mayAct } from '../../../accounts/roles.ts';
import { askForCatalogue } from '../../../api/catalogues.ts';
import { listExports } from '../../../documents/catalogueExports.ts';
import { numberOf, type CatalogueExport } from '../../../documents/catalogueExport.entity.ts';
import { lastTurns, nextDue } from '../../../documents/catalogueSchedule.ts';
import type { CatalogueTurn } from '../../../documents/catalogueSchedule.entity.ts';
import { refusalOf, refusalSentence } from '../../../documents/catalogueRefusals.ts';
import { actorName } from '../../../documents/sentences.ts';
import { catalogueFormats } from '../../../formats/document/catalogue.ts';
import type { CatalogueSettings } from '../../../partners/catalogue.ts';
import { receiverName } from '../../../partners/messageAddress.ts';
import { modes, type Mode, type Partner } from '../../../partners/partner.entity.ts';
import { findAgreement } from '../../../partners/partners.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { goTo, page, type AdminAnswer } from '../answer.ts';
import { documentStyles } from '../documents/styles.ts';
import { afterId, PAGE, pagesOf } from '../lists/list.ts';
import type { Cell, TableView } from '../lists/views.ts';
import { adminForm, adminPage } from '../page.ts';
import { partnerInHand, subjectOf } from '../partners/inHand.ts';
import type { AdminVisit } from '../visit.ts';
import { exportMarks, isUnderWay, modeKeys, nameOf } from './marks.ts';
import type { StartView, WayView } from './views.ts';

const PATH = '/partners/:id/catalogues';
const contents = ['full', 'changes'] as const;

/** The partner's catalogues, newest first, and the form that starts one. */
export const catalogueList = adminPage({
  path: PATH,
  role: 'reader',
  show: async (visit) => showList(visit, await partnerInHand(visit)),
});

export const startCatalogue = adminForm({
  path: PATH,
  role: 'operator',
  async act(visit) {
    const { deps, em, account, form, now, tongue } = visit;
    const partner = await partnerInHand(visit);
    const given = {
      ...{ partnerId: partner.id, by: account.name },
      mode: modes.find((each) => each === form.get('mode')) ?? ('production' as const),
      format: catalogueFormats.find((each) => each === form.get('format')),
      content: contents.find((each) => each === form.get('content')),
    };
    try {
      const run = await askForCatalogue({ deps, em, subject: subjectOf(partner) }, given, now);
      return goTo(`/partners/${partner.id}/catalogues/${run.id}`, { tone: 'good', text: tongue.t.cataloguesBegun });
    } catch (error) {
      if (!(error instanceof RoundtripError) || !['Conflict', 'NotFound'].includes(error.type)) throw error;
      return showList(visit, partner, refusalSentence(refusalOf(error), tongue.language));
    }
  },
});

interface Way {
  readonly mode: Mode;
  readonly settings: CatalogueSettings;
  readonly view: WayView;
}

async function showList(visit: AdminVisit, partner: Partner, error = ''): Promise<AdminAnswer> {
  const { em, account, tongue } = visit;
  const { id, name } = partner;
  const path = `/partners/${id}/catalogues`;
  const runs = await listExports(em, { partnerId: id, ...afterId(visit), limit: PAGE + 1 });
  const shown = runs.slice(0, PAGE);
  const ways = await waysOf(visit, partner);
  const view = {
    partner: { id, name },
    ways: ways.map((way) => way.view),
    start: ways.length > 0 && mayAct(account.role, 'operator') ? startView(visit, path, ways, error) : undefined,
    table: tableOf(visit, path, shown),
    isUnderWay: shown.some(({ state }) => isUnderWay(state)),
    ...pagesOf(visit, path, {}, runs.length > PAGE ? shown.at(-1)?.id : undefined),
  };
  const title = `${tongue.t.cataloguesTitle} – ${name}`;
  const status = error === '' ? 200 : 422;
  return page('admin/catalogues/list', view, { title, status, styles: ['admin-partners.css', ...documentStyles] });
}

/** What each agreement says of catalogues. */
async function waysOf(visit: AdminVisit, { id }: Partner): Promise<Way[]> {
  const { em, root, tongue } = visit;
  const { t } = tongue;
  const turns = await lastTurns(em, id);
  const found: Way[] = [];
  for (const mode of modes) {
    const agreement = await findAgreement(em, id, mode).catch(absent);
    if (!agreement) continue;
    const { catalogue, addresses } = agreement.settings;
    const { catalogue: address } = addresses;
    const text = address
      ? t.cataloguesGoTo({ address: receiverName(address) ?? t.cataloguesAccessPoint })
      : t.cataloguesKept;
    const settingsHref = `${root}/admin/partners/${id}/agreements/${mode}/sections/catalogue`;
    const schedule = scheduleOf(
      visit,
      catalogue.schedule,
      turns.filter((turn) => turn.mode === mode),
    );
    found.push({ mode, settings: catalogue, view: { mode: t[modeKeys[mode]], text, schedule, settingsHref } });
  }
  return found;
}

function scheduleOf(
  { shop, now, tongue }: AdminVisit,
  schedule: CatalogueSettings['schedule'],
  turns: readonly CatalogueTurn[],
): string[] {
  const { t, language } = tongue;
  const next = shop && schedule && nextDue(shop, schedule, now);
  const told = turns.map(({ format, dueAt, refusal }) => {
    const last = { format: nameOf(format, language), at: dueAt.toISOString() };
    return refusal == null
      ? t.cataloguesLastTurn(last)
      : t.cataloguesLastTurnNot({ ...last, why: refusalSentence(refusal, language) });
  });
  return next ? [t.cataloguesNextTurn({ at: next.toISOString() }), ...told] : [];
}

function absent(error: unknown): undefined {
  if (!(error instanceof RoundtripError) || error.type !== 'NotFound') throw error;
}

function startView({ root, form, tongue }: AdminVisit, path: string, ways: readonly Way[], error: string): StartView {
  const { t, language } = tongue;
  const { settings } = ways[0]!;
  const choice = <V extends string>(name: string, values: readonly V[], usual: V, text: (value: V) => string) =>
    values.map((value) => ({ value, text: text(value), chosen: value === (form.get(name) ?? usual) }));
  const modesOffered = ways.map(({ mode }) => mode);
  return {
    action: `${root}/admin${path}`,
    error,
    fields: [
      {
        ...{ name: 'format', label: t.cataloguesFormat },
        choices: choice('format', catalogueFormats, settings.formats[0]!, (format) => nameOf(format, language)),
      },
      {
        ...{ name: 'content', label: t.cataloguesContent },
        choices: choice('content', contents, settings.content, (content) =>
          content === 'full' ? t.cataloguesFull : t.cataloguesChangesOnly,
        ),
      },
      {
        ...{ name: 'mode', label: t.documentsMode },
        choices: choice('mode', modesOffered, modesOffered[0]!, (mode) => t[modeKeys[mode]]),
      },
    ],
  };
}

function tableOf({ root, tongue }: AdminVisit, path: string, runs: readonly CatalogueExport[]): TableView {
  const { t, w, language } = tongue;
  const number = (value: number): Cell => ({ text: w.quantity(String(value)) });
  return {
    caption: t.cataloguesTitle,
    columns: [
      { text: t.documentsNumber },
      { text: t.documentsState },
      { text: t.cataloguesContent },
      { text: t.cataloguesItems, isNumber: true },
      { text: t.cataloguesAdded, isNumber: true },
      { text: t.cataloguesChanged, isNumber: true },
      { text: t.cataloguesRemoved, isNumber: true },
      { text: t.cataloguesLeftOut, isNumber: true },
      { text: t.cataloguesWhen },
      { text: t.cataloguesBy },
    ],
    rows: runs.map((run) => [
      {
        text: numberOf(run),
        href: `${root}/admin${path}/${run.id}`,
        small: nameOf(run.format, language),
        ...(run.mode === 'test' && { label: t.documentsTest }),
      },
      { text: t[exportMarks[run.state].key], tone: exportMarks[run.state].tone },
      { text: run.changesOnly ? t.cataloguesChangesOnly : t.cataloguesFull },
      ...[run.items, run.added, run.changed, run.removed, run.leftOut].map(number),
      { text: '', at: run.createdAt.toISOString() },
      { text: actorName(run.createdBy, language) },
    ]),
  };
}
