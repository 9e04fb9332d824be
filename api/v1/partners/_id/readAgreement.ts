import type { EntityManager } from '@mikro-orm/postgresql';
import type { Mode } from '../../../../partners/partner.entity.ts';
import { findAgreement } from '../../../../partners/partners.ts';

/** A version of an agreement as the API shows it, or the one in force. @throws NotFound */
export async function readAgreementOf(em: EntityManager, partnerId: string, mode: Mode, version?: number) {
  const found = await findAgreement(em, partnerId, mode, version);
  return { partnerId, mode, version: found.version, settings: found.settings };
}
