import { recordChange } from '../../../../documents/audit.ts';
import { readAgreementFile } from '../../../../partners/agreementFile.ts';
import { saveDraft } from '../../../../partners/drafts.ts';
import type { DraftSettings } from '../../../../partners/draft.entity.ts';
import { withValueAt } from '../../../../partners/settings/values.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import { goTo, page, type AdminAnswer } from '../../answer.ts';
import { adminForm, adminPage } from '../../page.ts';
import type { AdminVisit } from '../../visit.ts';
import { subjectOf } from '../inHand.ts';
import type { ImportView } from '../views.ts';
import { auditOf } from './auditOf.ts';
import { differenceRows } from './differenceView.ts';
import { agreementInHand, type AgreementInHand } from './inHand.ts';
import { problemsOf } from './problems.ts';

const path = '/partners/:id/agreements/:mode/import';
/** A file, and it once more between the two steps. */
const LONGEST = 5_000_000;

/** `GET /admin/partners/:id/agreements/:mode/import`: choose a file. */
export const chooseFile = adminPage({
  path,
  role: 'administrator',
  show: async (visit) => importPage(visit, await agreementInHand(visit), {}),
});

/** Shows what a file would change; the second time, confirmed, puts it into the draft. */
export const importFile = adminForm({
  path,
  role: 'administrator',
  limit: LONGEST,
  async act(visit): Promise<AdminAnswer> {
    const { files, form, tongue } = visit;
    const agreement = await agreementInHand(visit);
    const text = (await files.get('file')?.text()) ?? form.get('text') ?? '';
    try {
      const read = readAgreementFile(text);
      const settings = withValueAt(read.settings, 'mode', undefined);
      if (!form.has('confirmed')) return await importPage(visit, agreement, { text, from: read, settings });
      await putIntoDraft(visit, agreement, { settings, action: 'agreement.imported' });
      return goTo(agreement.path, { tone: 'good', text: tongue.t.partnersImported });
    } catch (error) {
      if (!(error instanceof RoundtripError)) throw error;
      if (error.type === 'Outdated')
        return goTo(agreement.path, { tone: 'warn', text: tongue.t.partnersChangedMeanwhile });
      if (error.type !== 'RequestInvalid') throw error;
      return importPage(visit, agreement, {
        error: text === '' ? tongue.t.partnersFileMissing : tongue.t.partnersFileWrong,
      });
    }
  },
});

interface Whole {
  readonly settings: DraftSettings;
  /** For the audit trail. */
  readonly action: string;
}

/** Puts other settings into the draft, as a whole; the form says by `revision` which draft it takes the place of. @throws Outdated */
export async function putIntoDraft(visit: AdminVisit, agreement: AgreementInHand, whole: Whole): Promise<void> {
  const { em, account, form } = visit;
  const { partner, mode, inForce } = agreement;
  const { settings, action } = whole;
  const revision = Number.parseInt(form.get('revision') ?? '', 10) || 0;
  const basedOn = inForce?.version ?? 0;
  await em.transactional(async (tx) => {
    await saveDraft(tx, { partnerId: partner.id, mode, settings, basedOn, revision, by: account.name });
    const values = auditOf(mode, agreement.settings, settings);
    await recordChange(tx, { actor: account.name, action, subject: subjectOf(partner), ...values });
  });
}

interface Chosen {
  readonly text?: string;
  readonly from?: { readonly partner: string; readonly mode: string; readonly version: number };
  readonly settings?: DraftSettings;
  readonly error?: string;
}

async function importPage(visit: AdminVisit, agreement: AgreementInHand, chosen: Chosen): Promise<AdminAnswer> {
  const { tongue, root } = visit;
  const { partner, mode, draft } = agreement;
  const { text = '', from, settings, error = '' } = chosen;
  const view: ImportView = {
    partner: { id: partner.id, name: partner.name },
    ...{ mode, base: `${root}/admin${agreement.path}`, text, error, revision: draft?.revision ?? 0 },
    read:
      from && settings
        ? {
            from: tongue.t.partnersFileFrom(from),
            differences: differenceRows(agreement.settings, settings, tongue),
            problems: problemsOf(visit, { settings, mode }),
          }
        : null,
  };
  const title = `${tongue.t.partnersImport} – ${partner.name}`;
  return page('admin/partners/import', view, {
    title,
    status: error === '' ? 200 : 422,
    styles: ['admin-partners.css'],
  });
}
