import type { z } from 'zod';
import { confirmOrder } from '../../../../documents/tellBuyer.ts';
import { confirmationSchema } from '../../../../shop/confirmation.ts';
import { adminForm, adminPage } from '../../page.ts';
import { idParam } from '../../params.ts';
import type { AdminVisit } from '../../visit.ts';
import { orderInHand } from '../order/inHand.ts';
import { decimalText, filled } from '../fields.ts';
import { fieldErrors, showForm, shownPositions, tell, type MessageForm } from './form.ts';

type Written = z.input<typeof confirmationSchema>;
type Part = NonNullable<Written['lines']>[number]['parts'][number];

/** `GET /admin/orders/:id/confirm`: what becomes of the lines, and when they come. */
export const confirmPage = adminPage({
  path: '/orders/:id/confirm',
  role: 'operator',
  show: async (visit) => showForm(visit, await orderInHand(visit.em, idParam(visit)), confirmForm(visit)),
});

export const confirm = adminForm({
  path: '/orders/:id/confirm',
  role: 'operator',
  async act(visit) {
    const inHand = await orderInHand(visit.em, idParam(visit));
    const lines = shownPositions(visit.form).flatMap((position) => {
      const parts = [1, 2].flatMap((part) => partOf(visit, `${position}-${part}`));
      return parts.length > 0 ? [{ position, parts }] : [];
    });
    const read = confirmationSchema.safeParse({ ...filled(visit.form, { note: 'note' }), lines });
    if (read.success) return tell(visit, inHand, confirmForm(visit), (by) => confirmOrder(visit.em, by, read.data));
    const errors = fieldErrors(visit, read.error, ([head, line, , part, name]) =>
      head === 'lines' ? `${fieldName(name)}-${lines[Number(line)]?.position ?? ''}-${Number(part) + 1}` : String(head),
    );
    return showForm(visit, inHand, confirmForm(visit), errors);
  },
});

function confirmForm({ tongue }: AdminVisit): MessageForm {
  return { template: 'admin/orders/confirm', title: tongue.t.orderConfirm, isAbout: () => true };
}

/** A part of a line that something was chosen for. */
function partOf({ form }: AdminVisit, at: string): Part[] {
  const status = form.get(`status-${at}`) ?? '';
  if (status === '') return [];
  const { quantity, price, ...texts } = filled(form, {
    quantity: `quantity-${at}`,
    price: `price-${at}`,
    promisedFrom: `from-${at}`,
    promisedTo: `to-${at}`,
    note: `note-${at}`,
  });
  const part = {
    ...texts,
    status: status as Part['status'],
    quantity: decimalText(quantity ?? ''),
    ...(price !== undefined && { price: decimalText(price) }),
  };
  return [part];
}

function fieldName(name: PropertyKey | undefined): string {
  if (name === 'promisedFrom') return 'from';
  return name === 'promisedTo' ? 'to' : String(name ?? 'quantity');
}
