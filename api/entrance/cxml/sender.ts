import {
  findCredential,
  type CredentialName,
  type CxmlHeader,
  type SenderCredential,
} from '../../../formats/cxml/credentials.ts';
import type { Agreement } from '../../../partners/agreement.ts';
import { cxmlUser, type PresentedCredential } from '../../../partners/credentials.ts';
import type { PartnerDirectory } from '../../../partners/directory.ts';
import type { PartnerAtAddress, ServedPartner } from '../../../partners/partners.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { refuseWhilePaused, type Gate, type Guest } from '../gate.ts';
import type { Visit } from '../visit.ts';

/** Names of the two parties by an agreement. */
export interface CxmlNames {
  /** Of the buyer: From carries one of them. */
  readonly from: readonly CredentialName[];
  /** Of the shop: To carries one of them. Empty: not checked. */
  readonly to: readonly CredentialName[];
}

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

/** The one partner of the hub that From names. @throws SenderMismatch, PartnerDisabled, PartnerPaused */
export async function servedByName(
  gate: { readonly directory: Pick<PartnerDirectory, 'servedBy'> },
  visit: Pick<Visit, 'check'>,
  hub: Pick<Guest, 'id' | 'mode'>,
  header: CxmlHeader,
  namesOf: (agreement: Agreement) => CxmlNames,
): Promise<ServedPartner> {
  visit.check = 'sender';
  const served = await gate.directory.servedBy(hub.id, hub.mode);
  const named = served.filter(
    ({ agreement }) => findCredential(header.from, namesOf(agreement.settings).from) !== undefined,
  );
  const [only, ...others] = named;
  if (only === undefined || others.length > 0) {
    const expected = only === undefined ? 'a partner of this hub' : 'one partner of this hub, not several';
    throw mismatch('From', header.from, expected);
  }
  visit.check = 'enabled';
  if (!only.enabled) throw new RoundtripError('PartnerDisabled', 'The partner of this document is switched off.');
  refuseWhilePaused(visit, only.paused);
  return only;
}

/** From is the buyer of the agreement, To is the shop. @throws SenderMismatch */
export function requireNames(visit: Pick<Visit, 'check'>, header: CxmlHeader, { from, to }: CxmlNames): void {
  visit.check = 'sender';
  requireName(header.from, from, 'From');
  if (to.length > 0) requireName(header.to, to, 'To');
}

function requireName(found: CxmlHeader['from'], agreed: readonly CredentialName[], party: 'From' | 'To'): void {
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
