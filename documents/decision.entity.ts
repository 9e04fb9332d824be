import { defineEntity, p } from '@mikro-orm/core';
import type { OrderDecision } from '../shop/decision.ts';
import { InboundDocument } from './inbound.entity.ts';

export const decisionKinds = ['accept', 'acceptWithChanges', 'reject', 'runAgain'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

const decision = defineEntity({
  name: 'Decision',
  properties: {
    id: p.uuid().primary(),
    /** `hold`: wakes the waiting punchInOrder. `order`: about an order in status New; starts orderAnswer. */
    about: p.enum(['hold', 'order']),
    inboundDocument: () => p.manyToOne(InboundDocument).mapToPk(),
    orderId: p.uuid().nullable(),
    /** 1, 2, 3 ... for the decisions about one order: the number in the workflow id of orderAnswer. Null for a hold. */
    answerNumber: p.integer().nullable(),
    kind: p.enum(decisionKinds),
    /** What was decided, line by line; null for `runAgain`. */
    content: p.json<OrderDecision>().nullable(),
    actor: p.text(),
    madeAt: p.datetime(3),
    /** When the workflow was told. The sweeper tells what nobody told. */
    signalledAt: p.datetime(3).nullable(),
    /** When the workflow carried it out. */
    appliedAt: p.datetime(3).nullable(),
  },
  uniques: [{ name: 'decision_order_answer_unique', properties: ['orderId', 'answerNumber'] }],
  indexes: [
    { name: 'decision_document_index', properties: ['inboundDocument'] },
    { name: 'decision_unsignalled_index', properties: ['madeAt'], where: 'signalled_at is null' },
  ],
});
/** What a person decided: the row comes first, the signal only says that it is there. */
export class Decision extends decision.class {}
decision.setClass(Decision);
