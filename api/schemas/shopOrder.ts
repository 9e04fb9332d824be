import { z } from 'zod';
import type { WaitingOrder } from '../../documents/handovers.ts';
import { shopFaultSentence } from '../../documents/shopFaults.ts';
import { handoverStates, type OrderHandover } from '../../shop/orderHandover.entity.ts';
import { present, type Shown } from '../present.ts';
import { instant, shortText, uuid } from './common.ts';
import { address, contact, period } from './orderDocument.ts';

const text = z.string().optional();

const line = z
  .strictObject({
    position: z.int(),
    buyersLine: z.string().meta({ description: "The buyer's number of the line" }),
    articleNumber: text.meta({ description: 'Of what is to be delivered; absent: free text' }),
    name: text,
    quantity: z.string(),
    unit: z.string().meta({ description: "The buyer's" }),
    shopQuantity: text.meta({ description: 'The quantity in units of the shop' }),
    price: text.meta({ description: 'Net, of `baseQuantity` of `unit`' }),
    baseQuantity: z.string(),
    requestedDelivery: period.optional(),
    note: text,
  })
  .meta({ id: 'ShopOrderLine' });

/** What was agreed, as it is pushed to the shop, too. */
export const shopOrderShown = z
  .strictObject({
    key: uuid.meta({ description: 'Under which it is handed over: told twice, it is one order' }),
    version: z.int().meta({ description: '1 for the order as it landed; each change counts one more' }),
    cancelled: z.literal(true).optional().meta({ description: 'Nothing comes of it any more: cancelled, or rejected' }),
    number: z.string(),
    externalNumber: z.string(),
    customer: z.strictObject({ number: z.string(), name: z.string() }).optional(),
    currency: z.string(),
    orderDate: z.string(),
    buyersReference: text,
    costCentre: text,
    project: text,
    note: text,
    requestedDelivery: period.optional(),
    deliveryAddress: address.optional(),
    contact: contact.optional(),
    lines: z.array(line),
  })
  .meta({
    id: 'ShopOrder',
    description: 'An order as the shop behind us is told of it: lines that nothing comes of are left out',
  });

export const waitingOrder = z
  .strictObject({
    id: uuid,
    number: z.string(),
    externalNumber: z.string(),
    version: z
      .int()
      .meta({ description: 'What is to be told: 1 is the order as it landed, each change counts one more' }),
    shopNumber: text.meta({ description: 'The number of an order that the shop has in an earlier version' }),
    state: z.enum(handoverStates),
    attempts: z.int(),
    fault: text.meta({ description: 'What went wrong last, as a sentence' }),
    createdAt: instant,
    nextAttemptAt: instant.optional(),
  })
  .meta({
    id: 'WaitingShopOrder',
    description: 'An order that the shop behind us does not have yet, or not as it stands',
  });

export const newTaken = z
  .strictObject({
    number: shortText.meta({ description: "The shop's own number of the order" }),
    status: shortText.optional().meta({ description: "The shop's word for how it stands" }),
    version: z
      .int()
      .min(1)
      .max(2_147_483_647)
      .optional()
      .meta({ description: 'The version that was fetched; absent: the order as it stands now' }),
  })
  .meta({ id: 'TakenShopOrder' });

export const handover = z
  .strictObject({
    state: z.enum(handoverStates),
    version: z.int(),
    shopNumber: text,
    shopStatus: text,
    attempts: z.int(),
  })
  .meta({ id: 'OrderHandover' });

export function showWaitingOrder({ fault, ...order }: WaitingOrder): Shown<typeof waitingOrder> {
  return present({ ...order, fault: fault && shopFaultSentence(fault, 'en') });
}

export function showHandover(row: OrderHandover): Shown<typeof handover> {
  const { state, version, shopNumber, shopStatus, attempts } = row;
  return { state, version, attempts, ...present({ shopNumber, shopStatus }) };
}
