import { errorSentence } from '../../../documents/sentences.ts';
import { recordChange } from '../../../documents/audit.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { swedishIssue } from '../../../platform/issues.sv.ts';
import { columnNames } from '../../../shop/import/columns.ts';
import { importKinds, type ImportKind } from '../../../shop/import/kinds.ts';
import { readRows } from '../../../shop/import/read.ts';
import { importRows, type ImportReport } from '../../../shop/import/rows.ts';
import { page, type AdminAnswer } from '../answer.ts';
import type { AdminVisit } from '../visit.ts';

/** Longer files go by REST or the command line, which stream. */
export const LONGEST_IMPORT = 50_000_000;
/** Refused rows that the page shows. */
const MOST_SHOWN = 200;

export async function showImport(visit: AdminVisit): Promise<AdminAnswer> {
  return importPage(visit, { kind: importKinds.find((one) => one === visit.query.get('kind')) ?? 'products' });
}

interface Outcome {
  readonly kind: ImportKind;
  readonly problem?: string;
  readonly report?: ImportReport;
}

function importPage({ tongue }: AdminVisit, { kind, problem = '', report }: Outcome): AdminAnswer {
  const { t, language } = tongue;
  const told = report && (report.dryRun ? t.shopImportTried(report) : t.shopImportTold(report));
  const view = {
    kind,
    kinds: importKinds.map((one) => ({
      kind: one,
      columns: columnNames(one).map((name) => name.replace('#', '0')),
    })),
    problem,
    told: told ?? '',
    good: report !== undefined && report.refused === 0,
    more: report !== undefined && report.refusals.length > MOST_SHOWN ? t.shopRefusalsMore({ count: MOST_SHOWN }) : '',
    refusals: (report?.refusals ?? []).slice(0, MOST_SHOWN).map(({ row, column, value, reason }) => ({
      ...{ row, column, value },
      reason: language === 'sv' ? swedishIssue(reason) : reason,
    })),
  };
  const status = problem === '' ? 200 : 422;
  return page('admin/shop/import', view, {
    title: `${t.shopImport} – ${t.shopTitle}`,
    status,
    styles: ['admin-shop.css'],
  });
}

/** Reads the file that was sent; stores it only where that was asked for. */
export async function takeImport(visit: AdminVisit): Promise<AdminAnswer> {
  const { em, form, files, tongue, account } = visit;
  const kind = importKinds.find((one) => one === form.get('kind')) ?? 'products';
  const file = files.get('file');
  if (!file) return importPage(visit, { kind, problem: tongue.t.shopImportNoFile });
  const dryRun = form.get('how') !== 'store';
  try {
    const report = await importRows(em.fork(), kind, readRows(file.stream(), kind), { dryRun });
    const { rows, stored, refused } = report;
    const subject = { kind: 'import', id: kind, name: file.name.slice(0, 200) };
    if (!dryRun)
      await recordChange(em, {
        actor: account.name,
        action: 'shop.imported',
        subject,
        after: { rows, stored, refused },
      });
    return importPage(visit, { kind, report });
  } catch (error) {
    if (error instanceof RoundtripError && error.type === 'DocumentMalformed') {
      return importPage(visit, { kind, problem: errorSentence(error.message, visit.tongue.language) });
    }
    throw error;
  }
}
