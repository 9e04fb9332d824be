import type { CxmlHeader } from '../../../formats/cxml/credentials.ts';
import type { Agreement } from '../../../partners/agreement.ts';
import type { CxmlSettings } from '../../../partners/punchOut.ts';
import { admitSender } from '../../entrance/cxml/sender.ts';
import { requireNames, servedByName, type CxmlNames } from '../../../intake/cxml/names.ts';
import { refuseWhilePaused } from '../../../intake/guest.ts';
import { openFor, type PunchOutCall, type PunchOutDoor, type Shopper } from '../door.ts';

export type CxmlShopper = Shopper & { readonly settings: CxmlSettings };

/**
 * Who shops. Sender has opened the connection and alone has a secret; From names the buyer: the partner itself, or one of those that a
 * hub serves (cXML digest, section 2).
 * @throws CredentialRejected, RateLimited, PartnerDisabled, PartnerPaused, AccessDenied, SenderMismatch
 */
export async function findShopper(
  { gate }: PunchOutDoor,
  { visit, found }: PunchOutCall,
  header: CxmlHeader,
): Promise<CxmlShopper> {
  const guest = await admitSender(gate, visit, found, header);
  const partner = guest.kind === 'hub' ? await servedByName(gate, visit, guest, header, punchOutNames) : guest;
  if (guest.kind === 'hub') visit.servedId = partner.id;
  const shopper = openFor(visit, partner, partner.agreement, 'cxml');
  if (guest.kind !== 'hub') refuseWhilePaused(visit, guest.paused);
  requireNames(visit, header, shopper.settings);
  return shopper;
}

function punchOutNames({ punchOut }: Agreement): CxmlNames {
  return punchOut?.cxml ?? { from: [], to: [] };
}
