import { z } from 'zod';
import type { ShopConnection } from '../../shop/connection.entity.ts';
import { checkConnection, connectionFields } from '../../shop/input/connection.ts';
import type { Shown } from '../present.ts';
import { instant } from './common.ts';

const secret = z.string().min(1).max(500).meta({
  description: 'What we show the shop: a Bearer token, or the password of `user`. Absent: the one that is there stays',
});

export const newConnection = z
  .strictObject({ ...connectionFields, secret: secret.optional() })
  .superRefine(checkConnection)
  .meta({ id: 'NewShopConnection', description: 'All of the settings: what is left out gets its default' });

export const connection = z
  .strictObject({
    ...connectionFields,
    hasSecret: z.boolean(),
    lastAnswerAt: instant.optional().meta({ description: 'When the shop answered last' }),
    lastFault: z.string().optional().meta({ description: 'Code of what went wrong last' }),
    lastFaultAt: instant.optional(),
    updatedAt: instant,
    updatedBy: z.string(),
  })
  .meta({ id: 'ShopConnection', description: 'How the shop behind us is reached, and what goes between it and us' });

export function showConnection(row: ShopConnection): Shown<typeof connection> {
  const { settings, sealed, lastAnswerAt, lastFault, lastFaultAt, updatedAt, updatedBy } = row;
  return {
    ...settings,
    hasSecret: sealed != null,
    ...(lastAnswerAt && { lastAnswerAt: lastAnswerAt.toISOString() }),
    ...(lastFault && { lastFault: lastFault.code }),
    ...(lastFaultAt && { lastFaultAt: lastFaultAt.toISOString() }),
    updatedAt: updatedAt.toISOString(),
    updatedBy,
  };
}
