import type { EntityManager } from '@mikro-orm/postgresql';
import type { DeliveryFault } from '../platform/deliveryFault.ts';
import type { KeyRing } from '../platform/keyRing.ts';
import type { ClientCertificate } from './clientCertificate.ts';
import { outgoingCertificate, outgoingSecret } from './credentials.ts';
import type { DeliveryAddress } from './messageAddress.ts';
import type { Mode } from './partner.entity.ts';

/** What we show to a server over HTTP: an Authorization header, and a certificate in the TLS handshake. */
export interface OutgoingLogin {
  readonly authorization?: string;
  readonly clientCertificate?: ClientCertificate;
}

interface Whose {
  readonly partnerId: string;
  readonly mode: Mode;
  /** An expired certificate would only be refused, and without a word. */
  readonly now: Date;
}

/** What the address asks for, opened for one attempt; or why nothing can be shown. */
export async function outgoingLogin(
  em: EntityManager,
  keyRing: KeyRing,
  address: DeliveryAddress,
  whose: Whose,
): Promise<OutgoingLogin | { readonly fault: DeliveryFault }> {
  const authorization = await authorizationFor(em, keyRing, address, whose);
  if (authorization === 'missing') return { fault: { code: 'CREDENTIAL_MISSING', name: address.credential ?? '' } };
  const shown = await certificateFor(em, keyRing, address, whose);
  return { ...(authorization !== undefined && { authorization }), ...shown };
}

async function authorizationFor(
  em: EntityManager,
  keyRing: KeyRing,
  { authentication, credential: name, user }: DeliveryAddress,
  { partnerId, mode }: Whose,
): Promise<string | undefined> {
  if (authentication === 'none') return undefined;
  const found = name === undefined ? undefined : await outgoingSecret(em, keyRing, { partnerId, mode, name });
  if (!found) return 'missing';
  if (authentication === 'bearer') return `Bearer ${found.secret}`;
  return `Basic ${Buffer.from(`${user ?? found.user ?? ''}:${found.secret}`).toString('base64')}`;
}

async function certificateFor(
  em: EntityManager,
  keyRing: KeyRing,
  { certificate: name }: DeliveryAddress,
  { partnerId, mode, now }: Whose,
): Promise<Pick<OutgoingLogin, 'clientCertificate'> | { readonly fault: DeliveryFault }> {
  if (name === undefined) return {};
  const clientCertificate = await outgoingCertificate(em, keyRing, { partnerId, mode, name });
  if (!clientCertificate) return { fault: { code: 'CREDENTIAL_MISSING', name } };
  const { validUntil } = clientCertificate;
  if (validUntil && validUntil < now) return { fault: { code: 'CLIENT_CERTIFICATE_EXPIRED', name } };
  return { clientCertificate };
}
