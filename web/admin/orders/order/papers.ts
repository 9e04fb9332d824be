import { listOutbound } from '../../../../documents/lists.ts';
import { begunMessages } from '../../../../documents/orderMessages.ts';
import { answersTo } from '../../../../documents/outbound.ts';
import type { OutboundDocument } from '../../../../documents/outbound.entity.ts';
import { listVersions } from '../../../../shop/orderVersions.ts';
import { orderAnswerId, punchInOrderId } from '../../../../workflows/ids.ts';
import type { AdminVisit } from '../../visit.ts';
import type { PapersView } from '../views.ts';
import type { OrderInHand } from './inHand.ts';

const MOST_DOCUMENTS = 200;

export const versionKeys = {
  order: 'orderVersionOrder',
  update: 'orderVersionUpdate',
  change: 'orderVersionChange',
  delete: 'orderVersionDelete',
} as const;

const outboundKeys = {
  ready: 'orderOutReady',
  kept: 'orderOutKept',
  delivered: 'orderOutDelivered',
  gaveUp: 'orderOutGaveUp',
  refusedByReceiver: 'orderOutRefused',
  cancelled: 'orderOutCancelled',
} as const;
const outboundTones = {
  ready: 'info',
  kept: 'info',
  delivered: 'good',
  gaveUp: 'bad',
  refusedByReceiver: 'bad',
  cancelled: 'warn',
} as const;

/** What stands beside an order: its documents, agreement, versions, and the history of its workflows. */
export async function papersOf(visit: AdminVisit, inHand: OrderInHand): Promise<PapersView> {
  const { em, root } = visit;
  const { order, document, decisions } = inHand;
  const versions = await listVersions(em, order.id);
  const sent = await outboundOf(visit, inHand);
  const decided = decisions.flatMap(({ answerNumber }) => answerNumber ?? []);
  const admin = `${root}/admin`;
  return {
    received: versions.map(({ number, kind, inboundDocumentId, madeAt }) => ({
      href: `${admin}/documents/in/${inboundDocumentId}`,
      // Of a change itself no version is known but that it came.
      kindKey: versionKeys[order.header.operation ?? kind],
      number,
      at: madeAt,
    })),
    sent: sent.map(({ id, number, state, createdAt }) => ({
      href: `${admin}/documents/out/${id}`,
      number,
      at: createdAt.toISOString(),
      mark: { key: outboundKeys[state], tone: outboundTones[state] },
    })),
    agreement: {
      href: `${admin}/partners/${order.partnerId}/agreements/${document.mode}/${order.agreementVersion}`,
      version: order.agreementVersion,
    },
    versions: versions.length > 1 ? `${admin}/orders/${order.id}/versions` : '',
    workflows: workflowLinks(visit, [
      punchInOrderId(document.partnerCode, document.id),
      ...[...decided, ...(await begunMessages(em, order.id))].map((number) => orderAnswerId(order.id, number)),
    ]),
  };
}

/** What was sent about the order, oldest first: answers to its document, and what followed. */
async function outboundOf({ em }: AdminVisit, { order }: OrderInHand): Promise<OutboundDocument[]> {
  const about = [
    ...(await answersTo(em, order.inboundDocumentId)),
    ...(await listOutbound(em, { orderId: order.id, limit: MOST_DOCUMENTS })),
  ];
  const unique = new Map(about.map((document) => [document.id, document]));
  return [...unique.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Addresses in Temporal's own pages; none where nobody said where these are. */
function workflowLinks({ deps }: AdminVisit, ids: readonly string[]): PapersView['workflows'] {
  const { temporalUi, temporalNamespace } = deps.config;
  if (temporalUi === undefined) return [];
  const base = `${temporalUi.replace(/\/$/, '')}/namespaces/${encodeURIComponent(temporalNamespace)}/workflows`;
  return ids.map((id) => ({ href: `${base}/${encodeURIComponent(id)}`, id }));
}
