import { z } from 'zod';
import { messageStates, type OrderMessage } from '../../documents/orderMessage.entity.ts';
import { confirmationSchema, type Confirmation } from '../../shop/confirmation.ts';
import { deliverySchema, type StoredDelivery } from '../../shop/delivery.ts';
import { present, type Shown } from '../present.ts';
import { instant, uuid } from './common.ts';

export const newConfirmation = confirmationSchema.meta({
  id: 'NewConfirmation',
  description:
    'Each named line in parts, which come to its ordered quantity unless one of them is `changed`; lines that are not named stay as they were answered last. Quantities in the unit of the order line, prices per its base quantity.',
});

export const newDelivery = deliverySchema.meta({
  id: 'NewDelivery',
  description:
    'What has left, in the unit of the order line. `rest`: what is missing of the line follows (`backorder`) or never comes (`cancelled`). `final`: nothing more comes of any line.',
});

const message = {
  id: uuid,
  number: z
    .int()
    .meta({ description: 'Of the answers to this order: part of the workflow id `answer:<order>:<number>`' }),
  state: z.enum(messageStates).meta({
    description:
      '`planned`: its document is written when it is due. `written`: it was. `kept`: there is no document for it. `replaced`: a later one says it all',
  }),
  dueAt: instant.optional().meta({ description: 'Absent of a planned one: when the order reaches a status' }),
  outboundDocumentId: uuid.optional().meta({ description: 'Its document' }),
  by: z.string(),
  createdAt: instant,
};

export const shownConfirmation = z
  .strictObject({ ...message, content: z.strictObject(confirmationSchema.shape).optional() })
  .meta({ id: 'Confirmation', description: 'Without content: how the order stood when a status was reached' });

const storedLine = deliverySchema.shape.lines.element.extend({
  outstanding: z.string().meta({ description: 'Still to come after it' }),
});
export const shownDelivery = z
  .strictObject({
    ...message,
    content: z.strictObject({
      ...deliverySchema.shape,
      lines: z.array(storedLine),
      complete: z.boolean().meta({ description: 'Nothing of the order was to come any more' }),
    }),
  })
  .meta({ id: 'Delivery' });

export function showConfirmation(row: OrderMessage): Shown<typeof shownConfirmation> {
  return { ...showMessage(row), ...(row.content && { content: row.content as Confirmation }) };
}

export function showDelivery(row: OrderMessage): Shown<typeof shownDelivery> {
  return { ...showMessage(row), content: row.content as StoredDelivery };
}

function showMessage({ id, answerNumber, state, dueAt, outboundDocumentId, actor, createdAt }: OrderMessage) {
  return {
    id,
    number: answerNumber,
    state,
    ...present({ dueAt: dueAt?.toISOString(), outboundDocumentId }),
    by: actor,
    createdAt: createdAt.toISOString(),
  };
}
