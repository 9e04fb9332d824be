import { z } from 'zod';
import type { CredentialInfo } from '../../partners/credentials.ts';
import { credentialKinds } from '../../partners/partner.entity.ts';
import type { Shown } from '../present.ts';
import { byId, instant, shortText, uuid } from './common.ts';
import { mode } from './partner.ts';

export const byCredential = byId.extend({ credential: uuid });

const base = {
  mode,
  name: shortText.meta({ description: 'Two active incoming ones of one name make a rotation', example: 'main' }),
  kind: z.enum(credentialKinds).meta({
    description:
      '`basic`, `bearer`: Authorization header. `form`: login of a punch-out through a browser. `cxml`: shared secret of a cXML Sender. `certificate`: client certificate that we show (outgoing alone)',
  }),
  user: z.string().min(1).max(300).optional().meta({
    description:
      'For all but `bearer` and `certificate`; of `cxml` it is `domain/identity`, of `basic` it has no colon',
  }),
};

const ownSecret = z.string().min(16).max(500);

export const newCredential = z
  .discriminatedUnion('direction', [
    z.strictObject({
      direction: z.literal('in'),
      ...base,
      secret: ownSecret.optional().meta({ description: 'Left out: we make one of 256 random bits (advised)' }),
    }),
    z.strictObject({
      direction: z.literal('out'),
      ...base,
      secret: z.string().min(1).max(100_000).meta({
        description:
          'What the partner wants to see. Of `certificate` the certificate, those of authorities, and its private key in PEM',
      }),
    }),
  ])
  .meta({ id: 'NewCredential', description: '`in`: the partner shows it to us. `out`: we show it to the partner' });

export const credential = z
  .strictObject({
    id: uuid,
    mode,
    direction: z.enum(['in', 'out']),
    name: z.string(),
    kind: z.enum(credentialKinds),
    user: z.string().optional(),
    createdAt: instant,
    createdBy: z.string(),
    lastUsedAt: instant.optional().meta({ description: 'To the minute' }),
    revokedAt: instant.optional(),
    validUntil: instant.optional().meta({ description: 'Of a certificate' }),
    usable: z.boolean().meta({ description: 'False: its key has left ROUNDTRIP_SECRET_KEYS, it works no more' }),
  })
  .meta({ id: 'Credential' });

export const createdCredential = z
  .strictObject({
    id: uuid,
    secret: z.string().optional().meta({
      description: 'Of an incoming one, shown only here: nobody can read it again. Absent for an outgoing one',
    }),
  })
  .meta({ id: 'CreatedCredential' });

export function showCredential(info: CredentialInfo): Shown<typeof credential> {
  const { user, createdAt, lastUsedAt, revokedAt, validUntil, ...rest } = info;
  return {
    ...rest,
    ...(user !== null && { user }),
    createdAt: createdAt.toISOString(),
    ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
    ...(validUntil && { validUntil: validUntil.toISOString() }),
    ...(revokedAt && { revokedAt: revokedAt.toISOString() }),
  };
}
