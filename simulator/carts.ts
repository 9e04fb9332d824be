/** Carts that came back to the simulated system: kept as they came, and read as the platform reads them. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { storable } from '../database/text.ts';
import type { Parameter } from '../formats/oci/parameters.ts';
import type { CartFinding } from '../sessions/checkCart.ts';
import { checkCart } from '../sessions/checkCart.ts';
import { findSessionById, type SessionInHand } from '../sessions/inHand.ts';
import { hookAddress } from './buyer.ts';
import { SimulationCart, SimulationStep, type Simulation } from './simulation.entity.ts';

/** A system under test is tried, not used. */
const MOST_CARTS = 500;

/** Keeps a form that came back. @returns its id; undefined when the punch-out is none of the simulation's, or it has had enough */
export async function receiveCart(
  em: EntityManager,
  simulation: Simulation,
  given: { readonly step: string; readonly method: 'get' | 'post'; readonly fields: readonly Parameter[] },
  now: Date,
): Promise<string | undefined> {
  const { step, method, fields } = given;
  const found = await em.findOne(
    SimulationStep,
    { id: step, simulation: simulation.id, kind: 'punchOut' },
    { fields: ['id'], disableIdentityMap: true },
  );
  const carts = await em.count(SimulationCart, { simulation: simulation.id });
  if (!found || carts >= MOST_CARTS) return undefined;
  const id = v7();
  await em.insert(SimulationCart, {
    ...{ id, simulation: simulation.id, step, receivedAt: now, method },
    fields: storable(fields),
  });
  return id;
}

export async function findCart(em: EntityManager, simulation: string, id: string): Promise<SimulationCart | undefined> {
  const found = await em.findOne(SimulationCart, { id, simulation }, { disableIdentityMap: true });
  return found ?? undefined;
}

/** Newest first. */
export async function listCarts(em: EntityManager, simulation: string, limit: number): Promise<SimulationCart[]> {
  return em.find(SimulationCart, { simulation }, { orderBy: { id: 'desc' }, limit, disableIdentityMap: true });
}

/** The session that a punch-out of the simulation opened; undefined when none was. */
export async function sessionOfStep(
  em: EntityManager,
  { partner, createdAt, address, hook }: Simulation,
  step: string,
): Promise<SessionInHand | undefined> {
  const url = `${hookAddress(address, hook)}/${step}`;
  const { rows } = await sql<{ id: string }>`
    select id from punch_out_session where partner_id = ${partner} and mode = 'test' and created_at >= ${createdAt}
      and return_spec->>'url' = ${url} order by id desc limit 1`.execute(em.getKysely());
  return rows[0] && findSessionById(em, rows[0].id);
}

/** What our own check says about the cart of a session as it stands: what is refused, cut or misread over there. */
export async function cartFindings(
  em: EntityManager,
  session: SessionInHand,
  now: Date,
): Promise<readonly CartFinding[]> {
  return (await checkCart(em, session, now)).findings;
}
