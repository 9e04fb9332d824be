import { readPasted, type Pasted } from '../../../api/entrance/rehearsal/pasted.ts';
import { rehearse, type Rehearsed } from '../../../api/entrance/rehearsal/rehearse.ts';
import type { RehearsedCheck, RehearsedStep } from '../../../api/entrance/rehearsal/steps.ts';
import { maskText } from '../../../documents/refusedRequests.ts';
import { maskSharedSecrets } from '../../../documents/sharedSecrets.ts';
import { ParametersTooLarge } from '../../../formats/oci/parameters.ts';
import { knownUsers } from '../../../partners/credentialFault.ts';
import { modes, type Mode, type Partner } from '../../../partners/partner.entity.ts';
import { addressesOf } from '../../../partners/partners.ts';
import type { PlainKey } from '../../templates.ts';
import { page, type AdminAnswer } from '../answer.ts';
import { adminForm, adminPage } from '../page.ts';
import { partnerInHand } from '../partners/inHand.ts';
import type { AdminVisit } from '../visit.ts';
import { explain, type Whose } from './explain.ts';
import { refusalStyles } from './styles.ts';
import type { RefusalsViews, StepView } from './views.ts';

/** Characters: an order of some thousand lines. */
const LONGEST = 900_000;
const SHOWN = 4_000;

type View = RefusalsViews['admin/refusals/paste'];

const checkKeys: Readonly<Record<RehearsedCheck, PlainKey>> = {
  partner: 'refusalsCheckAddress',
  credentials: 'refusalsCheckLogIn',
  enabled: 'refusalsCheckEnabled',
  paused: 'refusalsCheckPaused',
  content: 'refusalsCheckContent',
  protocol: 'refusalsCheckProtocol',
  from: 'refusalsCheckFrom',
  to: 'refusalsCheckTo',
  sender: 'refusalsCheckSender',
  format: 'refusalsCheckFormat',
  returnAddress: 'refusalsCheckReturn',
  customer: 'refusalsCheckCustomer',
};

/** `GET /admin/partners/:id/refusals/paste` */
export const pasteForm = adminPage({
  path: '/partners/:id/refusals/paste',
  role: 'operator',
  show: async (visit) => showForm(visit, await partnerInHand(visit), { mode: 'production', text: '', error: '' }),
});

/** Looks at what was pasted, and tells which part of it the entrance would refuse. Nothing of it is kept. */
export const tryPasted = adminForm({
  path: '/partners/:id/refusals/paste',
  role: 'operator',
  secrets: ['pasted'],
  async act(visit): Promise<AdminAnswer> {
    const { t } = visit.tongue;
    const partner = await partnerInHand(visit);
    const mode = modes.find((one) => one === visit.form.get('mode')) ?? 'production';
    const text = visit.form.get('pasted') ?? '';
    const again = (error: string): Promise<AdminAnswer> => showForm(visit, partner, { mode, text, error });
    if (text.trim() === '') return again(t.refusalsPasteEmpty);
    if (text.length > LONGEST) return again(t.refusalsPasteLong);
    const pasted = read(text);
    if (pasted === undefined) return again(t.refusalsPasteLong);
    const code = await codeOf(visit, partner, mode);
    if (code === undefined && pasted.address === undefined) return again(t.refusalsPasteNoAddress);
    if (pasted.kind === 'nothing' && pasted.headers.size === 0) return again(t.refusalsPasteUnread);
    const target = { kind: partner.kind, code: code ?? '' };
    const rehearsed = await rehearse({ em: visit.em, keyRing: visit.deps.keyRing }, pasted, target);
    return showResult(visit, partner, { mode, pasted, rehearsed, text });
  },
});

function read(text: string): Pasted | undefined {
  try {
    return readPasted(text);
  } catch (error) {
    if (error instanceof ParametersTooLarge) return undefined;
    throw error;
  }
}

async function codeOf({ em }: AdminVisit, { id }: Partner, mode: Mode): Promise<string | undefined> {
  return (await addressesOf(em, id)).find((address) => address.mode === mode)?.code;
}

interface Typed {
  readonly mode: Mode;
  readonly text: string;
  readonly error: string;
}

async function showForm(visit: AdminVisit, partner: Partner, { mode, text, error }: Typed): Promise<AdminAnswer> {
  return answer(visit, partner, { mode, text, error }, error === '' ? 200 : 422);
}

function answer(
  { root, tongue }: AdminVisit,
  { id, name }: Partner,
  rest: Pick<View, 'mode' | 'text' | 'error' | 'result'>,
  status: number,
): AdminAnswer {
  const partner = { id, name, href: `${root}/admin/partners/${id}` };
  const back = `${partner.href}/refusals`;
  const view: View = { partner, back, action: `${back}/paste`, ...rest };
  const title = `${tongue.t.refusalsPasteTitle} – ${name}`;
  return page('admin/refusals/paste', view, { title, status, styles: refusalStyles });
}

interface Tried {
  readonly mode: Mode;
  readonly pasted: Pasted;
  readonly rehearsed: Rehearsed;
  readonly text: string;
}

async function showResult(visit: AdminVisit, partner: Partner, tried: Tried): Promise<AdminAnswer> {
  const { mode, pasted, rehearsed, text } = tried;
  const steps: StepView[] = [];
  for (const step of rehearsed.steps) steps.push(await stepView(visit, rehearsed, step));
  const { found } = rehearsed;
  const result = {
    steps,
    passed: steps.every(({ problem }) => problem === undefined),
    other: found && found.id !== partner.id ? found.name : '',
    file: pasted.file ?? '',
    masked: masked(text, rehearsed.secrets).slice(0, SHOWN),
  };
  return answer(visit, partner, { mode, text: '', error: '', result }, 200);
}

/** The request as it may be shown: the secret of an Authorization header is written otherwise than it was typed. */
function masked(text: string, secrets: readonly string[]): string {
  const withoutShared = Buffer.from(maskSharedSecrets(Buffer.from(text)).bytes).toString('utf8');
  const encoded = secrets.map((secret) => encodeURIComponent(secret));
  return maskText(withoutShared, [...secrets, ...encoded]).replaceAll(
    /((?:^|\s)(?:-u|--user|--oauth2-bearer)[ =]?)(?:'[^']*'|"[^"]*"|\S+)/g,
    '$1***',
  );
}

async function stepView(visit: AdminVisit, rehearsed: Rehearsed, step: RehearsedStep): Promise<StepView> {
  const { em, root, tongue } = visit;
  const { check, seen, failure } = step;
  const { t } = tongue;
  const shown = { name: t[checkKeys[check]], seen: maskText(seen, rehearsed.secrets) };
  if (!failure) return shown;
  const { found, door } = rehearsed;
  const whose: Whose | undefined = found && {
    id: found.id,
    mode: found.mode,
    agreement: found.agreement?.settings,
    users: () => knownUsers(em, found),
    isPunchOut: door === 'punchout',
    isHub: found.kind === 'hub',
  };
  const { error, credentialFault } = failure;
  const refusal = {
    ...{ check: failure.check, error: error.type, credentialFault, details: error.details },
    ...{ user: seen === '' ? undefined : seen, remoteAddress: '' },
  };
  const problem = await explain(refusal, whose, { t, base: `${root}/admin` });
  return { ...shown, problem: { ...problem, message: error.message, code: error.type } };
}
