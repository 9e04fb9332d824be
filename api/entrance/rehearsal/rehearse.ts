import type { EntityManager } from '@mikro-orm/postgresql';
import { matchCredential, type PresentedCredential } from '../../../partners/credentials.ts';
import { credentialFault } from '../../../partners/credentialFault.ts';
import { findAtAddress, servedBy, type PartnerAtAddress } from '../../../partners/partners.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import type { KeyRing } from '../../../platform/keyRing.ts';
import type { Door } from '../gate.ts';
import { refuseWhilePaused, requireOpen, type Guest } from '../../../intake/guest.ts';
import { rehearseCxml } from './cxml.ts';
import { rehearseForm } from './form.ts';
import type { Pasted } from './pasted.ts';
import { Rehearsal, type RehearsedStep } from './steps.ts';
import { rehearseUbl } from './ubl.ts';

export interface RehearsalDeps {
  readonly em: EntityManager;
  readonly keyRing: KeyRing;
}

/** Where the request is thought to go, if it does not say so. */
export interface Target {
  readonly kind: Door;
  readonly code: string;
}

/** What came of a rehearsal. */
export interface Rehearsed {
  readonly steps: readonly RehearsedStep[];
  readonly found: PartnerAtAddress | undefined;
  readonly door: 'punchin' | 'punchout';
  /** What was shown as secret: to be masked wherever the request is shown. */
  readonly secrets: readonly string[];
}

/** The content of a request, as far as its kind is read: what it shows, and how the rest of it is checked. */
export interface ReadContent {
  readonly door: 'punchin' | 'punchout';
  readonly shown: readonly PresentedCredential[];
  /** Checks what comes after the log-in. */
  readonly rest: (guest: Guest) => Promise<void>;
}

/**
 * Goes through the checks of the entrance with a request that was pasted: the same functions, but nothing is stored or counted, and no
 * session is made. Each check is made as far as it can be, also after one that failed.
 */
export async function rehearse(deps: RehearsalDeps, pasted: Pasted, target: Target): Promise<Rehearsed> {
  const rehearsal = new Rehearsal();
  const { kind, code } = pasted.address ?? target;
  const found = await rehearsal.try('partner', code, () => whoIsThere(deps.em, kind, code));
  const content = found && (await readContent(deps, rehearsal, pasted, found));
  const door = pasted.address?.door ?? content?.door ?? 'punchin';
  const shown = content?.shown ?? [];
  if (found && content) {
    await checkLogIn(deps, rehearsal, found, shown);
    rehearsal.visit.check = 'enabled';
    const guest = await rehearsal.try('enabled', found.name, () => requireOpen(found));
    await rehearsal.try('paused', '', () => refuseWhilePaused(rehearsal.visit, found.paused));
    if (guest) await content.rest(guest);
  }
  return { steps: rehearsal.steps, found, door, secrets: shown.map(({ secret }) => secret).filter(Boolean) };
}

async function whoIsThere(em: EntityManager, kind: Door, code: string): Promise<PartnerAtAddress> {
  const found = await findAtAddress(em, code);
  if (found?.kind === kind) return found;
  throw new RoundtripError('PartnerUnknown', 'There is no partner at this address.', {
    details: [{ element: 'address', found: `${kind === 'hub' ? 'hub/' : ''}${code}` }],
  });
}

function readContent(deps: RehearsalDeps, rehearsal: Rehearsal, pasted: Pasted, found: PartnerAtAddress) {
  const given = { ...deps, rehearsal, pasted, found, served: () => servedBy(deps.em, found.id, found.mode) };
  if (pasted.kind === 'cxml') return rehearseCxml(given);
  return pasted.kind === 'form' && pasted.address?.door !== 'punchin' ? rehearseForm(given) : rehearseUbl(given);
}

async function checkLogIn(
  { em, keyRing }: RehearsalDeps,
  rehearsal: Rehearsal,
  found: PartnerAtAddress,
  shown: readonly PresentedCredential[],
): Promise<void> {
  rehearsal.visit.check = 'credentials';
  const seen = shown.map(({ user, kind }) => user ?? kind).join(', ');
  if (shown.some((one) => matchCredential(keyRing, found.credentials, one))) {
    rehearsal.steps.push({ check: 'credentials', seen });
    return;
  }
  const fault = await credentialFault(em, keyRing, found, shown[0]);
  const error = new RoundtripError('CredentialRejected', 'User or secret is not right for this address.');
  rehearsal.fail('credentials', seen, error, fault);
}
