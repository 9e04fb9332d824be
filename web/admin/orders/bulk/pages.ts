import { errorSentence } from '../../../../documents/sentences.ts';
import { z } from 'zod';
import { bulkActions } from '../../../../documents/bulkRun.entity.ts';
import {
  bulkProgress,
  MOST_ORDERS,
  reopenBulkRun,
  startBulkRun,
  stopBulkRun,
  type BulkProgress,
} from '../../../../documents/bulkRuns.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import { goTo, page } from '../../answer.ts';
import { adminForm, adminPage } from '../../page.ts';
import { idParam } from '../../params.ts';
import type { AdminVisit } from '../../visit.ts';
import { statusMarks } from '../status.ts';
import { orderStyles } from '../styles.ts';
import type { BulkView } from '../views.ts';
import { workOff } from './work.ts';

const uuid = z.uuid();

/** `POST /admin/orders/bulk`: an action on the chosen orders. */
export const startBulk = adminForm({
  path: '/orders/bulk',
  role: 'operator',
  async act({ em, deps, form, account, tongue }) {
    const chosen = form.getAll('order').filter((id) => uuid.safeParse(id).success);
    const action = bulkActions.find((one) => one === form.get('action'));
    if (!action || chosen.length === 0 || chosen.length > MOST_ORDERS) {
      return goTo('/orders', { tone: 'warn', text: tongue.t.ordersBulkNothing({ most: MOST_ORDERS }) });
    }
    const to = uuid.safeParse(form.get('account'));
    const argument = action === 'assign' && to.success ? to.data : undefined;
    const id = await startBulkRun(em, { action, argument, orderIds: chosen, actor: account.name });
    if (id === undefined) throw new RoundtripError('NotFound', 'None of the chosen orders is there.');
    workOff(deps, id);
    return goTo(`/orders/bulk/${id}`);
  },
});

/** `GET /admin/orders/bulk/:id`: how far it is, and what became of each order. */
export const bulkPage = adminPage({
  path: '/orders/bulk/:id',
  role: 'reader',
  async show(visit) {
    const run = await findRun(visit);
    const title = visit.tongue.t[titleKeys[run.action]];
    return page('admin/orders/bulk', viewOf(visit, run), { title, styles: orderStyles });
  },
});

export const stopBulk = adminForm({
  path: '/orders/bulk/:id/stop',
  role: 'operator',
  async act(visit) {
    const { id } = await findRun(visit);
    await stopBulkRun(visit.em, id);
    return goTo(`/orders/bulk/${id}`);
  },
});

export const continueBulk = adminForm({
  path: '/orders/bulk/:id/continue',
  role: 'operator',
  async act(visit) {
    const { id } = await findRun(visit);
    await reopenBulkRun(visit.em, id);
    workOff(visit.deps, id);
    return goTo(`/orders/bulk/${id}`);
  },
});

const titleKeys = {
  accept: 'ordersBulkTitleAccept',
  runAgain: 'ordersBulkTitleRunAgain',
  retry: 'ordersBulkTitleRetry',
  assign: 'ordersBulkTitleAssign',
} as const;

async function findRun(visit: AdminVisit): Promise<BulkProgress> {
  const run = await bulkProgress(visit.em, idParam(visit));
  if (!run) throw new RoundtripError('NotFound', 'There is no such run.');
  return run;
}

const tones = { done: 'good', nothing: 'info', left: 'bad' } as const;
const outcomeKeys = {
  done: 'ordersBulkDone',
  nothing: 'ordersBulkNothingToDo',
  left: 'ordersBulkLeft',
} as const;

function viewOf(
  { tongue, root }: AdminVisit,
  { id, action, assignedTo, actor, createdAt, state, items }: BulkProgress,
): BulkView {
  const { t } = tongue;
  const done = items.filter(({ outcome }) => outcome !== null).length;
  return {
    ...{ id, actor, createdAt, state, done, count: items.length },
    what: action === 'assign' ? t.ordersBulkAssigned({ name: assignedTo ?? t.ordersAssignedNobody }) : '',
    left: items.filter(({ outcome }) => outcome === 'left').length,
    rows: items.map(({ orderId, number, externalNumber, status, outcome, message }) => ({
      ...{ number, externalNumber },
      href: `${root}/admin/orders/${orderId}`,
      mark: statusMarks[status],
      result: outcome ? { tone: tones[outcome], key: outcomeKeys[outcome] } : undefined,
      message: errorSentence(message ?? '', tongue.language),
    })),
  };
}
