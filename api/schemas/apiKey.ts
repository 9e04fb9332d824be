import { z } from 'zod';
import { scopes, type Scope } from '../../platform/access.ts';
import type { ApiKey } from '../../platform/access.entity.ts';
import type { Shown } from '../present.ts';
import { instant, shortText, uuid } from './common.ts';

const scope = z.enum(scopes).meta({ id: 'Scope', description: '`admin` may do everything and alone manages API keys' });

export const newApiKey = z
  .strictObject({
    name: shortText.meta({ description: 'Which system or person uses it', example: 'Web shop' }),
    scopes: z.array(scope).min(1).max(scopes.length),
  })
  .meta({ id: 'NewApiKey' });

export const apiKey = z
  .strictObject({
    id: uuid,
    name: z.string(),
    scopes: z.array(scope),
    prefix: z.string().meta({ description: 'Second part of the key, to recognise it by' }),
    createdAt: instant,
    createdBy: z.string(),
    lastUsedAt: instant.optional().meta({ description: 'To the minute' }),
    revokedAt: instant.optional(),
  })
  .meta({ id: 'ApiKey' });

export const createdApiKey = apiKey
  .extend({ key: z.string().meta({ description: 'The key itself. Shown only here: nobody can read it again' }) })
  .meta({ id: 'CreatedApiKey' });

export function showApiKey(row: ApiKey): Shown<typeof apiKey> {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes as Scope[],
    prefix: row.prefix,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
    ...(row.lastUsedAt && { lastUsedAt: row.lastUsedAt.toISOString() }),
    ...(row.revokedAt && { revokedAt: row.revokedAt.toISOString() }),
  };
}
