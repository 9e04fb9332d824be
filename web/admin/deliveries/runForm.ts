import type { Undelivered } from '../../../documents/retryRuns.ts';
import { partnerField } from '../lists/list.ts';
import type { AdminVisit } from '../visit.ts';
import type { NewRunView } from './views.ts';

/** Kinds of documents that can be sent again; `kept`: where an address was agreed meanwhile. */
export const states = ['gaveUp', 'refusedByReceiver', 'ready', 'kept'] as const satisfies readonly Undelivered[];
const usual: readonly Undelivered[] = ['gaveUp', 'refusedByReceiver'];
const MOST_A_MINUTE = 600;

/** What was typed, and what is wrong with it. */
export interface TypedRun {
  readonly perMinute: string;
  readonly states: readonly string[];
  readonly partner: string;
  readonly errors: NewRunView['errors'];
}

/** What the form was sent with. */
export function typedRun({ form, tongue }: AdminVisit): TypedRun {
  const { t } = tongue;
  const perMinute = (form.get('perMinute') ?? '').trim().slice(0, 20);
  const asked = form.getAll('state').filter((state) => (states as readonly string[]).includes(state));
  const partner = form.get('partner') ?? '';
  const isRate = /^[1-9]\d{0,2}$/.test(perMinute) && Number(perMinute) <= MOST_A_MINUTE;
  return {
    ...{ perMinute, states: asked },
    partner: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(partner) ? partner : '',
    errors: {
      ...(!isRate && { perMinute: t.deliveriesRateWrong({ most: MOST_A_MINUTE }) }),
      ...(asked.length === 0 && { kinds: t.deliveriesKindsWrong }),
    },
  };
}

/** The form. @param partner the only one whose documents are sent */
export async function newRunView(
  visit: AdminVisit,
  { typed, partner = '' }: { readonly typed?: TypedRun | undefined; readonly partner?: string },
): Promise<NewRunView> {
  const { root, tongue } = visit;
  const chosen = typed?.states ?? usual;
  return {
    action: `${root}/admin/deliveries/runs`,
    partner: typed?.partner ?? partner,
    partners: partner === '' ? ((await partnerField(visit)).choices ?? []) : [],
    kinds: states.map((state) => ({ value: state, text: tongue.t[stateKeys[state]], chosen: chosen.includes(state) })),
    perMinute: typed?.perMinute ?? '60',
    errors: typed?.errors ?? {},
  };
}

const stateKeys = {
  gaveUp: 'documentsGaveUp',
  refusedByReceiver: 'documentsRefusedByReceiver',
  ready: 'documentsFailing',
  kept: 'documentsKept',
} as const;
