import { z } from 'zod';
import { decisionKinds, type Decision } from '../../documents/decision.entity.ts';
import { orderDecisionSchema } from '../../shop/decision.ts';
import type { Shown } from '../present.ts';
import { instant, uuid } from './common.ts';

/** What was decided, as the shop carries it out. */
const content = orderDecisionSchema.extend({
  customer: orderDecisionSchema.shape.customer.meta({ description: 'Customer number, where it was not recognised' }),
  deliveryAddress: orderDecisionSchema.shape.deliveryAddress.meta({
    description: "The customer's delivery address: its id, the buyer's own id of it, or its GLN",
  }),
  rememberCustomer: orderDecisionSchema.shape.rememberCustomer.meta({
    description: 'The next document of the partner with the same buyer means that customer, too',
  }),
  rememberDeliveryAddress: orderDecisionSchema.shape.rememberDeliveryAddress.meta({
    description: "The same place in the customer's next order means that address, too",
  }),
  note: orderDecisionSchema.shape.note.meta({ description: 'A word to the buyer in the answer' }),
});

export const newDecision = z
  .discriminatedUnion('kind', [content, z.strictObject({ kind: z.literal('runAgain') })])
  .meta({
    id: 'NewDecision',
    description:
      '`accept` as ordered, `acceptWithChanges` line by line where the agreement takes changes, `reject` all of it, `runAgain`: check a held order anew after the set-up was mended',
  });

export const decision = z
  .strictObject({
    id: uuid,
    about: z.enum(['hold', 'order']).meta({ description: 'Of a held order, or of one in status New' }),
    kind: z.enum(decisionKinds),
    content: content.meta({ id: 'DecisionContent' }).optional().meta({ description: 'Absent for `runAgain`' }),
    by: z.string(),
    madeAt: instant,
    appliedAt: instant.optional().meta({ description: 'When it was carried out' }),
  })
  .meta({ id: 'Decision' });

export function showDecision(row: Decision): Shown<typeof decision> {
  return {
    id: row.id,
    about: row.about,
    kind: row.kind,
    ...(row.content && { content: row.content }),
    by: row.actor,
    madeAt: row.madeAt.toISOString(),
    ...(row.appliedAt && { appliedAt: row.appliedAt.toISOString() }),
  };
}
