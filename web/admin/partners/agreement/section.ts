import { differences } from '../../../../partners/settings/difference.ts';
import { valueAt } from '../../../../partners/settings/values.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import { goTo, page, type AdminAnswer } from '../../answer.ts';
import { adminForm, adminPage } from '../../page.ts';
import type { AdminVisit } from '../../visit.ts';
import type { SectionView } from '../views.ts';
import { differenceRows } from './differenceView.ts';
import { fieldView, hasRows, idOf } from './fieldView.ts';
import { agreementInHand, type AgreementInHand } from './inHand.ts';
import { problemsOf } from './problems.ts';
import { readForm } from './readForm.ts';
import { fingerprint, sectionOf, sections, withSection, type Section } from './sections.ts';
import { storeDraft } from './storeDraft.ts';
import { listsIn, suggestions } from './suggestions.ts';

const path = '/partners/:id/agreements/:mode/sections/:section';

/** `GET /admin/partners/:id/agreements/:mode/sections/:section?rows=` */
export const showSection = adminPage({
  path,
  role: 'reader',
  async show(visit) {
    const agreement = await agreementInHand(visit);
    return sectionPage(visit, agreement, sectionInHand(visit), {});
  },
});

/** Saves a section into the draft, also what is wrong in it; a section that somebody else changed meanwhile is compared first. */
export const saveSection = adminForm({
  path,
  role: 'administrator',
  async act(visit): Promise<AdminAnswer> {
    const { form, tongue } = visit;
    const agreement = await agreementInHand(visit);
    const section = sectionInHand(visit);
    const settings = withSection(agreement.settings, section, readForm(section.fields, form));
    const here = `${agreement.path}/sections/${section.id}`;
    if (form.get('was') !== fingerprint(agreement.settings, section)) {
      return sectionPage(visit, { ...agreement, settings }, section, { theirs: agreement });
    }
    if (differences(agreement.settings, settings).length > 0) {
      await storeDraft(visit, agreement, settings);
    }
    if (form.has('more')) return goTo(`${here}?rows=${rowsAsked(form.get('rows')) + MORE_ROWS}`);
    const problems = problemsOf(visit, { ...agreement, settings }).filter((each) => sectionOf(each.path) === section);
    if (problems.length === 0) return goTo(agreement.path, { tone: 'good', text: tongue.t.partnersSectionSaved });
    return goTo(here, { tone: 'warn', text: tongue.t.partnersSectionSavedWrong({ count: problems.length }) });
  },
});

/** Empty rows of a list to fill in; more on demand. */
const BLANK_ROWS = 2;
const MORE_ROWS = 10;
const MOST_ROWS = 500;

function rowsAsked(text: string | null): number {
  const rows = /^\d{1,3}$/.test(text ?? '') ? Number(text) : BLANK_ROWS;
  return Math.min(rows, MOST_ROWS);
}

function sectionInHand({ params }: AdminVisit): Section {
  const section = sections.find(({ id }) => id === params['section']);
  if (!section) throw new RoundtripError('NotFound', 'The agreement has no such section.');
  return section;
}

/** @param theirs what somebody else saved while this form was filled in */
async function sectionPage(
  visit: AdminVisit,
  agreement: AgreementInHand,
  section: Section,
  { theirs }: { readonly theirs?: AgreementInHand },
): Promise<AdminAnswer> {
  const { account, tongue, root, query, form } = visit;
  const { language, t } = tongue;
  const { partner, mode, settings } = agreement;
  const problems = problemsOf(visit, agreement).filter(({ path: at }) => sectionOf(at) === section);
  const blankRows = rowsAsked(query.get('rows') ?? form.get('rows'));
  const options = { language, blankRows, problems: new Map(problems.map(({ path: at, text }) => [at, text])) };
  const at = sections.indexOf(section);
  const fields = section.fields.map((field) => fieldView(field, valueAt(settings, field.path), options));
  const view: SectionView = {
    partner: { id: partner.id, name: partner.name },
    ...{
      mode,
      base: `${root}/admin${agreement.path}`,
      id: section.id,
      titleKey: section.titleKey,
      hintKey: section.hintKey,
    },
    ...{ fields, hasRows: hasRows(fields) },
    problems: problems.map((each) => ({ ...each, id: idOf(each.path) })),
    conflict: theirs
      ? { by: theirs.draft?.changedBy ?? '', rows: differenceRows(theirs.settings, settings, tongue) }
      : null,
    was: fingerprint(theirs?.settings ?? settings, section),
    suggestions: await suggestions(visit, { partnerId: partner.id, mode, lists: listsIn(section.fields) }),
    ...{ blankRows, mayChange: account.role === 'administrator' },
    previous: sections[at - 1] ?? null,
    next: sections[at + 1] ?? null,
  };
  const title = `${t[section.titleKey]} – ${partner.name}`;
  return page('admin/partners/section', view, { title, status: theirs ? 409 : 200, styles: ['admin-partners.css'] });
}
