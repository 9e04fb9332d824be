import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Agreement } from '../partners/agreement.ts';
import type { Mode } from '../partners/partner.entity.ts';
import { findAgreement } from '../partners/partners.ts';
import type { PunchOutSettings } from '../partners/punchOut.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { CustomerRef } from '../shop/customers.ts';
import { PunchOutSession } from './session.entity.ts';

/** A session with what everybody who works with it needs. */
export interface SessionInHand {
  readonly row: PunchOutSession;
  /** The version of the agreement that was in force at login. */
  readonly agreement: Agreement;
  /** What of it is about PunchOut. */
  readonly settings: PunchOutSettings;
  readonly customer: CustomerRef;
  readonly partnerName: string;
}

/** Versions of agreements never change, so they are kept once read. */
const agreements = new LRUCache<string, Agreement>({ max: 1_000 });

/** A session by its id, whatever its state; undefined when there is none. */
export async function findSessionById(em: EntityManager, id: string): Promise<SessionInHand | undefined> {
  const row = await em.findOne(PunchOutSession, { id }, { disableIdentityMap: true });
  return row ? takeInHand(em, row) : undefined;
}

export async function takeInHand(em: EntityManager, row: PunchOutSession): Promise<SessionInHand> {
  const agreement = await agreementOf(em, row.partner, row.mode, row.agreementVersion);
  const { rows } = await sql<CustomerRef & { partnerName: string }>`
    select customer.id, customer.number, customer.name, partner.name as "partnerName"
    from customer cross join partner where customer.id = ${row.customer} and partner.id = ${row.partner}`.execute(
    em.getKysely(),
  );
  const { partnerName, ...customer } = rows[0]!;
  return { row, agreement, settings: punchOutOf(agreement), customer, partnerName };
}

async function agreementOf(em: EntityManager, partnerId: string, mode: Mode, version: number): Promise<Agreement> {
  const key = `${partnerId} ${mode} ${version}`;
  const known = agreements.get(key);
  if (known) return known;
  const { settings } = await findAgreement(em, partnerId, mode, version);
  agreements.set(key, settings);
  return settings;
}

/** @throws PartnerDisabled where the agreement says nothing about PunchOut */
export function punchOutOf({ punchOut }: Agreement): PunchOutSettings {
  if (punchOut) return punchOut;
  throw new RoundtripError('PartnerDisabled', 'The agreement with this partner opens no PunchOut.');
}
