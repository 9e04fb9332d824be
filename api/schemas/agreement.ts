import { z } from 'zod';
import { agreementSchema, agreementSettings } from '../../partners/agreement.ts';
import { byId, instant, uuid } from './common.ts';
import { mode } from './partner.ts';

export const byMode = byId.extend({ mode });
export const byVersion = byMode.extend({
  version: z
    .string()
    .regex(/^(\d{1,6}|current)$/, 'must be a number or current')
    .meta({ description: 'A number, or `current` for the one in force' }),
});

export const agreementVersion = z
  .strictObject({ version: z.int(), createdAt: instant, createdBy: z.string() })
  .meta({ id: 'AgreementVersion' });

const settings = agreementSchema.meta({ id: 'Agreement', description: 'The settings of a partner' });

export const agreement = z
  .strictObject({ partnerId: uuid, mode, version: z.int(), settings })
  .meta({ id: 'AgreementInForce' });

export const newAgreement = z
  .strictObject({
    basedOn: z.int().min(0).optional().meta({ description: 'The version that was read and changed; 0 for the first' }),
    settings: agreementSettings.extend({ mode: mode.optional() }).meta({ id: 'NewAgreementSettings' }),
  })
  .meta({ id: 'NewAgreement' });
