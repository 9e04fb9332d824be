/** A partner from what it has sent once: paste, look, choose, create. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { recordChange } from '../../../../documents/audit.ts';
import type { AuditValue } from '../../../../documents/audit.entity.ts';
import { freeCode } from '../../../../partners/addressCode.ts';
import { saveDraft } from '../../../../partners/drafts.ts';
import { createPartner, isAddressCode } from '../../../../partners/partners.ts';
import { modes, type Mode } from '../../../../partners/partner.entity.ts';
import { withTaken, type SampleReading } from '../../../../partners/sample/reading.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import { goTo, page, type AdminAnswer } from '../../answer.ts';
import { adminForm, adminPage } from '../../page.ts';
import type { AdminVisit } from '../../visit.ts';
import { subjectOf } from '../../partners/inHand.ts';
import type { SampleFormView } from '../views.ts';
import { chosenSettings, postedReading, readingView, readPasted, SAMPLE_BYTES } from './reading.ts';

const PASTE = '/partners/new/sample';
const CREATE = '/partners/new/sample/create';

export const pasteForNewPartner = adminPage({
  path: PASTE,
  role: 'administrator',
  async show(visit) {
    return pastePage(visit, '', '');
  },
});

export const readForNewPartner = adminForm({
  path: PASTE,
  role: 'administrator',
  limit: SAMPLE_BYTES,
  async act(visit) {
    const reading = await readPasted(visit);
    if ('problem' in reading) return pastePage(visit, visit.form.get('sample') ?? '', reading.problem);
    const name = reading.name ?? '';
    const chosen = reading.taken.map((_, index) => String(index));
    return readPage(visit, reading, {
      chosen,
      name,
      code: name === '' ? '' : await freeCode(visit.em, name),
      mode: 'test',
    });
  },
});

export const createFromSample = adminForm({
  path: CREATE,
  role: 'administrator',
  limit: SAMPLE_BYTES,
  async act(visit) {
    const { form, tongue } = visit;
    const reading = postedReading(form);
    const typed = typedPartner(form);
    const { t } = tongue;
    const nameError = typed.name === '' ? t.mappingCreateNoName : '';
    const codeError = isAddressCode(typed.code) ? '' : t.mappingCreateBadCode;
    if (nameError !== '' || codeError !== '') return readPage(visit, reading, typed, { nameError, codeError });
    try {
      const taken = chosenSettings(reading, form);
      const id = await create(visit, typed, withTaken({}, taken));
      const text = t.mappingCreated({ partner: typed.name, count: taken.length });
      return goTo(`/partners/${id}/agreements/${typed.mode}`, { tone: 'good', text });
    } catch (error) {
      if (!(error instanceof RoundtripError) || error.type !== 'Conflict') throw error;
      return readPage(visit, reading, typed, { nameError: '', codeError: t.mappingCreateTaken });
    }
  },
});

interface TypedPartner {
  readonly chosen: readonly string[];
  readonly name: string;
  readonly code: string;
  readonly mode: Mode;
}

function typedPartner(form: URLSearchParams): TypedPartner {
  const mode = modes.find((one) => one === form.get('mode')) ?? 'test';
  return {
    chosen: form.getAll('take'),
    name: (form.get('name') ?? '').trim(),
    code: (form.get('code') ?? '').trim(),
    mode,
  };
}

async function create(
  { em, account }: AdminVisit,
  typed: TypedPartner,
  settings: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { name, code, mode } = typed;
  const by = account.name;
  return em.transactional(async (tx: EntityManager) => {
    const id = await createPartner(tx, { name, addresses: { production: code, test: `${code}-test` } });
    await saveDraft(tx, { partnerId: id, mode, settings, basedOn: 0, revision: 0, by });
    const after = { name, address: code, mode, draft: settings } as AuditValue;
    await recordChange(tx, { actor: by, action: 'partner.created', subject: subjectOf({ id, name }), after });
    return id;
  });
}

function pastePage({ root, tongue }: AdminVisit, sample: string, problem: string): AdminAnswer {
  const view = { action: `${root}/admin${PASTE}`, crumbs: [{ text: tongue.t.mappingSampleNewTitle }], sample, problem };
  const facts = { title: tongue.t.mappingSampleNewTitle, styles: ['admin-partners.css', 'admin-mapping.css'] as const };
  return page('admin/mapping/sample', view, { ...facts, status: problem === '' ? 200 : 422 });
}

type Errors = Pick<NonNullable<SampleFormView['partner']>, 'nameError' | 'codeError'>;
const NO_ERRORS: Errors = { nameError: '', codeError: '' };

function readPage(visit: AdminVisit, reading: SampleReading, typed: TypedPartner, errors = NO_ERRORS): AdminAnswer {
  const { root, tongue } = visit;
  const { name, code, mode, chosen } = typed;
  const hasErrors = errors.nameError !== '' || errors.codeError !== '';
  const view = {
    ...readingView(reading, tongue),
    ...{ action: `${root}/admin${CREATE}`, another: `${root}/admin${PASTE}`, chosen },
    crumbs: [{ text: tongue.t.mappingSampleNewTitle }],
    partner: { name, code, mode, ...errors },
  };
  const facts = { title: tongue.t.mappingSampleNewTitle, styles: ['admin-partners.css', 'admin-mapping.css'] as const };
  return page('admin/mapping/sampleRead', view, { ...facts, status: hasErrors ? 422 : 200 });
}
