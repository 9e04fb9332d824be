import { z } from 'zod';
import { recordChange } from '../../../../documents/audit.ts';
import { assignOrder } from '../../../../documents/orderAssignment.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import { addNote, LONGEST_NOTE, removeNote } from '../../../../shop/orderNotes.ts';
import { goTo } from '../../answer.ts';
import { adminForm } from '../../page.ts';
import { idParam } from '../../params.ts';
import { orderInHand } from './inHand.ts';

const uuid = z.uuid();

/** `POST /admin/orders/:id/assign`: to an account, or to nobody. */
export const assign = adminForm({
  path: '/orders/:id/assign',
  role: 'operator',
  async act(visit) {
    const { em, form, account, tongue } = visit;
    const orderId = idParam(visit);
    const to = uuid.safeParse(form.get('account'));
    await assignOrder(em, { orderId, accountId: to.success ? to.data : null, actor: account.name });
    const text = to.success ? tongue.t.orderAssigned : tongue.t.orderAssignedNobody;
    return goTo(`/orders/${orderId}`, { tone: 'good', text });
  },
});

/** `POST /admin/orders/:id/notes` */
export const writeNote = adminForm({
  path: '/orders/:id/notes',
  role: 'operator',
  async act(visit) {
    const { em, form, account, tongue } = visit;
    const { order } = await orderInHand(em, idParam(visit));
    const text = (form.get('text') ?? '').replaceAll('\r\n', '\n').trim();
    const back = `/orders/${order.id}#notes`;
    if (text === '') return goTo(back, { tone: 'warn', text: tongue.t.orderNoteEmpty });
    if (text.length > LONGEST_NOTE) {
      return goTo(back, { tone: 'bad', text: tongue.t.orderNoteTooLong({ most: LONGEST_NOTE, length: text.length }) });
    }
    await em.transactional(async (tx) => {
      await addNote(tx, { orderId: order.id, text, author: account.name });
      const subject = { kind: 'order', id: order.id, name: order.number };
      await recordChange(tx, { actor: account.name, action: 'order.noteWritten', subject, after: { note: text } });
    });
    return goTo(back, { tone: 'good', text: tongue.t.orderNoteWritten });
  },
});

/** `POST /admin/orders/:id/notes/:note/remove`: one's own. */
export const dropNote = adminForm({
  path: '/orders/:id/notes/:note/remove',
  role: 'operator',
  async act(visit) {
    const { em, account, tongue } = visit;
    const { order } = await orderInHand(em, idParam(visit));
    const note = { orderId: order.id, id: idParam(visit, 'note'), author: account.name };
    const text = await em.transactional(async (tx) => {
      const removed = await removeNote(tx, note);
      if (removed === undefined) throw new RoundtripError('NotFound', 'There is no such note of yours.');
      const subject = { kind: 'order', id: order.id, name: order.number };
      await recordChange(tx, { actor: account.name, action: 'order.noteRemoved', subject, before: { note: removed } });
      return removed;
    });
    const form = {
      action: `${visit.root}/admin/orders/${order.id}/notes`,
      fields: [['text', text]] as const,
      button: tongue.t.orderNoteRestore,
    };
    return goTo(`/orders/${order.id}#notes`, { tone: 'good', text: tongue.t.orderNoteRemoved, form });
  },
});
