import { z } from 'zod';
import { modes, type Partner, type PartnerAddress } from '../../partners/partner.entity.ts';
import type { Shown } from '../present.ts';
import { instant, shortText, uuid } from './common.ts';

export const mode = z.enum(modes).meta({ id: 'Mode', description: 'Test documents are answered and make no order' });

const code = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'is made of small letters, digits and hyphens')
  .meta({ description: 'Last part of the address that the partner sends to', example: 'lindstroms' });

export const newPartner = z
  .strictObject({
    kind: z.enum(['partner', 'hub']).default('partner'),
    name: shortText,
    hubId: uuid.optional().meta({ description: 'The hub through which the documents come' }),
    addresses: z.strictObject({ production: code.optional(), test: code.optional() }),
  })
  .meta({ id: 'NewPartner' });

export const newAddress = z.strictObject({ code }).meta({ id: 'NewAddress' });

export const partnerChange = z
  .strictObject({
    name: shortText.optional(),
    enabled: z.boolean().optional().meta({ description: 'A disabled partner is refused with 403' }),
    paused: z.boolean().optional().meta({ description: 'A paused one with 503: its system keeps the documents' }),
    hubId: uuid.nullable().optional().meta({ description: 'The hub its documents may come through; null for none' }),
  })
  .refine((change) => Object.keys(change).length > 0, 'must change something')
  .meta({ id: 'PartnerChange' });

export const partner = z
  .strictObject({
    id: uuid,
    kind: z.enum(['partner', 'hub']),
    name: z.string(),
    hubId: uuid.optional(),
    enabled: z.boolean(),
    pausedAt: instant.optional(),
    createdAt: instant,
  })
  .meta({ id: 'Partner' });

export const partnerDetail = partner
  .extend({
    addresses: z.array(
      z.strictObject({ mode, code: z.string(), url: z.string().meta({ description: 'Where the partner sends to' }) }),
    ),
  })
  .meta({ id: 'PartnerDetail' });

export function showPartner(row: Partner): Shown<typeof partner> {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    ...(row.hub && { hubId: row.hub }),
    enabled: row.enabled,
    ...(row.pausedAt && { pausedAt: row.pausedAt.toISOString() }),
    createdAt: row.createdAt.toISOString(),
  };
}

export function showPartnerDetail(
  row: Partner,
  addresses: readonly PartnerAddress[],
  publicUrl: string,
): Shown<typeof partnerDetail> {
  const path = row.kind === 'hub' ? '/punchin/hub/' : '/punchin/';
  return {
    ...showPartner(row),
    addresses: addresses.map(({ mode, code }) => ({ mode, code, url: `${publicUrl}${path}${code}` })),
  };
}
