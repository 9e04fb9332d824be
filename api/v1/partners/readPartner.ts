import type { EntityManager } from '@mikro-orm/postgresql';
import { addressesOf, findPartner } from '../../../partners/partners.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import type { ApiDeps } from '../../deps.ts';
import { showPartnerDetail } from '../../schemas/partner.ts';

/** A partner with its addresses as the API shows it. @throws NotFound */
export async function readPartner(em: EntityManager, deps: ApiDeps, id: string) {
  const partner = await findPartner(em, id);
  if (!partner) throw new RoundtripError('NotFound', 'There is no such partner.');
  return showPartnerDetail(partner, await addressesOf(em, id), deps.config.publicUrl);
}
