import type { EntityManager } from '@mikro-orm/postgresql';
import type { Identifier } from '../../formats/document/order.ts';
import { chooseCustomer, chooseDeliveryPlace, type CustomerClaim } from '../../sessions/customer.ts';
import type { SessionInHand } from '../../sessions/inHand.ts';
import { markSessionStarted } from '../../sessions/unattended.ts';
import type { ReturnSpec } from '../../sessions/returnSpec.ts';
import type { PunchOutOperation } from '../../sessions/operations.ts';
import type { SessionEntry, SessionLanguage } from '../../sessions/session.entity.ts';
import { createSession, type NewSession } from '../../sessions/sessions.ts';
import type { PunchOutCall, PunchOutDoor, Shopper } from './door.ts';

/** A call that was let in, whatever its protocol. */
export interface Login {
  readonly operation: PunchOutOperation;
  readonly claim: CustomerClaim;
  readonly deliveryPlace?: Identifier | undefined;
  /** As the call says it: a language tag, or SAP's letter. */
  readonly language?: string | undefined;
  /** Who shops; absent: a shared user. */
  readonly user?: { readonly key: string; readonly name?: string; readonly mail?: string } | undefined;
  readonly returnSpec: ReturnSpec;
  readonly parameters: Readonly<Record<string, string>>;
  readonly entry?: SessionEntry | undefined;
  /** The call, secrets masked. */
  readonly call: { readonly contentType: string; readonly text: string };
}

/** Who shops for whom, in the words of a new session. @throws AccessDenied when the customer is not connected */
export async function newSession(
  em: EntityManager,
  { visit }: PunchOutCall,
  shopper: Shopper,
  login: Login,
): Promise<NewSession> {
  visit.check = 'customer';
  const { partner, agreement, punchOut } = shopper;
  const { claim, deliveryPlace, user, entry, operation, returnSpec, parameters, call } = login;
  const customer = await chooseCustomer(em, agreement.settings, claim);
  const deliveryAddressId = await chooseDeliveryPlace(em, customer.id, deliveryPlace);
  const said = claim.named?.trim();
  return {
    ...{ partnerCode: partner.code, partnerName: partner.name, agreement, operation, customer },
    ...(said && { customerSaid: said.slice(0, 100).toWellFormed() }),
    ...(deliveryAddressId !== undefined && { deliveryAddressId }),
    language: languageOf(login.language) ?? punchOut.language,
    ...(user && { user }),
    ...{ returnSpec, parameters, call },
    ...(entry && { entry }),
  };
}

/** Opens a session and starts its workflow without waiting for it. @returns the address at which the shop begins: single use */
export async function logIn(
  door: PunchOutDoor,
  call: PunchOutCall,
  shopper: Shopper,
  login: Login,
  fill: (em: EntityManager, session: SessionInHand) => Promise<void> = async () => {},
): Promise<string> {
  const { orm, config } = door.deps;
  const now = call.visit.receivedAt;
  const created = await orm.em.fork().transactional(async (tx) => {
    const made = await createSession(tx, await newSession(tx, call, shopper, login), now);
    await fill(tx, made.session);
    return made;
  });
  startLater(door, call, created.session);
  return `${config.publicUrl}/shop/start/${created.startToken}`;
}

/** A start that fails, for example because the engine is away, is made up for by the sweeper. */
function startLater({ deps }: PunchOutDoor, { visit }: PunchOutCall, session: SessionInHand): void {
  deps.engine
    .startPunchOutSession(session)
    .then(() => markSessionStarted(deps.orm.em.fork(), session.row.id))
    .catch((error: unknown) => {
      deps.log.warn({ error, reference: visit.reference }, 'The workflow was not started; the sweeper will do it');
    });
}

/** Language tags, and the letters by which SAP names languages. */
function languageOf(said: string | undefined): SessionLanguage | undefined {
  const [language = ''] = (said ?? '').trim().toLowerCase().split(/[-_]/);
  if (['sv', 'swe', 'v'].includes(language)) return 'sv';
  return ['en', 'eng', 'e'].includes(language) ? 'en' : undefined;
}
