import { orderPolicy } from '../../../../partners/orderPolicy.ts';
import { linesAfter } from '../../../../shop/orderQueries.ts';
import { page } from '../../answer.ts';
import { adminPage } from '../../page.ts';
import { idParam } from '../../params.ts';
import { statusMarks } from '../status.ts';
import { orderStyles } from '../styles.ts';
import type { PrintView } from '../views.ts';
import { orderFacts } from './facts.ts';
import { orderInHand } from './inHand.ts';
import { lineView } from './lines.ts';

/** Lines on paper: some two hundred pages. */
const MOST_LINES = 5_000;

/** `GET /admin/orders/:id/print`: the whole order to be printed, without notes and buttons. */
export const printPage = adminPage({
  path: '/orders/:id/print',
  role: 'reader',
  async show(visit) {
    const { em, tongue, root, now } = visit;
    const inHand = await orderInHand(em, idParam(visit));
    const { order, settings } = inHand;
    const lines = await linesAfter(em, order.id, 0, MOST_LINES);
    const policy = orderPolicy(settings);
    const { number, externalNumber, lineCount, status, header } = order;
    const view: PrintView = {
      ...{ number, externalNumber, lineCount },
      path: `${root}/admin/orders/${order.id}`,
      mark: statusMarks[status],
      facts: orderFacts(visit, inHand),
      address: addressLines(header.deliveryAddress, header.deliveryParty?.name),
      lines: lines.map((line) => lineView(visit, line, policy, order.currency)),
      left: Math.max(0, lineCount - lines.length),
      printedAt: now.toISOString(),
    };
    return page('admin/orders/print', view, {
      title: tongue.t.orderTitle({ external: externalNumber, number }),
      styles: orderStyles,
    });
  },
});

type Address = NonNullable<Awaited<ReturnType<typeof orderInHand>>['order']['header']['deliveryAddress']>;

function addressLines(address: Address | undefined, name: string | undefined): string[] {
  const { streetName, additionalStreetName, postalZone, cityName, country } = address ?? {};
  const lines = [name, streetName, additionalStreetName, [postalZone, cityName].filter(Boolean).join(' '), country];
  return lines.filter((line) => line !== undefined && line !== '') as string[];
}
