/** Settings from a sample for a partner that is there: they are written into the draft of its agreement. */
import { withTaken, type SampleReading } from '../../../../partners/sample/reading.ts';
import { goTo, page, type AdminAnswer } from '../../answer.ts';
import { adminForm, adminPage } from '../../page.ts';
import type { AdminVisit } from '../../visit.ts';
import { agreementInHand, type AgreementInHand } from '../../partners/agreement/inHand.ts';
import { storeDraft } from '../../partners/agreement/storeDraft.ts';
import type { Crumb } from '../views.ts';
import { chosenSettings, postedReading, readingView, readPasted, SAMPLE_BYTES } from './reading.ts';

const PATH = '/partners/:id/agreements/:mode/sample';

export const pasteForPartner = adminPage({
  path: PATH,
  role: 'administrator',
  async show(visit) {
    return pastePage(visit, await agreementInHand(visit), '', '');
  },
});

export const readForPartner = adminForm({
  path: PATH,
  role: 'administrator',
  limit: SAMPLE_BYTES,
  async act(visit) {
    const inHand = await agreementInHand(visit);
    const reading = await readPasted(visit);
    if ('problem' in reading) return pastePage(visit, inHand, visit.form.get('sample') ?? '', reading.problem);
    return readPage(visit, inHand, reading);
  },
});

export const takeFromSample = adminForm({
  path: `${PATH}/take`,
  role: 'administrator',
  limit: SAMPLE_BYTES,
  async act(visit) {
    const { form, tongue } = visit;
    const inHand = await agreementInHand(visit);
    const taken = chosenSettings(postedReading(form), form);
    if (taken.length === 0) return goTo(inHand.path, { tone: 'info', text: tongue.t.mappingTakenNothing });
    await storeDraft(visit, inHand, withTaken(inHand.settings, taken));
    return goTo(inHand.path, { tone: 'good', text: tongue.t.mappingTaken({ count: taken.length }) });
  },
});

function pastePage(
  visit: AdminVisit,
  { partner, path }: AgreementInHand,
  sample: string,
  problem: string,
): AdminAnswer {
  const view = {
    action: `${visit.root}/admin${path}/sample`,
    crumbs: crumbsOf(visit, { partner, path }),
    sample,
    problem,
  };
  return page('admin/mapping/sample', view, { ...factsOf(visit, partner.name), status: problem === '' ? 200 : 422 });
}

function readPage(visit: AdminVisit, { partner, path }: AgreementInHand, reading: SampleReading): AdminAnswer {
  const here = `${visit.root}/admin${path}/sample`;
  const chosen = reading.taken.map((_, index) => String(index));
  const view = {
    ...readingView(reading, visit.tongue),
    action: `${here}/take`,
    another: here,
    chosen,
    crumbs: crumbsOf(visit, { partner, path }),
  };
  return page('admin/mapping/sampleRead', view, factsOf(visit, partner.name));
}

function factsOf({ tongue }: AdminVisit, partner: string) {
  return {
    title: tongue.t.mappingSampleTitle({ partner }),
    styles: ['admin-partners.css', 'admin-mapping.css'] as const,
  };
}

function crumbsOf({ root, tongue }: AdminVisit, { partner, path }: Pick<AgreementInHand, 'partner' | 'path'>): Crumb[] {
  const { t } = tongue;
  return [
    { text: partner.name, href: `${root}/admin/partners/${partner.id}` },
    { text: t.mappingAgreement, href: `${root}/admin${path}` },
    { text: t.mappingSampleTitle({ partner: partner.name }) },
  ];
}
