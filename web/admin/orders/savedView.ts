import { mayAct } from '../../../accounts/roles.ts';
import { removeView, saveView } from '../../../accounts/savedViews.ts';
import { recordChange } from '../../../documents/audit.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { goTo } from '../answer.ts';
import { adminForm } from '../page.ts';
import { idParam } from '../params.ts';
import type { AdminVisit } from '../visit.ts';
import { addressOf, readAddress } from './filters.ts';
import { showList } from './list.ts';

const LONGEST_NAME = 60;

/** `POST /admin/orders/views?<filters>`: a name for the list as it stands. */
export const saveOrderView = adminForm({
  path: '/orders/views',
  role: 'reader',
  async act(visit) {
    const { form, query, tongue } = visit;
    const { t } = tongue;
    const name = (form.get('name') ?? '').trim();
    if (name === '' || name.length > LONGEST_NAME) {
      return showList(visit, { view: { name, error: t.ordersViewNameNeeded({ most: LONGEST_NAME }) } });
    }
    const address = addressOf(readAddress(query));
    try {
      await save(visit, name, address);
    } catch (error) {
      if (!(error instanceof RoundtripError) || error.type !== 'Conflict') throw error;
      return showList(visit, { view: { name, error: t.ordersViewNameTaken({ name }) } });
    }
    return goTo(`/orders?${address}`, { tone: 'good', text: t.ordersViewSaved({ name }) });
  },
});

async function save(visit: AdminVisit, name: string, query: string): Promise<void> {
  const { em, form, account } = visit;
  // Everybody sees it: that is for those who may change something for others.
  const isShared = form.get('shared') === '1' && mayAct(account.role, 'operator');
  await em.transactional(async (tx) => {
    const accountId = isShared ? undefined : account.id;
    const id = await saveView(tx, { area: 'orders', name, query, accountId, createdBy: account.name });
    const subject = { kind: 'savedView', id, name };
    await recordChange(tx, {
      actor: account.name,
      action: 'savedView.saved',
      subject,
      after: { query, shared: isShared },
    });
  });
}

/** `POST /admin/orders/views/:id/remove` */
export const removeOrderView = adminForm({
  path: '/orders/views/:id/remove',
  role: 'reader',
  async act(visit) {
    const { em, account, tongue } = visit;
    const id = idParam(visit);
    const by = { accountId: account.id, name: account.name, all: mayAct(account.role, 'administrator') };
    const removed = await em.transactional(async (tx) => {
      const view = await removeView(tx, id, by);
      if (!view) throw new RoundtripError('NotFound', 'There is no such view, or it is not yours to remove.');
      const { name, query } = view;
      const subject = { kind: 'savedView', id, name };
      await recordChange(tx, { actor: account.name, action: 'savedView.removed', subject, before: { query } });
      return view;
    });
    return goTo('/orders', { tone: 'good', text: tongue.t.ordersViewRemoved({ name: removed.name }) });
  },
});
