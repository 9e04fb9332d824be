import { z } from 'zod';
import { uuid } from './common.ts';
import { documentError } from './document.ts';

const undelivered = ['gaveUp', 'refusedByReceiver', 'cancelled', 'kept'] as const;

export const retryAllBody = z
  .strictObject({
    partner: uuid.optional().meta({ description: 'Only what goes to this partner' }),
    order: uuid.optional().meta({ description: 'Only what is about this order' }),
    state: z.array(z.enum(undelivered)).min(1).default(['gaveUp', 'refusedByReceiver']),
    limit: z.int().min(1).max(200).default(100),
  })
  .meta({ id: 'RetryFilter' });

export const retryResult = z
  .strictObject({
    id: uuid,
    outcome: z.enum(['asked', 'left']),
    error: documentError.optional().meta({ description: 'Why it is left' }),
  })
  .meta({ id: 'RetryResult' });
