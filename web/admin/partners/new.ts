import { z } from 'zod';
import { recordChange } from '../../../documents/audit.ts';
import { freeCode } from '../../../partners/addressCode.ts';
import type { DraftSettings } from '../../../partners/draft.entity.ts';
import { saveDraft } from '../../../partners/drafts.ts';
import { hubs, partnerRows } from '../../../partners/partnerList.ts';
import { createPartner, findAgreement } from '../../../partners/partners.ts';
import { isPlatformId } from '../../../partners/platforms/ids.ts';
import { platforms } from '../../../partners/platforms/platforms.ts';
import { startFromCopy, startFromPlatform } from '../../../partners/starts.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { page, goTo, type AdminAnswer } from '../answer.ts';
import { adminForm, adminPage } from '../page.ts';
import type { AdminVisit } from '../visit.ts';
import { isId, subjectOf } from './inHand.ts';
import type { NewPartnerView } from './views.ts';

/** `GET /admin/partners/new?platform=&copy=` */
export const newPartner = adminPage({
  path: '/partners/new',
  role: 'administrator',
  async show(visit) {
    const { query } = visit;
    const start = query.has('copy') ? `copy:${query.get('copy')}` : `platform:${query.get('platform') ?? ''}`;
    return showForm(visit, { ...empty, start }, {});
  },
});

/** Creates the partner and the draft of its test agreement. */
export const create = adminForm({ path: '/partners/new', role: 'administrator', act });

const typed = z.object({
  name: z.string().trim().min(1).max(200),
  kind: z.enum(['partner', 'hub']).catch('partner'),
  hub: z.string(),
  production: z.string().trim().toLowerCase(),
  test: z.string().trim().toLowerCase(),
  start: z.string(),
});
type Typed = z.output<typeof typed>;
type Errors = NewPartnerView['errors'];

const empty: Typed = { name: '', kind: 'partner', hub: '', production: '', test: '', start: '' };

async function act(visit: AdminVisit): Promise<AdminAnswer> {
  const given: Typed = { ...empty, ...Object.fromEntries(visit.form) };
  const { t } = visit.tongue;
  const result = typed.safeParse(given);
  if (!result.success) return showForm(visit, given, { name: t.partnersNameNeeded });
  try {
    const id = await createFrom(visit, result.data);
    const path = result.data.kind === 'hub' ? `/partners/${id}` : `/partners/${id}/agreements/test`;
    return goTo(path, { tone: 'good', text: t.partnersCreated({ name: result.data.name }) });
  } catch (error) {
    const errors = error instanceof RoundtripError ? errorsOf(visit, error, result.data) : undefined;
    if (!errors) throw error;
    return showForm(visit, result.data, errors);
  }
}

/** Which field an expected failure is about. */
function errorsOf(
  { tongue }: AdminVisit,
  { type, message, details }: RoundtripError,
  given: Typed,
): Errors | undefined {
  const { t } = tongue;
  const [detail] = details;
  if (type === 'RequestInvalid' && (detail?.element === 'production' || detail?.element === 'test')) {
    return { [detail.element]: t.partnersAddressRule };
  }
  if (type === 'NotFound') return { hub: t.partnersHubGone };
  if (type !== 'Conflict') return undefined;
  const isTest = given.test !== '' && message.includes(given.test);
  return { [isTest ? 'test' : 'production']: t.partnersAddressTaken };
}

async function createFrom(visit: AdminVisit, given: Typed): Promise<string> {
  const { em, account } = visit;
  const { name, kind, hub } = given;
  const code = await freeCode(em, name);
  const addresses = { production: given.production || code, test: given.test || `${given.production || code}-test` };
  const settings = kind === 'hub' ? {} : await startOf(visit, given.start);
  return em.transactional(async (tx) => {
    const id = await createPartner(tx, {
      kind,
      name,
      addresses,
      ...(hub !== '' && kind === 'partner' && { hubId: hub }),
    });
    if (kind === 'partner') {
      await saveDraft(tx, { partnerId: id, mode: 'test', settings, basedOn: 0, revision: 0, by: account.name });
    }
    const after = { kind, ...addresses, start: given.start };
    await recordChange(tx, { actor: account.name, action: 'partner.created', subject: subjectOf({ id, name }), after });
    return id;
  });
}

/** @param start `platform:sap-srm`, `copy:<id>`, or nothing */
async function startOf({ em }: AdminVisit, start: string): Promise<DraftSettings> {
  const [kind, id = ''] = start.split(':');
  if (kind === 'platform' && isPlatformId(id)) return startFromPlatform(id);
  if (kind !== 'copy' || !isId(id)) return {};
  const production = await findAgreement(em, id, 'production').catch(notThere);
  const found = production ?? (await findAgreement(em, id, 'test').catch(notThere));
  return found ? startFromCopy({ ...found.settings }) : {};
}

function notThere(error: unknown): undefined {
  if (error instanceof RoundtripError && error.type === 'NotFound') return undefined;
  throw error;
}

/** Partners to copy from are chosen from so many. */
const MOST = 500;

async function showForm(visit: AdminVisit, given: Typed, errors: Errors): Promise<AdminAnswer> {
  const { em, deps, tongue } = visit;
  const copies = (await partnerRows(em, { kind: 'partner', limit: MOST })).filter(
    ({ production, test }) => production !== null || test !== null,
  );
  const view: NewPartnerView = {
    ...{ given, errors, hubs: await hubs(em), publicUrl: deps.config.publicUrl },
    platforms: Object.values(platforms).map(({ id, name, protocols }) => ({
      ...{ value: `platform:${id}`, name, protocols: protocols.value },
    })),
    copies: copies.map(({ id, name }) => ({ value: `copy:${id}`, name })),
  };
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  return page('admin/partners/new', view, { title: tongue.t.partnersNew, status, styles: ['admin-partners.css'] });
}
