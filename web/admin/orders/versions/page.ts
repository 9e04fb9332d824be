import type { FieldChange, LineComparison } from '../../../../shop/changePlan.ts';
import { compareVersions, listVersions, type OrderVersionSummary } from '../../../../shop/orderVersions.ts';
import type { PlainKey } from '../../../templates.ts';
import { page } from '../../answer.ts';
import { adminPage } from '../../page.ts';
import { idParam } from '../../params.ts';
import type { AdminVisit } from '../../visit.ts';
import { orderInHand } from '../order/inHand.ts';
import { versionKeys } from '../order/papers.ts';
import { orderStyles } from '../styles.ts';
import type { VersionsView } from '../views.ts';

/** `GET /admin/orders/:id/versions?before=&after=`: two versions side by side; without a choice the last two. */
export const versionsPage = adminPage({
  path: '/orders/:id/versions',
  role: 'reader',
  async show(visit) {
    const { em, tongue, root } = visit;
    const { order } = await orderInHand(em, idParam(visit));
    const { number, externalNumber, id } = order;
    const versions = await listVersions(em, id);
    const comparable = versions.filter(({ kind, state }) => state === 'applied' && kind !== 'delete');
    const [usualBefore, usualAfter] = comparable.slice(-2);
    const before = chosen(visit, 'before') ?? usualBefore?.number ?? 1;
    const after = chosen(visit, 'after') ?? usualAfter?.number ?? before;
    const compared = await compareVersions(em, id, { before, after });
    const view: VersionsView = {
      ...{ number, externalNumber, before, after },
      path: `${root}/admin/orders/${id}`,
      versions: versions.map((version) => versionOf(visit, version)),
      choices: comparable.map((version) => ({ number: version.number, key: versionKeys[version.kind] })),
      isCompared: compared !== undefined,
      header: (compared?.header ?? []).map((change) => changeOf(change)),
      lines: (compared?.lines ?? []).map((line) => lineOf(line)),
      same: compared?.same ?? 0,
    };
    return page('admin/orders/versions', view, { title: tongue.t.orderVersionsTitle(order), styles: orderStyles });
  },
});

function chosen({ query }: AdminVisit, name: string): number | undefined {
  const text = query.get(name) ?? '';
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}

const stateMarks = {
  applied: { key: 'orderVersionApplied', tone: 'good' },
  waiting: { key: 'orderVersionWaiting', tone: 'warn' },
  refused: { key: 'orderVersionRefused', tone: 'bad' },
} as const;

function versionOf({ root }: AdminVisit, version: OrderVersionSummary): VersionsView['versions'][number] {
  const { number, kind, state, inboundDocumentId, actor, madeAt } = version;
  return {
    ...{ number, actor, at: madeAt },
    key: versionKeys[kind],
    mark: stateMarks[state],
    document: `${root}/admin/documents/in/${inboundDocumentId}`,
    // A change that waits has a page of its own, where it is decided.
    decide: state === 'waiting' ? `${root}/admin/orders/${inboundDocumentId}` : '',
  };
}

/** What the fields that change most are called; the others stand as the order has them. */
const fieldKeys: Readonly<Record<string, PlainKey>> = {
  quantity: 'ordersQuantity',
  unit: 'orderFieldUnit',
  'price.amount': 'orderColumnPrice',
  'price.baseQuantity': 'orderFieldBase',
  'item.name': 'orderFieldName',
  'item.sellersId': 'ordersArticle',
  'item.buyersId': 'orderFieldBuyersId',
  note: 'orderBuyersNote',
  'requestedDelivery.startDate': 'orderFieldFrom',
  'requestedDelivery.endDate': 'orderFieldTo',
  accountingCost: 'orderCostCentre',
  lineExtensionAmount: 'ordersSum',
  'totals.payableAmount': 'ordersSum',
};

function changeOf({ field, before = '', after = '' }: FieldChange): VersionsView['header'][number] {
  return { field, key: fieldKeys[field], before, after };
}

function lineOf({ line, kind, fields }: LineComparison): VersionsView['lines'][number] {
  return { line, kind, fields: fields.map((change) => changeOf(change)) };
}
