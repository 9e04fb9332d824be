import { beginRun, findRun, isGoingOn, listRuns } from '../../../conformance/runs.ts';
import type { ConformanceRun } from '../../../conformance/run.entity.ts';
import { languages } from '../../../documents/words.ts';
import { findPartner } from '../../../partners/partners.ts';
import type { Partner } from '../../../partners/partner.entity.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { reportFile, reportView } from '../../conformance/report.ts';
import { file as fileAnswer, goTo, page, type AdminAnswer } from '../answer.ts';
import { adminForm, adminPage } from '../page.ts';
import { idParam } from '../params.ts';
import type { AdminVisit } from '../visit.ts';

const SHOWN = 20;
const PATH = '/partners/:id/conformance';

/** The latest run of a partner, and the way to the next one. */
export const latest = adminPage({ path: PATH, role: 'reader', show: (visit) => show(visit, undefined) });

export const one = adminPage({
  path: `${PATH}/:run`,
  role: 'reader',
  show: async (visit) => show(visit, await findRun(visit.em, idParam(visit), idParam(visit, 'run'))),
});

/** Begins a run, which goes on by itself. */
export const begin = adminForm({
  path: PATH,
  role: 'operator',
  async act(visit) {
    const { deps, account } = visit;
    const partnerId = idParam(visit);
    try {
      const { id } = await beginRun({ ...deps, address: deps.config.publicUrl }, { partnerId, by: account.name });
      return goTo(`/partners/${partnerId}/conformance/${id}`);
    } catch (error) {
      if (!(error instanceof RoundtripError)) throw error;
      const { t } = visit.tongue;
      return show(visit, undefined, error.type === 'Conflict' ? t.conformanceAlready : t.conformanceMissing);
    }
  },
});

/** The report as a file for the partner, in the language that the address asks for. */
export const file = adminPage({
  path: `${PATH}/:run/file`,
  role: 'reader',
  async show(visit) {
    const { em, reader, query, now } = visit;
    const partner = await partnerOf(visit);
    const run = await findRun(em, partner.id, idParam(visit, 'run'));
    const language = languages.find((each) => each === query.get('language')) ?? reader.language;
    const content = reportFile(run, partner.name, { ...reader, language }, now);
    const day = run.startedAt.toISOString().slice(0, 10);
    return fileAnswer('text/html; charset=utf-8', content, `conformance-${day}-${language}.html`);
  },
});

async function show(visit: AdminVisit, chosen: ConformanceRun | undefined, error = ''): Promise<AdminAnswer> {
  const { em, tongue, now, root } = visit;
  const partner = await partnerOf(visit);
  const runs = await listRuns(em, partner.id, SHOWN);
  const run = chosen ?? runs[0];
  const path = `${root}/admin/partners/${partner.id}/conformance`;
  const { t } = tongue;
  const view = {
    partner: { name: partner.name, href: `${root}/admin/partners/${partner.id}` },
    ...{ path, shown: run ? `${path}/${run.id}` : path, error },
    ...(run && { report: reportView(run, partner.name, tongue, now) }),
    files:
      run?.finishedAt == null
        ? []
        : languages.map((language) => ({
            href: `${path}/${run.id}/file?language=${language}`,
            text: language === tongue.language ? t.conformanceFile : t.conformanceFileOther,
            language,
          })),
    earlier: runs
      .filter(({ id }) => id !== run?.id)
      .map(({ id, startedAt }) => ({ href: `${path}/${id}`, at: startedAt.toISOString() })),
    mayBegin: !(runs[0] && isGoingOn(runs[0], now)),
  };
  const title = `${t.conformanceTitle} – ${partner.name}`;
  return page('admin/conformance/run', view, {
    title,
    styles: ['simulator.css'],
    ...(error !== '' && { status: 422 }),
  });
}

async function partnerOf(visit: AdminVisit): Promise<Partner> {
  const found = await findPartner(visit.em, idParam(visit));
  if (found) return found;
  throw new RoundtripError('NotFound', 'There is no such partner.');
}
