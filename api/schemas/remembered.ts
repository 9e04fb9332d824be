import { z } from 'zod';
import { rememberedKinds } from '../../shop/remembered.entity.ts';
import { byId, instant, plainDate, uuid } from './common.ts';
import { mode } from './partner.ts';

export const byAnswer = byId.extend({ answer: uuid });

export const rememberedAnswer = z
  .strictObject({
    id: uuid,
    mode,
    kind: z.enum(rememberedKinds),
    key: z.record(z.string(), z.string()).meta({
      description:
        'What the documents say, all of it: numbers of an item, identities of a buyer, ids and address of a place',
      example: { sellersId: 'X-77', standardId: '09520000000011' },
    }),
    target: z.strictObject({ id: uuid, number: z.string(), name: z.string() }).meta({
      description: 'What is meant: number of the article or customer, address id or GLN of the delivery place',
    }),
    customer: z.string().optional().meta({ description: 'Number of the only customer that it holds for' }),
    until: plainDate.optional().meta({ description: 'Last day' }),
    by: z.string(),
    orderId: uuid.meta({ description: 'The order that it was decided for' }),
    madeAt: instant,
  })
  .meta({ id: 'RememberedAnswer', description: 'What a person has answered about a partner; it is not asked again' });
