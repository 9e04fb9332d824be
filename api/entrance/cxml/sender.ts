import type { CxmlHeader, SenderCredential } from '../../../formats/cxml/credentials.ts';
import { cxmlUser, type PresentedCredential } from '../../../partners/credentials.ts';
import type { PartnerAtAddress } from '../../../partners/partners.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import type { Gate } from '../gate.ts';
import type { Guest } from '../../../intake/guest.ts';
import type { Visit } from '../visit.ts';

/**
 * Lets in whoever has opened the connection: Sender, the only party with a secret (cXML digest, section 2).
 * @throws CredentialRejected, RateLimited, PartnerDisabled
 */
export async function admitSender(
  gate: Gate,
  visit: Visit,
  found: PartnerAtAddress,
  { sender }: CxmlHeader,
): Promise<Guest> {
  visit.check = 'credentials';
  const shown = shownBySender({ sender });
  visit.presented = shown[0];
  visit.secrets = shown.map(({ secret }) => secret);
  if (shown.length === 0) throw noSecret(sender);
  return gate.admit(visit, found, shown);
}

/** What Sender shows as its secrets. */
export function shownBySender({ sender }: Pick<CxmlHeader, 'sender'>): PresentedCredential[] {
  return sender.flatMap(presented);
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
