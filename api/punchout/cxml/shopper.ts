import { findCredential, type CxmlHeader, type SenderCredential } from '../../../formats/cxml/credentials.ts';
import { cxmlUser, type PresentedCredential } from '../../../partners/credentials.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { refuseWhilePaused } from '../../entrance/gate.ts';
import { openFor, type PunchOutCall, type PunchOutDoor, type Shopper } from '../door.ts';
import type { CxmlSettings } from '../../../partners/punchOut.ts';

export type CxmlShopper = Shopper & { readonly settings: CxmlSettings };

/**
 * Who shops. Sender has opened the connection and alone has a secret; From names the buyer: the partner itself, or one of those that a
 * hub serves (cXML digest, section 2).
 * @throws CredentialRejected, RateLimited, PartnerDisabled, PartnerPaused, AccessDenied, SenderMismatch
 */
export async function findShopper(door: PunchOutDoor, call: PunchOutCall, header: CxmlHeader): Promise<CxmlShopper> {
  const { visit, found } = call;
  visit.check = 'credentials';
  const shown = header.sender.flatMap(presented);
  visit.presented = shown[0];
  visit.secrets = shown.map(({ secret }) => secret);
  if (shown.length === 0) throw noSecret(header.sender);
  const guest = await door.gate.admit(visit, found, shown);
  const shopper =
    guest.kind === 'hub' ? await servedShopper(door, call, header) : openFor(visit, guest, guest.agreement, 'cxml');
  if (guest.kind !== 'hub') refuseWhilePaused(visit, guest.paused);
  visit.check = 'sender';
  requireName(header.from, shopper.settings.from, 'From');
  if (shopper.settings.to.length > 0) requireName(header.to, shopper.settings.to, 'To');
  return shopper;
}

function presented({ domain, identity, sharedSecret }: SenderCredential): PresentedCredential[] {
  if (sharedSecret === undefined) return [];
  return [{ kind: 'cxml', user: cxmlUser({ domain, identity }), secret: sharedSecret.reveal() }];
}

function noSecret(sender: CxmlHeader['sender']): RoundtripError {
  const proof = sender.find(({ proof: shown }) => shown !== undefined)?.proof;
  return new RoundtripError('CredentialRejected', 'Sender shows no SharedSecret.', {
    details: [{ element: 'Header/Sender/Credential', found: proof ?? 'no proof', expected: 'SharedSecret' }],
  });
}

/** The one partner of the hub that From names. */
async function servedShopper(
  door: PunchOutDoor,
  { visit, found }: PunchOutCall,
  header: CxmlHeader,
): Promise<CxmlShopper> {
  visit.check = 'sender';
  const served = await door.gate.directory.servedBy(found.id, found.mode);
  const named = served.filter(({ agreement }) => {
    const names = agreement.settings.punchOut?.cxml?.from ?? [];
    return findCredential(header.from, names) !== undefined;
  });
  const [only, ...others] = named;
  if (only === undefined || others.length > 0) {
    throw mismatch(
      'From',
      header.from,
      named.length === 0 ? 'a partner of this hub' : 'one partner of this hub, not several',
    );
  }
  visit.check = 'enabled';
  if (!only.enabled) throw new RoundtripError('PartnerDisabled', 'The partner of this document is switched off.');
  refuseWhilePaused(visit, only.paused);
  return openFor(visit, only, only.agreement, 'cxml');
}

function requireName(found: CxmlHeader['from'], agreed: CxmlSettings['from'], party: 'From' | 'To'): void {
  if (findCredential(found, agreed) === undefined) throw mismatch(party, found, 'a name of the agreement');
}

function mismatch(party: 'From' | 'To', found: CxmlHeader['from'], expected: string): RoundtripError {
  const names = found.map(({ domain, identity }) => `${domain}/${identity}`).join(', ');
  return new RoundtripError('SenderMismatch', `${party} names nobody of this agreement.`, {
    details: [
      {
        element: `Header/${party}/Credential`,
        found: names.slice(0, 200).toWellFormed() || 'no credential',
        expected,
      },
    ],
  });
}
