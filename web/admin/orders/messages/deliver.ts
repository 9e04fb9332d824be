import { Decimal } from '../../../../formats/document/decimal.ts';
import { deliverOrder } from '../../../../documents/tellBuyer.ts';
import { deliverySchema } from '../../../../shop/delivery.ts';
import { orderLines, type OrderLineDetail } from '../../../../shop/orderQueries.ts';
import { adminForm, adminPage } from '../../page.ts';
import { idParam } from '../../params.ts';
import type { AdminVisit } from '../../visit.ts';
import { orderInHand } from '../order/inHand.ts';
import { decimalText, filled } from '../fields.ts';
import { fieldErrors, showForm, shownPositions, tell, type MessageForm } from './form.ts';

interface WrittenLine {
  readonly position: number;
  readonly quantity: string;
  readonly rest?: string;
  readonly reason?: string;
}

/** `GET /admin/orders/:id/deliver`: what has left. */
export const deliverPage = adminPage({
  path: '/orders/:id/deliver',
  role: 'operator',
  show: async (visit) => showForm(visit, await orderInHand(visit.em, idParam(visit)), deliverForm(visit)),
});

export const deliver = adminForm({
  path: '/orders/:id/deliver',
  role: 'operator',
  async act(visit) {
    const { form, em, tongue } = visit;
    const inHand = await orderInHand(em, idParam(visit));
    const lines =
      form.get('what') === 'all'
        ? await everything(visit, inHand.order.id)
        : shownPositions(form).flatMap(lineOf(form));
    const { carrier, ...head } = filled(form, {
      despatchedOn: 'despatchedOn',
      trackingId: 'trackingId',
      carrier: 'carrier',
      note: 'note',
    });
    if (lines.length === 0) {
      return showForm(visit, inHand, deliverForm(visit), new Map([['', tongue.t.orderDeliverNothing]]));
    }
    const read = deliverySchema.safeParse({
      ...head,
      ...(carrier !== undefined && { carrier: { name: carrier } }),
      final: form.get('final') === '1',
      lines,
    });
    if (read.success) return tell(visit, inHand, deliverForm(visit), (by) => deliverOrder(em, by, read.data));
    const errors = fieldErrors(visit, read.error, ([first, line, name]) =>
      first === 'lines' ? `${String(name)}-${lines[Number(line)]?.position ?? ''}` : String(first),
    );
    return showForm(visit, inHand, deliverForm(visit), errors);
  },
});

function deliverForm({ tongue }: AdminVisit): MessageForm {
  return { template: 'admin/orders/deliver', title: tongue.t.orderDeliver, isAbout: isOutstanding };
}

function isOutstanding({ quantities }: OrderLineDetail): boolean {
  return new Decimal(quantities.outstanding).gt(0);
}

/** A line of which something has left. */
function lineOf(form: URLSearchParams): (position: number) => WrittenLine[] {
  return (position) => {
    const { quantity, ...texts } = filled(form, {
      quantity: `quantity-${position}`,
      rest: `rest-${position}`,
      reason: `reason-${position}`,
    });
    const amount = decimalText(quantity ?? '');
    return amount === '' || amount === '0' ? [] : [{ ...texts, position, quantity: amount }];
  };
}

/** All that is to come of every line, also of those that the form does not show. */
async function everything({ em }: AdminVisit, orderId: string): Promise<WrittenLine[]> {
  const lines: WrittenLine[] = [];
  for await (const batch of orderLines(em, orderId)) {
    for (const line of batch.filter(isOutstanding)) {
      lines.push({ position: line.position, quantity: line.quantities.outstanding });
    }
  }
  return lines;
}
