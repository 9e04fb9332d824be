import { findCredential, type CredentialName, type CxmlHeader } from '../../formats/cxml/credentials.ts';
import type { Agreement } from '../../partners/agreement.ts';
import type { PartnerDirectory } from '../../partners/directory.ts';
import type { ServedPartner } from '../../partners/partners.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { refuseWhilePaused, type Guest, type Watched } from '../guest.ts';

/** Names of the two parties by an agreement. */
export interface CxmlNames {
  /** Of the buyer: From carries one of them. */
  readonly from: readonly CredentialName[];
  /** Of the shop: To carries one of them. Empty: not checked. */
  readonly to: readonly CredentialName[];
}

/** The one partner of the hub that From names. @throws SenderMismatch, PartnerDisabled, PartnerPaused */
export async function servedByName(
  gate: { readonly directory: Pick<PartnerDirectory, 'servedBy'> },
  visit: Watched,
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
export function requireNames(visit: Watched, header: CxmlHeader, { from, to }: CxmlNames): void {
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
